/** Events of one recipient: its answers, its deadlines, and its onward referrals. */

import type { ExtensionDetails } from './clocks/counting.ts';
import type { Choice } from './routing/route.ts';
import type { DeclineGround, Instant, NotActionableReason, Outcome, TextId } from './vocabulary.ts';

type OfRecipient = { recipientId: string };

type Reported = { outcome: Outcome; because?: NotActionableReason } & OfRecipient;

/** What a recipient does, and what happens to it. */
export type RecipientEvent =
  | ({ type: 'lead-set' } & OfRecipient)
  | ({ type: 'delivered' } & OfRecipient)
  | ({ type: 'delivery-failed' } & OfRecipient)
  | ({ type: 'acknowledged'; late: boolean } & OfRecipient)
  | ({ type: 'accepted' } & OfRecipient)
  | ({ type: 'declined'; ground: DeclineGround; text?: TextId } & OfRecipient)
  | ({ type: 'went-unresponsive' } & OfRecipient)
  | ({ type: 'replacement-due'; dueAt: Instant } & OfRecipient)
  | ({ type: 'replacement-awaits-supervisor' } & OfRecipient)
  | ({ type: 'extension-granted'; clockId: string; amount: number } & ExtensionDetails & OfRecipient)
  | ({ type: 'interim-outcome-reported'; text?: TextId } & Reported)
  /** Until `correctableUntil`, the reporter may correct it. Absent in journals of earlier versions. */
  | ({ type: 'outcome-reported'; text?: TextId; correctableUntil?: Instant } & Reported)
  | ({ type: 'outcome-corrected'; text: TextId } & Reported)
  | ({ type: 'recalled'; text?: TextId } & OfRecipient)
  | ({ type: 'recall-confirmed' } & OfRecipient);

/** A recipient refers onward, and the sender consents or refuses. */
export type OnwardEvent =
  | ({ type: 'onward-consent-asked'; choice: Choice; text: TextId } & OfRecipient)
  | ({ type: 'onward-consented' } & OfRecipient)
  | ({ type: 'onward-refused'; text: TextId } & OfRecipient)
  /** No answer counted as consent, but the onward referral had become impossible. The case stays with the recipient. */
  | ({ type: 'onward-lapsed' } & OfRecipient)
  | ({ type: 'referred-onward'; toRecipientId: string; text: TextId } & OfRecipient);
