/** Clients run referral lifecycles while processes are killed and suspended at random. See CONTRIBUTING.md for the seed. */

import { randomInt } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { stoppablePostgres, stoppableTemporal } from '../support/stoppable.ts';
import { workerStarter } from '../support/workers.ts';
import { runStarter, type ScenarioRun } from './fault-scenario.ts';
import { measured } from './measure.ts';
import { injectFaults, serverTarget, type Target, workerTarget } from './random-faults.ts';
import { ACTS } from './steps.ts';

const SEED = Number(process.env['LIAISE_FAULT_SEED'] ?? randomInt(2 ** 31));
const MINUTES = Number(process.env['LIAISE_FAULT_MINUTES'] ?? 2);
const CLIENTS = 5;

/** The mail server refuses letters to this person for good, and to the other one for now. */
const [REFUSED, DEFERRED] = ['otto.rowan', 'quinn.quartz'] as const;
const SENT = { status: 'sent', isReceived: true };

let liaise: TestEngine;
let targets: Target[];
let startRun: () => ScenarioRun;
let undisturbed: PersonalAct[];

beforeAll(async () => {
  const [temporal, postgres] = [await stoppableTemporal(), await stoppablePostgres()];
  liaise = await connectedEngine(temporal, undefined, postgres);
  const { databaseUrl, mail, keys } = liaise;
  const startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: mail.smtpPort, keys });
  targets = [
    serverTarget('PostgreSQL', postgres),
    serverTarget('Temporal', temporal),
    await workerTarget('the worker', () => startWorker({ LIAISE_TASK_QUEUES: 'referrals' })),
    await workerTarget('the letter dispatcher', () => startWorker({ LIAISE_TASK_QUEUES: 'letters' })),
  ];
  startRun = await runStarter(liaise);
  const run = startRun();
  await run.runUntil();
  undisturbed = personalActs(await readJournal(liaise.db, run.referralId));
}, 120_000);

test(
  'random faults: each answered act is recorded once, and each letter has a result or a reason',
  async () => {
    console.info(`LIAISE_FAULT_SEED=${SEED} LIAISE_FAULT_MINUTES=${MINUTES}`);
    for (const [personId, code] of [
      [REFUSED, 550],
      [DEFERRED, 451],
    ] as const) {
      const { email } = await liaise.db.person.findUniqueOrThrow({ where: { id: personId } });
      liaise.mail.refuse(email, code);
    }
    const end = performance.now() + MINUTES * 60_000;
    const ended = new AbortController();
    const faults = injectFaults(targets, SEED, end).finally(() => ended.abort());
    const clients = Promise.all(Array.from({ length: CLIENTS }, () => runLifecycles(ended.signal)));
    const [runs, occurred] = await Promise.all([clients.then((each) => each.flat()), faults]);
    console.info(`${runs.length} referrals are closed.`);
    for (const { name } of targets) {
      const own = occurred.filter(({ target }) => target.name === name).map(({ how }) => how);
      expect(own, name).toEqual(expect.arrayContaining(['kill', 'suspend']));
    }

    await measured('The faults end: every letter is sent, refused or deferred', () =>
      expect.poll(lettersWithoutReason, { timeout: 150_000, interval: 500 }).toEqual([]),
    );
    for (const run of runs) await expectEachActOnce(run);
    await expectLettersAccountedFor(runs);
    await expect.poll(() => check(liaise), { timeout: 60_000, interval: 1_000 }).toEqual([]);
  },
  600_000 + MINUTES * 60_000,
);

/** One client: begins referrals until the faults end, and completes each of them. */
async function runLifecycles(ended: AbortSignal): Promise<ScenarioRun[]> {
  const runs: ScenarioRun[] = [];
  while (!ended.aborted) {
    const run = startRun();
    runs.push(run);
    while (run.next < ACTS.length) {
      await run.waitForEngine();
      await run.performStepWithRetry();
    }
  }
  return runs;
}

interface PersonalAct {
  personId: string;
  events: string[];
}

/** The acts of people in the journal. An act whose entries are not together is listed twice. */
function personalActs(journal: readonly JournalEntry[]): PersonalAct[] {
  const acts: PersonalAct[] = [];
  let actId = '';
  for (const { by, event, ...entry } of journal) {
    if (by.kind !== 'person') continue;
    if (entry.actId !== actId) acts.push({ personId: by.personId, events: [] });
    acts.at(-1)?.events.push(event.type);
    actId = entry.actId;
  }
  return acts;
}

/** Repeats each act under its key as well: that records nothing more. */
async function expectEachActOnce(run: ScenarioRun): Promise<void> {
  const journal = await readJournal(liaise.db, run.referralId);
  expect(personalActs(journal)).toEqual(undisturbed);
  run.next = 0;
  while (run.next < ACTS.length) await run.performStep();
  expect(await readJournal(liaise.db, run.referralId)).toEqual(journal);
}

/** Letters that still wait, although the mail server did not defer them. */
async function lettersWithoutReason(): Promise<unknown[]> {
  const waiting = await liaise.db.letter.findMany({ where: { status: 'waiting' } });
  return waiting.filter(({ lastError }) => lastError !== '451');
}

/** Each letter of the journals has the result that the mail server gave it. */
async function expectLettersAccountedFor(runs: readonly ScenarioRun[]): Promise<void> {
  const received = new Set(liaise.mail.letters().map(({ messageId }) => messageId));
  for (const { referralId } of runs) {
    const journal = await readJournal(liaise.db, referralId);
    const decided = journal.flatMap(({ event }) => (event.type === 'letters-decided' ? event.letters : []));
    const rows = await liaise.db.letter.findMany({ where: { referralId } });
    expect(rows.map(({ id }) => id).sort()).toEqual(decided.map(({ letterId }) => letterId).sort());
    for (const { status, addressee, code, lastError, messageId } of rows) {
      const personId = Object(addressee).personId;
      if (personId === REFUSED) expect({ status, code }).toEqual({ status: 'failed', code: '550' });
      else if (personId === DEFERRED) expect({ status, lastError }).toEqual({ status: 'waiting', lastError: '451' });
      else expect({ status, isReceived: received.has(`<letter.${messageId}@hub.example>`) }).toEqual(SENT);
    }
  }
}
