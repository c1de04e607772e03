/** The table of acts from the design, written a second time by hand, so that an accidental change is found. */

import type { ActType } from '../../domain/acts.ts';
import type { RecipientStatus, ReferralStatus } from '../../domain/statuses.ts';

export interface Expected {
  act: ActType;
  /** `relation role`, or `engine`. */
  who: string[];
  from: ReferralStatus[];
  recipient?: RecipientStatus[];
}

const sender = 'sender liaison-officer';
const officer = 'coordinator liaison-officer';
const supervisor = 'coordinator supervisor';
const officerForDataProtection = 'coordinator data-protection-officer';
const partner = 'recipient partner-officer';
const engine = 'engine';

const officersOfAnyParty = ['sender', 'coordinator', 'recipient'].flatMap((relation) =>
  ['liaison-officer', 'partner-officer'].map((role) => `${relation} ${role}`),
);

const atIntake: ReferralStatus[] = ['received', 'awaiting-information'];
const afterTriage: ReferralStatus[] = ['triaged', 'referred', 'held'];
const open: ReferralStatus[] = [...atIntake, ...afterTriage, 'closure-proposed'];

const unanswered: RecipientStatus[] = ['sent', 'delivered', 'delivery-failed', 'unresponsive'];
const undecided: RecipientStatus[] = [...unanswered, 'acknowledged'];
const notFinal: RecipientStatus[] = [...undecided, 'accepted'];
const final: RecipientStatus[] = ['outcome-reported', 'declined', 'referred-onward', 'recalled'];
const inHand: RecipientStatus[] = ['acknowledged', 'accepted'];

export const EXPECTED: readonly Expected[] = [
  { act: 'submit', who: ['none liaison-officer'], from: [] },
  { act: 'supplement', who: [sender], from: open },
  { act: 'take', who: officersOfAnyParty, from: open },
  { act: 'assign', who: officersOfAnyParty, from: open },
  { act: 'set-own-reference', who: officersOfAnyParty, from: open },
  { act: 'add-note', who: officersOfAnyParty, from: [...open, 'closed'] },
  { act: 'take-back', who: officersOfAnyParty, from: open },
  { act: 'take-back', who: [supervisor], from: afterTriage },
  { act: 'take-back', who: [officer], from: ['closed'] },
  { act: 'ask-information', who: [officer], from: ['received'] },
  { act: 'ask-information', who: [partner], from: open, recipient: notFinal },
  { act: 'answer-information', who: [sender], from: open },
  { act: 'ask-translation', who: officersOfAnyParty.slice(0, 4), from: open },
  { act: 'ask-translation', who: officersOfAnyParty, from: open, recipient: [...notFinal, 'outcome-reported'] },
  { act: 'deliver-translation', who: officersOfAnyParty, from: open },
  { act: 'record-oral-request', who: [sender, officer], from: [...atIntake, ...afterTriage] },
  { act: 'confirm-oral-request', who: [sender], from: open },
  { act: 'propose-triage', who: [engine], from: atIntake },
  { act: 'reject-at-intake', who: [officer], from: atIntake },
  { act: 'mark-duplicate', who: [officer], from: atIntake },
  { act: 'file-informational', who: [officer], from: atIntake },
  { act: 'complete-triage', who: [officer, supervisor], from: atIntake },
  { act: 'reopen-triage', who: [officer], from: afterTriage },
  { act: 'route', who: [engine], from: afterTriage },
  { act: 'assign-recipient', who: [supervisor], from: afterTriage },
  { act: 'add-country', who: [supervisor], from: afterTriage },
  { act: 'acknowledge', who: [partner], from: open, recipient: unanswered },
  { act: 'accept', who: [partner], from: open, recipient: undecided },
  { act: 'decline', who: [partner], from: open, recipient: undecided },
  { act: 'extend', who: [partner], from: open, recipient: inHand },
  { act: 'extend', who: [sender], from: open, recipient: [...inHand, 'outcome-reported'] },
  { act: 'report-preservation', who: [partner], from: open, recipient: [...inHand, 'outcome-reported'] },
  { act: 'confirm-production', who: [sender], from: open, recipient: [...inHand, 'outcome-reported'] },
  { act: 'refer-onward', who: [partner], from: open, recipient: inHand },
  { act: 'consent-onward', who: [sender], from: open, recipient: inHand },
  { act: 'refuse-onward', who: [sender], from: open, recipient: inHand },
  { act: 'report-outcome', who: [partner], from: open, recipient: ['accepted'] },
  { act: 'correct-outcome', who: [partner, 'recipient supervisor'], from: open, recipient: ['outcome-reported'] },
  { act: 'recall', who: [sender, supervisor], from: open, recipient: [...notFinal, 'referred-onward'] },
  { act: 'confirm-recall', who: [partner], from: [...open, 'closed'], recipient: ['recalled'] },
  { act: 'withdraw', who: [sender], from: [...atIntake, 'triaged'] },
  { act: 'withdraw', who: [sender], from: ['referred', 'held', 'closure-proposed'] },
  { act: 'withdraw', who: [supervisor], from: ['referred', 'held', 'closure-proposed'] },
  { act: 'propose-closure', who: [officer], from: ['referred', 'held'] },
  { act: 'approve-closure', who: [supervisor], from: ['closure-proposed'] },
  { act: 'return-closure', who: [supervisor], from: ['closure-proposed'] },
  { act: 'reopen', who: [supervisor], from: ['closed'] },
  { act: 'set-lead', who: [officer, supervisor], from: ['referred'], recipient: notFinal },
  { act: 'raise-hash-limit', who: [supervisor], from: open },
  { act: 'link', who: [officer, supervisor], from: open },
  { act: 'order-erasure', who: [sender], from: ['closed'] },
  { act: 'ask-retention-review', who: [engine], from: ['closed'] },
  { act: 'retain', who: [supervisor], from: ['closed'] },
  { act: 'place-legal-hold', who: [supervisor, officerForDataProtection], from: [...open, 'closed'] },
  { act: 'lift-legal-hold', who: [supervisor, officerForDataProtection], from: [...open, 'closed'] },
  { act: 'erase', who: [supervisor, engine], from: ['closed'] },
  { act: 'confirm-erasure', who: [partner], from: ['erased'], recipient: final },
  { act: 'warn-clock', who: [engine], from: open },
  { act: 'expire-clock', who: [engine], from: open },
  { act: 'resume-clock', who: [engine], from: open },
  { act: 'release-recipient', who: [engine], from: open, recipient: notFinal },
  { act: 'set-sender-status', who: [engine], from: open },
  { act: 'settle-letters', who: [engine], from: [...open, 'closed', 'erased'] },
];
