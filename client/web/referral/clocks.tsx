/** The clocks of a referral: what is owed, by whom, until when; each leads to its own explanation. */

import type { Clock } from '../../../domain/referral.ts';
import { hasDesk } from '../navigation.ts';
import { DateAndTime, Due } from '../parts/due.tsx';
import type { Column } from '../parts/table.tsx';
import { TableInParts } from '../parts/table-in-parts.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';
import { subjectName } from './subject-name.ts';

/** The clocks of a referral as a table. */
export function Clocks({ view: { referral, names } }: { view: ReferralView }) {
  const { t, principal } = useViewer();
  const columns: Column<Clock>[] = [
    {
      key: 'name',
      title: t('referral:column.clock'),
      cell: ({ id, name }) => (
        <a href={`/referrals/${referral.reference}/clocks/${id}`}>{t(`codes:clockName.${name}`)}</a>
      ),
    },
    { key: 'of', title: t('referral:column.of'), cell: ({ subject }) => subjectName(subject, names.recipient, t) },
    { key: 'owed', title: t('referral:column.owed'), cell: ({ debtor }) => t(`codes:debtor.${debtor}`) },
    { key: 'state', title: t('everywhere:column.status'), cell: (clock) => <State clock={clock} /> },
    {
      key: 'due',
      title: t('everywhere:column.due'),
      cell: ({ state, dueAt, warnings }) =>
        state.status === 'running' ? <Due at={dueAt} riskAt={warnings.at(-1)?.at} /> : <DateAndTime at={dueAt} />,
    },
  ];
  return (
    <>
      <TableInParts
        name="clocks"
        size={15}
        caption={t('referral:part.clocks')}
        columns={columns}
        rows={referral.clocks}
        empty={t('referral:no-clocks')}
      />
      {principal && hasDesk(principal, 'sla') && (
        <p class="govuk-body desk-no-print">
          <a href={`/sla/${referral.reference}`}>{t('referral:clocks-on-axis')}</a>
        </p>
      )}
    </>
  );
}

function State({ clock: { state } }: { clock: Clock }) {
  const { t } = useViewer();
  const isLate = state.status === 'stopped' && state.late;
  return (
    <>
      {t(`codes:clockStatus.${state.status}`)}
      {state.status === 'paused' && `: ${t(`codes:pauseReason.${state.reason ?? 'question'}`)}`}{' '}
      {state.status === 'stopped' && <DateAndTime at={state.at} />}{' '}
      {isLate && <Tag colour="red">{t('referral:late')}</Tag>}
    </>
  );
}
