/** PostgreSQL is stopped or killed during acts: each act is answered or deferred, and none is partly recorded. */

import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { stoppablePostgres } from '../support/stoppable.ts';
import { faultServer } from '../support/temporal.ts';
import { workerStarter } from '../support/workers.ts';
import { type Account, answerOf, aTale, talesAtEachAct } from './fault-scenario.ts';
import { measured } from './measure.ts';

let liaise: TestEngine;
let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;
let undisturbed: Account;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  postgres = await stoppablePostgres();
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  await startWorker();
  const tale = await aTale(liaise);
  await tale.tell();
  undisturbed = await tale.account();
});

/** Longer than local activities are retried within one workflow task. */
const OUTAGE_MS = 65_000;

describe('PostgreSQL is unavailable for a minute during acts', () => {
  test.each([
    ['stopped normally', () => postgres.stop()],
    ['killed', () => postgres.kill()],
  ])('%s: each act is answered or deferred, and a repetition under the same key shows which', async (how, end) => {
    const tales = await talesAtEachAct(liaise);
    const asked = tales.map(answerOf);
    const back = setTimeout(OUTAGE_MS);
    await end();
    const answers = await Promise.all(asked);
    for (const answer of answers) expect(['answered', 'ENGINE_UNAVAILABLE']).toContain(answer);
    const putOff = tales.filter((_, index) => answers[index] !== 'answered');
    for (const answer of await Promise.all(putOff.map(answerOf))) expect(answer).toBe('ENGINE_UNAVAILABLE');

    await back;
    await postgres.start();
    await measured(`PostgreSQL ${how} for a minute during ${putOff.length} acts: all are done`, () =>
      Promise.all(putOff.map((tale) => tale.insist())),
    );
    await Promise.all(tales.map((tale) => tale.tell()));
    for (const tale of tales) expect(await tale.account()).toEqual(undisturbed);
    expect(await check(liaise)).toEqual([]);
  });
});
