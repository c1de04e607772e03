/** The letter dispatcher is killed at each step with a thousand letters under way: none is lost. */

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { WorkerProcess } from '../../dev/worker.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted } from '../support/submit-and-triage.ts';
import { faultServer } from '../support/temporal.ts';
import { type StartWorker, workerStarter } from '../support/workers.ts';
import { type Gate, gateBefore } from './gate.ts';
import { measured } from './measure.ts';

const LETTERS = 1_000;
/** Messages that a dispatcher sends at the same time. */
const CONCURRENT = 3;

let liaise: TestEngine;
let smtp: Gate;
let admin: Client;
let startWorker: StartWorker;
let worker: WorkerProcess;
let referralId: string;

beforeAll(async () => {
  const temporal = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(temporal);
  smtp = await gateBefore(liaise.mail.smtpPort);
  const { databaseUrl, keys, adminUrl } = liaise;
  admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  atEnd(() => admin.end());
  startWorker = await workerStarter({ databaseUrl, temporal, smtpPort: smtp.port, keys });
  worker = await startWorker();
  referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.lettersSent(referralId);
}, 120_000);

async function queueLetters(): Promise<string[]> {
  const members = await liaise.db.membership.findMany({ where: { role: { in: ['liaison-officer', 'supervisor'] } } });
  const { seq } = await liaise.read(referralId);
  const now = new Date();
  const data = Array.from({ length: LETTERS }, (_, n) => {
    const { personId, agencyId } = members[n % members.length] ?? { personId: '', agencyId: '' };
    const addressee = { kind: 'person', personId, agencyId };
    const row = { id: randomUUID(), referralId, seq, letter: 'receipt', addressee, urgency: 'urgent' };
    return { ...row, status: 'waiting', decidedAt: now, dueAt: now };
  });
  await liaise.owner.letter.createMany({ data });
  return data.map(({ id }) => id);
}

/** Holds a lock, and resolves when a statement of the dispatcher waits for it. */
async function blockBy(lock: string): Promise<void> {
  await admin.query('BEGIN');
  await admin.query(lock);
  const isBlocked = async () => {
    // As the administrator, who sees the statements of every role.
    const { rows } = await admin.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    return rows.length > 0;
  };
  await expect.poll(isBlocked, { timeout: 30_000, interval: 20 }).toBe(true);
}

/** Brings the dispatcher to the step. Returns how to let the next one pass it. */
const STEPS: [step: string, stopThere: () => Promise<() => Promise<unknown>>][] = [
  [
    'while it claims letters, and while it fixes a message',
    async () => {
      await blockBy('SELECT FROM letter FOR UPDATE');
      return () => admin.query('ROLLBACK');
    },
  ],
  [
    'after it claimed letters',
    async () => {
      await blockBy('LOCK TABLE letter_reader IN ACCESS EXCLUSIVE MODE');
      return () => admin.query('ROLLBACK');
    },
  ],
  [
    'after the mail server accepted a letter, before the reply',
    async () => {
      const before = liaise.mail.letters().length;
      smtp.dropAnswers(/message queued/);
      await expect.poll(() => liaise.mail.letters().length, { timeout: 30_000 }).toBeGreaterThan(before);
      return async () => smtp.open();
    },
  ],
  [
    'while it writes results',
    async () => {
      await blockBy('LOCK TABLE audit_leaf IN SHARE MODE');
      return () => admin.query('ROLLBACK');
    },
  ],
  ['at any moment', async () => async () => {}],
];

test('killed at each step, it loses no letter, and repeats only those whose result was not written', async () => {
  const begun = liaise.mail.letters().length;
  const ids = await queueLetters();
  const received = () => liaise.mail.letters().slice(begun);
  for (const [step, stopThere] of STEPS) {
    const before = received().length;
    await expect.poll(() => received().length, { timeout: 120_000, interval: 10 }).toBeGreaterThan(before + 20);
    const pass = await stopThere();
    await worker.kill();
    await pass();
    await measured(`Letter dispatcher killed ${step}: letters are sent again`, async () => {
      const atKill = received().length;
      worker = await startWorker();
      await expect.poll(() => received().length, { timeout: 120_000, interval: 20 }).toBeGreaterThan(atKill);
    });
  }
  const waiting = () => liaise.db.letter.count({ where: { status: 'waiting' } });
  await expect.poll(waiting, { timeout: 300_000, interval: 200 }).toBe(0);
  const counts = new Map<string, number>();
  for (const { messageId } of received()) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
  expect([...counts.keys()].sort()).toEqual(ids.map((id) => `<letter.${id}@hub.example>`).sort());
  const repeated = [...counts.values()].filter((count) => count > 1);
  expect(repeated.length).toBeLessThanOrEqual(CONCURRENT * STEPS.length);
  expect(Math.max(...counts.values())).toBe(Math.min(repeated.length + 1, 2));
  expect(await liaise.db.letter.count({ where: { id: { in: ids }, status: 'sent' } })).toBe(LETTERS);
}, 900_000);
