/** Keys with ids, so that data stays readable after a rotation: one key for each purpose, derived from the key file. */

import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { faultMessage } from './input-messages.ts';
import { type DigestKey, digestUnder, hmac } from './keys/digest-keys.ts';
import { type KeyProvider, type KeyService, serviceAndLocal } from './keys/key-provider.ts';
import {
  digestKeyId,
  type ProcessKeyFile,
  type ProcessName,
  PURPOSES,
  type Purpose,
  processKeyFile,
  type RingKeys,
  unwrappedKeys,
} from './keys/process-keys.ts';
import { decryptUnplaced, decryptWith, encryptWith, type Place } from './keys/sealing.ts';

/** Keys for encryption and for keyed digests, by purpose. A process may have the keys of some purposes only. */
export interface Keyring {
  /** The key that encrypts new data. */
  currentKeyId: string;
  /** Resolves when a key service has unwrapped the keys. No other function may be called before. */
  ready(): Promise<void>;
  /** The process for which the key file was made; undefined for the key file of the installation. */
  process: ProcessName | undefined;
  has(purpose: Purpose, keyId: string): boolean;
  /** Encrypts with the current key. */
  seal(purpose: Purpose, plain: Uint8Array, place: Place): { keyId: string; sealed: Uint8Array };
  /** @throws Error if the key file lacks the key, if the bytes were changed, or if they belong to another place. */
  open(purpose: Purpose, keyId: string, sealed: Uint8Array, place: Place): Uint8Array;
  /** Opens data of the previous version, which has no place. @throws Error as `open` */
  openUnplaced(purpose: Purpose, keyId: string, sealed: Uint8Array): Uint8Array;
  /** The derived keys, the current one first, for a library that encrypts by itself. */
  keysFor(purpose: Purpose): Uint8Array[];
  /** A keyed digest (HMAC-SHA-256, base64url): equal texts have equal digests, and a digest reveals no text. */
  digest(text: string): string;
  /** The digests under every digest key, the current one first: two while the digest key is renewed. */
  digests(text: string): string[];
  /** The id of the current digest key, which its digests begin with; empty for the first key of an installation. */
  digestKeyId: string;
  /** The digests of a text under every key for links in letters, the current one first. */
  tokens(text: string): string[];
  /** Wraps the keys of referrals and drafts. */
  dataKeys: KeyProvider;
}

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

/**
 * The key file of an installation: `current` encrypts, every key decrypts, and `digest` makes digests. `earlierDigests` are
 * the digest keys that `liaise keys renew-digests` is replacing.
 */
const keyFileSchema = z
  .strictObject({
    current: z.string().min(1),
    keys: z.record(z.string().min(1), key),
    digest: key,
    digestId: digestKeyId.exactOptional(),
    earlierDigests: z.array(z.strictObject({ id: digestKeyId, key })).exactOptional(),
  })
  .refine((file) => Object.hasOwn(file.keys, file.current), {
    error: 'must be the id of a key in "keys"',
    path: ['current'],
  });

/** The content of a key file. */
export type KeyFile = z.infer<typeof keyFileSchema>;

/**
 * @param text the key file of the installation, or of one process
 * @param service unwraps the keys of the file if they are wrapped, and wraps the keys of referrals
 * @throws Error that names the faulty fields, but never their values.
 */
export function parseKeyring(text: string, service?: KeyService): Keyring {
  const file = readKeys(text);
  if (!('wrapped' in file)) return keyring(file, service);
  if (service === undefined) throw new Error('The keys of this file are wrapped. Set LIAISE_KEY_SERVICE too.');
  return lockedKeyring(file, service);
}

/** The keys of a file whose keys are not wrapped, by purpose. @throws Error as `parseKeyring` */
export function parseKeys(text: string): RingKeys {
  const file = readKeys(text);
  if ('wrapped' in file) throw new Error('The key file is invalid. Its keys are wrapped already.');
  return file;
}

/** A key file with new keys, for a new installation. */
export function newKeyFile(keyId: string): KeyFile {
  const fresh = () => randomBytes(32).toString('base64');
  return { current: keyId, keys: { [keyId]: fresh() }, digest: fresh() };
}

/** The content of a key file of an installation. @throws Error as `parseKeyring` */
export function parseKeyFile(text: string): KeyFile {
  return valid(keyFileSchema, json(text));
}

type WrappedFile = Extract<ProcessKeyFile, { wrapped: true }>;

function readKeys(text: string): RingKeys | WrappedFile {
  const value = json(text);
  const isOfProcess = typeof value === 'object' && value !== null && 'wrapped' in value;
  if (!isOfProcess) return derivedKeys(valid(keyFileSchema, value));
  const file = valid(processKeyFile, value);
  if (file.wrapped) return file;
  const { wrapped: _, purposes, digests, ...rest } = file;
  const byId = Object.entries(purposes).map(([purpose, keys]) => [purpose, mapValues(keys, bytesOf)]);
  const ofDigests = digests.map(({ id, key: secret }) => ({ id, key: bytesOf(secret) }));
  return { ...rest, purposes: Object.fromEntries(byId), digests: ofDigests };
}

function valid<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { error: faultMessage });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
  throw new Error(`The key file is invalid. ${faults.join('; ')}`);
}

function derivedKeys({ current, keys, digest, digestId = '', earlierDigests = [] }: KeyFile): RingKeys {
  const derived = (purpose: Purpose) =>
    mapValues(keys, (secret) => new Uint8Array(hkdfSync('sha256', bytesOf(secret), '', `liaise/${purpose}`, 32)));
  const purposes = Object.fromEntries(PURPOSES.map((purpose) => [purpose, derived(purpose)]));
  const digests = [{ id: digestId, key: digest }, ...earlierDigests];
  return { current, purposes, digests: digests.map(({ id, key: secret }) => ({ id, key: bytesOf(secret) })) };
}

function keyring({ process, current, purposes, digests }: RingKeys, service?: KeyService): Keyring {
  const objects = new Map<string, KeyObject>();
  const keyFor = (purpose: Purpose, keyId: string): KeyObject => {
    const name = `${purpose}/${keyId}`;
    const known = objects.get(name);
    if (known) return known;
    const keys = purposes[purpose];
    if (keys === undefined) throw new Error(`The key file of this process has no key for the purpose "${purpose}".`);
    const bytes = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
    if (bytes === undefined) throw new Error(`The key file has no key "${keyId}". Add it to the key file again.`);
    // Cached, because creating the key object takes three times as long as encrypting.
    const made = createSecretKey(bytes);
    objects.set(name, made);
    return made;
  };
  const idsOf = (purpose: Purpose) => {
    const others = Object.keys(purposes[purpose] ?? {}).filter((keyId) => keyId !== current);
    return [current, ...others];
  };
  const digestKeys = (): [DigestKey, ...DigestKey[]] => {
    const [first, ...others] = digests;
    if (first === undefined) throw new Error('The key file of this process has no digest key.');
    return [first, ...others];
  };
  const ring: Omit<Keyring, 'dataKeys'> = {
    currentKeyId: current,
    process,
    ready: async () => service?.connect(),
    has: (purpose, keyId) => Object.hasOwn(purposes[purpose] ?? {}, keyId),
    seal: (purpose, plain, place) => ({ keyId: current, sealed: encryptWith(keyFor(purpose, current), plain, place) }),
    open: (purpose, keyId, sealed, place) => decryptWith(keyFor(purpose, keyId), sealed, place),
    openUnplaced: (purpose, keyId, sealed) => decryptUnplaced(keyFor(purpose, keyId), sealed),
    keysFor: (purpose) => idsOf(purpose).map((keyId) => new Uint8Array(keyFor(purpose, keyId).export())),
    digest: (text) => digestUnder(digestKeys()[0], text),
    digests: (text) => digestKeys().map((each) => digestUnder(each, text)),
    get digestKeyId() {
      return digestKeys()[0].id;
    },
    tokens: (text) => [
      ...(purposes.token ? idsOf('token').map((keyId) => hmac(keyFor('token', keyId), text)) : []),
      // Letters of the previous version have tokens under the digest key.
      ...digests.map((each) => hmac(each.key, text)),
    ],
  };
  const local: KeyProvider = {
    isRemote: false,
    currentKeyId: current,
    has: async (keyId) => ring.has('data-key', keyId),
    wrap: async (keyId, plain, place) => encryptWith(keyFor('data-key', keyId), plain, place),
    unwrap: async (keyId, sealed, place) => ring.open('data-key', keyId, sealed, place),
    unwrapUnplaced: async (keyId, sealed) => ring.openUnplaced('data-key', keyId, sealed),
  };
  return Object.assign(ring, { dataKeys: service === undefined ? local : serviceAndLocal(service, local) });
}

/** A ring whose keys a key service unwraps at the start. */
function lockedKeyring(file: WrappedFile, service: KeyService): Keyring {
  let opened: Keyring | undefined;
  let opening: Promise<void> | undefined;
  const unlock = async () => {
    await service.connect();
    opened = keyring(await unwrappedKeys(file, service.unwrap), service);
  };
  const ring = (): Keyring => {
    if (opened === undefined) throw new Error('The key service has not unwrapped the keys yet.');
    return opened;
  };
  return {
    currentKeyId: file.current,
    process: file.process,
    ready: () => {
      // After a failure, the next call tries again.
      opening ??= unlock().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    has: (...args) => ring().has(...args),
    seal: (...args) => ring().seal(...args),
    open: (...args) => ring().open(...args),
    openUnplaced: (...args) => ring().openUnplaced(...args),
    keysFor: (purpose) => ring().keysFor(purpose),
    digest: (text) => ring().digest(text),
    digests: (text) => ring().digests(text),
    get digestKeyId() {
      return ring().digestKeyId;
    },
    tokens: (text) => ring().tokens(text),
    get dataKeys() {
      return ring().dataKeys;
    },
  };
}

function mapValues<From, To>(keys: Readonly<Record<string, From>>, convert: (key: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(keys).map(([keyId, each]) => [keyId, convert(each)]));
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The key file is invalid: it is not JSON.');
  }
}
