/** Signs notes: as the log (C2SP signed-note) or as a witness (C2SP tlog-cosignature). */

import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { bigEndian, bytesOf, concat } from './bytes.ts';
import { cosignedText, isKeyName, keyIdOf, NoteFault, type NoteSignature, type VerifierKey } from './note.ts';

/** A key that signs, without saying where its private part is. */
export interface NoteSigner {
  key: VerifierKey;
  /** The Ed25519 signature of the message: 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/**
 * A signer with the private key in this process.
 *
 * @param pem PKCS #8, as "openssl genpkey -algorithm ed25519" writes it
 * @throws NoteFault if it is no Ed25519 key, or if the name is unusable.
 */
export function signerWithPrivateKey(name: string, type: VerifierKey['type'], pem: string): NoteSigner {
  if (!isKeyName(name)) throw new NoteFault('The name of a key has no spaces and no "+".');
  const privateKey = readPrivateKey(pem);
  const publicKey = publicKeyOf(privateKey);
  return { key: { name, type, publicKey }, sign: async (message) => new Uint8Array(sign(null, message, privateKey)) };
}

function readPrivateKey(pem: string): ReturnType<typeof createPrivateKey> {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The message must not contain the key.
  }
  throw new NoteFault('The file holds no Ed25519 private key in PEM.');
}

function publicKeyOf(key: ReturnType<typeof createPrivateKey>): Uint8Array {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

/** Signs the text as the log. */
export async function signNote(text: string, { key, sign }: NoteSigner): Promise<NoteSignature> {
  return { name: key.name, keyId: keyIdOf(key), signature: await sign(bytesOf(text)) };
}

/** Cosigns the text of a checkpoint. @param time seconds since 1970 */
export async function cosign(text: string, { key, sign }: NoteSigner, time: number): Promise<NoteSignature> {
  const signature = concat(bigEndian(time, 8), await sign(bytesOf(cosignedText(time, text))));
  return { name: key.name, keyId: keyIdOf(key), signature };
}
