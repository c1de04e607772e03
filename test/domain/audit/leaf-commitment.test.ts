/** What the tree commits to: every field of a leaf, and hidden parts by salted digests that reveal nothing. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf, toHex } from '../../../domain/audit/bytes.ts';
import { leavesOfJournal } from '../../../domain/audit/journal-leaves.ts';
import type { AuditLeaf } from '../../../domain/audit/leaf.ts';
import {
  commitmentOf,
  committedBytes,
  hashOfLeaf,
  hiddenDigest,
  partsOf,
  saltOf,
} from '../../../domain/audit/leaf-commitment.ts';
import { leafHash } from '../../../domain/audit/merkle-tree.ts';
import { ENGINE, type Person } from '../../../domain/people.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';

const SALT = Uint8Array.from({ length: 16 }, (_, index) => index);
const OTHER_SALT = SALT.toReversed();

const BY: Person = { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk', roles: ['liaison-officer'] };

const leaf: AuditLeaf = {
  ...{ v: 2, at: '2026-11-30T08:00:00.000Z', operation: 'alteration', referralId: 'r-1', reference: 'XR-2026-000001' },
  by: BY,
  via: { channel: 'page', session: 'ab', address: 'public' },
  about: { event: 'accepted', seq: 7, digest: 'ff' },
  change: { recipient: ['p-1', 'acknowledged', 'accepted'] },
};

/** A leaf of the version before, which had no tree. */
const earlier: AuditLeaf = {
  ...{ v: 1, at: '2026-11-29T22:13:16.510Z', operation: 'collection', referralId: 'r-1' },
  by: { kind: 'person', personId: 'quinn.quartz', agencyId: 'us-quartz', roles: ['liaison-officer'] },
  about: { event: 'submitted', seq: 1, digest: '0b' },
};

test('the bytes in the tree never change: published checkpoints depend on them', () => {
  expect(textOf(committedBytes(commitmentOf(leaf, SALT)))).toBe(
    '{"agency":"xr-desk","at":"2026-11-30T08:00:00.000Z","change":{"recipient":["p-1","acknowledged","accepted"]},' +
      '"event":"accepted","format":1,"operation":"alteration",' +
      '"person":"a75c4ab3a5a53081a31bf7c86eba7f5d19904f1257dc2994d1d95f8c90774d95",' +
      '"record":"8700ab774463e74798e0b3d61f022ad563b8a8e1674ac3090fda588da66f7012",' +
      '"reference":"XR-2026-000001","referral":"r-1"}',
  );
  expect(toHex(hashOfLeaf(earlier, SALT))).toBe('0584ce2fdbfe935cdc15a06ce41ebb1e3800c67a680f9783d01d858f9dcaca97');
});

test.each<[string, Partial<AuditLeaf>]>([
  ['time', { at: '2026-11-30T08:00:00.001Z' }],
  ['operation', { operation: 'transfer' }],
  ['referral', { referralId: 'r-2' }],
  ['reference', { reference: 'XR-2026-000002' }],
  ['person', { by: { kind: 'person', personId: 'otto.rowan', agencyId: 'xr-desk', roles: ['liaison-officer'] } }],
  ['role', { by: { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk', roles: ['supervisor'] } }],
  ['agency', { by: { kind: 'person', personId: 'noor.rowan', agencyId: 'fi-1', roles: ['liaison-officer'] } }],
  ['channel', { via: { channel: 'api', session: 'ab', address: 'public' } }],
  ['session', { via: { channel: 'page', session: 'ac', address: 'public' } }],
  ['address', { via: { channel: 'page', session: 'ab', address: 'private' } }],
  ['event', { about: { event: 'declined', seq: 7, digest: 'ff' } }],
  ['number', { about: { event: 'accepted', seq: 8, digest: 'ff' } }],
  ['digest', { about: { event: 'accepted', seq: 7, digest: 'fe' } }],
  ['change', { change: { recipient: ['p-1', 'sent', 'accepted'] } }],
  ['restored', { restored: true }],
])('another %s gives another hash', (_, changed) => {
  expect(toHex(hashOfLeaf({ ...leaf, ...changed }, SALT))).not.toBe(toHex(hashOfLeaf(leaf, SALT)));
});

test('the hash of a leaf is that of its committed bytes', () => {
  const texts = fc.string({ unit: 'binary' });
  const changed = fc.record(
    { at: texts, reference: texts, referralId: texts, restored: fc.constant(true as const) },
    { requiredKeys: ['at'] },
  );
  const isSame = (each: AuditLeaf): void => {
    expect(toHex(hashOfLeaf(each, SALT))).toBe(toHex(leafHash(committedBytes(commitmentOf(each, SALT)))));
  };
  fc.assert(fc.property(changed, texts, (other, personId) => isSame({ ...leaf, ...other, by: { ...BY, personId } })));
  const { via: _, change: __, ...bare } = leaf;
  isSame({ ...bare, by: ENGINE });
  for (const make of Object.values(RECIPIENT_IN)) leavesOfJournal('referral-1', make().journal).forEach(isSame);
});

test('the bytes hold no journal number, no digest of an entry, and no person', () => {
  for (const make of Object.values(RECIPIENT_IN)) {
    for (const each of leavesOfJournal('referral-1', make().journal)) {
      const text = textOf(committedBytes(commitmentOf(each, SALT)));
      expect(text).not.toContain('"seq"');
      if ('digest' in each.about) expect(text).not.toContain(each.about.digest);
      if (each.by.kind === 'person') expect(text).not.toContain(`"${each.by.personId}"`);
    }
  }
});

test('hidden digests depend on the salt, and showing one part does not show the salt of the other', () => {
  const [one, other] = [commitmentOf(leaf, SALT), commitmentOf(leaf, OTHER_SALT)];
  expect(toHex(one.record)).not.toBe(toHex(other.record));
  expect(toHex(saltOf(SALT, 'person'))).not.toBe(toHex(saltOf(SALT, 'record')));
  const { person, record } = partsOf(leaf);
  expect(hiddenDigest(saltOf(SALT, 'record'), record)).toEqual(one.record);
  expect(person && hiddenDigest(saltOf(SALT, 'person'), person)).toEqual(one.person);
});
