/** The columns of the triage queue: what is proposed for each referral, and which one is open beside the table. */

import { countryName } from '../../i18n/countries.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { AgencyName } from '../parts/agency-name.tsx';
import { Due } from '../parts/due.tsx';
import { UnreadMark } from '../parts/reference.tsx';
import { type Column, withQuery } from '../parts/table.tsx';
import { CurrentUrgency, Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { selectedProposal } from './accept-many.tsx';
import { compareAddress } from './compare.tsx';
import { DrillTag } from './listed-referral.tsx';
import { Selector } from './selection.tsx';
import type { WaitingReferral } from './triage-rows.ts';

interface Shown {
  /** Whether a row can be selected: only proposals that agree with the sender can. */
  isSelectable: boolean;
  isAllSelected: boolean;
  /** The reference of the referral beside the table. */
  opened: string | undefined;
}

/** The columns. */
export function useTriageColumns(
  names: Names,
  { isSelectable, isAllSelected, opened }: Shown,
): Column<WaitingReferral>[] {
  const { t, language, address } = useViewer();
  const select: Column<WaitingReferral> = {
    ...{ key: 'select', title: t('everywhere:column.select'), action: true },
    cell: ({ reference, agreed, referral }) =>
      agreed && (
        <Selector
          reference={reference}
          value={selectedProposal(referral)}
          checked={isAllSelected}
          action="/triage/accept"
        />
      ),
  };
  return [
    ...(isSelectable ? [select] : []),
    {
      ...{ key: 'reference', title: t('everywhere:column.reference'), sorts: true },
      cell: (row) => <Opener row={row} isOpen={row.reference === opened} />,
    },
    {
      ...{ key: 'urgency', title: t('everywhere:column.urgency'), sorts: true },
      cell: ({ referral }) => <CurrentUrgency referral={referral} />,
    },
    {
      ...{ key: 'due', title: t('everywhere:column.due'), sorts: true },
      cell: ({ owes }) => owes && <Due at={owes.by} />,
    },
    {
      ...{ key: 'countries', title: t('waiting:triage.countries') },
      cell: ({ referral: { triage, status } }) => {
        if (status === 'awaiting-information') return t('codes:referralStatus.awaiting-information');
        if (triage.state !== 'proposed') return '';
        const { verdict, countries } = triage.proposal;
        return (
          <>
            {countries.map(({ country }) => countryName(language, country)).join(', ')}
            {verdict !== 'clear' && (
              <>
                {' '}
                <Tag colour="yellow">{t(`codes:triageVerdict.${verdict}`)}</Tag>
              </>
            )}
          </>
        );
      },
    },
    {
      ...{ key: 'sender', title: t('everywhere:column.sender') },
      cell: ({ senderAgencyId }) => <AgencyName name={names.agency(senderAgencyId)} />,
    },
    {
      ...{ key: 'duplicates', title: t('waiting:triage.duplicates'), number: true },
      cell: ({ reference, duplicates }) =>
        duplicates.length > 0 && (
          <a href={compareAddress(reference, address)}>{formatNumber(duplicates.length, language)}</a>
        ),
    },
  ];
}

/** Opens the referral beside the table. */
function Opener({ row, isOpen }: { row: WaitingReferral; isOpen: boolean }) {
  const { reference, unread, kind } = row;
  const { t, address } = useViewer();
  const path = withQuery(address, { show: reference, done: undefined, of: undefined, number: undefined });
  return (
    <>
      <a
        class={unread ? 'desk-reference desk-unread' : 'desk-reference'}
        href={path}
        {...(isOpen && { 'aria-current': 'true' as const })}
      >
        {reference}
      </a>
      {unread && <UnreadMark />}
      <DrillTag row={row} />
      <div class="desk-quiet">{t(`codes:kind.${kind}`)}</div>
    </>
  );
}
