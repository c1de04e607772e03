/** PostgreSQL is stopped, or killed, in the middle of acts: each is answered or put off, and none is half done. */

import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { stoppablePostgres } from '../support/stoppable.ts';
import { chosenServer } from '../support/temporal.ts';
import { workersAt } from '../support/workers.ts';
import { type Account, answerOf, aTale, talesAtEachAct } from './fault-scenario.ts';
import { measured } from './measure.ts';

let liaise: TestEngine;
let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;
let undisturbed: Account;

beforeAll(async () => {
  const temporal = { address: (await chosenServer()).address, namespace: 'default' };
  postgres = await stoppablePostgres();
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workersAt({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  await startWorker();
  const tale = await aTale(liaise);
  await tale.tell();
  undisturbed = await tale.account();
});

/** Longer than local activities are tried inside one workflow task. */
const OUTAGE_MS = 65_000;

describe('PostgreSQL is away for a minute in the middle of acts', () => {
  test.each([
    ['stopped in good order', () => postgres.stop()],
    ['killed', () => postgres.kill()],
  ])('%s: each act is answered or put off, and the same key tells which', async (how, end) => {
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
    await measured(`PostgreSQL ${how} for a minute in the middle of ${putOff.length} acts: all are done`, () =>
      Promise.all(putOff.map((tale) => tale.insist())),
    );
    await Promise.all(tales.map((tale) => tale.tell()));
    for (const tale of tales) expect(await tale.account()).toEqual(undisturbed);
    expect(await check(liaise)).toEqual([]);
  });
});
