/** Clarifications: questions and requests for consent to the agency, by due time, each with its clock. */

import type { FastifyInstance } from 'fastify';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type Clarification, listClarifications } from '../../queries/clarifications.ts';
import { nameLookup } from '../../queries/names.ts';
import { countWaiting, type TaskCounts } from '../../queries/waiting.ts';
import { showPage } from '../page.tsx';
import { Due } from '../parts/due.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type Column, Table } from '../parts/table.tsx';
import type { OfferedActType } from '../referral/act-forms.ts';
import { type Done, doneFrom } from '../referral/done-notice.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { readListRequest, sendList } from './list-request.ts';
import { Handler, ListedReference, UnreadLegend } from './listed-referral.tsx';
import { TaskTabs } from './task-tabs.tsx';

/** Registers the page of clarifications. */
export function clarificationPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/clarifications', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'clarifications');
    const { query, isCsv } = readListRequest(request.query, { desk: 'clarifications', sort: 'due', order: 'asc' });
    const names = nameLookup(await deps.lookup(), undefined);
    if (isCsv) return sendList(reply, { deps, principal, query, t, names });
    const [page, counts] = await Promise.all([
      listClarifications(deps, principal.person, query),
      countWaiting(deps, principal.person),
    ]);
    const body = <Clarifications {...{ ...page, query, names, counts }} done={await doneFrom(deps, request)} />;
    return showPage(request, reply, {
      ...{ title: t('everywhere:nav.clarifications'), desk: 'clarifications', live: true, body },
    });
  });
}

interface Props {
  rows: readonly Clarification[];
  total: number;
  next?: string;
  query: ListQuery;
  names: Names;
  counts: TaskCounts;
  done: Done | undefined;
}

function Clarifications({ rows, total, next, query, names, counts, done }: Props) {
  const { t } = useViewer();
  const title = t('everywhere:nav.clarifications');
  const columns: Column<Clarification>[] = [
    {
      ...{ key: 'reference', title: t('everywhere:column.reference'), sorts: true },
      cell: (row) => <ListedReference row={row} />,
    },
    { key: 'kind', title: t('everywhere:column.kind'), cell: ({ kind }) => t(`codes:kind.${kind}`) },
    {
      ...{ key: 'asked', title: t('officer:column.asked') },
      cell: ({ reply }) => (
        <>
          {t(`officer:asked.${reply.to}`)}
          <br />
          <span class="desk-quiet">{names.agency(reply.askerAgencyId)}</span>
        </>
      ),
    },
    {
      ...{ key: 'handler', title: t('everywhere:column.handler') },
      cell: ({ handler }) => <Handler id={handler} names={names} />,
    },
    {
      ...{ key: 'due', title: t('everywhere:column.due'), sorts: true },
      cell: ({ reply }) => reply.dueAt && <Due at={reply.dueAt} />,
    },
    {
      ...{ key: 'answer', title: t('officer:column.do'), action: true },
      cell: ({ reference, reply }) =>
        reply.to === 'question' ? (
          <Answer reference={reference} act="answer-information" about={{ question: reply.questionId }} />
        ) : (
          <ul class="desk-plain-list">
            {(['consent-onward', 'refuse-onward'] as const).map((act) => (
              <li>
                <Answer reference={reference} act={act} about={{ recipient: reply.recipientId }} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <ListLayout
      title={title}
      total={total}
      {...(query.cursor === undefined && { tasks: rows.length })}
      next={next}
      done={done}
      tabs={<TaskTabs counts={counts} current="clarifications" />}
    >
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        empty={t('officer:no-clarifications')}
        sorted={{ by: query.sort, order: query.order }}
      />
      <UnreadLegend rows={rows} />
    </ListLayout>
  );
}

function keyOf({ reference, reply }: Clarification): string {
  return `${reference}-${reply.to === 'question' ? reply.questionId : reply.recipientId}`;
}

interface AnswerProps {
  reference: string;
  act: OfferedActType;
  /** The recipient or the question, as the page of the act reads it. */
  about: Record<string, string>;
}

function Answer({ reference, act, about }: AnswerProps) {
  const { t } = useViewer();
  return (
    <a href={`/referrals/${reference}/acts/${act}?${new URLSearchParams({ ...about, back: '/clarifications' })}`}>
      {t(`codes:act.${act}`)}
      <span class="govuk-visually-hidden">: {reference}</span>
    </a>
  );
}
