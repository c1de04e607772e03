/** Parses lists and their filters from the query string of a page or API request, and builds links to them. */

import { z } from 'zod';
import { TASKS } from '../../domain/agency-tasks.ts';
import { APPROVALS } from '../../domain/agency-view.ts';
import {
  ANSWER_CLOCKS,
  type ListFilter,
  type ListQuery,
  RECIPIENT_CONDITIONS,
  SORTS,
  WORKLISTS,
} from '../../domain/list-query.ts';
import { RECIPIENT_STATUSES, REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { DECLINE_GROUNDS, KINDS, OUTCOMES, URGENCIES } from '../../domain/vocabulary.ts';
import { country, instant } from '../contract/submission.ts';

const yesOrNo = z.enum(['true', 'false']).transform((word) => word === 'true');
const id = z.string().min(1).max(200);

/** A clock and its result: `acknowledge:in-time`, `decide:late`. */
const kept = z
  .string()
  .regex(/^(acknowledge|decide|outcome):(in-time|late)$/, 'must be a clock and how it was kept: acknowledge:in-time')
  .transform((words) => {
    const clock = (['acknowledge', 'decide', 'outcome'] as const).find((name) => words.startsWith(name));
    return { clock: clock ?? 'acknowledge', inTime: words.endsWith('in-time') };
  });

/** Schema of the query string: filters, order and cursor. Without a desk, all referrals of the agency. */
export const listAddress = z.object({
  desk: z.enum(WORKLISTS).default('all'),
  task: z.enum(TASKS).exactOptional(),
  sender: id.exactOptional(),
  proposal: z.enum(['clear', 'unclear']).exactOptional(),
  proposedCountry: country.exactOptional(),
  status: z.enum(REFERRAL_STATUSES).exactOptional(),
  open: yesOrNo.exactOptional(),
  urgency: z.enum(URGENCIES).exactOptional(),
  kind: z.enum(KINDS).exactOptional(),
  recipientStatus: z.enum(RECIPIENT_STATUSES).exactOptional(),
  relation: z.enum(['sender', 'coordinator', 'recipient']).exactOptional(),
  handler: id
    .transform((who) => (who === 'me' || who === 'nobody' || who === 'left' ? who : { personId: who }))
    .exactOptional(),
  dueBefore: instant.exactOptional(),
  breached: yesOrNo.exactOptional(),
  atRisk: yesOrNo.exactOptional(),
  silent: yesOrNo.exactOptional(),
  approval: z.enum(APPROVALS).exactOptional(),
  drill: yesOrNo.exactOptional(),
  unread: yesOrNo.exactOptional(),
  changedSince: instant.exactOptional(),
  submittedFrom: instant.exactOptional(),
  submittedBefore: instant.exactOptional(),
  part: z.enum(RECIPIENT_CONDITIONS).exactOptional(),
  country: country.exactOptional(),
  recipientAgency: id.exactOptional(),
  ground: z.enum(DECLINE_GROUNDS).exactOptional(),
  outcome: z.enum(OUTCOMES).exactOptional(),
  kept: kept.exactOptional(),
  answered: z.enum(ANSWER_CLOCKS).exactOptional(),
  sentOn: yesOrNo.exactOptional(),
  sort: z.enum(SORTS).exactOptional(),
  order: z.enum(['asc', 'desc']).exactOptional(),
  cursor: z.string().max(500).exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).exactOptional(),
});

/** Removes empty fields, which HTML forms also send. */
export function withoutEmpty(query: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(query)).filter(([, value]) => value !== ''));
}

/** Builds an address that `listAddress` can parse: `/referrals?desk=all&breached=true`. */
export function addressOfList(path: string, query: ListFilter & Partial<ListQuery>): string {
  const words = Object.entries(query).map(([name, value]) => [name, wordOf(value)]);
  return `${path}?${new URLSearchParams(words)}`;
}

function wordOf(value: ListQuery[keyof ListQuery]): string {
  if (typeof value !== 'object') return String(value);
  return 'personId' in value ? value.personId : `${value.clock}:${value.inTime ? 'in-time' : 'late'}`;
}
