/** Plans the messages of a batch: finds the address of each reader, holds letters back, and bundles the rest. */

import type { Keyring } from '../../domain/keyring.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import { type LetterPacing, type PacedLetter, planSending } from '../../domain/letter-pacing.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { holdLetters } from '../../prisma/store/letter-claims.ts';
import { recentMessages } from '../../prisma/store/letter-counts.ts';
import { readDeadlines } from '../../prisma/store/letter-deadlines.ts';
import type { QueuedLetter } from '../../prisma/store/letter-outbox.ts';
import { factOf, sentFacts } from '../../prisma/store/sent-facts.ts';
import { type Address, addressOf } from '../letters/address.ts';
import { readerKeys } from './reader-keys.ts';
import { type OutgoingMessage, settle } from './send-message.ts';

interface PlanningDeps {
  db: Database;
  keyring: Keyring;
  pacing: LetterPacing | undefined;
}

/** A letter with the address of its reader at this time. */
interface Addressed extends PacedLetter {
  of: QueuedLetter;
  to: Address;
}

/** The limits are those of an address: two readers with one address count as one. Letters without an address fail. */
export async function planMessages(
  { db, keyring, pacing }: PlanningDeps,
  claim: string,
  directory: Directory,
  letters: readonly QueuedLetter[],
): Promise<OutgoingMessage[]> {
  const addresses = addressReader(db, directory);
  const all = await address(db, claim, addresses, letters);
  const addressed = pacing ? await withoutSentFacts(db, claim, addresses, all) : all;
  const byAddress = [...Map.groupBy(addressed, ({ to }) => to.email.toLowerCase()).values()].map((own) => ({
    own,
    keys: readerKeys(keyring, own),
  }));
  const { now, recent } = await recentMessages(
    db,
    byAddress.flatMap(({ keys }) => keys),
  );
  const messages: OutgoingMessage[] = [];
  for (const { own, keys } of byAddress) {
    const [first] = own;
    if (first === undefined) continue;
    const sent = keys.flatMap((key) => recent.get(key) ?? []);
    const plan = planSending(own, {
      ...{ now, zone: first.to.zone, pacing },
      sentAt: sent.flatMap(({ sentAt }) => sentAt),
      emergencySentAt: sent.flatMap(({ emergencySentAt }) => emergencySentAt),
    });
    for (const { letters: held, until, heldFor } of plan.held) {
      await holdLetters(
        db,
        claim,
        held.map(({ letterId }) => letterId),
        { until, heldFor },
      );
    }
    const [reader = ''] = keys;
    messages.push(
      ...plan.messages.map((each) => ({ letters: each.map(({ of }) => of), to: each[0]?.to ?? first.to, reader })),
    );
  }
  return messages;
}

type AddressReader = (addressee: Addressee) => Promise<Address | undefined>;

/** Reads the current address of each addressee once. */
function addressReader(db: Database, directory: Directory): AddressReader {
  const known = new Map<string, Promise<Address | undefined>>();
  return (addressee) => {
    const key = JSON.stringify({ ...addressee, twinId: undefined });
    const found = known.get(key) ?? addressOf(db, directory, addressee);
    known.set(key, found);
    return found;
  };
}

/** A desk and its deputy may read the same mailbox. A letter that repeats what was sent there counts as sent with it. */
async function withoutSentFacts(
  db: Database,
  claim: string,
  addresses: AddressReader,
  letters: readonly Addressed[],
): Promise<Addressed[]> {
  const fresh = letters.filter(({ messageId }) => messageId === null);
  const sent = await sentFacts(
    db,
    fresh.map(({ of }) => of),
  );
  const stated = new Set<string>();
  for (const { fact, addressee } of sent) {
    const to = await addresses(addressee);
    if (to) stated.add(`${fact} ${to.email.toLowerCase()}`);
  }
  const isRepeated = ({ of, to }: Addressed) => stated.has(`${factOf(of)} ${to.email.toLowerCase()}`);
  const repeated = fresh.filter(isRepeated);
  if (repeated.length === 0) return [...letters];
  await settle(
    db,
    claim,
    repeated.map(({ of }) => of),
    { result: 'sent' },
  );
  return letters.filter((letter) => !repeated.includes(letter));
}

/** The address may have changed since the letter was decided. */
async function address(
  db: Database,
  claim: string,
  addresses: AddressReader,
  letters: readonly QueuedLetter[],
): Promise<Addressed[]> {
  const deadlines = await readDeadlines(db, letters);
  const addressed: Addressed[] = [];
  const lost: QueuedLetter[] = [];
  for (const of of letters) {
    const { letterId, letter, addressee, urgency, queuedAt, dueAt, messageId } = of;
    const to = await addresses(addressee);
    if (to === undefined) lost.push(of);
    else {
      const isToDutyLine = addressee.kind === 'point' && addressee.line === 'duty';
      const paced = { letterId, letter, queuedAt, dueAt, messageId, isToDutyLine, deadline: deadlines.get(letterId) };
      addressed.push({ ...paced, ...(urgency && { urgency }), of, to });
    }
  }
  if (lost.length > 0) await settle(db, claim, lost, { result: 'failed', code: 'NO-ADDRESS' });
  return addressed;
}
