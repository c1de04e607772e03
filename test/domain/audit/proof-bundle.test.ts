/** Proof bundles: verified with keys only, every changed byte is found and named, nothing hidden is included, small. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf, toHex } from '../../../domain/audit/bytes.ts';
import { CborFault, type CborValue, decodeCbor, encodeCbor } from '../../../domain/audit/cbor.ts';
import { formatCheckpoint } from '../../../domain/audit/checkpoint.ts';
import { crc32 } from '../../../domain/audit/checksums.ts';
import { leavesOfJournal } from '../../../domain/audit/journal-leaves.ts';
import type { AuditLeaf } from '../../../domain/audit/leaf.ts';
import { commitmentOf, hashOfLeaf, partsOf, saltOf } from '../../../domain/audit/leaf-commitment.ts';
import type { LogPolicy } from '../../../domain/audit/log-policy.ts';
import type { LeafRange } from '../../../domain/audit/merkle-proofs.ts';
import { type Hash, leafHash, rootOf } from '../../../domain/audit/merkle-tree.ts';
import { multiProof, rootFromMultiProof } from '../../../domain/audit/multi-proof.ts';
import { formatNote } from '../../../domain/audit/note.ts';
import { cosign, signNote } from '../../../domain/audit/note-signer.ts';
import { formatBundle, type ProofBundle, parseBundle } from '../../../domain/audit/proof-bundle.ts';
import type { BundleEvent } from '../../../domain/audit/proof-event.ts';
import { verifyBundle } from '../../../domain/audit/verify-bundle.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { officerAt } from '../../support/factories.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';

const log = newSigner();
const witness = newSigner('witness.example/w1', 'cosignature');
const policy: LogPolicy = { origin: ORIGIN, logKeys: [log.key], witnesses: [{ key: witness.key }], quorum: 1 };
const COLLEAGUE = officerAt('fi-1');
const AGENCY = COLLEAGUE.agencyId;

const saltAt = (index: number) => Uint8Array.from({ length: 16 }, (_, at) => (index * 31 + at * 7) % 256);

/** The event of a leaf as a viewer of `AGENCY` may see it. */
function eventOf(leaf: AuditLeaf, index: number): BundleEvent {
  const salt = saltAt(index);
  const { person } = partsOf(leaf);
  const isColleague = leaf.by.kind === 'person' && leaf.by.agencyId === AGENCY;
  return {
    ...{ index, commitment: commitmentOf(leaf, salt) },
    ...(isColleague && person && { person: { salt: saltOf(salt, 'person'), fields: person } }),
  };
}

let bundle: ProofBundle;
let file: Uint8Array;
let leaves: AuditLeaf[];

/** The leaves of a referral, each among seven leaves of others. */
beforeAll(async () => {
  const via = { channel: 'page', session: '00ff', address: 'public' } as const;
  leaves = leavesOfJournal('referral-1', RECIPIENT_IN.accepted().journal).map((leaf) =>
    leaf.by.kind === 'person' ? { ...leaf, via } : leaf,
  );
  const hashes = leaves.flatMap((leaf, at) => [
    ...Array.from({ length: 7 }, (_, other) => leafHash(Uint8Array.of(at, other))),
    hashOfLeaf(leaf, saltAt(at * 8 + 7)),
  ]);
  const text = formatCheckpoint({ origin: ORIGIN, size: hashes.length, root: rootOf(hashes) });
  const signatures = [await signNote(text, log), await cosign(text, witness, 1_764_500_000)];
  const events = leaves.map((leaf, at) => eventOf(leaf, at * 8 + 7));
  bundle = {
    ...{ referral: 'referral-1', madeFor: AGENCY, madeAt: '2026-11-30T09:00:00.000Z', events },
    hashes: multiProof(
      events.map(({ index }) => index),
      hashes.length,
      ({ start, end }) => rootOf(hashes.slice(start, end)),
    ),
    checkpoint: formatNote({ text, signatures }),
  };
  file = formatBundle(bundle);
});

test('a bundle is read as it was written, and proved', async () => {
  expect(parseBundle(file)).toEqual({ bundle, faults: [] });
  const verified = await verifyBundle(file, policy);
  expect(verified).toMatchObject({ isProved: true, faults: [] });
  expect(verified.checkpoint?.signedBy).toEqual([log.key]);
  expect(verified.checkpoint?.witnesses).toEqual([{ key: witness.key, time: 1_764_500_000 }]);
  const [seen] = verified.bundle?.events.flatMap(({ person }) => (person ? [person.fields] : [])) ?? [];
  expect(seen).toMatchObject({ person: COLLEAGUE.personId, via: { channel: 'page' } });
});

test('any changed byte is found, and its part is named with its number', async () => {
  const places = new Set<string>();
  for (let at = 0; at < file.length; at += 1) {
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const { isProved, faults } = await verifyBundle(changed, policy);
    expect(isProved, `byte ${at}`).toBe(false);
    const [fault] = faults;
    if (fault?.kind !== 'damaged') throw new Error(`byte ${at}: ${fault?.kind} is no place`);
    const { place, number, byte } = fault.part;
    expect(byte, `byte ${at}`).toBeLessThanOrEqual(at);
    if (place === 'event' || place === 'hash') expect(number).toBeGreaterThan(0);
    places.add(place);
  }
  expect([...places].toSorted()).toEqual(['checkpoint', 'event', 'hash', 'hashes', 'header', 'start']);
});

describe('a forger who makes the checksums right', () => {
  const forged = (change: Partial<ProofBundle>) => verifyBundle(formatBundle({ ...bundle, ...change }), policy);
  const kinds = async (change: Partial<ProofBundle>) => (await forged(change)).faults.map(({ kind }) => kind);

  test('cannot leave all events out, so that the bundle fits any referral', async () => {
    const { checkpoint } = await verifyBundle(file, policy);
    const hashes = [checkpoint?.checkpoint.root ?? new Uint8Array()];
    expect(await kinds({ referral: 'referral-2', events: [], hashes })).toEqual(['no-events']);
  });

  test('cannot change an event, a hash, the order or the referral', async () => {
    const [first, second, ...rest] = bundle.events;
    if (!first || !second) throw new Error('no events');
    const shown = { ...first.commitment.shown, at: '2026-01-01T00:00:00.000Z' };
    expect(
      await kinds({ events: [{ ...first, commitment: { ...first.commitment, shown } }, second, ...rest] }),
    ).toEqual(['not-in-log']);
    expect(await kinds({ events: [second, first, ...rest] })).toEqual(['order']);
    expect(await kinds({ events: [second, ...rest] })).toEqual(['not-in-log']);
    expect(await kinds({ events: [{ ...second, index: first.index }, ...rest] })).toEqual(['not-in-log']);
    expect(await kinds({ hashes: bundle.hashes.toReversed() })).toEqual(['not-in-log']);
    expect(await kinds({ hashes: [...bundle.hashes, leafHash(new Uint8Array())] })).toEqual(['not-in-log']);
    expect(await kinds({ referral: 'referral-2' })).toEqual(['not-in-log']);
  });

  test('cannot name another person', async () => {
    const events = bundle.events.map((event) =>
      event.person
        ? { ...event, person: { ...event.person, fields: { ...event.person.fields, person: 'other' } } }
        : event,
    );
    expect(await kinds({ events })).toEqual(['not-in-log']);
  });

  test('cannot change the checkpoint, its signature, or leave out the witness', async () => {
    const { checkpoint } = bundle;
    expect(await kinds({ checkpoint: checkpoint.replace(ORIGIN, 'other.example') })).toContain('other-log');
    expect(await kinds({ checkpoint: checkpoint.replace(/^\d+$/m, '999999') })).toContain('invalid-signature');
    expect(await kinds({ checkpoint: 'x' })).toEqual(['checkpoint-malformed']);
    const [text = '', signatures = ''] = checkpoint.split('\n\n');
    const [own = '', ofWitness = ''] = signatures.split('\n');
    expect(await kinds({ checkpoint: `${text}\n\n${own}\n` })).toEqual(['too-few-witnesses']);
    expect(await kinds({ checkpoint: `${text}\n\n${ofWitness}\n` })).toEqual(['not-signed']);
    const other = newSigner();
    expect((await verifyBundle(file, { ...policy, logKeys: [other.key] })).faults).toEqual([{ kind: 'not-signed' }]);
  });
});

test('a bundle reveals no journal number, no digest of an entry, no salt of a leaf and no person of another agency', () => {
  const bytes = toHex(file);
  const text = textOf(file.map((byte) => (byte < 128 ? byte : 63)));
  for (const [at, leaf] of leaves.entries()) {
    expect(bytes).not.toContain(toHex(saltAt(at * 8 + 7)));
    expect(bytes).not.toContain(toHex(saltOf(saltAt(at * 8 + 7), 'record')));
    if ('digest' in leaf.about) expect(bytes).not.toContain(leaf.about.digest);
    if (leaf.by.kind === 'person' && leaf.by.agencyId !== AGENCY) expect(text).not.toContain(leaf.by.personId);
  }
  expect(text).not.toContain('seq');
});

test('50 events scattered over a million leaves take at most 32 KB', () => {
  const size = 1_000_000;
  const events = Array.from({ length: 50 }, (_, at): BundleEvent => {
    const leaf = leaves[at % leaves.length];
    if (leaf === undefined) throw new Error('no leaf');
    return eventOf(leaf, at * 20_000 + ((at * 7919) % 20_000));
  });
  const hashOf = ({ start, end }: LeafRange): Hash => leafHash(Uint8Array.of(start % 251, end % 251));
  const hashes = multiProof(
    events.map(({ index }) => index),
    size,
    hashOf,
  );
  expect(hashes.length).toBeGreaterThan(600);
  expect(formatBundle({ ...bundle, events, hashes }).length).toBeLessThanOrEqual(32 * 1024);
});

test('a multi-proof gives the root for any choice of leaves', () => {
  const hashes = Array.from({ length: 60 }, (_, at) => leafHash(Uint8Array.of(at)));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.uniqueArray(fc.nat(59), { maxLength: 12 }), (size, chosen) => {
      const indexes = chosen.filter((index) => index < size).toSorted((one, other) => one - other);
      const proof = multiProof(indexes, size, ({ start, end }) => rootOf(hashes.slice(start, end)));
      const known = indexes.map((index) => ({ index, hash: hashes[index] ?? hashes[0] ?? rootOf([]) }));
      expect(rootFromMultiProof(known, size, proof)).toEqual(rootOf(hashes.slice(0, size)));
      expect(rootFromMultiProof(known, size, [...proof, rootOf([])])).toBeUndefined();
    }),
  );
});

test('CBOR has one encoding for each value, and nothing else is read', () => {
  const { value: values } = fc.letrec<{ value: CborValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.maxSafeNat(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
    ),
  }));
  fc.assert(
    fc.property(values, (value) => {
      expect(decodeCbor(encodeCbor(value))).toEqual(value);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      const given = new Uint8Array(bytes);
      try {
        expect(encodeCbor(decodeCbor(given))).toEqual(given);
      } catch (error) {
        expect(error).toBeInstanceOf(CborFault);
      }
    }),
  );
  expect(crc32(Uint8Array.from('123456789', (each) => each.charCodeAt(0)))).toBe(0xcbf43926);
});
