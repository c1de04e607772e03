/** The story on Temporal's own server: time moved, workers replaced in the middle, histories replayed and begun anew. */

import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataConverter } from '../../client/platform/connect.ts';
import { moveTimeTo, timeOf } from '../../dev/time.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { createObserver } from '../../worker/observe.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { connectedEngine, type Place, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission, submitted, triagedTo } from '../support/story.ts';
import { realServer, workflowBundle } from '../support/temporal.ts';
import { refuseLetters } from './refuse-letters.ts';
import { ended, expectAgreement } from './what-followed.ts';

/** A history is long here when elsewhere it would be short: what comes of long ones comes soon. */
const EVENTS = 150;

let liaise: TestEngine;
let place: Place;

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

describe('a story from submission to closure', () => {
  let referralId: string;

  test('goes through silence, a fallback and a replaced worker to its end', async () => {
    const first = await workerFor(liaise, place);
    referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await moveHours(referralId, 4.1);
    await liaise.until(referralId, ({ clocks }) => clocks.at(-1)?.warnings.length === 1);
    await first.stop();
    await workerFor(liaise, place);
    await moveHours(referralId, 4);
    await liaise.until(referralId, ({ recipients }) => recipients[0]?.status === 'unresponsive');
    await moveHours(referralId, 8.1);
    await liaise.until(referralId, ({ recipients }) => recipients[1]?.status === 'delivered');
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

  test('is replayed by the code as it stands', async () => {
    const keyring = parseKeyring(JSON.stringify(liaise.keys));
    const { sinks } = createObserver();
    const options = { workflowBundle: workflowBundle(), dataConverter: dataConverter(keyring), sinks };
    await Worker.runReplayHistory(options, await handleOf(referralId).fetchHistory());
  });

  test('begins again when it is reopened, and ends again', async () => {
    await workerFor(liaise, place);
    const receipt = await liaise.act('otto.rowan', referralId, { type: 'reopen', text: 'A new victim is known.' });
    expect(receipt.status).toBe('received');
    await liaise.until(referralId, ({ triage }) => triage.state === 'proposed');
    await liaise.act('noor.rowan', referralId, { type: 'reject-at-intake', ground: 'out-of-scope' });
    await ended(liaise, referralId);
  });
});

describe('many acts', () => {
  beforeAll(async () => {
    await workerFor(liaise, place);
  });

  test('at once are all taken, each once', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const takes = Array.from({ length: 20 }, () => liaise.act('noor.rowan', referralId, { type: 'take' }));
    const receipts = await Promise.all(takes);
    expect(new Set(receipts.map(({ seq }) => seq)).size).toBe(20);
  });

  test('make a long history, which is begun anew while acts go on', async () => {
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
    // Nobody has acted in the new run: what it knows, it was given.
    await expectAgreement(liaise, referralId);
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.filter(({ event }) => event.type === 'handler-assigned')).toHaveLength(2 * pairs + single);
    expect((await handleOf(referralId).describe()).historyLength).toBeLessThan(EVENTS);
  });

  test('one under way when its workflow is lost is sent again and done once', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    await liaise.until(referralId, ({ unsentLetters }) => unsentLetters.length === 0);
    const refusing = await refuseLetters(liaise.db);
    const takenUp = async () => {
      const { events } = await handleOf(referralId).fetchHistory();
      return events?.filter(({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted).length;
    };
    const before = (await takenUp()) ?? 0;
    const answer = liaise.act('aino.alder', referralId, { type: 'accept', recipientId: 'r1' });
    await refusing.twice();
    // Once its task has been prolonged, the server counts the act as taken up.
    await expect.poll(takenUp, { timeout: 10_000 }).toBe(before + 1);
    await handleOf(referralId).terminate('under it');
    await refusing.stop();
    expect((await answer).status).toBe('referred');
    const journal = await readJournal(liaise.db, referralId);
    expect(journal.filter(({ event }) => event.type === 'accepted')).toHaveLength(1);
    await expectAgreement(liaise, referralId);
  });
});
