/** The page with the state of the audit log: its content, and the result of a verification. */

import { beforeAll, expect, test } from 'vitest';
import { seal } from '../../../../client/log/seal.ts';
import { replaceDirectory } from '../../../../prisma/store/directory.ts';
import type { SealingStore } from '../../../../prisma/store/log-sealing.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../../../support/database.ts';
import { NO_ADDRESSES, type TestDesk, testDesk } from '../../../support/desk.ts';
import { newSigner, ORIGIN } from '../../../support/log-keys.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../../support/seed.ts';
import { addSomeLeaves, asSuperuser, sealingStore } from '../../log/log-fixture.ts';

const signer = newSigner();
const logPolicy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
let database: TestDatabase;
let store: SealingStore;
let desk: TestDesk;
let reference: string;

beforeAll(async () => {
  database = await testDatabase(await separateTemplate());
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(database.db, seed.directory, seed.people);
  store = await sealingStore(database.url);
  desk = await testDesk(undefined, { ...NO_ADDRESSES, database, logPolicy });
  ({ reference } = await (await RecordedReferral.submit(desk, 'quinn.quartz')).read());
});

const sealNow = () => seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });

test('says that there is no checkpoint, and is refused to officers', async () => {
  expect((await (await desk.browser('vera.rowan')).get('/audit/log')).body).toContain('has no checkpoint yet');
  const noor = await desk.browser('noor.rowan');
  expect([(await noor.get('/audit/log')).statusCode, (await noor.post('/audit/log')).statusCode]).toEqual([403, 403]);
});

test('shows the newest checkpoint, and verifies that it continues the first one and holds a referral', async () => {
  await sealNow();
  await addSomeLeaves(database.db, 20);
  await sealNow();
  const vera = await desk.browser('vera.rowan');
  const { body } = await vera.get('/audit/log');
  expect(body).toMatch(/The log has \d+ entries\./);
  expect(body).toContain('No witness has countersigned it.');
  const verified = await vera.post('/audit/log', { referral: reference.toLowerCase() });
  expect(verified.statusCode).toBe(200);
  expect(verified.body).toContain('The file is a proof of consistency, and it holds.');
  expect(verified.body).toContain('The bundle is proved.');
  expect(verified.body).toContain(`events of referral ${reference}.`);
  const unknown = await vera.post('/audit/log', { referral: 'XR-1999-000001' });
  expect(unknown.statusCode).toBe(422);
  expect(unknown.body).toContain('value="XR-1999-000001"');
});

test('says in the language of the viewer what is wrong if the log was changed', async () => {
  const hash = `decode('${'00'.repeat(32)}', 'hex')`;
  await asSuperuser(database.db, 'log_entry', `UPDATE log_entry SET hash = ${hash} WHERE position = 2`);
  await database.db.person.update({ where: { id: 'vera.rowan' }, data: { language: 'de' } });
  const { body } = await (await desk.browser('vera.rowan')).post('/audit/log');
  expect(body).toContain('Konsistenzbeweis und NICHT gültig');
  expect(body).toContain('Die Hashwerte führen nicht von');
});
