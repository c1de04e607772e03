/** What waits for a supervisor beside closures: each leads to the act that decides it. */

import type { Actor } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Approvals } from '../../desk/approvals.ts';
import type { Words } from '../../words/words.ts';
import { Reference } from '../parts/reference.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { UrgencyTag } from '../parts/tag.tsx';
import type { Book } from '../referral/names.ts';
import { useViewer } from '../viewer.ts';

export function referenceColumn<Row extends { referral: Referral }>(words: Words): Column<Row> {
  return {
    ...{ key: 'reference', title: words('everywhere:column.reference') },
    cell: ({ referral: { reference } }) => <Reference reference={reference} />,
  };
}

export function Withdrawals({ withdrawals, book }: { withdrawals: Approvals['withdrawals']; book: Book }) {
  const { words } = useViewer();
  return (
    <Table
      caption={words('supervisor:approvals.withdrawals')}
      titled
      rows={withdrawals}
      empty={words('supervisor:approvals.no-withdrawals')}
      columns={[
        referenceColumn(words),
        { key: 'by', title: words('supervisor:approvals.by'), cell: ({ by }) => <Who by={by} book={book} /> },
        {
          ...{ key: 'decide', title: words('supervisor:approvals.decide') },
          cell: ({ referral, mayGrant }) => mayGrant && <ToAct referral={referral} act="withdraw" />,
        },
      ]}
    />
  );
}

export function Reductions({ reductions }: { reductions: Approvals['reductions'] }) {
  const { words } = useViewer();
  return (
    <>
      <Table
        caption={words('supervisor:approvals.reductions')}
        titled
        rows={reductions}
        empty={words('supervisor:approvals.no-reductions')}
        columns={[
          referenceColumn(words),
          {
            ...{ key: 'asked', title: words('supervisor:approvals.asked') },
            cell: ({ referral }) => <UrgencyTag urgency={referral.facts.urgency} />,
          },
          {
            ...{ key: 'proposed', title: words('supervisor:approvals.proposed') },
            cell: ({ proposal }) => <UrgencyTag urgency={proposal.urgency} />,
          },
          {
            ...{ key: 'decide', title: words('supervisor:approvals.decide') },
            cell: ({ referral }) => <ToAct referral={referral} act="complete-triage" />,
          },
        ]}
      />
      <p class="govuk-hint">{words('supervisor:approvals.reductions-hint')}</p>
    </>
  );
}

export function Assignments({ assignments, book }: { assignments: Approvals['assignments']; book: Book }) {
  const { words } = useViewer();
  const point = (id: string) => book.directory.contactPoints.find((each) => each.id === id)?.name ?? id;
  return (
    <Table
      caption={words('supervisor:approvals.assignments')}
      titled
      rows={assignments}
      empty={words('supervisor:approvals.no-assignments')}
      columns={[
        referenceColumn(words),
        {
          ...{ key: 'recipient', title: words('supervisor:approvals.recipient') },
          cell: ({ recipient }) => `${point(recipient.contactPointId)} (${recipient.id})`,
        },
        {
          ...{ key: 'status', title: words('everywhere:column.status') },
          cell: ({ recipient }) => words(`codes:recipientStatus.${recipient.status}`),
        },
        {
          ...{ key: 'decide', title: words('supervisor:approvals.decide') },
          cell: ({ referral, recipient }) => (
            <ToAct referral={referral} act="assign-recipient" query={`?replaces=${recipient.id}`} />
          ),
        },
      ]}
    />
  );
}

export function Held({ held, book }: { held: readonly Referral[]; book: Book }) {
  const { words } = useViewer();
  const agency = (id: string) => book.directory.agencies.find((each) => each.id === id)?.name ?? id;
  return (
    <Table
      caption={words('supervisor:approvals.held')}
      titled
      rows={held.map((referral) => ({ referral }))}
      empty={words('supervisor:approvals.no-held')}
      columns={[
        referenceColumn(words),
        {
          ...{ key: 'urgency', title: words('everywhere:column.urgency') },
          cell: ({ referral }) => <UrgencyTag urgency={referral.urgency} />,
        },
        {
          ...{ key: 'sender', title: words('everywhere:column.sender') },
          cell: ({ referral }) => agency(referral.senderAgencyId),
        },
        {
          ...{ key: 'decide', title: words('supervisor:approvals.decide') },
          cell: ({ referral }) => <ToAct referral={referral} act="assign-recipient" />,
        },
      ]}
    />
  );
}

type Decided = 'withdraw' | 'complete-triage' | 'assign-recipient';

function ToAct({ referral: { reference }, act, query = '' }: { referral: Referral; act: Decided; query?: string }) {
  const { words } = useViewer();
  return <a href={`/referrals/${encodeURIComponent(reference)}/acts/${act}${query}`}>{words(`codes:act.${act}`)}</a>;
}

export function Who({ by, book }: { by: Actor; book: Book }) {
  const { words } = useViewer();
  if (by.kind === 'engine') return <>{words('supervisor:audit.engine')}</>;
  return <>{book.people.find(({ id }) => id === by.personId)?.name ?? by.personId}</>;
}
