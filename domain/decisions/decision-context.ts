/** The input of a decision, beside its act. */

import type { Row } from '../lifecycle/row.ts';
import type { Actor } from '../people.ts';
import type { Recipient, Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';

/** `rows` are the rows of the lifecycle table that permit the act. */
export interface DecisionContext {
  referral: Referral;
  actor: Actor;
  now: Instant;
  rows: readonly Row[];
  /** The recipient that the act is about. */
  recipient(): Recipient;
}
