/** Verifies a proof bundle or a proof of consistency, and says in plain words what it proves. */

import { type ConsistencyFault, isConsistencyFile, verifyConsistency } from '../../domain/audit/consistency-file.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { type VerificationFault, verifyBundle } from '../../domain/audit/verify-bundle.ts';
import type { Language } from '../../domain/words/languages.ts';
import { explain, type VerificationText } from './explain.ts';
import { explainConsistency } from './explain-consistency.ts';

/** The result in sentences, and the faults as data for programs. */
interface VerifiedFile {
  explanation: VerificationText;
  faults: readonly (VerificationFault | ConsistencyFault)[];
}

/** Verifies the file with the keys that the reader trusts. Never throws for any content of the file. */
export async function verifyFile(file: Uint8Array, policy: LogPolicy, language: Language): Promise<VerifiedFile> {
  if (isConsistencyFile(file)) {
    const verification = await verifyConsistency(file, policy);
    return { explanation: explainConsistency(verification, language), faults: verification.faults };
  }
  const verification = await verifyBundle(file, policy);
  return { explanation: explain(verification, language), faults: verification.faults };
}
