/** The words of every letter in English, in the order of a referral's life. */

import { isDoneByRule, isInterim, isOverdue, isWithdrawal, type LetterTexts, type Phrases } from '../letter-texts.ts';

export const letters: LetterTexts['letters'] = {
  receipt: {
    subject: 'Referral received',
    request: '',
    paragraphs: [
      'Your referral has been received under the reference below. Please quote it whenever you write about the case.',
      ({ by, owedBy, task }) =>
        by && `${owedBy} has to ${task}${by}. You will be told who receives it and what follows.`,
    ],
  },
  'new-referral': {
    subject: ({ by }) => `New referral: acknowledge${by}`,
    request: ({ by }) => `Please acknowledge this referral${by}.`,
    paragraphs: [
      ({ sender }) => `${sender} refers a case to you.`,
      'To acknowledge says only that you have it. To accept or to decline is a separate answer with its own time limit.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Reminder: ${task}${by}`,
    request: ({ task, by }) => `Please ${task}${by}.`,
    paragraphs: [({ passed }) => passed && `${passed} of the time for it has passed.`],
  },
  escalation: {
    subject: (phrases) =>
      isOverdue(phrases) ? `Overdue since ${phrases.due}: ${phrases.task}` : `Escalation: ${phrases.task}${phrases.by}`,
    request: (phrases) =>
      isOverdue(phrases)
        ? `${phrases.owedBy} had to ${phrases.task}${phrases.by}, and has not. ${afterwards(phrases)}`
        : `${phrases.owedBy} has to ${phrases.task}${phrases.by}. Please see to it that this is done.`,
    paragraphs: [
      (phrases) =>
        isOverdue(phrases) ? lateAnswer(phrases) : phrases.passed && `${phrases.passed} of the time for it has passed.`,
      'You receive this as duty desk, as deputy or as supervisor: please act where it is yours to act, and otherwise make ' +
        'sure that somebody does.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Question about your referral: answer${by}`,
    request: ({ by }) => `Please answer a question about your referral${by}.`,
    paragraphs: ['Whoever asked cannot go on without the answer. Read the question and answer it after signing in.'],
  },
  'question-answered': {
    subject: (phrases) => `Your question is answered${nextStep(phrases)}`,
    request: (phrases) => `Please read the answer to your question and go on with this referral${nextStep(phrases)}.`,
    paragraphs: ['The answer is shown after signing in.'],
  },
  'question-expired': {
    subject: ({ by }) => `No answer to your question: decide how to go on${by}`,
    request: ({ by }) => `Please decide how to go on with this referral${by}.`,
    paragraphs: [
      'Your question was not answered in time. You may ask again, or decide on what you have.',
      'If the answer still comes it is taken, and marked late.',
    ],
  },
  supplemented: {
    subject: 'More information has been added',
    request: ({ sender }) => `Please read what ${sender} has added to this referral.`,
    paragraphs: ['It is shown after signing in.'],
  },
  accepted: {
    subject: ({ recipient }) => `${recipient} has accepted`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} has accepted this referral.`,
      ({ by }) => by && `Its report on the outcome is due${by}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `${recipient} has declined`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} has declined this referral.`,
      'Unless the ground ends the matter, the next contact point is asked. What follows is shown after signing in.',
    ],
  },
  outcome: {
    subject: (phrases) => `${phrases.recipient} has reported ${isInterim(phrases) ? 'an interim' : 'the'} outcome`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} has reported what became of this referral.`,
      (phrases) =>
        isInterim(phrases)
          ? 'The report is an interim one: a final one follows.'
          : 'Once every recipient has finished, the coordinating agency proposes to close the referral.',
    ],
  },
  'twin-outcome': {
    subject: 'An outcome has been reported on the case',
    request: '',
    paragraphs: [
      'Your referral was closed as a duplicate: the case is carried on under another one, and an outcome has been reported ' +
        'there.',
      'The coordinating agency can say what of it may be passed on to you.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Onward referral: give or refuse consent${by}`,
    request: ({ by }) => `Please give or refuse your consent to an onward referral${by}.`,
    paragraphs: [
      ({ recipient }) => `${recipient} wishes to refer the case onward. Its handling code requires your consent.`,
      'To whom it would go, and why, is shown after signing in.',
    ],
  },
  'consent-given': {
    subject: 'Consent to the onward referral is given',
    request: '',
    paragraphs: [
      ({ sender }) => `${sender} consents to the onward referral. The case goes to the contact point that you chose.`,
    ],
  },
  'consent-refused': {
    subject: (phrases) => `Consent to the onward referral is refused${nextStep(phrases)}`,
    request: (phrases) => `Please go on with this referral${nextStep(phrases)}.`,
    paragraphs: [
      ({ sender }) => `${sender} does not consent to the onward referral: the case stays with you.`,
      'The reason is shown after signing in.',
    ],
  },
  recalled: {
    subject: 'Recalled: erase what you hold and confirm',
    request: 'Please erase what you hold of this referral, and confirm that you have.',
    paragraphs: ['The referral has been recalled from you. Please stop work on it and pass nothing on.'],
  },
  replaced: {
    subject: (phrases) =>
      phrases.facts.recipient?.replacementAwaited
        ? `${phrases.recipient} has not acknowledged: decide who replaces it`
        : `${phrases.recipient} has not acknowledged: sent to another contact point`,
    request: ({ facts }) =>
      facts.recipient?.replacementAwaited
        ? 'Please decide who receives this referral in place of the recipient below.'
        : '',
    paragraphs: [
      ({ recipient, facts }) =>
        facts.recipient?.replacementAwaited
          ? `${recipient} has not acknowledged this referral. At this urgency nobody replaces it until you say so.`
          : `${recipient} has not acknowledged this referral. It has now been sent to another contact point as well.`,
      'If the acknowledgement still comes it is taken, and marked late.',
    ],
  },
  held: {
    subject: 'A recipient is missing: decide who receives the referral',
    request: 'Please decide who receives this referral.',
    paragraphs: [
      'No recipient could be found for it or for one of its countries, or none is left that can still take it.',
      'Every contact point that was considered, and why it was passed over, is shown after signing in.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Letter could not be delivered: ${recipient}`,
    request: 'Please reach the recipient below by other means, and have its address corrected.',
    paragraphs: [
      ({ recipient }) => `${recipient} could not be told of this referral by mail. The time limits go on running.`,
    ],
  },
  'approval-asked': {
    subject: (phrases) =>
      isWithdrawal(phrases)
        ? `Withdrawal requested: decide${phrases.by}`
        : `Closure proposed: approve or return${phrases.by}`,
    request: (phrases) =>
      isWithdrawal(phrases)
        ? `Please decide on the withdrawal of this referral${phrases.by}.`
        : `Please approve or return the closure of this referral${phrases.by}.`,
    paragraphs: [
      (phrases) =>
        isWithdrawal(phrases)
          ? `${phrases.sender} asks to withdraw it. Every recipient would be asked to erase what it holds.`
          : 'Whoever proposed the closure cannot approve it.',
    ],
  },
  'closure-returned': {
    subject: 'Closure is not approved: go on',
    request: 'Please go on with this referral.',
    paragraphs: ['Its closure was returned. The reason is shown after signing in.'],
  },
  closed: {
    subject: 'Referral closed',
    request: '',
    paragraphs: ['This referral is closed. A supervisor of the coordinating agency can reopen it.'],
  },
  reopened: {
    subject: 'Referral reopened',
    request: '',
    paragraphs: [
      'This referral is open again and starts at triage. Nothing of what went before is lost.',
      ({ by, owedBy, task }) => by && `${owedBy} has to ${task}${by}.`,
    ],
  },
};

function nextStep({ by }: Phrases): string {
  return by && `: the next step is due${by}`;
}

function afterwards(phrases: Phrases): string {
  return isDoneByRule(phrases) ? 'Please check what the rules have decided in its place.' : 'Please see to it at once.';
}

function lateAnswer(phrases: Phrases): string {
  return isDoneByRule(phrases) ? '' : 'An answer that still comes is taken, and marked late.';
}
