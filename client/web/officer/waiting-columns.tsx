/** The columns of *Waiting for us*: what to do, by when, who handles it, and the acts that do it. */

import type { Names } from '../../i18n/render-sentence.ts';
import type { PossibleAct } from '../../queries/may-act.ts';
import type { WaitingRow } from '../../queries/waiting.ts';
import { AgencyName } from '../parts/agency-name.tsx';
import { Due } from '../parts/due.tsx';
import { type Column, withQuery } from '../parts/table.tsx';
import { CurrentUrgency } from '../parts/tag.tsx';
import { selectionValue } from '../referral/many-acts.tsx';
import { useViewer } from '../viewer.ts';
import { Handler, ListedReference } from './listed-referral.tsx';
import { Selector } from './selection.tsx';

/** Whether the viewer can do the task: others are listed for supervisors, who see to it that they are done. */
export function isSelectable({ acts }: WaitingRow): boolean {
  return acts.length > 0;
}

/** The columns, of which the first selects referrals for an act on many. */
export function useWaitingColumns(names: Names, { isAllSelected }: { isAllSelected: boolean }): Column<WaitingRow>[] {
  const { t } = useViewer();
  return [
    {
      ...{ key: 'select', title: t('everywhere:column.select'), action: true },
      cell: (row) =>
        isSelectable(row) && (
          <Selector reference={row.reference} of={keyOf(row)} value={selectionValue(row)} checked={isAllSelected} />
        ),
    },
    {
      ...{ key: 'due', title: t('everywhere:column.due'), sorts: true },
      cell: ({ dueAt, riskAt }) => (dueAt ? <Due at={dueAt} riskAt={riskAt} /> : t('everywhere:time.none')),
    },
    {
      ...{ key: 'task', title: t('waiting:task') },
      cell: ({ task, reply, answer }) => (
        <>
          {task === 'reply' && reply ? t(`officer:asked.${reply.to}`) : t(`waiting:do.${task}`)}
          {reply && <div class="desk-quiet">{names.agency(reply.askerAgencyId)}</div>}
          {answer && <div class="desk-quiet">{t(`waiting:answer.${answer}`)}</div>}
        </>
      ),
    },
    {
      ...{ key: 'reference', title: t('everywhere:column.reference'), sorts: true },
      cell: (row) => <ListedReference row={row} />,
    },
    {
      ...{ key: 'urgency', title: t('everywhere:column.urgency'), sorts: true },
      cell: ({ referral }) => <CurrentUrgency referral={referral} />,
    },
    { key: 'kind', title: t('everywhere:column.kind'), cell: ({ kind }) => t(`codes:kind.${kind}`) },
    {
      ...{ key: 'sender', title: t('everywhere:column.sender') },
      cell: ({ senderAgencyId }) => <AgencyName name={names.agency(senderAgencyId)} />,
    },
    {
      ...{ key: 'handler', title: t('everywhere:column.handler') },
      cell: ({ handler }) => <Handler id={handler} names={names} />,
    },
    { key: 'acts', title: t('waiting:acts'), action: true, cell: (row) => <Acts row={row} /> },
  ];
}

/** Identifies a row: a referral can have several tasks. */
export function keyOf({ reference, task, recipientId = '', translationId = '', reply }: WaitingRow): string {
  const asked = reply?.to === 'question' ? reply.questionId : (reply?.recipientId ?? '');
  return `${reference}-${task}${recipientId}${translationId}${asked}`;
}

function Acts({ row: { reference, task, acts } }: { row: WaitingRow }) {
  const { t, address } = useViewer();
  // Who cannot assign can still propose the closure: without this, that would seem to be the task.
  const isForSupervisor = task === 'assignment' && !acts.some(({ type }) => type === 'assign-recipient');
  const others = t(isForSupervisor ? 'officer:held.supervisor' : 'waiting:others');
  if (acts.length === 0) return <span class="desk-quiet">{others}</span>;
  const back = withQuery(address, { done: undefined, of: undefined, number: undefined, select: undefined });
  if (task === 'triage') {
    return (
      <a href={`/triage?show=${reference}`}>
        {t('waiting:do.triage')}
        <span class="govuk-visually-hidden">: {reference}</span>
      </a>
    );
  }
  return (
    <>
      {isForSupervisor && <span class="desk-quiet">{others}</span>}
      <ul class="desk-plain-list">
        {acts.map((act) => (
          <li>
            <a href={addressOf(reference, act, back)}>
              {t(`codes:act.${act.type}`)}
              <span class="govuk-visually-hidden">: {reference}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function addressOf(
  reference: string,
  { type, recipientId, questionId, translationId }: PossibleAct,
  back: string,
): string {
  const about = {
    ...(recipientId && { recipient: recipientId }),
    ...(questionId && { question: questionId }),
    ...(translationId && { translation: translationId }),
  };
  return `/referrals/${reference}/acts/${type}?${new URLSearchParams({ ...about, back })}`;
}
