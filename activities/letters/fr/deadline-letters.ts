/** Letters about deadlines in French: triage of an emergency, reminder, escalation and overdue. */

import { isDebtor, isDoneByRule, isEscalated, isInformed, type LetterTexts, type Phrases } from '../letter-texts.ts';

export const deadlineLetters: Pick<
  LetterTexts['letters'],
  'emergency-arrived' | 'reminder' | 'escalation' | 'overdue'
> = {
  'emergency-arrived': {
    subject: ({ by }) => `Trier cette nouvelle transmission${by}`,
    request: ({ by }) => `Veuillez trier cette nouvelle transmission${by}.`,
    paragraphs: [
      ({ sender }) => `${sender} l’a soumise.`,
      'Si personne ne la trie dans les délais, les règles décident, et la transmission est envoyée aux destinataires qu’elles trouvent.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Rappel : ${task}${by}`,
    request: ({ task, by }) => `Veuillez ${task}${by}.`,
    paragraphs: [elapsed],
  },
  escalation: {
    subject: (phrases) => {
      const { owedBy, task, by } = phrases;
      return isDebtor(phrases) ? `Agir maintenant : ${task}${by}` : `Relancer : ${task}${by} (${owedBy})`;
    },
    request: (phrases) => {
      const { owedBy, task, by } = phrases;
      if (isDebtor(phrases)) return `Veuillez ${task}${by}.`;
      return `${owedBy} doit ${task}${by}. Veuillez faire en sorte que cela soit fait.`;
    },
    paragraphs: [
      elapsed,
      'Vous recevez ce courriel en tant que permanence, suppléant ou superviseur. Si vous ne pouvez pas agir vous-même, ' +
        'veuillez faire en sorte que quelqu’un d’autre le fasse.',
    ],
  },
  overdue: {
    subject: (phrases) => {
      const { owedBy, task } = phrases;
      if (isDoneByRule(phrases) && !isInformed(phrases))
        return `Vérifier la décision prise par les règles : échéance manquée (${owedBy})`;
      if (isDebtor(phrases)) return `Agir maintenant, en retard : ${task}`;
      if (isInformed(phrases)) return `Échéance manquée : ${owedBy}`;
      return `${isEscalated(phrases) ? 'Décider' : 'Relancer'}, en retard : ${task} (${owedBy})`;
    },
    request: (phrases) => {
      const { owedBy, task, by } = phrases;
      if (isInformed(phrases)) return '';
      if (isDebtor(phrases) && !isDoneByRule(phrases))
        return `Vous deviez ${task}${by}. Veuillez le faire immédiatement.`;
      return `${owedBy} devait ${task}${by}, mais ne l’a pas fait. Veuillez ${nextStep(phrases)}.`;
    },
    paragraphs: [
      (phrases) => {
        const { owedBy, task, by } = phrases;
        if (!isInformed(phrases)) return '';
        return `${owedBy} devait ${task}${by}, mais ne l’a pas fait. Le service coordinateur décide de la suite.`;
      },
      lateAnswer,
    ],
  },
};

function nextStep(phrases: Phrases): string {
  if (isDoneByRule(phrases)) return 'vérifier ce que les règles ont décidé à sa place';
  return isEscalated(phrases) ? 'décider de la suite' : 'faire en sorte que cela soit fait immédiatement';
}

function elapsed({ passed }: Phrases): string {
  return passed && `${passed} du délai est écoulé.`;
}

function lateAnswer(phrases: Phrases): string {
  return isDoneByRule(phrases) ? '' : 'Une réponse tardive est encore acceptée, et marquée comme telle.';
}
