/** Keys of logs and witnesses for tests. */

import { generateKeyPairSync } from 'node:crypto';
import type { SignatureType } from '../../domain/audit/note.ts';
import { type NoteSigner, signerWithPrivateKey } from '../../domain/audit/note-signer.ts';

/** The name of the log in tests. */
export const ORIGIN = 'hub.example/liaise';

function newPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export function newSigner(name = ORIGIN, type: SignatureType = 'note'): NoteSigner {
  return signerWithPrivateKey(name, type, newPem());
}
