/**
 * The open work that a change would leave to others, before the change is confirmed: how many referrals, and what
 * they wait for.
 */

import type { LeftWork } from '../../directory/open-work.ts';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

/** A table for each agency. Shows nothing for changes that leave no work to others. */
export function OpenWorkTables({
  left,
  of,
}: {
  left: readonly LeftWork[] | undefined;
  of: 'person' | 'agency' | 'point';
}) {
  const { t } = useViewer();
  if (left === undefined) return null;
  return (
    <>
      {left.map(({ agencyId, work }) => (
        <Table
          caption={t('officer:open-work.title', { agency: agencyId })}
          titled
          rows={work}
          empty={t('officer:open-work.none')}
          columns={[
            {
              ...{ key: 'task', title: t('officer:open-work.task') },
              cell: ({ task }) => (task === null ? t('officer:open-work.nothing-due') : t(`codes:clockTask.${task}`)),
            },
            {
              ...{ key: 'referrals', title: t('everywhere:nav.referrals'), number: true },
              cell: ({ referrals }) => referrals,
            },
          ]}
        />
      ))}
      <p class="govuk-body">{t(`officer:open-work.next-${of}`)}</p>
    </>
  );
}
