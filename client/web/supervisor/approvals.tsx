/** Approvals: what waits for a supervisor, with the decision at hand. Deciding is an act like any other. */

import type { FastifyInstance } from 'fastify';
import type { Referral } from '../../../domain/referral.ts';
import { type Approvals, readApprovals } from '../../desk/approvals.ts';
import type { Words } from '../../words/words.ts';
import { atDesk } from '../at-desk.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { DoneNotice } from '../officer/done-notice.tsx';
import { showPage } from '../page.tsx';
import { Form, Submit, TextArea } from '../parts/form.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { Table } from '../parts/table.tsx';
import type { CaseDeps } from '../referral/case.ts';
import type { Book } from '../referral/names.ts';
import { useViewer } from '../viewer.ts';
import { Assignments, Held, Reductions, referenceColumn, Who, Withdrawals } from './approval-tables.tsx';

export function approvalPages(app: FastifyInstance, { db, book }: CaseDeps): void {
  app.get<{ Querystring: { format?: string } }>('/approvals', async (request, reply) => {
    const { asker, words } = atDesk(request, 'approvals');
    const [approvals, known] = await Promise.all([readApprovals({ db }, asker.person), book()]);
    if (request.query.format === 'csv') return sendCsv(reply, 'approvals', csvRows(approvals, words));
    const body = <ApprovalsPage approvals={approvals} book={known} />;
    return showPage(request, reply, { title: words('everywhere:nav.approvals'), desk: 'approvals', live: true, body });
  });
}

const WAITING = ['closures', 'withdrawals', 'reductions', 'assignments'] as const;

function csvRows(approvals: Approvals, words: Words): Cell[][] {
  const row = (waits: 'held' | (typeof WAITING)[number], { reference, urgency, status }: Referral): Cell[] => [
    ...[words(`supervisor:approvals.${waits}`), reference],
    ...[words(`codes:urgency.${urgency}`), words(`codes:referralStatus.${status}`)],
  ];
  return [
    [
      words('everywhere:nav.approvals'),
      words('everywhere:column.reference'),
      words('everywhere:column.urgency'),
      words('everywhere:column.status'),
    ],
    ...WAITING.flatMap((waits) => approvals[waits].map(({ referral }) => row(waits, referral))),
    ...approvals.held.map((referral) => row('held', referral)),
  ];
}

function ApprovalsPage({ approvals, book }: { approvals: Approvals; book: Book }) {
  const { words } = useViewer();
  return (
    <>
      <DoneNotice />
      <h1 class="govuk-heading-l">{words('everywhere:nav.approvals')}</h1>
      <Closures closures={approvals.closures} book={book} />
      <Withdrawals withdrawals={approvals.withdrawals} book={book} />
      <Reductions reductions={approvals.reductions} />
      <Assignments assignments={approvals.assignments} book={book} />
      <Held held={approvals.held} book={book} />
      <ListFoot />
    </>
  );
}

function Closures({ closures, book }: { closures: Approvals['closures']; book: Book }) {
  const { words } = useViewer();
  return (
    <Table
      caption={words('supervisor:approvals.closures')}
      titled
      rows={closures}
      empty={words('supervisor:approvals.no-closures')}
      columns={[
        referenceColumn(words),
        {
          ...{ key: 'kind', title: words('supervisor:approvals.kind') },
          cell: ({ ending }) => words(`codes:closureKind.${ending.kind}`),
        },
        {
          ...{ key: 'by', title: words('supervisor:approvals.by') },
          cell: ({ ending }) => <Who by={ending.by} book={book} />,
        },
        {
          ...{ key: 'decide', title: words('supervisor:approvals.decide') },
          cell: ({ referral, mayApprove }) => <Decide referral={referral} mayApprove={mayApprove} />,
        },
      ]}
    />
  );
}

/** Approving is one button; sending back wants a reason. Both are the acts of the referral's own page. */
function Decide({ referral: { reference, seq }, mayApprove }: { referral: Referral; mayApprove: boolean }) {
  const { words } = useViewer();
  const hidden = () => ({ key: crypto.randomUUID(), seen: seq, back: '/approvals' });
  const path = `/referrals/${encodeURIComponent(reference)}/acts`;
  return (
    <>
      {mayApprove ? (
        <Form action={`${path}/approve-closure`} hidden={hidden()}>
          <Submit>{words('codes:act.approve-closure')}</Submit>
        </Form>
      ) : (
        <p class="govuk-body-s">{words('supervisor:approvals.not-yours')}</p>
      )}
      <details class="govuk-details">
        <summary class="govuk-details__summary">{words('codes:act.return-closure')}</summary>
        <Form action={`${path}/return-closure`} hidden={hidden()}>
          <TextArea name="text" label={words('supervisor:approvals.return-reason')} rows={2} of={reference} />
          <Submit kind="secondary">{words('codes:act.return-closure')}</Submit>
        </Form>
      </details>
    </>
  );
}
