/** Approvals: what waits for a supervisor, with the decision at hand. Deciding is an act like any other. */

import type { FastifyInstance } from 'fastify';
import { APPROVALS, type Approval } from '../../../domain/agency-view.ts';
import type { Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { parse } from '../../contract/parse.ts';
import { handlingText } from '../../i18n/handling-text.ts';
import type { Translate } from '../../i18n/i18n.ts';
import {
  type PendingDecisions,
  readApprovals,
  referralsAwaiting,
  type WaitingDecisions,
} from '../../queries/approvals.ts';
import { listAddress, withoutEmpty } from '../../queries/list-address.ts';
import type { DirectoryLookup } from '../../queries/names.ts';
import { countWaiting } from '../../queries/waiting.ts';
import { type Cell, streamCsv } from '../csv.ts';
import { TaskTabs } from '../officer/task-tabs.tsx';
import { showPage } from '../page.tsx';
import { everyPage } from '../parts/every-page.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Table } from '../parts/table.tsx';
import { DoneNotice, doneFrom } from '../referral/done-notice.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { COLUMNS } from './approval-columns.tsx';

/** Of each kind where all are on one page; and of one kind that is looked at alone. */
const [FIRST, ROWS, FILE_ROWS] = [20, 40, 200];

/** Registers the page of approvals. */
export function approvalPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  const { db, lookup } = deps;
  app.get<{ Querystring: { format?: string } }>('/approvals', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'approvals');
    const { approval: only, cursor } = parse(listAddress, withoutEmpty(request.query));
    const kinds = only ? [only] : APPROVALS;
    if (request.query.format === 'csv') {
      const pages = everyApproval(db, principal.person, kinds);
      return streamCsv(reply, 'approvals', { head: csvHead(t), pages, lines: (rows) => csvRows(rows, t) });
    }
    const known = await lookup();
    const counts = await countWaiting({ db }, principal.person);
    const partOf = async <Kind extends Approval>(kind: Kind) => {
      const page = only ? { cursor, limit: ROWS } : { limit: FIRST };
      const { [kind]: total = 0 } = counts;
      // To find none of a kind, the database would read all approvals of the other kinds.
      const waiting = total > 0 ? await readApprovals({ db }, principal.person, kind, page) : { decisions: [] };
      return <Part kind={kind} waiting={waiting} total={total} lookup={known} isAlone={only !== undefined} />;
    };
    const parts = await Promise.all(kinds.map(partOf));
    const title = t('everywhere:nav.approvals');
    const body = (
      <>
        <DoneNotice done={await doneFrom(deps, request)} />
        <h1 class="govuk-heading-l">{title}</h1>
        <TaskTabs counts={counts} current="approvals" />
        {only && <a href="/approvals">{t('supervisor:approvals.all-kinds')}</a>}
        {parts}
        {!only && <ListFoot />}
      </>
    );
    return showPage(request, reply, { title, desk: 'approvals', live: true, body });
  });
}

interface PartProps<Kind extends Approval> {
  kind: Kind;
  waiting: WaitingDecisions<Kind>;
  total: number;
  lookup: DirectoryLookup;
  isAlone: boolean;
}

function Part<Kind extends Approval>({ kind, waiting: { decisions, next }, total, lookup, isAlone }: PartProps<Kind>) {
  const viewer = useViewer();
  const { t } = viewer;
  return (
    <section class="desk-part">
      <Table
        caption={t(`supervisor:approvals.waits.${kind}`)}
        titled
        rows={decisions}
        rowKey={keyOf}
        isPart={next !== undefined}
        columns={COLUMNS[kind](viewer, lookup)}
        empty={t(`supervisor:approvals.none.${kind}`)}
      />
      {kind === 'reduction' && <p class="govuk-hint">{t('supervisor:approvals.reductions-hint')}</p>}
      {isAlone && <ListFoot next={next} total={t('everywhere:list.total', { count: total })} />}
      {!isAlone && next && (
        <p class="govuk-body">
          <a href={`/approvals?approval=${kind}`}>{t('supervisor:approvals.all', { count: total })}</a>
        </p>
      )}
    </section>
  );
}

/** A referral can lack several recipients. */
function keyOf(decision: PendingDecisions[Approval]): string {
  const recipientId = 'recipient' in decision ? decision.recipient?.id : undefined;
  return [decision.referral.reference, recipientId ?? ''].join('-');
}

interface ApprovalRow {
  kind: Approval;
  referral: Referral;
}

async function* everyApproval(
  db: Database,
  viewer: Person,
  kinds: readonly Approval[],
): AsyncGenerator<ApprovalRow[], void> {
  for (const kind of kinds) {
    const pages = everyPage((cursor) => referralsAwaiting({ db }, viewer, kind, { cursor, limit: FILE_ROWS }));
    for await (const page of pages) yield page.map((referral) => ({ kind, referral }));
  }
}

function csvHead(t: Translate): Cell[] {
  return [
    t('everywhere:nav.approvals'),
    ...(['reference', 'urgency', 'status'] as const).map((name) => t(`everywhere:column.${name}`)),
    t('referral:handling'),
  ];
}

function csvRows(lines: readonly ApprovalRow[], t: Translate): Cell[][] {
  return lines.map(({ kind, referral: { reference, urgency, status, facts } }) => [
    ...[t(`supervisor:approvals.waits.${kind}`), reference],
    ...[t(`codes:urgency.${urgency}`), t(`codes:referralStatus.${status}`), handlingText(t, facts)],
  ]);
}
