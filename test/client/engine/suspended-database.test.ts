/** PostgreSQL hangs: its processes are suspended, its port is open. Acts get an answer in time, and can be repeated. */

import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../../client/engine/engine.ts';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { atEnd } from '../../support/at-end.ts';
import { NO_ADDRESSES, testDesk } from '../../support/desk.ts';
import { refusalCodeOf } from '../../support/engine.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';
import { stoppablePostgres } from '../../support/stoppable.ts';
import { callerOf } from '../api/api-client.ts';

const NOOR: Person = { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk', roles: ['liaison-officer'] };
const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));

let postgres: Awaited<ReturnType<typeof stoppablePostgres>>;

beforeAll(async () => {
  postgres = await stoppablePostgres();
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(postgres.db, seed.directory, seed.people);
}, 120_000);

test('40 acts on one referral at once, by the engine and by the API: each is answered as unavailable', async () => {
  const { db, pages } = postgres;
  const { id } = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  atEnd(() => temporal.connection.close());
  const engine = createEngine({ db: pages, keyring, temporal });
  const desk = await testDesk(undefined, { ...NO_ADDRESSES, database: postgres });
  const noor = await callerOf(desk, 'noor.rowan');

  const resume = await postgres.suspend();
  const began = performance.now();
  const acts = Array.from({ length: 20 }, (_, n) => n);
  const [codes, answers] = await Promise.all([
    Promise.all(acts.map((n) => refusalCodeOf(engine.perform(NOOR, id, { type: 'take' }, { key: `engine ${n}` })))),
    Promise.all(acts.map((n) => noor.post(`/referrals/${id}/acts/take`, {}, { 'idempotency-key': `api-${n}` }))),
  ]);
  const elapsed = performance.now() - began;
  resume();

  expect(new Set(codes)).toEqual(new Set(['ENGINE_UNAVAILABLE']));
  for (const { statusCode, headers } of answers)
    expect([statusCode, Number(headers['retry-after']) > 0]).toEqual([503, true]);
  expect(elapsed).toBeLessThan(12_000);
  // The same connections serve again.
  expect((await noor.get(`/referrals/${id}`)).statusCode).toBe(200);
  expect(await db.actKey.count()).toBe(0);
});
