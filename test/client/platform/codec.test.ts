/** Temporal gets only encrypted payloads. What is needed to decrypt them, and what happens without it. */

import { defaultPayloadConverter, type Payload, type SerializationContext } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { describe, expect, test, vi } from 'vitest';
import { type CodecOptions, payloadCodec } from '../../../client/platform/codec.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { FORGED, UNREADABLE } from '../../../workflows/messages.ts';
import { payloadConverter } from '../../../workflows/payload-converter.ts';
import { KEYS, readHistory } from '../../replay/replay.ts';

const old = newKeyFile('2026-10');
const fresh = newKeyFile('2026-11');
const rotated: KeyFile = { ...fresh, keys: { ...old.keys, ...fresh.keys }, digest: old.digest };

const codec = (keys: KeyFile, more: Partial<CodecOptions> = {}) =>
  payloadCodec({ keyring: parseKeyring(JSON.stringify(keys)), ...more });
const HERE = { type: 'workflow', namespace: 'default', workflowId: 'referral/a' } as const;
const VALUE = { summary: 'Copperfield-Lantern' };
const payload = defaultPayloadConverter.toPayload(VALUE);
const text = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('latin1');

async function sealed(keys = old) {
  const [one] = await codec(keys).encode([payload], HERE);
  if (one === undefined) throw new Error('Nothing was sealed.');
  return one;
}

describe('sealing', () => {
  test('leaves no readable text, only the id of the key', async () => {
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
    const [opened] = await codec(old).decode([await sealed()], HERE);
    expect(opened && defaultPayloadConverter.fromPayload(opened)).toEqual({ summary: 'Copperfield-Lantern' });
  });

  test('works after rotation, while new payloads are under the new key', async () => {
    const [opened] = await codec(rotated).decode([await sealed(old)], HERE);
    expect(opened?.data).toEqual(payload.data);
    expect(text((await sealed(rotated)).metadata?.['key-id'])).toBe('2026-11');
  });

  test('without the key says which is missing, and nothing else', async () => {
    const opening = codec(fresh).decode([await sealed(old)], HERE);
    await expect(opening).rejects.toThrow('The key file has no key "2026-10". Add it to the key file again.');
  });

  test('without the key gives a marker in a worker, since an error would block its task', async () => {
    const forged = vi.fn();
    const [opened] = await codec(fresh, { marksMissingKeys: true, onForged: forged }).decode([await sealed(old)], HERE);
    expect(valueIn(opened)).toBe(UNREADABLE);
    expect(forged).not.toHaveBeenCalled();
  });

  test('of a scheduled run opens what was sealed for its schedule', async () => {
    const schedule = { ...HERE, workflowId: 'upkeep/repairOpen' };
    const run = { ...HERE, workflowId: 'upkeep/repairOpen-2026-11-29T19:19:10Z' };
    const [one] = await codec(old).encode([payload], schedule);
    const [other] = await codec(old).encode([payload], run);
    const opened = await codec(old).decode([one ?? {}, other ?? {}], run);
    expect(opened.map(valueIn)).toEqual([VALUE, VALUE]);
  });

  test.each<[string, (one: Payload) => Payload, SerializationContext | undefined]>([
    ['changed', changed, HERE],
    ['without its last byte', (one) => ({ ...one, data: one.data?.subarray(0, -1) ?? null }), HERE],
    ['of another workflow', (one) => one, { ...HERE, workflowId: 'referral/b' }],
    ['of another namespace', (one) => one, { ...HERE, namespace: 'other' }],
    ['for an activity without a workflow', (one) => one, { type: 'activity', namespace: 'default', isLocal: false }],
    ['without a place', (one) => one, undefined],
    ['with the version byte removed', (one) => ({ ...one, data: one.data?.subarray(1) ?? null }), HERE],
    ['never encrypted', () => payload, HERE],
    ['empty', () => ({}), HERE],
  ])('of a payload that is %s gives a mark and raises the alarm', async (_, damage, context) => {
    const forged = vi.fn();
    const lenient = codec(old, { acceptsUnplaced: async () => true, onForged: forged });
    const [opened] = await lenient.decode([damage(await sealed())], context);
    expect(valueIn(opened)).toBe(FORGED);
    expect(forged).toHaveBeenCalledExactlyOnceWith(context?.workflowId ?? '');
  });

  test('of the previous version succeeds only while it is accepted', async () => {
    const previous = await sealedByPreviousVersion();
    const opened = async (more: Partial<CodecOptions>) =>
      valueIn((await codec(KEYS, more).decode([previous], HERE))[0]);
    expect(await opened({ acceptsUnplaced: async () => true })).toEqual({
      from: 'journal',
      referralId: expect.any(String),
    });
    expect(await opened({ acceptsUnplaced: async () => false })).toBe(FORGED);
    expect(await opened({})).toBe(FORGED);
    const isAway = async () => Promise.reject(new Error('The database is not available.'));
    expect(await opened({ acceptsUnplaced: isAway })).toBe(UNREADABLE);
  });
});

function changed(one: Payload): Payload {
  const last = (one.data?.length ?? 0) - 1;
  return { ...one, data: Uint8Array.from(one.data ?? [], (byte, index) => (index === last ? byte ^ 1 : byte)) };
}

const valueIn = (opened: Payload | undefined): unknown => opened && payloadConverter.fromPayload(opened);

/** The input of a workflow in a recorded history. */
async function sealedByPreviousVersion(): Promise<Payload> {
  const [started] = historyFromJSON(readHistory('letters-in-workflow/erased.json')).events ?? [];
  return started?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0] ?? {};
}
