/** Letters about deadlines in German: triage of an emergency, reminder, escalation and overdue. */

import { isDebtor, isDoneByRule, isEscalated, isInformed, type LetterTexts, type Phrases } from '../letter-texts.ts';
import { imperative } from './imperative.ts';

export const deadlineLetters: Pick<
  LetterTexts['letters'],
  'emergency-arrived' | 'reminder' | 'escalation' | 'overdue'
> = {
  'emergency-arrived': {
    subject: ({ by }) => `Triage einer neuen Übermittlung abschließen${by}`,
    request: ({ by }) => `Bitte schließen Sie${by} die Triage dieser neuen Übermittlung ab.`,
    paragraphs: [
      ({ sender }) => `${sender} hat sie eingereicht.`,
      'Wird die Triage nicht fristgerecht abgeschlossen, entscheiden die Regeln, und die Übermittlung geht an die Empfänger, die sie finden.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Erinnerung: ${task}${by}`,
    request: (phrases) => `Bitte ${imperative(phrases)}.`,
    paragraphs: [elapsed],
  },
  escalation: {
    subject: (phrases) => {
      const { owedBy, task, by } = phrases;
      return isDebtor(phrases) ? `Jetzt handeln: ${task}${by}` : `Nachfassen: ${task}${by} (${owedBy})`;
    },
    request: (phrases) => {
      const { owedBy, task, by } = phrases;
      if (isDebtor(phrases)) return `Bitte ${imperative(phrases)}.`;
      return `${owedBy} muss${by} ${task}. Bitte sorgen Sie dafür, dass dies geschieht.`;
    },
    paragraphs: [
      elapsed,
      'Sie erhalten diese Benachrichtigung als Bereitschaftsdienst, als Vertretung oder als Aufsicht. Wenn Sie nicht ' +
        'selbst handeln können, sorgen Sie bitte dafür, dass jemand anderes handelt.',
    ],
  },
  overdue: {
    subject: (phrases) => {
      const { owedBy, task } = phrases;
      if (isDoneByRule(phrases) && !isInformed(phrases))
        return `Entscheidung der Regeln prüfen: Frist versäumt (${owedBy})`;
      if (isDebtor(phrases)) return `Jetzt handeln, überfällig: ${task}`;
      if (isInformed(phrases)) return `Frist versäumt: ${owedBy}`;
      return `${isEscalated(phrases) ? 'Entscheiden' : 'Nachfassen'}, überfällig: ${task} (${owedBy})`;
    },
    request: (phrases) => {
      const { owedBy, task, by } = phrases;
      if (isInformed(phrases)) return '';
      if (isDebtor(phrases) && !isDoneByRule(phrases))
        return `Sie mussten${by} ${task}. Bitte holen Sie dies jetzt nach.`;
      return `${owedBy} musste${by} ${task}, hat es aber nicht getan. Bitte ${nextStep(phrases)}.`;
    },
    paragraphs: [
      (phrases) => {
        const { owedBy, task, by } = phrases;
        if (!isInformed(phrases)) return '';
        return `${owedBy} musste${by} ${task}, hat es aber nicht getan. Die koordinierende Behörde entscheidet, wie es weitergeht.`;
      },
      lateAnswer,
    ],
  },
};

function nextStep(phrases: Phrases): string {
  if (isDoneByRule(phrases)) return 'prüfen Sie, was die Regeln stattdessen entschieden haben';
  return isEscalated(phrases) ? 'entscheiden Sie, wie es weitergeht' : 'sorgen Sie dafür, dass dies sofort geschieht';
}

function elapsed({ passed }: Phrases): string {
  return passed && `${passed} der Frist sind verstrichen.`;
}

function lateAnswer(phrases: Phrases): string {
  return isDoneByRule(phrases) ? '' : 'Eine verspätete Antwort wird noch angenommen und als verspätet gekennzeichnet.';
}
