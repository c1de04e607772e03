/** Every letter in English, in the order of a referral's life. */

import { isInterim, type LetterTexts, type Phrases } from '../letter-texts.ts';
import { clarificationLetters } from './clarification-letters.ts';
import { closureLetters } from './closure-letters.ts';
import { deadlineLetters } from './deadline-letters.ts';
import { retentionLetters } from './retention-letters.ts';

export const letters: LetterTexts['letters'] = {
  ...deadlineLetters,
  ...clarificationLetters,
  receipt: {
    subject: 'Referral received',
    request: '',
    paragraphs: [
      'Your referral was received under the reference below. Please quote this reference in all correspondence.',
      ({ by, owedBy, task }) => by && `${owedBy} must ${task}${by}.`,
      'You are notified when a recipient accepts, declines or reports an outcome.',
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Acknowledge this new referral${by}`,
    request: ({ by }) => `Please acknowledge this referral${by}.`,
    paragraphs: [
      ({ sender }) => `${sender} refers a case to you.`,
      'Acknowledging confirms only that you received it. Accepting or declining is a separate answer with its own deadline.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Answer a question about your referral${by}`,
    request: ({ by }) => `Please answer a question about your referral${by}.`,
    paragraphs: ['The agency that asked needs the answer to continue. Sign in to read the question and to answer it.'],
  },
  'question-answered': {
    subject: (phrases) => `Read the answer to your question${nextDeadline(phrases)}`,
    request: (phrases) =>
      `Please read the answer to your question and continue with this referral.${nextDeadlineIs(phrases)}`,
    paragraphs: ['Sign in to read the answer.'],
  },
  'question-expired': {
    subject: ({ by }) => `Decide how to continue${by}: your question was not answered`,
    request: ({ by }) => `Please decide how to continue with this referral${by}.`,
    paragraphs: [
      'Your question was not answered in time. You can ask again, or decide with the information that you have.',
      'A late answer is still accepted, and is marked as late.',
    ],
  },
  supplemented: {
    subject: 'Read the information that was added',
    request: ({ sender }) => `Please read the information that ${sender} added to this referral.`,
    paragraphs: ['Sign in to read it.'],
  },
  accepted: {
    subject: ({ recipient }) => `Referral accepted: ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} has accepted this referral.`,
      ({ by }) => by && `Its outcome is due${by}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `Referral declined: ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} has declined this referral.`,
      'The referral goes to the next contact point, unless the ground ends the matter. Sign in to see the ground and the next steps.',
    ],
  },
  outcome: {
    subject: (phrases) => `${isInterim(phrases) ? 'Interim' : 'Final'} outcome reported: ${phrases.recipient}`,
    request: '',
    paragraphs: [
      (phrases) => `${phrases.recipient} has reported ${isInterim(phrases) ? 'an interim' : 'the final'} outcome.`,
      (phrases) =>
        isInterim(phrases)
          ? 'The final outcome follows. Sign in to read the report.'
          : 'When every recipient has finished, the coordinating agency proposes closure. Sign in to read the report.',
    ],
  },
  'lead-set': {
    subject: 'You are the lead recipient of a referral',
    request: '',
    paragraphs: [
      'The coordinating agency made you the lead of this referral: you coordinate the recipients in other countries.',
      'Your outcome is asked for before the referral is closed. The coordinating agency can tell you who the other recipients are.',
    ],
  },
  'at-capacity': {
    subject: 'A contact point is at capacity',
    request: '',
    paragraphs: [
      'A contact point that would have received this referral has as many referrals to acknowledge as its capacity allows.',
      'Sign in to see which contact point received it. If every suitable one is at capacity, the first of them received it, and its answer may be late.',
    ],
  },
  'twin-outcome': {
    subject: 'Outcome reported on the linked referral',
    request: '',
    paragraphs: [
      'Your referral was closed as a duplicate. The case continues under another referral, and an outcome was reported there.',
      'The coordinating agency can tell you what may be passed on to you.',
    ],
  },
  'outcome-corrected': {
    subject: ({ recipient }) => `Outcome corrected: ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} has corrected its final outcome. The corrected outcome replaces the earlier one.`,
      'Sign in to read the corrected outcome and the reason.',
    ],
  },
  'twin-outcome-corrected': {
    subject: 'Outcome corrected on the linked referral',
    request: '',
    paragraphs: [
      'Your referral was closed as a duplicate. The case continues under another referral, and its outcome was corrected there.',
      'The coordinating agency can tell you what may be passed on to you.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Give or refuse consent to an onward referral${by}`,
    request: ({ by }) => `Please give or refuse consent to an onward referral${by}.`,
    paragraphs: [
      ({ recipient }) => `${recipient} wants to refer the case onward. The handling code requires your consent.`,
      'Sign in to see who would receive it, and why.',
    ],
  },
  'consent-given': {
    subject: 'Consent to the onward referral was given',
    request: '',
    paragraphs: [
      ({ sender }) =>
        `${sender} has given consent to the onward referral. The case goes to the contact point that you chose.`,
    ],
  },
  'consent-refused': {
    subject: (phrases) => `Continue with this referral${nextDeadline(phrases)}: consent to refer it onward was refused`,
    request: (phrases) => `Please continue with this referral.${nextDeadlineIs(phrases)}`,
    paragraphs: [
      ({ sender }) => `${sender} has refused consent to the onward referral. The case stays with you.`,
      'Sign in to read the reason.',
    ],
  },
  'onward-lapsed': {
    subject: 'An onward referral is no longer possible',
    request: '',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} wanted to refer the case onward. Consent was not refused in time, but the referral is no longer possible.`,
      ({ recipient }) =>
        `The contact point has the case already, or the limit of onward referrals is reached. The case stays with ${recipient}.`,
    ],
  },
  recalled: {
    subject: 'Erase this recalled referral and confirm the erasure',
    request: 'Please erase everything that you hold of this referral, and confirm the erasure.',
    paragraphs: ['The referral was recalled from you. Please stop work on it and do not pass anything on.'],
  },
  replaced: {
    subject: ({ by, recipient, facts }) => {
      if (facts.recipient?.replacement === undefined) return `Sent to another contact point in place of ${recipient}`;
      return `Assign a recipient${by} in place of ${recipient}`;
    },
    request: ({ by, facts }) =>
      facts.recipient?.replacement ? `Please assign a recipient in place of the one below${by}.` : '',
    paragraphs: [
      ({ recipient, facts }) => {
        const unanswered = `${recipient} has not acknowledged this referral.`;
        switch (facts.recipient?.replacement) {
          case 'supervisor-decides':
            return `${unanswered} At this urgency, a supervisor decides who replaces it.`;
          case 'nobody-found':
            return `${unanswered} The rules found no other contact point that can receive it.`;
          case 'nobody-left':
            return `${unanswered} No other recipient has it any more.`;
          case 'gave-back':
            return `${recipient} no longer has this referral. The rules found no other contact point that can receive it.`;
          case undefined:
            return `${unanswered} The referral was also sent to another contact point.`;
        }
      },
      ({ facts }) =>
        facts.recipient?.replacement === 'gave-back'
          ? ''
          : 'A late acknowledgement is still accepted, and is marked as late.',
    ],
  },
  held: {
    subject: ({ by }) => `Assign a recipient${by}: the rules found none`,
    request: ({ by }) => `Please assign a recipient to this referral${by}, or propose closure.`,
    paragraphs: [
      'No recipient was found for the referral or for one of its countries, or no recipient is left.',
      'Sign in to see which contact points were considered, and why they were not selected.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Contact ${recipient} by other means: e-mail not delivered`,
    request: 'Please contact the recipient below by other means, and have its e-mail address corrected.',
    paragraphs: [
      ({ recipient }) => `The notification of this referral to ${recipient} was not delivered. Deadlines keep running.`,
    ],
  },
  'taken-back': {
    subject: 'An action was taken back',
    request: '',
    paragraphs: [
      'An action on this referral, of which you were notified, was taken back. The referral is as it was before.',
      'Sign in to see its status.',
    ],
  },
  reopened: {
    subject: 'Referral reopened',
    request: '',
    paragraphs: [
      'This referral was reopened and goes through triage again. Earlier entries are kept.',
      ({ by, owedBy, task }) => by && `${owedBy} must ${task}${by}.`,
    ],
  },
  ...closureLetters,
  ...retentionLetters,
};

function nextDeadline({ due }: Phrases): string {
  return due && ` (next deadline: ${due})`;
}

function nextDeadlineIs({ due }: Phrases): string {
  return due && ` The next deadline is ${due}.`;
}
