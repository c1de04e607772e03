/** Acts on many referrals at once: each is an act of its own, and each has its own result. */

import type { FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { FORM_ACT_TIMEOUT_MS } from '../../http/answer-timeout.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { placeOf } from '../../platform/log.ts';
import type { ListRow } from '../../queries/list.ts';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { faultOfRefusal } from './act-request.ts';
import { type Done, DoneInRow } from './done-notice.tsx';

/** As many as a page of a list can have selected. */
const MOST = 200;

const AT_ONCE = 8;

/** The value of a row's box: the referral, and the last entry that the list showed. */
export function selectionValue({ reference, entries }: Pick<ListRow, 'reference' | 'entries'>): string {
  return entries === undefined ? reference : `${reference}/${entries}`;
}

/** A value of `selectionValue`, as a form sends it. Without an entry, nothing is compared. */
export function selectedReferral(value: string): { name: string; seen?: number } {
  const [name = '', entries] = value.split('/');
  const seen = Number(entries);
  return { name, ...(entries !== undefined && Number.isSafeInteger(seen) && { seen }) };
}

/** The result for one referral. */
export interface ActOutcome {
  reference: string;
  /** Why it was refused; undefined if it was done, or if that is not known. */
  refused?: string;
  /** An error came between. The act may be recorded. */
  isUnknown?: true;
  /** What was done, and what is due next. */
  done?: Done | undefined;
}

/** The results, and how many of the selected referrals were left out because a form sends no more. */
export interface ManyResults {
  outcomes: ActOutcome[];
  leftOut: number;
}

/**
 * Acts on each of the selected referrals, a few at a time. The refusal or failure of one does not affect the others.
 *
 * @param act gets the selected value and the milliseconds that remain; returns the reference number
 */
export async function actOnMany(
  request: FastifyRequest,
  selected: readonly string[],
  act: (value: string, remainingMs: () => number) => Promise<ActOutcome>,
): Promise<ManyResults> {
  const { language } = principalOf(request);
  const until = Date.now() + FORM_ACT_TIMEOUT_MS;
  const all = [...new Set(selected)];
  const values = all.slice(0, MOST);
  const outcomeOf = async (value: string): Promise<ActOutcome> => {
    try {
      return await act(value, () => until - Date.now());
    } catch (thrown) {
      const error: unknown = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
      const reference = selectedReferral(value).name.slice(0, 40);
      if (error instanceof ReferralError) return { reference, refused: faultOfRefusal(error, language).message };
      // The page still shows what became of the others.
      request.log.error({ requestId: request.id, ...(error instanceof Error && placeOf(error)) }, 'bug');
      return { reference, isUnknown: true };
    }
  };
  const outcomes: ActOutcome[] = [];
  for (let n = 0; n < values.length; n += AT_ONCE) {
    outcomes.push(...(await Promise.all(values.slice(n, n + AT_ONCE).map(outcomeOf))));
  }
  return { outcomes, leftOut: all.length - values.length };
}

interface Props {
  title: string;
  results: ManyResults;
  /** The summary: how many were done and refused. */
  summary: (counts: { count: number; refused: number }) => string;
  /** The list from which the referrals were selected. */
  back: { path: string; label: string };
}

/** The result of each referral. */
export function ManyOutcomes({ title, results: { outcomes, leftOut }, summary, back }: Props) {
  const { t } = useViewer();
  const unknown = outcomes.filter(({ isUnknown }) => isUnknown).length;
  const refused = outcomes.filter((outcome) => outcome.refused !== undefined).length;
  const columns: Column<ActOutcome>[] = [
    {
      ...{ key: 'reference', title: t('everywhere:column.reference') },
      cell: ({ reference }) => <a href={`/referrals/${encodeURIComponent(reference)}`}>{reference}</a>,
    },
    {
      ...{ key: 'result', title: t('waiting:result') },
      cell: (outcome) => <Result outcome={outcome} list={back.path} />,
    },
  ];
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body" role="status">
        {summary({ count: outcomes.length - unknown - refused, refused })}
        {unknown > 0 && ` ${t('waiting:not-known', { count: unknown })}`}
        {leftOut > 0 && ` ${t('waiting:left-out', { count: leftOut, most: MOST })}`}
      </p>
      <Table caption={t('waiting:result')} columns={columns} rows={outcomes} empty={t('waiting:none-selected')} />
      <p>
        <a class="govuk-link" href={back.path}>
          {back.label}
        </a>
      </p>
    </>
  );
}

function Result({ outcome: { refused, isUnknown, done }, list }: { outcome: ActOutcome; list: string }) {
  const { t } = useViewer();
  if (isUnknown) {
    return (
      <>
        <Tag colour="yellow">{t('waiting:unknown')}</Tag> {t('waiting:look-first')}
      </>
    );
  }
  if (refused === undefined) return <DoneInRow done={done} list={list} />;
  return (
    <>
      <Tag colour="red">{t('waiting:refused')}</Tag> {refused}
    </>
  );
}
