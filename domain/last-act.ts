/** What is kept of the last act of a person, if its author may take it back. */

import type { ReversibleAct } from './acts.ts';
import type { UnstoppedState } from './events.ts';
import type { Instant } from './vocabulary.ts';

/** The act, its author, and what there was before it. */
export interface LastAct {
  act: ReversibleAct;
  actId: string;
  /** The entry of the act that is reversed. */
  seq: number;
  by: string;
  agencyId: string;
  until: Instant;
  /** How many recipients and clocks there were before the act. */
  recipients: number;
  clocks: number;
  /** The clocks that the act stopped. */
  stopped: { clockId: string; state: UnstoppedState }[];
}
