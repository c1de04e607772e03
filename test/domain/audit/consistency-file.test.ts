/** Consistency proofs as files: each changed byte is found, and the error names its place. */

import { describe, expect, test } from 'vitest';
import { bytesOf, textOf } from '../../../domain/audit/bytes.ts';
import { formatCheckpoint } from '../../../domain/audit/checkpoint.ts';
import { formatConsistencyFile, isConsistencyFile, verifyConsistency } from '../../../domain/audit/consistency-file.ts';
import { consistencyProof } from '../../../domain/audit/merkle-proofs.ts';
import { leafHash, rootOf } from '../../../domain/audit/merkle-tree.ts';
import { formatNote } from '../../../domain/audit/note.ts';
import { cosign, signNote } from '../../../domain/audit/note-signer.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';

const log = newSigner();
const witness = newSigner('witness.example/w1', 'cosignature');
const policy = { origin: ORIGIN, logKeys: [log.key], witnesses: [{ key: witness.key }], quorum: 1 };
const leaves = Array.from({ length: 13 }, (_, index) => leafHash(bytesOf(`${index}`)));

async function note(size: number, from = leaves): Promise<string> {
  const text = formatCheckpoint({ origin: ORIGIN, size, root: rootOf(from.slice(0, size)) });
  return formatNote({ text, signatures: [await signNote(text, log), await cosign(text, witness, 1_764_500_000)] });
}

const hashes = (first: number, size: number) =>
  consistencyProof(first, size, ({ start, end }) => rootOf(leaves.slice(start, end)));

const fileOf = async (first: number, size: number) =>
  formatConsistencyFile({ first: await note(first), second: await note(size), hashes: hashes(first, size) });

test('a proof between any two sizes is verified', async () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    for (let first = 1; first <= size; first += 1) {
      const file = await fileOf(first, size);
      expect(isConsistencyFile(file)).toBe(true);
      expect((await verifyConsistency(file, policy)).faults, `${first} ${size}`).toEqual([]);
    }
  }
});

test('every changed byte is found', async () => {
  const file = await fileOf(6, 13);
  for (let at = 0; at < file.length; at += 1) {
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { faults } = await verifyConsistency(changed, policy);
    expect(faults, `byte ${at}`).not.toEqual([]);
  }
});

describe('the fault says where', () => {
  test('a hash was changed', async () => {
    const proof = { first: await note(6), second: await note(13), hashes: hashes(6, 13).toReversed() };
    const { faults } = await verifyConsistency(formatConsistencyFile(proof), policy);
    expect(faults).toEqual([{ kind: 'not-consistent', first: 6, second: 13 }]);
  });

  test('the log was forked', async () => {
    const forked = leaves.map((leaf, index) => (index === 2 ? leafHash(bytesOf('other')) : leaf));
    const proof = { first: await note(6, forked), second: await note(13), hashes: hashes(6, 13) };
    const { faults } = await verifyConsistency(formatConsistencyFile(proof), policy);
    expect(faults).toEqual([{ kind: 'not-consistent', first: 6, second: 13 }]);
  });

  test('a checkpoint was changed, is of another log, or has too few signatures', async () => {
    const text = textOf(await fileOf(6, 13));
    const faultsOf = async (changed: string, by = policy) => (await verifyConsistency(bytesOf(changed), by)).faults;
    expect(await faultsOf(text.replace(`${ORIGIN}\n6\n`, `${ORIGIN}\n5\n`))).toContainEqual({
      ...{ kind: 'invalid-signature', which: 'first', key: ORIGIN },
    });
    expect(await faultsOf(text, { ...policy, logKeys: [newSigner().key] })).toEqual([
      { kind: 'not-signed', which: 'first' },
      { kind: 'not-signed', which: 'second' },
    ]);
    expect(await faultsOf(text, { ...policy, origin: 'other.example/log' })).toContainEqual({
      ...{ kind: 'other-log', which: 'second', origin: ORIGIN },
    });
    expect(await faultsOf(text, { ...policy, witnesses: [], quorum: 1 })).toContainEqual({
      ...{ kind: 'too-few-witnesses', which: 'second', found: 0, quorum: 1 },
    });
  });

  test('the file is malformed', async () => {
    const text = textOf(await fileOf(6, 13));
    for (const changed of [
      text.slice(0, -1),
      text.replace('hashes', 'hashed'),
      `${text}more\n`,
      text.slice(0, 90),
      '',
    ]) {
      const { faults } = await verifyConsistency(bytesOf(changed), policy);
      expect(faults.map(({ kind }) => kind)).toEqual(['malformed']);
    }
    const swapped = { first: await note(13), second: await note(6), hashes: hashes(6, 13) };
    const { faults } = await verifyConsistency(formatConsistencyFile(swapped), policy);
    expect(faults).toEqual([{ kind: 'wrong-order', first: 13, second: 6 }]);
  });
});
