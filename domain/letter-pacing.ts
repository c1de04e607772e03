/** When letters are sent and which of them share a message: bundles, quiet hours, and the limits of an hour. */

import { DateTime } from 'luxon';
import type { LetterKind } from './letter-kinds.ts';
import type { Urgency } from './vocabulary.ts';

/** Why a letter is sent later. */
export type HeldFor = 'bundle' | 'quiet-hours' | 'cap' | 'retry';

/** Which letters quiet hours hold back. */
export const QUIET_HOLDS = ['what-can-wait', 'all'] as const;
/** Which letters quiet hours hold back. */
export type QuietHolds = (typeof QUIET_HOLDS)[number];

/** The limits. Without them, each letter is a message of its own and is sent at once. */
export interface LetterPacing {
  /** How long a letter waits for others to the same reader, unless its kind is sent at once. */
  bundleMinutes: number;
  /**
   * Hours of the reader's day between which nothing is sent but emergencies and what cannot wait until `to`. Two equal hours
   * mean none.
   */
  quiet: { from: number; to: number };
  /** Which letters quiet hours hold back: those that can wait until `to`, or all but those about an emergency. */
  quietHolds: QuietHolds;
  /** The most messages to one reader within an hour. The last one is left for emergencies. */
  messagesPerHour: number;
  /** Minutes from one message about emergencies to the next one within an hour. */
  emergencyGaps: {
    /** While the limit of the hour permits a further message: to the second one, and to later ones. */
    second: number;
    third: number;
    /** After that time, the next one is sent beyond the limit. */
    longest: number;
  };
}

/** The limits of an installation, unless it sets other quiet hours. */
export const LETTER_PACING: LetterPacing = {
  bundleMinutes: 10,
  quiet: { from: 22, to: 6 },
  quietHolds: 'what-can-wait',
  messagesPerHour: 3,
  emergencyGaps: { second: 1, third: 10, longest: 30 },
};

/** Letters that are worth a message of their own. All others wait to be bundled, unless the case is an emergency. */
const AT_ONCE: ReadonlySet<LetterKind> = new Set<LetterKind>([
  'new-referral',
  'recalled',
  'delivery-failed',
  'escalation',
  'overdue',
  'emergency-arrived',
  'consent-asked',
  'held',
]);

/** What decides when a letter is sent. */
export interface PacedLetter {
  letterId: string;
  letter: LetterKind;
  /** Absent for letters of earlier versions, which are sent at once. */
  urgency?: Urgency;
  queuedAt: Date;
  dueAt: Date | null;
  /** Set if the message was tried before. Its letters stay together. */
  messageId: string | null;
  /** For the duty line, which is on call at any hour. */
  isToDutyLine: boolean;
  /** The deadline that the letter is about. */
  deadline?: Date | undefined;
}

/** When messages were sent to one reader within the last hour. */
export interface RecentMessages {
  sentAt: readonly Date[];
  /** Those of `sentAt` that were about emergencies. */
  emergencySentAt: readonly Date[];
}

/** The reader, the current time, and what was sent to the reader. */
export interface PacingContext extends RecentMessages {
  now: Date;
  zone: string;
  pacing: LetterPacing | undefined;
}

/** Which letters to send now, by message, and which to hold until when. Every letter is in exactly one of them. */
export interface SendingPlan<L> {
  messages: L[][];
  held: { letters: L[]; until: Date; heldFor: HeldFor }[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Plans the letters of one reader. Messages that were tried before are repeated unchanged. */
export function planSending<L extends PacedLetter>(letters: readonly L[], context: PacingContext): SendingPlan<L> {
  const { now, pacing } = context;
  const tried = letters.filter(({ messageId }) => messageId !== null);
  const repeated = [...Map.groupBy(tried, ({ messageId }) => messageId).values()];
  const fresh = letters.filter(({ messageId }) => messageId === null);
  if (pacing === undefined) return { messages: [...repeated, ...fresh.map((letter) => [letter])], held: [] };
  const emergencies = fresh.filter(({ urgency }) => urgency === 'emergency');
  const first = planEmergencies(emergencies, context, pacing);
  const sentAt = [...context.sentAt, ...first.messages.map(() => now)];
  const others = planOthers(
    fresh.filter(({ urgency }) => urgency !== 'emergency'),
    { ...context, sentAt },
    pacing,
  );
  return {
    messages: [...first.messages, ...repeated, ...others.messages],
    held: [...first.held, ...others.held],
  };
}

/** The first one leaves at once. Further ones within the hour share a message after a gap. */
function planEmergencies<L extends PacedLetter>(
  letters: L[],
  context: PacingContext,
  pacing: LetterPacing,
): SendingPlan<L> {
  if (letters.length === 0) return { messages: [], held: [] };
  const until = endOfEmergencyGap(context, pacing);
  return until <= context.now
    ? { messages: [letters], held: [] }
    : { messages: [], held: [{ letters, until, heldFor: 'cap' }] };
}

function endOfEmergencyGap(context: PacingContext, { messagesPerHour, emergencyGaps }: LetterPacing): Date {
  const { now, emergencySentAt } = context;
  if (emergencySentAt.length === 0) return now;
  const last = Math.max(...emergencySentAt.map((at) => at.getTime()));
  const gap = emergencySentAt.length === 1 ? emergencyGaps.second : emergencyGaps.third;
  const permitted = Math.max(last + gap * MINUTE_MS, endOfCap(context, messagesPerHour).getTime());
  return new Date(Math.min(permitted, last + emergencyGaps.longest * MINUTE_MS));
}

/** One message with all letters that may leave, as soon as one of them is ready. */
function planOthers<L extends PacedLetter>(letters: L[], context: PacingContext, pacing: LetterPacing): SendingPlan<L> {
  const { now } = context;
  const quietUntil = endOfQuietHours(context, pacing);
  const mustWait = (letter: L) =>
    quietUntil !== undefined && (pacing.quietHolds === 'all' || canWait(letter, quietUntil));
  const [quiet, open] = [letters.filter(mustWait), letters.filter((letter) => !mustWait(letter))];
  const held: SendingPlan<L>['held'] =
    quietUntil && quiet.length > 0 ? [{ letters: quiet, until: quietUntil, heldFor: 'quiet-hours' }] : [];
  if (open.length === 0) return { messages: [], held };
  const ready = new Date(Math.min(...open.map((letter) => readyAt(letter, pacing))));
  const capped = endOfCap(context, pacing.messagesPerHour - 1);
  if (ready > now) return { messages: [], held: [...held, { letters: open, until: ready, heldFor: 'bundle' }] };
  if (capped > now) return { messages: [], held: [...held, { letters: open, until: capped, heldFor: 'cap' }] };
  return { messages: [open], held };
}

/** A letter is not held beyond its deadline, nor is one to people who are on call. */
function canWait({ isToDutyLine, deadline }: PacedLetter, quietUntil: Date): boolean {
  return !isToDutyLine && (deadline === undefined || deadline > quietUntil);
}

function readyAt({ letter, urgency, queuedAt }: PacedLetter, { bundleMinutes }: LetterPacing): number {
  const isAtOnce = urgency === undefined || AT_ONCE.has(letter);
  return queuedAt.getTime() + (isAtOnce ? 0 : bundleMinutes * MINUTE_MS);
}

/** When another message is permitted: an hour after the earliest of the last `most` messages. */
function endOfCap({ now, sentAt }: PacingContext, most: number): Date {
  const earliest = sentAt.toSorted((one, other) => one.getTime() - other.getTime()).at(-most);
  return earliest ? new Date(earliest.getTime() + HOUR_MS) : now;
}

/** Undefined outside quiet hours. They may span midnight. */
function endOfQuietHours({ now, zone }: PacingContext, { quiet: { from, to } }: LetterPacing): Date | undefined {
  const local = DateTime.fromJSDate(now, { zone });
  const { hour } = local;
  const isQuiet = from > to ? hour >= from || hour < to : hour >= from && hour < to;
  if (!isQuiet) return undefined;
  const end = local.set({ hour: to, minute: 0, second: 0, millisecond: 0 });
  return (hour >= to ? end.plus({ days: 1 }) : end).toJSDate();
}
