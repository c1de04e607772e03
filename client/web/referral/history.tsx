/** What happened, in order, and the letters that were written: without a word of the case. */

import type { OutboxLetter } from '../../../prisma/store/letter-outbox.ts';
import { labelled } from '../../i18n/labelled.ts';
import { renderWithNames } from '../../i18n/render-sentence.ts';
import { actorName } from '../../queries/names.ts';
import { doneBy, type TimelineEntry, timelineOf } from '../../queries/timeline.ts';
import { DateAndTime } from '../parts/due.tsx';
import type { Column } from '../parts/table.tsx';
import { TableInParts } from '../parts/table-in-parts.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { DuplicateItems } from './duplicate-list.tsx';
import type { ReferralView } from './referral-view.ts';

interface Props {
  view: ReferralView;
  /** The last entry that the viewer had seen before; what came after is marked. */
  seen: number;
}

/** The timeline of a referral as a table. */
export function Timeline({ view, seen }: Props) {
  const { t, language } = useViewer();
  const { journal, names, person } = view;
  const columns: Column<TimelineEntry>[] = [
    { key: 'at', title: t('referral:column.at'), cell: ({ at }) => <DateAndTime at={at} /> },
    {
      key: 'what',
      title: t('referral:column.what'),
      cell: ({ said, seq }) => (
        <>
          {renderWithNames(said, language, names)}{' '}
          {seq > seen && seen > 0 && <Tag colour="blue">{t('referral:new')}</Tag>}
        </>
      ),
    },
    {
      key: 'by',
      title: t('referral:column.by'),
      cell: (entry) => {
        const by = doneBy(entry);
        const name = actorName(by, names, person.agencyId, t);
        return by.kind === 'engine' ? <span class="desk-quiet">{name}</span> : name;
      },
    },
  ];
  return (
    <TableInParts
      name="timeline"
      size={60}
      caption={t('referral:part.timeline')}
      columns={columns}
      rows={timelineOf(journal, [])}
      empty=""
    />
  );
}

/** The notifications about a referral as a table. */
export function Letters({ view: { letters, names } }: { view: ReferralView }) {
  const { t } = useViewer();
  const columns: Column<OutboxLetter>[] = [
    { key: 'letter', title: t('referral:column.letter'), cell: ({ letter }) => t(`codes:letter.${letter}`) },
    {
      key: 'to',
      title: t('referral:column.to'),
      cell: ({ addressee }) =>
        addressee.kind === 'person'
          ? names.person(addressee.personId)
          : t(`timeline:line.${addressee.line}`, { point: names.point(addressee.contactPointId) }),
    },
    { key: 'decided', title: t('referral:column.decided'), cell: ({ decidedAt }) => <DateAndTime at={decidedAt} /> },
    {
      key: 'status',
      title: t('everywhere:column.status'),
      cell: ({ status, settledAt, code }) => (
        <>
          {status === 'failed' ? (
            <Tag colour="red">{t('codes:letterStatus.failed')}</Tag>
          ) : (
            t(`codes:letterStatus.${status}`)
          )}{' '}
          {settledAt && <DateAndTime at={settledAt} />} {code && <code>{code}</code>}
        </>
      ),
    },
  ];
  return (
    <TableInParts
      name="letters"
      size={30}
      caption={t('referral:part.letters')}
      columns={columns}
      rows={letters}
      empty={t('referral:no-letters')}
    />
  );
}

/** Links to other referrals, and possible duplicates with the values that they share. */
export function Links({ view: { referral, references, duplicates } }: { view: ReferralView }) {
  const { t } = useViewer();
  const ids = new Set(duplicates.map(({ referralId }) => referralId));
  const links = referral.links.filter(({ otherId, kind }) => kind !== 'possible-duplicate' || !ids.has(otherId));
  if (links.length + duplicates.length === 0) return <p class="govuk-body">{t('referral:no-links')}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <DuplicateItems duplicates={duplicates} />
      {links.map(({ otherId, kind }) => {
        const reference = references.get(otherId);
        return (
          <li>
            {labelled(t, t(`codes:linkKind.${kind}`), '')}
            {reference ? <a href={`/referrals/${reference}`}>{reference}</a> : t('referral:elsewhere')}
          </li>
        );
      })}
    </ul>
  );
}
