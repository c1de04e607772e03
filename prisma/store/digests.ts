/** What the daily digest tells: who wants one, what waits for them and their agency, and what changed. */

import type { Approval } from '../../domain/agency-view.ts';
import type { ReferralStatus } from '../../domain/statuses.ts';
import type { ClockName, Instant, Urgency } from '../../domain/vocabulary.ts';
import type { Party, Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { countParties, listParties } from './parties.ts';

/** Somebody who wants a digest, and the agencies that it is about. */
export interface DigestReader {
  personId: string;
  name: string;
  email: string;
  language: string;
  zone: string;
  /** Hour of the day in `zone`. */
  digestHour: number;
  /** When the last one was looked for. */
  digestSentAt: Date | null;
  desks: DigestDesk[];
}

export interface DigestDesk {
  agencyId: string;
  name: string;
  /** A supervisor there decides what officers cannot. */
  approves: boolean;
}

/** What somebody must do: what a clock waits for, what a supervisor decides, or to erase what was recalled. */
export type DigestTask = ClockName | Approval | 'confirm-recall';

export interface WaitingItem {
  reference: string;
  urgency: Urgency;
  task: DigestTask;
  /** Absent where nothing counts the time. */
  dueAt?: Instant;
}

/** All of them as a number, and the first few. */
export interface Counted<Item> {
  count: number;
  first: Item[];
}

export interface Digest {
  /** Overdue first, then by what is due first. */
  yours: Counted<WaitingItem>;
  /** With a colleague, or with nobody yet. */
  others: Counted<WaitingItem>;
  /** Of all that waits. */
  overdue: number;
  /** Since the last digest, and not seen by the person since; the last first. */
  changed: Counted<{ reference: string; status: ReferralStatus }>;
}

/** Those of a kind that a letter names; the rest is on the desk. */
const NAMED = 10;

/** Officers and supervisors; nothing waits for anybody else. */
const ROLES = ['liaison-officer', 'partner-officer', 'supervisor'];

export async function digestReaders(db: Queries): Promise<DigestReader[]> {
  const memberships = { where: { role: { in: ROLES } }, orderBy: { agencyId: 'asc' } } as const;
  const people = await db.person.findMany({
    where: { digestHour: { not: null }, memberships: { some: { role: { in: ROLES } } } },
    include: { memberships },
    orderBy: { id: 'asc' },
  });
  const names = new Map((await db.agency.findMany()).map(({ id, name }) => [id, name]));
  return people.map(({ id: personId, name, email, language, zone, digestHour, digestSentAt, memberships }) => ({
    ...{ personId, name, email, language, zone, digestHour: digestHour ?? 0, digestSentAt },
    desks: [...Map.groupBy(memberships, ({ agencyId }) => agencyId)].map(([agencyId, held]) => ({
      agencyId,
      name: names.get(agencyId) ?? agencyId,
      approves: held.some(({ role }) => role === 'supervisor'),
    })),
  }));
}

export async function readDigest(
  db: Queries,
  { agencyId, approves }: DigestDesk,
  personId: string,
  { now, since }: { now: Date; since: Date },
): Promise<Digest> {
  const waits = whatWaits(agencyId, approves);
  const isOthers = { OR: [{ handler: null }, { handler: { not: personId } }] };
  const asking = { agencyId, personId, now: now.toISOString() };
  const filter = { desk: 'all', changedSince: since.toISOString(), unread: true } as const;
  const changed = await listParties(db, { ...asking, filter, sort: 'changed', order: 'desc', limit: NAMED });
  return {
    yours: await waiting(db, { AND: [waits, { handler: personId }] }, approves),
    others: await waiting(db, { AND: [waits, isOthers] }, approves),
    overdue: await db.party.count({ where: { agencyId, owesBy: { lt: now } } }),
    changed: {
      count: await countParties(db, filter, asking),
      first: changed.map(({ reference, status }) => ({ reference, status })),
    },
  };
}

/** Not before everything of that day went out: until then it is tried again. */
export async function markDigest(db: Queries, personId: string, at: Date): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { digestSentAt: at } });
}

function whatWaits(agencyId: string, approves: boolean): Prisma.PartyWhereInput {
  const recalled = { recipientStatus: 'recalled', inHand: true };
  return {
    agencyId,
    OR: [{ owesBy: { not: null } }, recalled, ...(approves ? [{ approvals: { isEmpty: false } }] : [])],
  };
}

async function waiting(db: Queries, where: Prisma.PartyWhereInput, approves: boolean): Promise<Counted<WaitingItem>> {
  const count = await db.party.count({ where });
  const orderBy = [{ owesBy: { sort: 'asc', nulls: 'last' } }, { reference: 'asc' }] as const;
  const first = await db.party.findMany({ where, orderBy: [...orderBy], take: NAMED });
  return { count, first: first.map((row) => itemOf(row, approves)) };
}

function itemOf({ reference, urgency, owes, owesBy, approvals }: Party, approves: boolean): WaitingItem {
  const task = owes ?? (approves ? approvals[0] : undefined) ?? 'confirm-recall';
  return {
    reference,
    urgency: urgency as Urgency,
    task: task as DigestTask,
    ...(owesBy && { dueAt: owesBy.toISOString() }),
  };
}
