/** The words of every letter in English, in the order of a referral's life. */

import type { Language, Said } from '../language.ts';
import { goesOnByRule, isInterim, isOverdue, isWithdrawal } from '../situation.ts';

export const letters: Language['letters'] = {
  receipt: {
    subject: 'Referral received',
    asks: '',
    says: [
      'Your referral has been received under the reference below. Please quote it whenever you write about the case.',
      ({ by, owedBy, task }) =>
        by && `${owedBy} has to ${task}${by}. You will be told who receives it and what follows.`,
    ],
  },
  'new-referral': {
    subject: ({ by }) => `New referral: acknowledge${by}`,
    asks: ({ by }) => `Please acknowledge this referral${by}.`,
    says: [
      ({ sender }) => `${sender} refers a case to you.`,
      'To acknowledge says only that you have it. To accept or to decline is a separate answer with its own time limit.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Reminder: ${task}${by}`,
    asks: ({ task, by }) => `Please ${task}${by}.`,
    says: [({ passed }) => passed && `${passed} of the time for it has passed.`],
  },
  escalation: {
    subject: (said) =>
      isOverdue(said) ? `Overdue since ${said.due}: ${said.task}` : `Escalation: ${said.task}${said.by}`,
    asks: (said) =>
      isOverdue(said)
        ? `${said.owedBy} had to ${said.task}${said.by}, and has not. ${afterwards(said)}`
        : `${said.owedBy} has to ${said.task}${said.by}. Please see to it that this is done.`,
    says: [
      (said) => (isOverdue(said) ? lateAnswer(said) : said.passed && `${said.passed} of the time for it has passed.`),
      'You receive this as duty desk, as deputy or as supervisor: please act where it is yours to act, and otherwise make ' +
        'sure that somebody does.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Question about your referral: answer${by}`,
    asks: ({ by }) => `Please answer a question about your referral${by}.`,
    says: ['Whoever asked cannot go on without the answer. Read the question and answer it after signing in.'],
  },
  'question-answered': {
    subject: (said) => `Your question is answered${nextStep(said)}`,
    asks: (said) => `Please read the answer to your question and go on with this referral${nextStep(said)}.`,
    says: ['The answer is shown after signing in.'],
  },
  'question-expired': {
    subject: ({ by }) => `No answer to your question: decide how to go on${by}`,
    asks: ({ by }) => `Please decide how to go on with this referral${by}.`,
    says: [
      'Your question was not answered in time. You may ask again, or decide on what you have.',
      'If the answer still comes it is taken, and marked late.',
    ],
  },
  supplemented: {
    subject: 'More information has been added',
    asks: ({ sender }) => `Please read what ${sender} has added to this referral.`,
    says: ['It is shown after signing in.'],
  },
  accepted: {
    subject: ({ recipient }) => `${recipient} has accepted`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} has accepted this referral.`,
      ({ by }) => by && `Its report on the outcome is due${by}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `${recipient} has declined`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} has declined this referral.`,
      'Unless the ground ends the matter, the next contact point is asked. What follows is shown after signing in.',
    ],
  },
  outcome: {
    subject: (said) => `${said.recipient} has reported ${isInterim(said) ? 'an interim' : 'the'} outcome`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} has reported what became of this referral.`,
      (said) =>
        isInterim(said)
          ? 'The report is an interim one: a final one follows.'
          : 'Once every recipient has finished, the coordinating agency proposes to close the referral.',
    ],
  },
  'twin-outcome': {
    subject: 'An outcome has been reported on the case',
    asks: '',
    says: [
      'Your referral was closed as a duplicate: the case is carried on under another one, and an outcome has been reported ' +
        'there.',
      'The coordinating agency can say what of it may be passed on to you.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Onward referral: give or refuse consent${by}`,
    asks: ({ by }) => `Please give or refuse your consent to an onward referral${by}.`,
    says: [
      ({ recipient }) => `${recipient} wishes to refer the case onward. Its handling code requires your consent.`,
      'To whom it would go, and why, is shown after signing in.',
    ],
  },
  'consent-given': {
    subject: 'Consent to the onward referral is given',
    asks: '',
    says: [
      ({ sender }) => `${sender} consents to the onward referral. The case goes to the contact point that you chose.`,
    ],
  },
  'consent-refused': {
    subject: (said) => `Consent to the onward referral is refused${nextStep(said)}`,
    asks: (said) => `Please go on with this referral${nextStep(said)}.`,
    says: [
      ({ sender }) => `${sender} does not consent to the onward referral: the case stays with you.`,
      'The reason is shown after signing in.',
    ],
  },
  recalled: {
    subject: 'Recalled: erase what you hold and confirm',
    asks: 'Please erase what you hold of this referral, and confirm that you have.',
    says: ['The referral has been recalled from you. Please stop work on it and pass nothing on.'],
  },
  replaced: {
    subject: (said) =>
      said.facts.recipient?.replacementAwaited
        ? `${said.recipient} has not acknowledged: decide who replaces it`
        : `${said.recipient} has not acknowledged: sent to another contact point`,
    asks: ({ facts }) =>
      facts.recipient?.replacementAwaited
        ? 'Please decide who receives this referral in place of the recipient below.'
        : '',
    says: [
      ({ recipient, facts }) =>
        facts.recipient?.replacementAwaited
          ? `${recipient} has not acknowledged this referral. At this urgency nobody replaces it until you say so.`
          : `${recipient} has not acknowledged this referral. It has now been sent to another contact point as well.`,
      'If the acknowledgement still comes it is taken, and marked late.',
    ],
  },
  held: {
    subject: 'A recipient is missing: decide who receives the referral',
    asks: 'Please decide who receives this referral.',
    says: [
      'No recipient could be found for it or for one of its countries, or none is left that can still take it.',
      'Every contact point that was considered, and why it was passed over, is shown after signing in.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Letter could not be delivered: ${recipient}`,
    asks: 'Please reach the recipient below by other means, and have its address corrected.',
    says: [
      ({ recipient }) => `${recipient} could not be told of this referral by mail. The time limits go on running.`,
    ],
  },
  'approval-asked': {
    subject: (said) =>
      isWithdrawal(said) ? `Withdrawal requested: decide${said.by}` : `Closure proposed: approve or return${said.by}`,
    asks: (said) =>
      isWithdrawal(said)
        ? `Please decide on the withdrawal of this referral${said.by}.`
        : `Please approve or return the closure of this referral${said.by}.`,
    says: [
      (said) =>
        isWithdrawal(said)
          ? `${said.sender} asks to withdraw it. Every recipient would be asked to erase what it holds.`
          : 'Whoever proposed the closure cannot approve it.',
    ],
  },
  'closure-returned': {
    subject: 'Closure is not approved: go on',
    asks: 'Please go on with this referral.',
    says: ['Its closure was returned. The reason is shown after signing in.'],
  },
  closed: {
    subject: 'Referral closed',
    asks: '',
    says: ['This referral is closed. A supervisor of the coordinating agency can reopen it.'],
  },
  reopened: {
    subject: 'Referral reopened',
    asks: '',
    says: [
      'This referral is open again and starts at triage. Nothing of what went before is lost.',
      ({ by, owedBy, task }) => by && `${owedBy} has to ${task}${by}.`,
    ],
  },
};

function nextStep({ by }: Said): string {
  return by && `: the next step is due${by}`;
}

function afterwards(said: Said): string {
  return goesOnByRule(said) ? 'Please check what the rules have decided in its place.' : 'Please see to it at once.';
}

function lateAnswer(said: Said): string {
  return goesOnByRule(said) ? '' : 'An answer that still comes is taken, and marked late.';
}
