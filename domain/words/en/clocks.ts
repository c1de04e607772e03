/** The clocks of a referral, in English. */

import type { ClockWords } from '../vocabulary-words.ts';

export const clockWords: ClockWords = {
  clockName: {
    triage: 'Triage',
    acknowledge: 'Acknowledgement',
    decide: 'Decision',
    outcome: 'Outcome',
    clarification: 'Clarification',
    'consent-onward': 'Consent to onward referral',
    'closure-approval': 'Approval of closure',
    'written-confirmation': 'Written confirmation',
    translation: 'Translation',
    'first-answer': 'First answer',
    removal: 'Removal of content',
    'find-recipient': 'Finding a recipient',
    'retention-review': 'Review of retention',
  },
  clockTask: {
    triage: 'complete the triage',
    acknowledge: 'acknowledge the referral',
    decide: 'accept or decline the referral',
    outcome: 'report an outcome',
    clarification: 'answer the question',
    'consent-onward': 'give or refuse consent to the onward referral',
    'closure-approval': 'approve or return the closure',
    'written-confirmation': 'confirm the oral request in writing',
    translation: 'deliver the translation',
    'first-answer': 'give a first answer',
    removal: 'have the content removed and report it',
    'find-recipient': 'find a recipient',
    'retention-review': 'decide whether the referral is kept or erased',
  },
  clockStatus: { running: 'Running', paused: 'Paused', expired: 'Overdue', stopped: 'Ended' },
  debtor: {
    sender: 'Sending agency',
    coordinator: 'Coordinating agency',
    recipient: 'Recipient',
    asked: 'Party asked',
  },
  expiryAction: {
    breach: 'recorded as a missed deadline',
    escalate: 'escalated to supervisors',
    'tacit-clearance': 'consent counts as given',
    'duty-lapses': 'the duty ends',
    'auto-erase': 'particulars are erased',
    'proceed-by-rule': 'the rules decide',
  },
  extensionReason: {
    'judicial-authorisation': 'Judicial authorisation is needed',
    'third-party': 'Another authority or company holds the information',
    complexity: 'The matter is complex',
    other: 'Other reason',
  },
  pauseReason: { question: 'a question is open', translation: 'a translation is open' },
};
