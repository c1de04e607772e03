/** Which process needs which keys, and the file that holds them: derived keys, in clear or wrapped by a key service. */

import { z } from 'zod';
import type { DigestKey } from './digest-keys.ts';
import type { Place } from './sealing.ts';

/** The purpose of a derived key. No key of the key file is used directly. */
export const PURPOSES = ['payload', 'data-key', 'session', 'proposal', 'token'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The processes of an installation that have keys of this file. */
export const PROCESSES = ['worker', 'web', 'cli'] as const;
export type ProcessName = (typeof PROCESSES)[number];

/**
 * - `payload`: messages to Temporal. `proposal`: proposals of administrators and secrets of webhooks. Every process reads both.
 * - `data-key`: wraps the keys of referrals. Workers read no particulars, so they have none.
 * - `session`: cookies and form tokens of the pages. `token`: the links in letters, which workers write and check.
 * - `digest`: recognises equal case numbers and hashes.
 */
export const PROCESS_KEYS: Readonly<Record<ProcessName, readonly (Purpose | 'digest')[]>> = {
  worker: ['payload', 'proposal', 'token'],
  web: ['payload', 'proposal', 'session', 'data-key', 'digest'],
  cli: ['payload', 'proposal', 'data-key', 'digest'],
};

/** Keys as bytes: by purpose and key id. The first digest key makes new digests. */
export interface RingKeys {
  /** Undefined if the keys are those of the whole installation. */
  process?: ProcessName;
  current: string;
  purposes: Partial<Record<Purpose, Readonly<Record<string, Uint8Array>>>>;
  digests: DigestKey[];
}

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
/** The id of the key of the service, a colon, and the wrapped key. */
const wrappedKey = z.templateLiteral([z.string().min(1), ':', z.base64()]);

/** No dot, which separates it from the digest. Empty: the first key of an installation. */
export const digestKeyId = z.string().regex(/^[\w-]*$/, 'must be letters, digits, dashes and underscores');

const shape = <T extends z.ZodType<string>>(value: T) => ({
  process: z.enum(PROCESSES).exactOptional(),
  current: z.string().min(1),
  purposes: z.partialRecord(z.enum(PURPOSES), z.record(z.string().min(1), value)),
  digests: z.array(z.strictObject({ id: digestKeyId, key: value })),
});

/** The file of one process. With `wrapped`, only a key service can unwrap the keys. */
export const processKeyFile = z.discriminatedUnion('wrapped', [
  z.strictObject({ wrapped: z.literal(false), ...shape(key) }),
  z.strictObject({ wrapped: z.literal(true), ...shape(wrappedKey) }),
]);

/** The content of the file of one process. */
export type ProcessKeyFile = z.infer<typeof processKeyFile>;

/** Keeps the keys that the process needs. */
export function keysOfProcess({ current, purposes, digests }: RingKeys, process: ProcessName): RingKeys {
  const needed: readonly string[] = PROCESS_KEYS[process];
  return {
    process,
    current,
    purposes: Object.fromEntries(Object.entries(purposes).filter(([purpose]) => needed.includes(purpose))),
    digests: needed.includes('digest') ? digests : [],
  };
}

/** The file of a process, with its keys in clear. */
export async function plainFile({ process, ...keys }: RingKeys): Promise<ProcessKeyFile> {
  const inClear = await mapKeys(keys, async (each) => Buffer.from(each).toString('base64'));
  return { ...(process && { process }), wrapped: false, ...inClear };
}

/** Wraps one key for its place. */
type WrapKey = (key: Uint8Array, place: Place) => Promise<{ keyId: string; wrapped: Uint8Array }>;

/** The file of a process, with every key wrapped. */
export async function wrappedFile({ process, ...keys }: RingKeys, wrap: WrapKey): Promise<ProcessKeyFile> {
  const wrapped = await mapKeys(keys, async (each, purpose, id) => {
    const made = await wrap(each, placeOfProcessKey(purpose, id));
    return `${made.keyId}:${Buffer.from(made.wrapped).toString('base64')}` as const;
  });
  return { ...(process && { process }), wrapped: true, ...wrapped };
}

/** Where a wrapped key of a process belongs. */
function placeOfProcessKey(purpose: Purpose | 'digest', keyId: string): Place {
  return ['process-key', purpose, keyId];
}

/** Unwraps every key of a file. */
export async function unwrappedKeys(
  { process, wrapped: _, ...keys }: Extract<ProcessKeyFile, { wrapped: true }>,
  unwrap: (keyId: string, wrapped: Uint8Array, place: Place) => Promise<Uint8Array>,
): Promise<RingKeys> {
  const unwrapped = await mapKeys(keys, (each, purpose, id) => {
    // The id of the wrapping key may have colons. Base64 has none.
    const end = each.lastIndexOf(':');
    const bytes = new Uint8Array(Buffer.from(each.slice(end + 1), 'base64'));
    return unwrap(each.slice(0, end), bytes, placeOfProcessKey(purpose, id));
  });
  return { ...(process && { process }), ...unwrapped };
}

async function mapKeys<From, To>(
  { current, purposes, digests }: KeysOf<From>,
  convert: (key: From, purpose: Purpose | 'digest', keyId: string) => Promise<To>,
): Promise<KeysOf<To>> {
  const converted: KeysOf<To>['purposes'] = {};
  for (const purpose of PURPOSES) {
    const keys = purposes[purpose];
    if (keys === undefined) continue;
    const entries = Object.entries(keys).map(async ([id, each]) => [id, await convert(each, purpose, id)] as const);
    converted[purpose] = Object.fromEntries(await Promise.all(entries));
  }
  const ofDigests = digests.map(async ({ id, key: each }) => ({ id, key: await convert(each, 'digest', id) }));
  return { current, purposes: converted, digests: await Promise.all(ofDigests) };
}

interface KeysOf<Key> {
  current: string;
  purposes: Partial<Record<Purpose, Readonly<Record<string, Key>>>>;
  digests: DigestKey<Key>[];
}
