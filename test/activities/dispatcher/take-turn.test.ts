/** The activity of the letter dispatcher: what ends its turn, and that nothing is lost or sent twice then. */

import { setTimeout } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { takeDispatcherTurn } from '../../../activities/dispatcher/take-turn.ts';
import { dispatcherIdOf } from '../../../workflows/messages.ts';
import { anOutbox, type DispatcherOptions, dispatcherDeps, INES, NOOR, type Outbox } from './outbox.ts';

let outbox: Outbox;

beforeAll(async () => {
  outbox = await anOutbox();
});

beforeEach(() => outbox.empty());

/** Messages that are sent at the same time. */
const CONCURRENT = 3;
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ addressee: n % 2 ? NOOR : INES }));
const sentIds = () => outbox.sent.map(({ messageId }) => messageId).toSorted();
const claimed = () => outbox.db.letter.count({ where: { status: 'waiting', NOT: { claim: null } } });

interface Turn {
  environment: MockActivityEnvironment;
  stopping: AbortController;
  result: Promise<unknown>;
}

function takeTurn(options: DispatcherOptions & { turnMs?: number }, workflowId = dispatcherIdOf(0)): Turn {
  const environment = new MockActivityEnvironment({ workflowExecution: { workflowId, runId: 'run-1' } });
  const stopping = new AbortController();
  const { turnMs, ...more } = options;
  const deps = dispatcherDeps(outbox, more);
  const given = { ...deps, stopping: stopping.signal, ...(turnMs && { turnMs }) };
  const result = environment.run(takeDispatcherTurn, given).finally(() => deps.db.$disconnect());
  return { environment, stopping, result };
}

const ENDS: [string, (turn: Turn) => void, object][] = [
  ['is cancelled', ({ environment }) => environment.cancel('CANCELLED'), { name: 'CancelledFailure' }],
  ['ends because the worker stops', ({ stopping }) => stopping.abort(), { type: 'WORKER_STOPS' }],
];

test.each(ENDS)(
  'a turn that %s during a batch sends nothing more, and the next one sends the rest',
  async (_, end, failure) => {
    const ids = await outbox.queue(many(20));
    const turn = takeTurn({
      answer: () => {
        if (outbox.sent.length === 3) end(turn);
        return { result: 'sent' };
      },
    });
    await expect(turn.result).rejects.toMatchObject(failure);
    const { length } = outbox.sent;
    expect(length).toBeLessThanOrEqual(3 + CONCURRENT);
    expect(await outbox.waiting()).toBe(20 - length);
    expect(await claimed()).toBe(0);
    const next = takeTurn({});
    await outbox.until(async () => (await outbox.waiting()) === 0);
    next.environment.cancel();
    await expect(next.result).rejects.toThrow();
    expect(sentIds()).toEqual(ids.toSorted());
  },
);

test('a turn that is over during a batch gives the rest back, and the next turns send each letter once', async () => {
  const ids = await outbox.queue(many(60));
  let turns = 0;
  while ((await outbox.waiting()) > 0) {
    const slow = async () => {
      await setTimeout(100);
      return { result: 'sent' } as const;
    };
    expect(await takeTurn({ turnMs: 1_000, answer: slow }).result).toBe(true);
    expect(await claimed()).toBe(0);
    turns += 1;
  }
  expect(turns).toBeGreaterThan(1);
  expect(sentIds()).toEqual(ids.toSorted());
});

test('a shard that is not configured has no turn', async () => {
  await outbox.queue(many(1));
  expect(await takeTurn({}, dispatcherIdOf(1)).result).toBe(false);
  expect(outbox.sent).toEqual([]);
});
