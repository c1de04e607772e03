/** Only the coordinator can learn from numbers, lists or the audit log that another agency reported the same case. */

import { beforeAll, expect, test } from 'vitest';
import { searchAudit } from '../../../client/queries/audit.ts';
import { changesSince } from '../../../client/queries/changes.ts';
import { receiptOfView, withEntryNumbers } from '../../../client/queries/entry-numbers.ts';
import { listReferrals } from '../../../client/queries/list.ts';
import { openReader } from '../../../client/queries/read.ts';
import { timelineOf } from '../../../client/queries/timeline.ts';
import { markSeen, ownAct } from '../../../client/workspace/read-marks.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { testDatabase } from '../../support/database.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';

const START = '2026-11-24T14:00:00.000Z';
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

let db: Database;
let pages: Database;
let alone: RecordedReferral;
let duplicate: RecordedReferral;

beforeAll(async () => {
  ({ db, pages } = await testDatabase());
  const seed = alwaysOpenSeed(START);
  await replaceDirectory(db, seed.directory, seed.people);
  const submit = (personId: string, id: string) =>
    RecordedReferral.submit({ db, keyring }, personId, { originReferences: [{ system: 'x', id }] }, START);
  alone = await submit('quinn.quartz', 'A-1');
  await submit('aino.alder', 'B-2');
  duplicate = await submit('quinn.quartz', 'B-2');
});

const supervisor = async (personId: string): Promise<Person> => ({
  ...(await personOf(db, personId)),
  roles: ['liaison-officer', 'supervisor'],
});

/** As the pages read it. */
const shown = (viewer: Person, referral: RecordedReferral) =>
  asAgency(viewer.agencyId, () => shownTo(viewer, referral));

async function shownTo(viewer: Person, { id }: RecordedReferral) {
  const view = await openReader({ db: pages, keyring }).status(viewer, id);
  const { seq } = await receiptOfView(pages, viewer, {
    ...{ referralId: id, reference: '', status: 'received', opened: [], seq: 1_000 },
  });
  const listed = await listReferrals({ db: pages }, viewer, { desk: 'all', sort: 'changed', order: 'desc', limit: 50 });
  const rows = await withEntryNumbers(pages, viewer, listed.rows);
  const audit = (await searchAudit({ db: pages, keyring }, viewer, { referral: id, limit: 500 })).rows;
  return {
    receipt: seq,
    referral: view.referral.seq,
    links: view.referral.links,
    timeline: timelineOf(view.journal, view.letters).map(({ seq, moment }) => [seq, moment]),
    listed: rows.find(({ referralId }) => referralId === id)?.changedSeq,
    changed: (await changesSince({ db: pages }, viewer, START, 50)).find(({ referralId }) => referralId === id)?.seq,
    audit: audit.map(({ number, operation, about }) => [number, operation, 'event' in about && about.event]),
  };
}

/** Letters stand in the timeline beside the entries. */
const numbered = ({ timeline }: Pick<Awaited<ReturnType<typeof shown>>, 'timeline'>) =>
  timeline.filter(([, moment]) => !String(moment).startsWith('letter-'));

test('the sender of a possible duplicate sees what the sender of any other case sees', async () => {
  const viewer = await supervisor('quinn.quartz');
  const expected = await shown(viewer, alone);
  expect(await shown(viewer, duplicate)).toEqual(expected);
  const entries = numbered(expected);
  expect(entries.map(([seq]) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect([expected.receipt, expected.listed, expected.changed]).toEqual([
    entries.length,
    entries.length,
    entries.length,
  ]);
  expect(JSON.stringify(expected.audit)).not.toContain('duplicate');
});

test('a supervisor of the sender does not learn that another agency reported the same victim', async () => {
  const viewer = await supervisor('quinn.quartz');
  const linked = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz', {}, START);
  const before = await shown(viewer, linked);
  await linked.act('noor.rowan', { type: 'link', otherId: duplicate.id, kind: 'same-victim' });
  expect(await shown(viewer, linked)).toEqual(before);
  const seen = await shown(await supervisor('noor.rowan'), linked);
  expect(seen.audit.map(([, , event]) => event)).toContain('linked');
  await linked.act('noor.rowan', { type: 'link', otherId: alone.id, kind: 'related' });
  expect((await shown(viewer, linked)).audit.map(([, , event]) => event)).toContain('linked');
});

test('the coordinator sees the entry, numbered without gaps as well', async () => {
  const { timeline, audit } = await shown(await supervisor('noor.rowan'), duplicate);
  expect(JSON.stringify(audit)).toContain('possible-duplicate-found');
  const entries = numbered({ timeline });
  expect(entries.map(([seq]) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(JSON.stringify(entries)).toContain('possible-duplicate-found');
});

test('read marks of an earlier version hold places in the journal, and still work', async () => {
  const viewer = await supervisor('quinn.quartz');
  const order = { desk: 'all', sort: 'changed', order: 'desc', limit: 50 } as const;
  const rowOf = () =>
    asAgency(viewer.agencyId, async () => {
      const { rows } = await listReferrals({ db: pages }, viewer, order);
      return (await withEntryNumbers(pages, viewer, rows)).find(({ referralId }) => referralId === duplicate.id);
    });
  const { seq } = await duplicate.read();
  await markSeen({ db: pages }, viewer, { referralId: duplicate.id, seq });
  expect(await rowOf()).toMatchObject({ unread: false, seenSeq: (await rowOf())?.changedSeq });
  await ownAct({ db: pages }, viewer, duplicate.id, async () => {
    const {
      id: referralId,
      reference,
      status,
      seq,
    } = await duplicate.act('quinn.quartz', {
      ...{
        type: 'supplement',
        text: await duplicate.storeText('More.'),
        indicators: [],
        origins: [],
        materialCount: 0,
      },
    });
    return receiptOfView(db, viewer, { referralId, reference, status, opened: [], seq });
  });
  expect(await rowOf()).toMatchObject({ unread: false });
});

test('numbers come from the count that each act keeps, and from the journal where an earlier version kept none', async () => {
  const viewer = await supervisor('quinn.quartz');
  const { receipt } = await shown(viewer, alone);
  const where = { agencyId: viewer.agencyId, referralId: alone.id };
  const keep = (entries: number | null) => db.party.updateMany({ where, data: { entries } });
  const { seq: last } = await alone.read();
  const ofLast = async () => {
    const about = { referralId: alone.id, reference: '', status: 'received' as const, opened: [] };
    return (await receiptOfView(db, viewer, { ...about, seq: last })).seq;
  };
  expect(await ofLast()).toBe(receipt);
  expect(await db.party.findMany({ where, select: { entries: true } })).toEqual([{ entries: receipt }]);
  await keep(1_000);
  expect([(await shown(viewer, alone)).receipt, await ofLast()]).toEqual([1_000, 1_000]);
  await keep(null);
  expect([(await shown(viewer, alone)).receipt, await ofLast()]).toEqual([receipt, receipt]);
  await alone.act('quinn.quartz', { type: 'withdraw', text: await alone.storeText('An error.') });
  const later = await shown(viewer, alone);
  expect(later.receipt).toBe(numbered(later).length);
});
