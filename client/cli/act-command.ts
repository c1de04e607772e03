/** The command of an act, as the table of all acts defines it. */

import type { CommandContext, TypedFields } from './fill-in.ts';
import type { Flag } from './flag.ts';

/** The command of an act: its help text and its flags. */
export interface ActCommand {
  flags: readonly Flag[];
  /** Arguments after `liaise`, the act and the reference. */
  example: string;
  /** Completes the fields of the request from the current referral. */
  fillIn?: (given: TypedFields, context: CommandContext) => TypedFields;
  /** The act cannot be undone: shown when the person is asked to confirm. */
  warning?: string;
}
