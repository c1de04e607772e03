/** Applies the erasure register before the worker serves anything, and adds later erasures to it. */

import { readErasureSigner } from '../client/log/signers.ts';
import type { EraseAgainDeps } from '../client/recovery/erase-again.ts';
import {
  agreeWithRegister,
  type RegisterReconciliation,
  registerErasure,
} from '../client/recovery/erasure-register.ts';
import type { RegisteredErasure } from '../domain/erasure-register.ts';

/** Paths of the register, and of the private key that signs it (Ed25519, PEM). */
export interface ErasureFiles {
  register: string;
  key: string;
}

/** Adds an erasure to the register. */
export type ErasureRegistrar = (erasure: RegisteredErasure) => Promise<void>;

/**
 * Erases again what a restored backup still has. `onErasedAgain` is called if there was anything.
 *
 * @throws ConfigFault if the register is missing, damaged, too short or of another installation, or if the key is none
 */
export async function openErasures(
  deps: EraseAgainDeps,
  { register: path, key }: ErasureFiles,
  onErasedAgain: (agreement: RegisterReconciliation) => void,
): Promise<ErasureRegistrar> {
  const signer = await readErasureSigner(key);
  const agreement = await agreeWithRegister({ ...deps, path, signer });
  if (agreement.erasedAgain.length > 0) onErasedAgain(agreement);
  return (erasure) => registerErasure({ db: deps.db, path, signer }, erasure);
}
