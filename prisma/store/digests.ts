/** Reads the content of the daily digest: who receives one, what they and their agency must do, and what changed. */

import type { Approval } from '../../domain/agency-view.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { FurtherTask } from '../../domain/further-tasks.ts';
import type { ReferralStatus } from '../../domain/statuses.ts';
import type { Instant, Urgency } from '../../domain/vocabulary.ts';
import type { Party, Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { countParties, listParties } from './parties.ts';

/** A person who receives a digest, and the agencies that it covers. */
export interface DigestReader {
  personId: string;
  name: string;
  email: string;
  language: string;
  zone: string;
  /** Hour of the day in the time zone `zone`. */
  digestHour: number;
  /** When the last digest was prepared. */
  digestSentAt: Date | null;
  desks: DigestDesk[];
}

/** A person at an agency who gets a digest. */
export interface DigestDesk {
  agencyId: string;
  name: string;
  /** The person is a supervisor there, and decides what officers cannot. */
  approves: boolean;
}

/** A task of a person: what a clock requires, what a supervisor decides, a further task, or to confirm a recall or an erasure. */
export type DigestTask = ClockName | Approval | FurtherTask | 'confirm-recall' | 'confirm-erasure';

/** A task in a digest. */
export interface WaitingItem {
  reference: string;
  urgency: Urgency;
  task: DigestTask;
  /** Absent if no clock applies. */
  dueAt?: Instant;
}

/** The total number of items, and the first few. */
export interface CountedTasks<Item> {
  count: number;
  first: Item[];
}

/** The tasks and changes of one reader. */
export interface Digest {
  /** Tasks of the person: overdue first, then by due instant. */
  yours: CountedTasks<WaitingItem>;
  /** Tasks that a colleague handles, or that are not assigned yet. */
  others: CountedTasks<WaitingItem>;
  /** Number of overdue tasks, of all above. */
  overdue: number;
  /** Changes since the last digest that the person has not seen, newest first. */
  changed: CountedTasks<{ reference: string; status: ReferralStatus }>;
}

/** How many items of a kind a letter lists; the desk shows the others. */
const NAMED = 10;

/** Roles that can have tasks: officers and supervisors. */
const ROLES = ['liaison-officer', 'partner-officer', 'supervisor'];

/** Returns the people who want a digest. */
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

/** Returns the content of one person's digest. */
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

/**
 * Records that the digest was sent. Call it only after all letters of that day were sent: until then, they are retried.
 */
export async function markDigest(db: Queries, personId: string, at: Date): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { digestSentAt: at } });
}

function whatWaits(agencyId: string, approves: boolean): Prisma.PartyWhereInput {
  const recalled = { recipientStatus: 'recalled', inHand: true };
  const erased = { status: 'erased', inHand: true };
  return {
    agencyId,
    OR: [
      ...[{ owesBy: { not: null } }, { furtherTasks: { isEmpty: false } }, recalled, erased],
      ...(approves ? [{ approvals: { isEmpty: false } }] : []),
    ],
  };
}

async function waiting(
  db: Queries,
  where: Prisma.PartyWhereInput,
  approves: boolean,
): Promise<CountedTasks<WaitingItem>> {
  const count = await db.party.count({ where });
  const orderBy = [{ owesBy: { sort: 'asc', nulls: 'last' } }, { reference: 'asc' }] as const;
  const first = await db.party.findMany({ where, orderBy: [...orderBy], take: NAMED });
  return { count, first: first.map((row) => itemOf(row, approves)) };
}

function itemOf(row: Party, approves: boolean): WaitingItem {
  const { reference, urgency, status, owes, owesBy, approvals, furtherTasks } = row;
  const toConfirm = status === 'erased' ? 'confirm-erasure' : 'confirm-recall';
  const task = owes ?? (approves ? approvals[0] : undefined) ?? furtherTasks[0] ?? toConfirm;
  return {
    reference,
    urgency: urgency as Urgency,
    task: task as DigestTask,
    ...(owesBy && { dueAt: owesBy.toISOString() }),
  };
}
