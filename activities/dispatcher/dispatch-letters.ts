/** The letter dispatcher: claims due letters, plans and sends them, and reports deliveries, until its turn is over. */

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { LetterPacing } from '../../domain/letter-pacing.ts';
import {
  claimLetters,
  isEmergencyDue,
  releaseClaims,
  renewClaims,
  type Shard,
  secondsUntilDue,
} from '../../prisma/store/letter-claims.ts';
import { listenForLetters } from '../../prisma/store/letter-notifications.ts';
import { type FactDeps, factReader } from './fact-reader.ts';
import { planMessages } from './plan-messages.ts';
import { type DeliveryReporter, reportDeliveries } from './report-deliveries.ts';
import { isEmergency, type SendingDeps, sendMessage } from './send-message.ts';
import { createWakeUp } from './wake-up.ts';

/** What the dispatcher needs. */
export interface DispatchDeps extends SendingDeps, FactDeps, Shard {
  /** For the connection that listens. */
  databaseUrl: string;
  pacing: LetterPacing | undefined;
  report: DeliveryReporter;
  /** The turn ends after this time, so that a new build can take over. */
  turnMs: number;
  /** Default: five seconds. A lost notification delays letters by this time at most. */
  pollMs?: number;
  /**
   * After a small batch, the next one begins this much later: half a second by default. The letters of acts that follow each
   * other are then claimed together, which costs less for each. Emergencies end the pause.
   */
  pauseMs?: number;
}

/** Limits of one batch: memory, and how much is claimed by a process that may be killed. A message has as many letters at most. */
const BATCH = { readers: 20, letters: 500 };
/** Messages that are sent at the same time. The mailer opens as many connections. */
const CONCURRENT = 3;
/** While a batch is sent, and in the pause after it, new emergencies are looked for in this interval. */
const EMERGENCY_CHECK_MS = 200;
const POLL_MS = 5_000;
const PAUSE_MS = 500;
const RENEW_MS = 4_000;

/** Sends letters until the turn is over or `signal` aborts. Claims of this run end with it. */
export async function dispatchLetters(given: DispatchDeps): Promise<void> {
  const { db, databaseUrl, turnMs, pollMs = POLL_MS, pauseMs = PAUSE_MS } = given;
  const claim = randomUUID();
  const ended = new AbortController();
  const signal = AbortSignal.any([given.signal, AbortSignal.timeout(turnMs), ended.signal]);
  const deps = { ...given, signal };
  const wakeUp = createWakeUp();
  const listening = listenForLetters(databaseUrl, signal, wakeUp.notify);
  const renewing = setInterval(() => void renewClaims(db, claim).catch(() => {}), RENEW_MS);
  const reports = createWakeUp();
  const reporting = reportDeliveries(deps, reports);
  try {
    while (!signal.aborted) {
      // Before the claim: a letter that comes during the claim notifies again.
      wakeUp.clear();
      const claimed = await sendBatch(deps, claim);
      if (claimed > 0) {
        reports.notify();
        if (claimed < BATCH.readers) await pauseUntilEmergency(deps, pauseMs);
        continue;
      }
      const seconds = await secondsUntilDue(db, deps);
      await wakeUp.wait(Math.min(pollMs, Math.max((seconds ?? pollMs) * 1000, 50)), signal);
    }
  } finally {
    ended.abort();
    clearInterval(renewing);
    await releaseClaims(db, claim).catch(() => {});
    await Promise.all([listening, reporting]);
  }
}

/**
 * Sends the messages about emergencies first. If an emergency comes in meanwhile, the other messages return to the queue.
 * The next batch begins with that emergency.
 *
 * @returns the number of letters that were due.
 */
async function sendBatch(deps: DispatchDeps, claim: string): Promise<number> {
  const { db, directory, signal } = deps;
  const letters = await claimLetters(db, claim, deps, BATCH);
  if (letters.length === 0) return 0;
  const known = await directory();
  const facts = factReader(deps, known);
  const messages = await planMessages(deps, claim, known, letters);
  const next = messages.sort((one, other) => Number(isEmergency(other)) - Number(isEmergency(one))).values();
  const hasNewEmergency = emergencyCheck(deps);
  const work = async () => {
    for (const message of next) {
      if (signal.aborted || (!isEmergency(message) && (await hasNewEmergency()))) return;
      await sendMessage(deps, claim, message, facts);
    }
  };
  // If one fails, the claim must last until the others have written the results of what the mail server accepted.
  const ends = await Promise.allSettled(Array.from({ length: CONCURRENT }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await releaseClaims(
    db,
    claim,
    letters.map(({ letterId }) => letterId),
  );
  return letters.length;
}

/** The first check is at once: an emergency may have interrupted the batch. */
async function pauseUntilEmergency({ db, signal, ...shard }: DispatchDeps, pauseMs: number): Promise<void> {
  const ends = performance.now() + pauseMs;
  for (let left = pauseMs; left > 0 && !signal.aborted; left = ends - performance.now()) {
    if (await isEmergencyDue(db, shard)) return;
    await setTimeout(Math.min(left, EMERGENCY_CHECK_MS), undefined, { signal }).catch(() => {});
  }
}

/** Queries the database at most once in each interval. */
function emergencyCheck(deps: DispatchDeps): () => Promise<boolean> {
  let checkedAt = performance.now();
  let isDue = false;
  return async () => {
    if (isDue || performance.now() - checkedAt < EMERGENCY_CHECK_MS) return isDue;
    checkedAt = performance.now();
    isDue = await isEmergencyDue(deps.db, deps);
    return isDue;
  };
}
