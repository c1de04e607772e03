/** What happened, in order, and the letters that were written: without a word of the case. */

import type { KeptLetter } from '../../../prisma/store/letter-outbox.ts';
import { renderWithNames } from '../../i18n/render-sentence.ts';
import { type TimelineEntry, timelineOf } from '../../queries/timeline.ts';
import { When } from '../parts/due.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';

interface Props {
  view: ReferralView;
  /** The last entry that the viewer had seen before; what came after is marked. */
  seen: number;
}

export function Timeline({ view, seen }: Props) {
  const { words, language } = useViewer();
  const { journal, names, person } = view;
  const columns: Column<TimelineEntry>[] = [
    { key: 'at', title: words('referral:column.at'), cell: ({ at }) => <When at={at} /> },
    {
      key: 'what',
      title: words('referral:column.what'),
      cell: ({ said, seq }) => (
        <>
          {renderWithNames(said, language, names)}{' '}
          {seq > seen && seen > 0 && <Tag colour="blue">{words('referral:new')}</Tag>}
        </>
      ),
    },
    {
      key: 'by',
      title: words('referral:column.by'),
      cell: ({ by }) => {
        if (by.kind === 'engine') return <span class="desk-quiet">{words('referral:by-rule')}</span>;
        return by.agencyId === person.agencyId ? names.person(by.personId) : names.agency(by.agencyId);
      },
    },
  ];
  return <Table caption={words('referral:part.timeline')} columns={columns} rows={timelineOf(journal, [])} empty="" />;
}

export function Letters({ view: { letters, names } }: { view: ReferralView }) {
  const { words } = useViewer();
  const columns: Column<KeptLetter>[] = [
    { key: 'letter', title: words('referral:column.letter'), cell: ({ letter }) => words(`codes:letter.${letter}`) },
    {
      key: 'to',
      title: words('referral:column.to'),
      cell: ({ addressee }) =>
        addressee.kind === 'person'
          ? names.person(addressee.personId)
          : words(`timeline:line.${addressee.line}`, { point: names.point(addressee.contactPointId) }),
    },
    { key: 'decided', title: words('referral:column.decided'), cell: ({ decidedAt }) => <When at={decidedAt} /> },
    {
      key: 'status',
      title: words('everywhere:column.status'),
      cell: ({ status, settledAt, code }) => (
        <>
          {status === 'failed' ? (
            <Tag colour="red">{words('codes:letterStatus.failed')}</Tag>
          ) : (
            words(`codes:letterStatus.${status}`)
          )}{' '}
          {settledAt && <When at={settledAt} />} {code && <code>{code}</code>}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={words('referral:part.letters')}
      columns={columns}
      rows={letters}
      empty={words('referral:no-letters')}
    />
  );
}

export function Links({ view: { referral, references } }: { view: ReferralView }) {
  const { words } = useViewer();
  if (referral.links.length === 0) return <p class="govuk-body">{words('referral:no-links')}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {referral.links.map(({ otherId, kind }) => {
        const reference = references.get(otherId);
        return (
          <li>
            {words(`codes:linkKind.${kind}`)}:{' '}
            {reference ? <a href={`/referrals/${reference}`}>{reference}</a> : words('referral:elsewhere')}
          </li>
        );
      })}
    </ul>
  );
}
