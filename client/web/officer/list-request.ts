/** Reads the list that an address requests, with the defaults of the desk. */

import type { FastifyReply } from 'fastify';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { type ListedFacts, listedFactsOf } from '../../../prisma/store/referrals.ts';
import { parse } from '../../contract/parse.ts';
import type { Principal } from '../../http/identity/principal.ts';
import { handlingText } from '../../i18n/handling-text.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type ListRow, pageOfReferrals } from '../../queries/list.ts';
import { listAddress, withoutEmpty } from '../../queries/list-address.ts';
import { type Cell, streamCsv } from '../csv.ts';
import { everyPage } from '../parts/every-page.ts';

/** Rows of one page. */
const LIMIT = 40;
/** And of one question to the database where the whole list goes into a file. */
const FILE_LIMIT = 200;

/** The query of a list, and whether it was requested as CSV. */
export interface ListRequest {
  query: ListQuery;
  isCsv: boolean;
}

/** `desk` is the page's own wherever it names one. @throws ReferralError INVALID_INPUT naming the field. */
export function readListRequest(
  asked: unknown,
  defaults: Pick<ListQuery, 'sort' | 'order'> & Partial<Pick<ListQuery, 'desk' | 'open'>>,
): ListRequest {
  const given = withoutEmpty(asked);
  const { sort = defaults.sort, order, limit = LIMIT, ...filter } = parse(listAddress, given);
  const isOrdered = order !== undefined || sort !== defaults.sort;
  return {
    query: {
      ...{ ...filter, sort, order: order ?? (isOrdered ? 'asc' : defaults.order), limit },
      ...(defaults.desk && { desk: defaults.desk }),
    },
    isCsv: given['format'] === 'csv',
  };
}

const ORDER = ['desk', 'sort', 'order', 'cursor', 'limit'];

/** Whether the request filters the list. */
export function isNarrowed(query: ListQuery): boolean {
  return Object.keys(query).some((name) => !ORDER.includes(name));
}

interface Whole {
  deps: { db: Database };
  principal: Principal;
  query: ListQuery;
  t: Translate;
  names: Names;
}

/** The whole list as CSV: every column as text, instants in ISO 8601 (UTC). */
export function sendList(reply: FastifyReply, { deps, principal, query, t, names }: Whole): Promise<FastifyReply> {
  const head = [
    ...(['reference', 'kind', 'urgency', 'status', 'sender', 'recipients', 'handler', 'next', 'due'] as const),
    ...(['submitted', 'changed'] as const),
  ];
  const pages = everyPage(async (cursor) => {
    const page = await pageOfReferrals(deps, principal.person, {
      ...query,
      limit: FILE_LIMIT,
      ...(cursor && { cursor }),
    });
    return { ...page, rows: await withFacts(deps.db, page.rows) };
  });
  return streamCsv(reply, query.desk, {
    ...{
      head: [...head.map((name) => t(`everywhere:column.${name}`)), t('referral:handling'), t('referral:fact.crime')],
      pages,
    },
    lines: (rows) => rows.map((row) => lineOf(row, t, names)),
  });
}

type Listed = ListRow & { facts: ListedFacts | undefined };

/** How each may be used, and what it is about. */
async function withFacts(db: Database, rows: readonly ListRow[]): Promise<Listed[]> {
  const facts = await listedFactsOf(
    db,
    rows.map(({ referralId }) => referralId),
  );
  return rows.map((row) => ({ ...row, facts: facts.get(row.referralId) }));
}

function lineOf(row: Listed, t: Translate, names: Names): Cell[] {
  return [
    ...[row.reference, t(`codes:kind.${row.kind}`), t(`codes:urgency.${row.urgency}`)],
    ...[t(`codes:referralStatus.${row.status}`), names.agency(row.senderAgencyId)],
    row.recipients.map(({ agencyId }) => names.agency(agencyId)).join('; '),
    row.handler ? names.person(row.handler) : '',
    row.nextClock ? t(`codes:clockName.${row.nextClock.clock}`) : '',
    ...[row.nextClock?.dueAt ?? '', row.submittedAt, row.changedAt],
    row.facts && handlingText(t, row.facts),
    row.facts?.crimeAreas.map((area) => t(`codes:crimeArea.${area}`)).join('; '),
  ];
}
