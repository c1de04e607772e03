/** Ed25519 (RFC 8032) through WebCrypto, which Node and browsers have. Only public keys: signing is in `note-signer.ts`. */

/** Length of a public key in bytes. */
export const PUBLIC_KEY_LENGTH = 32;
/** Length of a signature in bytes. */
const SIGNATURE_LENGTH = 64;

/** Whether the signature of the message was made with the private key of this public key. */
export async function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (publicKey.length !== PUBLIC_KEY_LENGTH || signature.length !== SIGNATURE_LENGTH) return false;
  const { subtle } = globalThis.crypto;
  const key = await subtle
    .importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify'])
    .catch(() => undefined);
  return key !== undefined && subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
}
