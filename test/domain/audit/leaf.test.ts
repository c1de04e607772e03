/** Leaves of the audit log: one for each entry, with operation, actor and digest, and without texts of the case. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../domain/audit/canonical-json.ts';
import { leavesOfJournal } from '../../../domain/audit/journal-leaves.ts';
import { type AuditLeaf, leafOf } from '../../../domain/audit/leaf.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import { AUDIT_OPERATIONS } from '../../../domain/vocabulary.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { forRandomCases } from '../../support/random-cases.ts';

const jsonValue = fc.jsonValue();
/** Members and elements the other way round; an array keeps its order, which means something. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  );
};

test('canonical JSON has the same meaning as JSON', () => {
  fc.assert(
    fc.property(jsonValue, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('canonical JSON is the same whatever the order of members, and the same once read and written again', () => {
  fc.assert(
    fc.property(jsonValue, (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

test('canonical JSON tells different values apart', () => {
  fc.assert(
    fc.property(jsonValue, jsonValue, (one, other) => {
      const isSame = JSON.stringify(sortedDeep(one)) === JSON.stringify(sortedDeep(other));
      expect(canonicalJson(one) === canonicalJson(other)).toBe(isSame);
    }),
  );
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
  expect(canonicalJson({ b: [2, null], a: 'é' })).toBe('{"a":"é","b":[2,null]}');
});

test('every entry has a leaf of an operation that the list knows, with a digest of the whole entry', () => {
  forRandomCases(({ journal }) => {
    const leaves = leavesOfJournal('referral-1', journal);
    for (const [index, leaf] of leaves.entries()) {
      const { at, by, seq, event } = journal[index] ?? {};
      expect(AUDIT_OPERATIONS).toContain(leaf.operation);
      expect(leaf).toMatchObject({ v: 2, at, by, referralId: 'referral-1', about: { event: event?.type, seq } });
    }
    expect(new Set(leaves.map(digestOf)).size).toBe(leaves.length);
  }, 20);
});

test('a leaf changes with anything in its entry', () => {
  const { journal } = RECIPIENT_IN.declined();
  const after = RECIPIENT_IN.declined().referral;
  for (const entry of journal) {
    const leaf = (changed: JournalEntry) => leafOf('referral-1', changed, { after });
    const original = digestOf(leaf(entry));
    expect(original).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf(leaf({ ...entry, at: '2026-01-01T00:00:00.000Z' }))).not.toBe(original);
    expect(digestOf(leaf({ ...entry, actId: 'another' }))).not.toBe(original);
    expect(digestOf(leaf({ ...entry, event: { type: 'erased' } }))).not.toBe(original);
  }
});

test('the names of operations: Directive (EU) 2016/680 art. 25', () => {
  const { journal } = RECIPIENT_IN['referred-onward']();
  const operations = Object.fromEntries(
    leavesOfJournal('referral-1', journal).map((leaf, index) => [journal[index]?.event.type, leaf.operation]),
  );
  expect(operations).toMatchObject({
    submitted: 'collection',
    triaged: 'alteration',
    'recipient-opened': 'transfer',
    delivered: 'transfer',
    'referred-onward': 'transfer',
    'letters-settled': 'disclosure',
    'clock-started': 'clock',
    accepted: 'alteration',
  });
});

test('a leaf holds ids and codes, but no id of a text and no code of the case', () => {
  for (const make of Object.values(RECIPIENT_IN)) {
    const text = JSON.stringify(leavesOfJournal('referral-1', make().journal));
    expect(text).not.toMatch(/text-|no-jurisdiction|minor-or-no-offence|case-opened|csam/);
  }
});

test('a leaf states the codes before and after its entry, and the reference once it is allotted', () => {
  const { journal } = RECIPIENT_IN.accepted();
  const leaves = leavesOfJournal('referral-1', journal);
  const changes = Object.fromEntries(leaves.map(({ change }, index) => [journal[index]?.event.type, change]));
  expect(changes).toMatchObject({
    submitted: { status: [null, 'received'] },
    referred: { status: ['triaged', 'referred'] },
    accepted: { recipient: [expect.any(String), 'acknowledged', 'accepted'] },
  });
  expect(leaves[0]).not.toHaveProperty('reference');
  expect(leaves.at(-1)).toMatchObject({ reference: expect.stringMatching(/^XR-/) });
});

test('a leaf states how the request of a person came; the engine makes no requests', () => {
  const { journal, referral: after } = RECIPIENT_IN.accepted();
  const via = { channel: 'api', session: '00', address: 'private' } as const;
  for (const entry of journal) {
    const leaf = leafOf('referral-1', entry, { after, via });
    expect(leaf.via).toEqual(entry.by.kind === 'person' ? via : undefined);
  }
});

function digestOf({ about }: AuditLeaf): string {
  return 'digest' in about ? about.digest : '';
}

/** What a value says, objects as sorted pairs: another way to tell whether two are the same. */
function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return { array: value.map(sortedDeep) };
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([name, member]) => [name, sortedDeep(member)]);
  return { object: pairs.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) };
}
