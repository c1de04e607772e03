/** The command of an act, and what commands about a recipient share. */

import { type CommandContext, requiredRecipient, type TypedFields } from './fill-in.ts';
import { type Flag, optionalFlag } from './flag.ts';

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

/** The option that names the recipient. */
export const recipient = optionalFlag(
  'recipientId',
  '--recipient <r>',
  'which recipient, for example r1 (default: the only possible one)',
);
/** The command of an act that needs only a recipient. */
export const ofRecipient = { flags: [recipient], fillIn: requiredRecipient };
