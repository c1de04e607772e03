/** The clock of a referral that is due first, and whether one is overdue. */

import type { RowWithoutRecipients } from '../../queries/list.ts';
import { useViewer } from '../viewer.ts';
import { Due } from './due.tsx';
import { Tag } from './tag.tsx';

/** The next clock of a referral with its remaining time. */
export function NextClock({ row: { nextClock, riskAt, breached } }: { row: RowWithoutRecipients }) {
  const { t, now } = useViewer();
  const isSaid = nextClock !== undefined && nextClock.dueAt < now;
  return (
    <>
      {nextClock ? (
        <>
          {t('everywhere:labelled', { label: t(`codes:clockName.${nextClock.clock}`), value: '' })}
          <Due at={nextClock.dueAt} riskAt={riskAt} />
        </>
      ) : (
        t('everywhere:time.none')
      )}
      {breached && !isSaid && (
        <>
          {' '}
          <Tag colour="red">{t('everywhere:time.breached')}</Tag>
        </>
      )}
    </>
  );
}
