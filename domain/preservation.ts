/** Preserved data: a recipient has it kept, and the sender confirms in time that it will be requested. */

import type { TextId } from './vocabulary.ts';

/** `reported` until the sender confirms a production request, or the period ends without one. */
export const PRESERVATION_STATES = ['reported', 'confirmed', 'ended'] as const;
export type PreservationState = (typeof PRESERVATION_STATES)[number];

type OfRecipient = { recipientId: string };

/** The events of preserved data. Regulation (EU) 2023/1543 art. 11; CETS 185 art. 29(7). */
export type PreservationEvent =
  /** The text states what is preserved, and where. */
  | ({ type: 'preservation-reported'; text: TextId } & OfRecipient)
  /** The text identifies the request. */
  | ({ type: 'production-confirmed'; text: TextId; late: boolean } & OfRecipient)
  | ({ type: 'preservation-ended' } & OfRecipient);
