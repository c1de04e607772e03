/** A key service: a process that wraps and unwraps keys, so that its own key never leaves it, a KMS or an HSM. */

import { hash } from 'node:crypto';
import type { Server } from 'node:net';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { parseKeyring, parseKeys } from '../../domain/keyring.ts';
import type { KeyProvider, KeyService } from '../../domain/keys/key-provider.ts';
import { PROCESS_KEYS, type ProcessName } from '../../domain/keys/process-keys.ts';
import type { Place } from '../../domain/keys/sealing.ts';
import { askSocket, serveSocket } from './line-socket.ts';

const ANSWER_MS = 3_000;
/** How long an unwrapped key of a referral stays in memory, and how many at most. */
const CACHED_MS = 60_000;
const MOST_CACHED = 1_000;

const keysAnswer = z.object({ current: z.string().min(1), keys: z.array(z.string()) });
const wrapAnswer = z.object({ wrapped: z.base64() });
const unwrapAnswer = z.object({ key: z.base64() });

/**
 * The key service that listens on a Unix socket. docs/key-service.md describes the protocol.
 *
 * @param options `now` is a monotonic time in milliseconds
 */
export function connectKeyService(path: string, options: { now?: () => number; mostCached?: number } = {}): KeyService {
  const { now = () => performance.now(), mostCached = MOST_CACHED } = options;
  let ids: z.infer<typeof keysAnswer> | undefined;
  const unwrapped = new Map<string, { key: Uint8Array; until: number }>();
  const ask = async <T>(expected: z.ZodType<T>, asked: object): Promise<T> => {
    const answer = await askSocket(path, asked, ANSWER_MS).catch(() => ({ error: 'unavailable' }));
    const refused = z.object({ error: z.string() }).safeParse(answer).data;
    if (refused) throw refusal(path, refused.error);
    const valid = expected.safeParse(answer);
    if (!valid.success) throw refusal(path, 'unavailable');
    return valid.data;
  };
  const refresh = async () => {
    ids = await ask(keysAnswer, { do: 'keys' });
    return ids;
  };
  const unwrap = async (keyId: string, sealed: Uint8Array, place: Place): Promise<Uint8Array> => {
    const name = hash('sha256', JSON.stringify([keyId, place, base64(sealed)]));
    const known = unwrapped.get(name);
    if (known && now() < known.until) return known.key;
    unwrapped.delete(name);
    const { key } = await ask(unwrapAnswer, { do: 'unwrap', keyId, wrapped: base64(sealed), place });
    const bytes = new Uint8Array(Buffer.from(key, 'base64'));
    if (unwrapped.size >= mostCached) forgetOldest(unwrapped);
    unwrapped.set(name, { key: bytes, until: now() + CACHED_MS });
    return bytes;
  };
  return {
    isRemote: true,
    get currentKeyId() {
      if (ids === undefined) throw new Error('The list of keys has not been read from the key service yet.');
      return ids.current;
    },
    connect: async () => void (ids ?? (await refresh())),
    // The service may have got a key since the start.
    has: async (keyId) => (ids ?? (await refresh())).keys.includes(keyId) || (await refresh()).keys.includes(keyId),
    wrap: async (keyId, key, place) => {
      const { wrapped } = await ask(wrapAnswer, { do: 'wrap', keyId, key: base64(key), place });
      return new Uint8Array(Buffer.from(wrapped, 'base64'));
    },
    unwrap,
    unwrapUnplaced: async (keyId) => {
      throw new Error(`The key service does not unwrap keys without a place: ${keyId}.`);
    },
  };
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

function refusal(path: string, fault: string): Error {
  switch (fault) {
    case 'not-authentic':
      return new Error('The key service does not unwrap this key: it was changed, or belongs to another place.');
    case 'unknown-key':
      return new Error('The key service does not have this key. Restore it there.');
    case 'not-permitted':
      return new ReferralError(
        'ENGINE_UNAVAILABLE',
        `The key service at ${path} does not permit this. Tell the operator.`,
      );
    default:
      return new ReferralError(
        'ENGINE_UNAVAILABLE',
        `The key service at ${path} does not answer. Nothing was changed. Send the request again later.`,
      );
  }
}

const bytes32 = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);
const place = z.tuple([z.enum(['data-key', 'process-key'])], z.string());

const question = z.discriminatedUnion('do', [
  z.object({ do: z.literal('keys') }),
  z.object({ do: z.literal('wrap'), keyId: z.string(), key: bytes32, place }),
  z.object({ do: z.literal('unwrap'), keyId: z.string(), wrapped: z.base64(), place }),
]);

/**
 * A key service whose keys are in a key file: a model for adapters. With a process, it unwraps only what this process needs.
 *
 * @throws Error as `parseKeys`
 */
export function serveKeyService(keyFile: string, path: string, process?: ProcessName): Promise<Server> {
  const keyIds = Object.keys(parseKeys(keyFile).purposes['data-key'] ?? {});
  const { dataKeys } = parseKeyring(keyFile);
  return serveSocket(path, async (line) => {
    const asked = question.safeParse(line).data;
    if (asked === undefined) return { error: 'unknown-request' };
    if (asked.do === 'keys') return { current: dataKeys.currentKeyId, keys: keyIds };
    return isPermitted(asked, process) ? answerTo(dataKeys, asked) : { error: 'not-permitted' };
  });
}

type KeyQuestion = Exclude<z.infer<typeof question>, { do: 'keys' }>;

async function answerTo(provider: KeyProvider, asked: KeyQuestion): Promise<object> {
  if (!(await provider.has(asked.keyId))) return { error: 'unknown-key' };
  try {
    if (asked.do === 'wrap') {
      return { wrapped: base64(await provider.wrap(asked.keyId, Buffer.from(asked.key, 'base64'), asked.place)) };
    }
    return { key: base64(await provider.unwrap(asked.keyId, Buffer.from(asked.wrapped, 'base64'), asked.place)) };
  } catch {
    return { error: 'not-authentic' };
  }
}

function isPermitted({ place: [kind, purpose = ''] }: KeyQuestion, process: ProcessName | undefined): boolean {
  if (process === undefined) return true;
  const needed: readonly string[] = PROCESS_KEYS[process];
  return needed.includes(kind === 'data-key' ? kind : purpose);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
