/** What Temporal gets to see of a payload: nothing; and what it takes to read it again. */

import { defaultPayloadConverter } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import { payloadCodec } from '../../../client/platform/codec.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';

const old = newKeyFile('2026-10');
const fresh = newKeyFile('2026-11');
const rotated: KeyFile = { ...fresh, keys: { ...old.keys, ...fresh.keys }, digest: old.digest };

const codec = (keys: KeyFile) => payloadCodec(parseKeyring(JSON.stringify(keys)));
const payload = defaultPayloadConverter.toPayload({ summary: 'Copperfield-Lantern' });
const text = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('latin1');

async function sealed(keys = old) {
  const [one] = await codec(keys).encode([payload]);
  if (one === undefined) throw new Error('Nothing was sealed.');
  return one;
}

describe('sealing', () => {
  test('leaves no word and no encoding to be seen, only under which key it is', async () => {
    const { data, metadata } = await sealed();
    expect(text(data)).not.toContain('Copperfield');
    expect(text(data)).not.toContain('json/plain');
    expect(text(metadata?.['encoding'])).toBe('binary/encrypted');
    expect(text(metadata?.['key-id'])).toBe('2026-10');
    expect(Object.keys(metadata ?? {})).toHaveLength(2);
  });

  test('of the same value twice gives different ciphertexts', async () => {
    expect(text((await sealed()).data)).not.toBe(text((await sealed()).data));
  });
});

describe('opening', () => {
  test('gives back what was sealed', async () => {
    const [opened] = await codec(old).decode([await sealed()]);
    expect(opened && defaultPayloadConverter.fromPayload(opened)).toEqual({ summary: 'Copperfield-Lantern' });
  });

  test('works after rotation, while new payloads are under the new key', async () => {
    const [opened] = await codec(rotated).decode([await sealed(old)]);
    expect(opened?.data).toEqual(payload.data);
    expect(text((await sealed(rotated)).metadata?.['key-id'])).toBe('2026-11');
  });

  test('without the key says which is missing, and nothing else', async () => {
    const opening = codec(fresh).decode([await sealed(old)]);
    await expect(opening).rejects.toThrow('The key file has no key "2026-10". Add it to the key file again.');
  });

  test('of what was changed on the way fails', async () => {
    const changed = await sealed();
    const last = (changed.data?.length ?? 0) - 1;
    const data = Uint8Array.from(changed.data ?? [], (byte, index) => (index === last ? byte ^ 1 : byte));
    await expect(codec(old).decode([{ ...changed, data }])).rejects.toThrow();
  });

  test.each([
    ['a plain one', payload],
    ['an empty one', {}],
  ])('of what was never sealed gives what nobody can read: %s', async (_, unsealed) => {
    const [opened] = await codec(old).decode([unsealed]);
    expect(opened?.data).toBeUndefined();
    expect(() => opened && defaultPayloadConverter.fromPayload(opened)).toThrow(
      'Unknown encoding: refused/never-sealed',
    );
  });
});
