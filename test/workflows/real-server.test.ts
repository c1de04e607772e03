/** A whole referral on the Temporal server: time is moved, workers are replaced, histories are replayed and continued. */

import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataConverter } from '../../client/platform/connect.ts';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import { ReferralError } from '../../domain/errors.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import type { Receipt } from '../../domain/receipt.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { createObserver } from '../../worker/observer.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { TemporalAddress } from '../support/addresses.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { realServer, workflowBundle } from '../support/temporal.ts';
import { refuseLetters } from './refuse-letters.ts';
import { ended, expectAgreement } from './what-followed.ts';

/** A low limit, so that the workflow soon continues as new. */
const EVENTS = 150;

let liaise: TestEngine;
let place: TemporalAddress;

beforeAll(async () => {
  const { address } = await realServer({ settings: { 'limit.historyCount.suggestContinueAsNew': EVENTS } });
  place = { address, namespace: 'default' };
  liaise = await connectedEngine(place);
});

const handleOf = (referralId: string) => liaise.temporal.workflow.getHandle(workflowIdOf(referralId));

async function moveHours(referralId: string, hours: number): Promise<void> {
  const now = await timeOf(liaise.temporal, referralId);
  await moveTimeTo(liaise.temporal, referralId, new Date(now.getTime() + hours * 3_600_000));
}

describe('a referral from submission to closure', () => {
  let referralId: string;

  test('completes despite an unresponsive recipient, a fallback and a replaced worker', async () => {
    const first = await workerFor(liaise, place);
    referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await moveHours(referralId, 4.1);
    await liaise.waitUntil(referralId, ({ clocks }) => clocks.at(-1)?.warnings.length === 1);
    await first.stop();
    await workerFor(liaise, place);
    await moveHours(referralId, 4);
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    await moveHours(referralId, 8.1);
    await liaise.waitUntil(referralId, ({ recipients }) => recipients[1]?.status === 'delivered');
    const r2 = { recipientId: 'r2' } as const;
    await liaise.act('lotta.birch', referralId, { type: 'accept', ...r2 });
    await liaise.act('lotta.birch', referralId, { type: 'report-outcome', ...r2, outcome: 'arrest', final: true });
    await liaise.act('ines.rowan', referralId, { type: 'recall', recipientId: 'r1', text: 'Handled here.' });
    await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
    await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
    await ended(liaise, referralId);
    await expectAgreement(liaise, referralId);
    const letters = liaise.mail.letters().map(({ messageId }) => messageId);
    expect(new Set(letters).size).toBe(letters.length);
  });

  test('replays with the current code', async () => {
    const keyring = parseKeyring(JSON.stringify(liaise.keys));
    const sinks = createObserver().sinks(() => {});
    const options = { workflowBundle: workflowBundle(), dataConverter: dataConverter({ keyring }), sinks };
    const history = await handleOf(referralId).fetchHistory();
    await Worker.runReplayHistory(options, history, workflowIdOf(referralId));
  });

  test('starts again when it is reopened, and ends again', async () => {
    await workerFor(liaise, place);
    const receipt = await liaise.act('otto.rowan', referralId, { type: 'reopen', text: 'A new victim is known.' });
    expect(receipt.status).toBe('received');
    await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
    await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'out-of-scope' });
    await ended(liaise, referralId);
  });
});

describe('many acts on one referral', () => {
  beforeAll(async () => {
    await workerFor(liaise, place);
  });

  test('are each performed once when they arrive at the same time', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const noor = await liaise.person('noor.rowan');
    // On a busy machine, an act may be answered as unavailable. The same key is then sent again, as a client does.
    const take = async (key: string): Promise<Receipt> => {
      try {
        return await liaise.engine.perform(noor, referralId, { type: 'take' }, { key });
      } catch (error) {
        if (!(error instanceof ReferralError && error.code === 'ENGINE_UNAVAILABLE')) throw error;
        return take(key);
      }
    };
    const receipts = await Promise.all(Array.from({ length: 20 }, (_, number) => take(`take-${number}`)));
    expect(new Set(receipts.map(({ seq }) => seq)).size).toBe(20);
  });

  test('make a long history, which continues as new while acts arrive', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const take = (personId: string) => liaise.act(personId, referralId, { type: 'take' });
    const untilAnew = async (act: () => Promise<unknown>) => {
      const { runId } = await handleOf(referralId).describe();
      let times = 0;
      do {
        await act();
        times += 1;
      } while ((await handleOf(referralId).describe()).runId === runId);
      return times;
    };
    const pairs = await untilAnew(() => Promise.all([take('noor.rowan'), take('quinn.quartz')]));
    const single = await untilAnew(() => take('noor.rowan'));
    // The new run has processed no act, so its whole state was passed to it.
    await expectAgreement(liaise, referralId);
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.filter(({ event }) => event.type === 'handler-assigned')).toHaveLength(2 * pairs + single);
    expect((await handleOf(referralId).describe()).historyLength).toBeLessThan(EVENTS);
  });

  test('an act in progress is sent again and performed once if its workflow is lost', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.lettersSent(referralId);
    const refusing = await refuseLetters(liaise.owner);
    const takenUp = async () => {
      const { events } = await handleOf(referralId).fetchHistory();
      return events?.filter(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted).length;
    };
    const before = (await takenUp()) ?? 0;
    const answer = liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
    await refusing.twice();
    // The server marks the update as accepted only after it extends the workflow task.
    await expect.poll(takenUp, { timeout: 10_000 }).toBe(before + 1);
    await handleOf(referralId).terminate('under it');
    await refusing.stop();
    expect((await answer).status).toBe('referred');
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.filter(({ event }) => event.type === 'accepted')).toHaveLength(1);
    await expectAgreement(liaise, referralId);
  });
});
