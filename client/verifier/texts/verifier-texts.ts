/** The texts of the verifier. They hold no names and no data of a case. `{…}` is replaced. */

import type { WhichCheckpoint } from '../../../domain/audit/consistency-file.ts';
import type { BundlePlace } from '../../../domain/audit/proof-bundle.ts';
import type { VerificationFault } from '../../../domain/audit/verify-bundle.ts';
import type { ErasureGround } from '../../../domain/retention.ts';

export interface VerifierTexts {
  title: string;
  intro: string;
  file: string;
  key: string;
  keyHint: string;
  verify: string;
  proved: string;
  notProved: string;
  /** What a valid bundle proves. */
  proves: { referral: string; unchanged: string; signed: string; witnessed: string; order: string };
  /** What the tombstone of an erased referral proves. */
  erasure: string;
  erasureGrounds: Record<ErasureGround, string>;
  /** What it does not prove. */
  leavesOpen: { true: string; complete: string; persons: string; made: string; unwitnessed: string };
  provesTitle: string;
  leavesOpenTitle: string;
  faultsTitle: string;
  places: Record<BundlePlace, string>;
  faults: Record<Exclude<VerificationFault['kind'], 'damaged'>, string> & { damaged: string };
  /** About a proof that one checkpoint continues another. */
  consistency: {
    proved: string;
    notProved: string;
    proves: { continues: string; witnessed: string };
    leavesOpen: { true: string; events: string; later: string };
    /** Before a fault of one checkpoint. */
    which: Record<WhichCheckpoint, string>;
    faults: Record<'malformed' | 'wrong-order' | 'not-consistent', string>;
  };
  events: string;
  columns: {
    number: string;
    position: string;
    at: string;
    event: string;
    agency: string;
    person: string;
    change: string;
  };
  byRule: string;
  noFile: string;
  noKey: string;
}
