/** Signers of notes: with a private key from a file, or through a process that holds the key, as PKCS #11 tokens do. */

import { readFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { z } from 'zod';
import type { SignatureType, VerifierKey } from '../../domain/audit/note.ts';
import { NoteFault } from '../../domain/audit/note.ts';
import { type NoteSigner, signerWithPrivateKey } from '../../domain/audit/note-signer.ts';
import { ConfigFault } from '../platform/config-fault.ts';
import { askSocket, serveSocket } from '../platform/line-socket.ts';

/** @throws NoteFault if the file cannot be read or holds no Ed25519 private key. */
export async function signerFromFile(name: string, type: SignatureType, path: string): Promise<NoteSigner> {
  const pem = await readFile(path, 'utf8').catch(() => {
    throw new NoteFault(`There is no readable key file at ${path}.`);
  });
  return signerWithPrivateKey(name, type, pem);
}

/** The key that signs the erasure register. @throws ConfigFault */
export async function readErasureSigner(path: string | undefined): Promise<NoteSigner> {
  if (path === undefined) throw new ConfigFault('LIAISE_ERASURE_KEY_FILE: is not set.');
  return signerFromFile('erasure-register', 'note', path).catch((error: unknown) => {
    throw error instanceof NoteFault ? new ConfigFault(`LIAISE_ERASURE_KEY_FILE: ${error.message}`) : error;
  });
}

const answer = z.object({
  publicKey: z.base64().exactOptional(),
  signature: z.base64().exactOptional(),
  error: z.string().exactOptional(),
});

/**
 * A signer whose private key is in another process. Over the socket go lines of JSON: `{"do":"public-key"}` is answered by
 * `{"publicKey":"…"}`, and `{"do":"sign","message":"…"}` by `{"signature":"…"}`, all in base64.
 *
 * @throws NoteFault if the process does not answer.
 */
export async function signerFromSocket(name: string, type: SignatureType, path: string): Promise<NoteSigner> {
  const { publicKey } = await ask(path, { do: 'public-key' });
  if (publicKey === undefined) throw new NoteFault(`The signing process at ${path} gives no public key.`);
  const key: VerifierKey = { name, type, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64')) };
  return {
    key,
    sign: async (message) => {
      const { signature } = await ask(path, { do: 'sign', message: Buffer.from(message).toString('base64') });
      if (signature === undefined) throw new NoteFault(`The signing process at ${path} does not sign.`);
      return new Uint8Array(Buffer.from(signature, 'base64'));
    },
  };
}

const ANSWER_MS = 10_000;

async function ask(path: string, question: object): Promise<z.infer<typeof answer>> {
  try {
    return answer.parse(await askSocket(path, question, ANSWER_MS));
  } catch {
    throw new NoteFault(`The signing process at ${path} does not answer.`);
  }
}

const question = z.discriminatedUnion('do', [
  z.object({ do: z.literal('public-key') }),
  z.object({ do: z.literal('sign'), message: z.base64() }),
]);

/** The process that holds a key: answers signing requests on a Unix socket. Close it to stop. */
export function serveSigner({ key, sign }: NoteSigner, path: string): Promise<Server> {
  return serveSocket(path, async (line) => {
    const asked = question.safeParse(line).data;
    if (asked === undefined) return { error: 'unknown request' };
    if (asked.do === 'public-key') return { publicKey: Buffer.from(key.publicKey).toString('base64') };
    const signature = await sign(new Uint8Array(Buffer.from(asked.message, 'base64')));
    return { signature: Buffer.from(signature).toString('base64') };
  });
}
