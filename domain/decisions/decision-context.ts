/** What a decision is made on. */

import type { Row } from '../lifecycle/row.ts';
import type { Actor } from '../people.ts';
import type { Recipient, Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';

/** All that a decision may look at besides its act. `rows` are those of the table that let the act through. */
export interface DecisionContext {
  referral: Referral;
  actor: Actor;
  now: Instant;
  rows: readonly Row[];
  /** The recipient that the act is about. */
  recipient(): Recipient;
}
