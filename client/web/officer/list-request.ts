/** A list as its address asks for it, with what the desk takes where the address says nothing. */

import type { ListQuery } from '../../../domain/lists.ts';
import type { Person } from '../../../domain/people.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { parse } from '../../contract/parse.ts';
import { type ListRow, listReferrals } from '../../desk/list.ts';
import { listAddress, withoutEmpty } from '../../desk/list-address.ts';
import type { Names } from '../../tell.ts';
import type { Words } from '../../words/words.ts';
import type { Cell } from '../csv.ts';
import { everyPage } from '../parts/every-page.ts';

/** Rows of one page. */
const LIMIT = 50;
/** And of one question to the database where the whole list goes into a file. */
const FILE_LIMIT = 200;

export interface ListAsked {
  query: ListQuery;
  isCsv: boolean;
}

/** `desk` is the page's own wherever it names one. @throws ReferralError INVALID_INPUT naming the field. */
export function listAsked(
  asked: unknown,
  defaults: Pick<ListQuery, 'sort' | 'order'> & Partial<Pick<ListQuery, 'desk' | 'open'>>,
): ListAsked {
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

/** Every row of the list, for a file. */
export function everyReferral(deps: { db: Database }, viewer: Person, query: ListQuery): Promise<ListRow[]> {
  return everyPage((cursor) => listReferrals(deps, viewer, { ...query, limit: FILE_LIMIT, ...(cursor && { cursor }) }));
}

/** As a file: every column in words, instants as they are (ISO 8601, UTC). */
export function csvOf(rows: readonly ListRow[], words: Words, names: Names): Cell[][] {
  const head = [
    ...['reference', 'kind', 'urgency', 'status', 'sender', 'recipients', 'handler', 'next', 'due'],
    ...['submitted', 'changed'],
  ] as const;
  return [
    head.map((name) => words(`everywhere:column.${name}`)),
    ...rows.map((row) => [
      ...[row.reference, words(`codes:kind.${row.kind}`), words(`codes:urgency.${row.urgency}`)],
      ...[words(`codes:referralStatus.${row.status}`), names.agency(row.senderAgencyId)],
      row.recipients.map(({ agencyId }) => names.agency(agencyId)).join('; '),
      row.handler ? names.person(row.handler) : '',
      row.nextClock ? words(`codes:clockName.${row.nextClock.clock}`) : '',
      ...[row.nextClock?.dueAt ?? '', row.submittedAt, row.changedAt],
    ]),
  ];
}
