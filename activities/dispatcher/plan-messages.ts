/** Plans the messages of a batch: finds the address of each reader, holds letters back, and bundles the rest. */

import type { LetterPacing } from '../../domain/letter-pacing.ts';
import { type PacedLetter, planSending } from '../../domain/letter-pacing.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { holdLetters, recentMessages } from '../../prisma/store/letter-claims.ts';
import { readDeadlines } from '../../prisma/store/letter-deadlines.ts';
import type { QueuedLetter } from '../../prisma/store/letter-outbox.ts';
import { type Address, addressOf } from '../letters/address.ts';
import { failLetters, type OutgoingMessage, readerOf } from './send-message.ts';

interface PlanningDeps {
  db: Database;
  pacing: LetterPacing | undefined;
}

interface Addressed extends PacedLetter {
  of: QueuedLetter;
  to: Address;
}

/** Two readers with one address count as one reader. Letters without an address fail. */
export async function planMessages(
  { db, pacing }: PlanningDeps,
  claim: string,
  directory: Directory,
  letters: readonly QueuedLetter[],
): Promise<OutgoingMessage[]> {
  const addressed = await address(db, claim, directory, letters);
  const { now, recent } = await recentMessages(db, letters.map(readerOf));
  const byAddress = Map.groupBy(addressed, ({ to }) => to.email.toLowerCase());
  const messages: OutgoingMessage[] = [];
  for (const [first, ...others] of byAddress.values()) {
    if (first === undefined) continue;
    const own = [first, ...others];
    const readers = [...new Set(own.map(({ of }) => readerOf(of)))];
    const sent = readers.map((reader) => recent.get(reader) ?? { sentAt: [], emergencySentAt: [] });
    const plan = planSending(own, {
      ...{ now, zone: first.to.zone, pacing },
      sentAt: onceEach(sent.flatMap(({ sentAt }) => sentAt)),
      emergencySentAt: onceEach(sent.flatMap(({ emergencySentAt }) => emergencySentAt)),
    });
    for (const { letters: held, until, heldFor } of plan.held) {
      await holdLetters(
        db,
        claim,
        held.map(({ letterId }) => letterId),
        { until, heldFor },
      );
    }
    messages.push(...plan.messages.map((each) => ({ letters: each.map(({ of }) => of), to: each[0]?.to ?? first.to })));
  }
  return messages;
}

/** A message to several readers with one address has the same time for each of them, and counts once. */
function onceEach(times: readonly Date[]): Date[] {
  return [...new Set(times.map((at) => at.getTime()))].map((at) => new Date(at));
}

/** The address may have changed since the letter was decided. */
async function address(
  db: Database,
  claim: string,
  directory: Directory,
  letters: readonly QueuedLetter[],
): Promise<Addressed[]> {
  const deadlines = await readDeadlines(db, letters);
  const known = new Map<string, Promise<Address | undefined>>();
  const addressed: Addressed[] = [];
  const lost: QueuedLetter[] = [];
  for (const of of letters) {
    const { letterId, letter, addressee, urgency, queuedAt, dueAt, messageId } = of;
    const key = JSON.stringify({ ...addressee, twinId: undefined });
    const found = known.get(key) ?? addressOf(db, directory, addressee);
    known.set(key, found);
    const to = await found;
    if (to === undefined) lost.push(of);
    else {
      const isToDutyLine = addressee.kind === 'point' && addressee.line === 'duty';
      const paced = { letterId, letter, queuedAt, dueAt, messageId, isToDutyLine, deadline: deadlines.get(letterId) };
      addressed.push({ ...paced, ...(urgency && { urgency }), of, to });
    }
  }
  if (lost.length > 0) await failLetters(db, claim, lost, 'NO-ADDRESS');
  return addressed;
}
