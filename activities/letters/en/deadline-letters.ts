/** Letters about deadlines in English: triage of an emergency, reminder, escalation and overdue. */

import { isDebtor, isDoneByRule, isEscalated, isInformed, type LetterTexts, type Phrases } from '../letter-texts.ts';

export const deadlineLetters: Pick<
  LetterTexts['letters'],
  'emergency-arrived' | 'reminder' | 'escalation' | 'overdue'
> = {
  'emergency-arrived': {
    subject: ({ by }) => `Triage this new referral${by}`,
    request: ({ by }) => `Please triage this new referral${by}.`,
    paragraphs: [
      ({ sender }) => `${sender} has submitted it.`,
      'If nobody triages it in time, the rules decide, and the referral goes to the recipients that they find.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Reminder: ${task}${by}`,
    request: ({ task, by }) => `Please ${task}${by}.`,
    paragraphs: [elapsed],
  },
  escalation: {
    subject: (phrases) => {
      const { owedBy, task, by } = phrases;
      return isDebtor(phrases) ? `Act now: ${task}${by}` : `Follow up: ${task}${by} (${owedBy})`;
    },
    request: (phrases) => {
      const { owedBy, task, by } = phrases;
      if (isDebtor(phrases)) return `Please ${task}${by}.`;
      return `${owedBy} must ${task}${by}. Please make sure that this is done.`;
    },
    paragraphs: [
      elapsed,
      'You receive this notification as on-call officer, as deputy or as supervisor. If you cannot act yourself, please ' +
        'make sure that somebody else does.',
    ],
  },
  overdue: {
    subject: (phrases) => {
      const { owedBy, task } = phrases;
      if (isDoneByRule(phrases) && !isInformed(phrases))
        return `Check what the rules decided: ${owedBy} missed a deadline`;
      if (isDebtor(phrases)) return `Act now, overdue: ${task}`;
      if (isInformed(phrases)) return `Deadline missed: ${owedBy}`;
      return `${isEscalated(phrases) ? 'Decide' : 'Follow up'}, overdue: ${task} (${owedBy})`;
    },
    request: (phrases) => {
      const { owedBy, task, by } = phrases;
      if (isInformed(phrases)) return '';
      if (isDebtor(phrases) && !isDoneByRule(phrases)) return `You had to ${task}${by}. Please do it now.`;
      return `${owedBy} had to ${task}${by}, but has not done so. Please ${nextStep(phrases)}.`;
    },
    paragraphs: [
      (phrases) => {
        const { owedBy, task, by } = phrases;
        if (!isInformed(phrases)) return '';
        return `${owedBy} had to ${task}${by}, but has not done so. The coordinating agency decides how to continue.`;
      },
      lateAnswer,
    ],
  },
};

function nextStep(phrases: Phrases): string {
  if (isDoneByRule(phrases)) return 'check what the rules decided instead';
  return isEscalated(phrases) ? 'decide how to continue' : 'make sure that this is done now';
}

function elapsed({ passed }: Phrases): string {
  return passed && `${passed} of the time has elapsed.`;
}

function lateAnswer(phrases: Phrases): string {
  return isDoneByRule(phrases) ? '' : 'A late answer is still accepted, and is marked as late.';
}
