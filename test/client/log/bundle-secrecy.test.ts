/** What the positions in a proof bundle show, and what they do not show, of other agencies. */

import { beforeAll, expect, test } from 'vitest';
import { makeProof } from '../../../client/log/make-proof.ts';
import { seal } from '../../../client/log/seal.ts';
import { searchAudit } from '../../../client/queries/audit.ts';
import { openReader } from '../../../client/queries/read.ts';
import { verifyBundle } from '../../../domain/audit/verify-bundle.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { originDigests } from '../../../domain/search-digests.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../../support/database.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';
import { addSomeLeaves, sealingStore } from './log-fixture.ts';

const START = '2026-11-24T14:00:00.000Z';
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
const signer = newSigner();
const policy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
let database: TestDatabase;
let alone: RecordedReferral;
let duplicate: RecordedReferral;
let sender: Person;
let coordinator: Person;
let recipient: Person;
/** Sent to one recipient, and to two; the second one acts between the acts of the first. */
let toOne: RecordedReferral;
/** As `toOne`, while another case has as many leaves as an act of a second recipient. */
let busyToOne: RecordedReferral;
let toTwo: RecordedReferral;

const origin = (id: string) => ({ system: 'x', id });

/** Both with a supplement; one has numbers that another agency has given before. */
beforeAll(async () => {
  database = await testDatabase(await separateTemplate());
  const { db, url } = database;
  const seed = alwaysOpenSeed(START);
  await replaceDirectory(db, seed.directory, seed.people);
  const submit = (personId: string, ids: string[]) =>
    RecordedReferral.submit({ db, keyring }, personId, { originReferences: ids.map(origin) }, START);
  await submit('aino.alder', ['B-1', 'B-2']);
  alone = await submit('quinn.quartz', ['A-1']);
  await supplement(alone, 'A-2');
  duplicate = await submit('quinn.quartz', ['B-1']);
  await supplement(duplicate, 'B-2');
  const roles = ['liaison-officer', 'supervisor'] as const;
  sender = { ...(await personOf(db, 'quinn.quartz')), roles: [...roles] };
  toOne = await sentTo(['FI'], async () => {});
  busyToOne = await sentTo(['FI'], () => addSomeLeaves(db, 3));
  toTwo = await sentTo(['FI', 'SE'], (it) => it.act('astrid.juniper', { type: 'acknowledge', recipientId: 'r2' }));
  recipient = await personOf(db, 'aino.alder');
  coordinator = { ...(await personOf(db, 'noor.rowan')), roles: [...roles] };
  const store = await sealingStore(url);
  await seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
});

async function sentTo(
  countries: Country[],
  meanwhile: (referral: RecordedReferral) => Promise<unknown>,
): Promise<RecordedReferral> {
  const { db } = database;
  const referral = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz', {}, START);
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries, capability: 'investigation', wanted: [] },
  });
  await referral.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  await meanwhile(referral);
  await referral.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  return referral;
}

async function supplement(referral: RecordedReferral, id: string): Promise<void> {
  const text = await referral.storeText('More.');
  const origins = originDigests(keyring, [origin(id)]);
  await referral.act('quinn.quartz', { type: 'supplement', text, indicators: [], origins, materialCount: 0 });
}

/** The events of the bundle, and how far each is from the first. */
async function bundled(viewer: Person, { id }: RecordedReferral) {
  const { pages: db } = database;
  const view = await openReader({ db, keyring }).status(viewer, id);
  const { isProved, bundle } = await verifyBundle(await makeProof({ db, quorum: 0 }, viewer, view), policy);
  expect(isProved).toBe(true);
  const events = bundle?.events ?? [];
  const first = events[0]?.index ?? 0;
  return events.map(({ index, commitment }) => [index - first, commitment.shown.event]);
}

test('the bundles of a case that was reported once and of one that was reported twice have equal positions', async () => {
  const expected = await bundled(sender, alone);
  expect(expected.map(([, event]) => event)).toEqual(expect.arrayContaining(['submitted', 'supplemented']));
  expect(await bundled(sender, duplicate)).toEqual(expected);
});

test('only the coordinator sees which case was reported twice', async () => {
  const rows = async (viewer: Person, { id: referral }: RecordedReferral) =>
    (await searchAudit({ db: database.db, keyring }, viewer, { referral, limit: 500 })).rows;
  const codes = async (viewer: Person, referral: RecordedReferral) =>
    (await rows(viewer, referral)).map(({ operation, about }) => [operation, 'event' in about && about.event]);
  expect(await codes(sender, duplicate)).toEqual(await codes(sender, alone));
  expect((await rows(coordinator, alone)).map(({ about }) => about)).toContainEqual({ compared: 'origins' });
  const events = (await bundled(coordinator, duplicate)).map(([, event]) => event);
  expect(events).toContain('possible-duplicate-found');
});

test('digests of entries are shown to the coordinator only', async () => {
  const digests = async (viewer: Person) =>
    (await searchAudit({ db: database.db, keyring }, viewer, { referral: alone.id, limit: 500 })).rows
      .filter(({ about }) => 'seq' in about)
      .flatMap((row) => row.digests);
  expect(await digests(sender)).toEqual([]);
  expect((await digests(coordinator)).length).toBeGreaterThan(3);
});

/** The events from the recipient's acknowledgement on, and how far each is from it. */
async function sinceAcknowledged(referral: RecordedReferral) {
  const events = await bundled(recipient, referral);
  const from = events.findIndex(([, event]) => event === 'acknowledged');
  const first = Number(events[from]?.[0]);
  return events.slice(from).map(([position, event]) => [Number(position) - first, event]);
}

test('positions count the leaves of all cases: an act of another recipient looks like leaves of another case', async () => {
  const [alone, busy, twice] = [await sinceAcknowledged(toOne), await sinceAcknowledged(busyToOne), toTwo];
  expect(await sinceAcknowledged(twice)).toEqual(busy);
  // The documented bound: on a quiet log, the distance shows that something happened, here or elsewhere.
  expect(busy).not.toEqual(alone);
  expect(busy.map(([, event]) => event)).toEqual(alone.map(([, event]) => event));
});
