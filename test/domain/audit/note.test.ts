/** Signed notes, checkpoints and cosignatures, against published examples and changed copies. */

import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, fromBase64, fromHex, textOf, toBase64, toHex } from '../../../domain/audit/bytes.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from '../../../domain/audit/checkpoint.ts';
import { leafHash } from '../../../domain/audit/merkle-tree.ts';
import {
  checkSignatures,
  formatNote,
  formatSignature,
  formatVerifierKey,
  NoteFault,
  parseNote,
  parseSignatures,
  parseVerifierKey,
} from '../../../domain/audit/note.ts';
import { cosign, signerWithPrivateKey, signNote } from '../../../domain/audit/note-signer.ts';

const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const log = signerWithPrivateKey('log.example', 'note', pem());
const witness = signerWithPrivateKey('witness.example/w1', 'cosignature', pem());
const text = formatCheckpoint({ origin: 'log.example', size: 1234, root: leafHash(bytesOf('root')) });

async function signedCheckpoint(): Promise<string> {
  const signatures = [await signNote(text, log), await cosign(text, witness, 1_679_315_147)];
  return formatNote({ text, signatures });
}

test('opens the published example of signed notes', async () => {
  const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const note = [
    'If you think cryptography is the answer to your problem,',
    "then you don't know what your problem is.",
    '',
    '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    '',
  ].join('\n');
  expect(await checkSignatures(parseNote(note), [key])).toEqual([{ key, isValid: true }]);
  expect(await checkSignatures(parseNote(note.replace('answer', 'Answer')), [key])).toEqual([{ key, isValid: false }]);
});

test('a checkpoint names the log key and the witness that signed it, with its time', async () => {
  const opened = await openCheckpoint(await signedCheckpoint(), [log.key, witness.key]);
  expect(opened.checkpoint).toMatchObject({ origin: 'log.example', size: 1234 });
  expect(opened.signedBy).toEqual([log.key]);
  expect(opened.witnesses).toEqual([{ key: witness.key, time: 1_679_315_147 }]);
  expect(opened.invalid).toEqual([]);
});

test('signatures of unknown keys are ignored, also with a known name', async () => {
  const other = signerWithPrivateKey('log.example', 'note', pem());
  const opened = await openCheckpoint(await signedCheckpoint(), [other.key]);
  expect([opened.signedBy, opened.witnesses, opened.invalid]).toEqual([[], [], []]);
});

test('a signature of another origin does not count as one of the log', async () => {
  const foreign = formatCheckpoint({ origin: 'other.example', size: 1, root: leafHash(bytesOf('x')) });
  const note = formatNote({ text: foreign, signatures: [await signNote(foreign, log)] });
  expect((await openCheckpoint(note, [log.key])).signedBy).toEqual([]);
});

test('any changed character of a checkpoint takes a signature away or is refused', async () => {
  const note = await signedCheckpoint();
  for (let at = 0; at < note.length; at += 1) {
    const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;
    const opened = await openCheckpoint(changed, [log.key, witness.key]).catch((error: unknown) => error);
    if (opened instanceof Error) expect(opened).toBeInstanceOf(NoteFault);
    else expect(opened).not.toMatchObject({ signedBy: [log.key], witnesses: [{ key: witness.key }] });
  }
});

describe('malformed', () => {
  test.each(['', 'text', 'text\n\n- log.example AAAA\n', 'text\n\n\u2014 a AAAAAAAA', 'te\u0001xt\n\n'])(
    'note %j',
    (note) => {
      expect(() => parseNote(note)).toThrow(NoteFault);
    },
  );

  test.each(['', 'log\n1\n', 'log\n01\nAAAA\n', 'log\n1\nAAAA\n', 'log\n-1\nAAAA\n', text.trimEnd(), `${text}\n`])(
    'checkpoint %j',
    (checkpoint) => {
      expect(() => parseCheckpoint(checkpoint)).toThrow(NoteFault);
    },
  );

  test('keys', () => {
    const key = formatVerifierKey(log.key);
    expect(parseVerifierKey(key)).toEqual(log.key);
    expect(() => parseVerifierKey(key.replace('log', 'lag'))).toThrow(NoteFault);
    expect(() => parseVerifierKey('log')).toThrow(NoteFault);
    expect(() => signerWithPrivateKey('a name', 'note', pem())).toThrow(NoteFault);
    expect(() => signerWithPrivateKey('name', 'note', 'SECRET')).toThrow(/^(?!.*SECRET)/);
  });
});

test('a signature line is read as it was written', async () => {
  const signature = await cosign(text, witness, 7);
  expect(parseSignatures(formatSignature(signature))).toEqual([signature]);
});

test('bytes become text and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const same = new Uint8Array(bytes);
      expect(fromBase64(toBase64(same))).toEqual(same);
      expect(toBase64(same)).toBe(Buffer.from(same).toString('base64'));
      expect(fromHex(toHex(same))).toEqual(same);
    }),
  );
  expect(fromBase64('AB==')).toBeUndefined();
  expect(fromHex('0G')).toBeUndefined();
  expect(textOf(bytesOf('né'))).toBe('né');
});
