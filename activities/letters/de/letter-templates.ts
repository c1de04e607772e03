/** The words of every letter in German, in the order of a referral's life. */

import type { ClockName } from '../../../domain/vocabulary.ts';
import { isDoneByRule, isInterim, isOverdue, isWithdrawal, type LetterTexts, type Phrases } from '../letter-texts.ts';

export const letters: LetterTexts['letters'] = {
  receipt: {
    subject: 'Verweisung eingegangen',
    request: '',
    paragraphs: [
      'Ihre Verweisung ist unter dem unten genannten Aktenzeichen eingegangen. Bitte geben Sie es bei allen Mitteilungen zu dem Fall an.',
      ({ by, owedBy, task }) => by && `${owedBy} muss${by} ${task}. Sie erfahren, wer sie erhält und was daraus wird.`,
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Neue Verweisung: Eingang bestätigen${by}`,
    request: ({ by }) => `Bitte bestätigen Sie${by} den Eingang dieser Verweisung.`,
    paragraphs: [
      ({ sender }) => `${sender} verweist einen Fall an Sie.`,
      'Die Bestätigung besagt nur, dass Sie ihn haben. Anzunehmen oder abzulehnen ist eine eigene Antwort mit eigener Frist.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Erinnerung: ${task}${by}`,
    request: (phrases) => `Bitte ${request(phrases)}.`,
    paragraphs: [({ passed }) => passed && `${passed} der Frist sind verstrichen.`],
  },
  escalation: {
    subject: (phrases) =>
      isOverdue(phrases)
        ? `Überfällig seit ${phrases.due}: ${phrases.task}`
        : `Eskalation: ${phrases.task}${phrases.by}`,
    request: (phrases) =>
      isOverdue(phrases)
        ? `${phrases.owedBy} musste${phrases.by} ${phrases.task} und hat es nicht getan. ${afterwards(phrases)}`
        : `${phrases.owedBy} muss${phrases.by} ${phrases.task}. Bitte sorgen Sie dafür, dass dies geschieht.`,
    paragraphs: [
      (phrases) =>
        isOverdue(phrases) ? lateAnswer(phrases) : phrases.passed && `${phrases.passed} der Frist sind verstrichen.`,
      'Sie erhalten dieses Schreiben als Bereitschaft, als Vertretung oder als Aufsicht: Bitte handeln Sie, wo es Ihre Sache ' +
        'ist, und sorgen Sie sonst dafür, dass jemand handelt.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Rückfrage zu Ihrer Verweisung: beantworten${by}`,
    request: ({ by }) => `Bitte beantworten Sie${by} eine Rückfrage zu Ihrer Verweisung.`,
    paragraphs: [
      'Wer gefragt hat, kann ohne die Antwort nicht fortfahren. Lesen und beantworten Sie die Rückfrage nach der Anmeldung.',
    ],
  },
  'question-answered': {
    subject: (phrases) => `Ihre Rückfrage ist beantwortet${nextStep(phrases)}`,
    request: (phrases) =>
      `Bitte lesen Sie die Antwort auf Ihre Rückfrage und bearbeiten Sie diese Verweisung weiter${nextStep(phrases)}.`,
    paragraphs: ['Die Antwort wird nach der Anmeldung gezeigt.'],
  },
  'question-expired': {
    subject: ({ by }) => `Keine Antwort auf Ihre Rückfrage: über den Fortgang entscheiden${by}`,
    request: ({ by }) => `Bitte entscheiden Sie${by}, wie es mit dieser Verweisung weitergeht.`,
    paragraphs: [
      'Ihre Rückfrage wurde nicht rechtzeitig beantwortet. Sie können erneut fragen oder nach dem entscheiden, was vorliegt.',
      'Kommt die Antwort noch, wird sie angenommen und als verspätet gekennzeichnet.',
    ],
  },
  supplemented: {
    subject: 'Weitere Informationen nachgereicht',
    request: ({ sender }) => `Bitte lesen Sie, was nachgereicht wurde von: ${sender}.`,
    paragraphs: ['Es wird nach der Anmeldung gezeigt.'],
  },
  accepted: {
    subject: ({ recipient }) => `${recipient} hat angenommen`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} hat diese Verweisung angenommen.`,
      ({ due }) => due && `Das Ergebnis ist zu melden bis ${due}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `${recipient} hat abgelehnt`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} hat diese Verweisung abgelehnt.`,
      'Sofern der Grund die Sache nicht beendet, wird die nächste Kontaktstelle befasst. Der Fortgang wird nach der Anmeldung gezeigt.',
    ],
  },
  outcome: {
    subject: (phrases) =>
      `${phrases.recipient} hat ${isInterim(phrases) ? 'ein Zwischenergebnis' : 'das Ergebnis'} gemeldet`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} hat gemeldet, was aus dieser Verweisung geworden ist.`,
      (phrases) =>
        isInterim(phrases)
          ? 'Die Meldung ist vorläufig: Eine abschließende folgt.'
          : 'Sobald alle Empfänger fertig sind, schlägt die koordinierende Behörde den Abschluss der Verweisung vor.',
    ],
  },
  'twin-outcome': {
    subject: 'Zu dem Fall wurde ein Ergebnis gemeldet',
    request: '',
    paragraphs: [
      'Ihre Verweisung wurde als Dublette abgeschlossen: Der Fall wird unter einer anderen weitergeführt, und dort wurde ' +
        'ein Ergebnis gemeldet.',
      'Was davon an Sie weitergegeben werden darf, sagt die koordinierende Behörde.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Weiterverweisung: zustimmen oder ablehnen${by}`,
    request: ({ by }) => `Bitte stimmen Sie${by} einer Weiterverweisung zu oder lehnen Sie sie ab.`,
    paragraphs: [
      ({ recipient }) => `${recipient} möchte den Fall weiterverweisen. Der Handhabungscode verlangt Ihre Zustimmung.`,
      'An wen er ginge und warum, wird nach der Anmeldung gezeigt.',
    ],
  },
  'consent-given': {
    subject: 'Zustimmung zur Weiterverweisung erteilt',
    request: '',
    paragraphs: [
      ({ sender }) =>
        `${sender} stimmt der Weiterverweisung zu. Der Fall geht an die Kontaktstelle, die Sie gewählt haben.`,
    ],
  },
  'consent-refused': {
    subject: (phrases) => `Zustimmung zur Weiterverweisung verweigert${nextStep(phrases)}`,
    request: (phrases) => `Bitte bearbeiten Sie diese Verweisung weiter${nextStep(phrases)}.`,
    paragraphs: [
      ({ sender }) => `${sender} stimmt der Weiterverweisung nicht zu: Der Fall bleibt bei Ihnen.`,
      'Der Grund wird nach der Anmeldung gezeigt.',
    ],
  },
  recalled: {
    subject: 'Zurückgerufen: Vorhandenes löschen und dies bestätigen',
    request: 'Bitte löschen Sie, was Sie zu dieser Verweisung haben, und bestätigen Sie die Löschung.',
    paragraphs: [
      'Die Verweisung wurde von Ihnen zurückgerufen. Bitte arbeiten Sie nicht weiter daran und geben Sie nichts weiter.',
    ],
  },
  replaced: {
    subject: (phrases) =>
      phrases.facts.recipient?.replacementAwaited
        ? `${phrases.recipient} hat den Eingang nicht bestätigt: über Ersatz entscheiden`
        : `${phrases.recipient} hat den Eingang nicht bestätigt: an andere Kontaktstelle versandt`,
    request: ({ facts }) =>
      facts.recipient?.replacementAwaited
        ? 'Bitte entscheiden Sie, wer diese Verweisung anstelle des unten genannten Empfängers erhält.'
        : '',
    paragraphs: [
      ({ recipient, facts }) =>
        facts.recipient?.replacementAwaited
          ? `${recipient} hat den Eingang dieser Verweisung nicht bestätigt. Bei dieser Dringlichkeit gibt es Ersatz erst auf Ihre Entscheidung.`
          : `${recipient} hat den Eingang dieser Verweisung nicht bestätigt. Sie ging nun auch an eine andere Kontaktstelle.`,
      'Kommt die Bestätigung noch, wird sie angenommen und als verspätet gekennzeichnet.',
    ],
  },
  held: {
    subject: 'Empfänger fehlt: entscheiden, wer die Verweisung erhält',
    request: 'Bitte entscheiden Sie, wer diese Verweisung erhält.',
    paragraphs: [
      'Für sie oder für eines ihrer Länder war kein Empfänger zu finden, oder es ist keiner übrig, der sie noch übernehmen kann.',
      'Jede geprüfte Kontaktstelle, und warum sie nicht gewählt wurde, wird nach der Anmeldung gezeigt.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Schreiben nicht zustellbar: ${recipient}`,
    request:
      'Bitte erreichen Sie den unten genannten Empfänger auf anderem Weg und lassen Sie seine Adresse berichtigen.',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} konnte von dieser Verweisung nicht per E-Mail unterrichtet werden. Die Fristen laufen weiter.`,
    ],
  },
  'approval-asked': {
    subject: (phrases) =>
      isWithdrawal(phrases)
        ? `Rücknahme erbeten: entscheiden${phrases.by}`
        : `Abschluss vorgeschlagen: genehmigen oder zurückgeben${phrases.by}`,
    request: (phrases) =>
      isWithdrawal(phrases)
        ? `Bitte entscheiden Sie${phrases.by} über die Rücknahme dieser Verweisung.`
        : `Bitte genehmigen Sie${phrases.by} den Abschluss dieser Verweisung oder geben Sie ihn zurück.`,
    paragraphs: [
      (phrases) =>
        isWithdrawal(phrases)
          ? `${phrases.sender} bittet darum, sie zurückzunehmen. Alle Empfänger würden gebeten, Vorhandenes zu löschen.`
          : 'Wer den Abschluss vorgeschlagen hat, kann ihn nicht genehmigen.',
    ],
  },
  'closure-returned': {
    subject: 'Abschluss nicht genehmigt: weiter bearbeiten',
    request: 'Bitte bearbeiten Sie diese Verweisung weiter.',
    paragraphs: ['Der Abschluss wurde zurückgegeben. Der Grund wird nach der Anmeldung gezeigt.'],
  },
  closed: {
    subject: 'Verweisung abgeschlossen',
    request: '',
    paragraphs: [
      'Diese Verweisung ist abgeschlossen. Die Aufsicht der koordinierenden Behörde kann sie wieder öffnen.',
    ],
  },
  reopened: {
    subject: 'Verweisung wieder geöffnet',
    request: '',
    paragraphs: [
      'Diese Verweisung ist wieder offen und beginnt bei der Triage. Vom Bisherigen geht nichts verloren.',
      ({ by, owedBy, task }) => by && `${owedBy} muss${by} ${task}.`,
    ],
  },
};

/** German asks with another form of the verb than it states a duty with, and says by when in between. */
const REQUESTS: Record<ClockName, (by: string) => string> = {
  triage: (by) => `schließen Sie${by} die Triage ab`,
  acknowledge: (by) => `bestätigen Sie${by} den Eingang der Verweisung`,
  decide: (by) => `nehmen Sie${by} die Verweisung an oder lehnen Sie sie ab`,
  outcome: (by) => `melden Sie${by} ein Ergebnis`,
  clarification: (by) => `beantworten Sie${by} die Rückfrage`,
  'consent-onward': (by) => `stimmen Sie${by} der Weiterverweisung zu oder lehnen Sie sie ab`,
  'closure-approval': (by) => `genehmigen Sie${by} den Abschluss oder geben Sie ihn zurück`,
};

function request({ facts, by }: Phrases): string {
  return facts.clock ? REQUESTS[facts.clock.name](by) : 'bearbeiten Sie die Verweisung';
}

function nextStep({ due }: Phrases): string {
  return due && `: nächster Schritt bis ${due}`;
}

function afterwards(phrases: Phrases): string {
  return isDoneByRule(phrases)
    ? 'Bitte prüfen Sie, was die Regeln stattdessen entschieden haben.'
    : 'Bitte sorgen Sie sofort dafür.';
}

function lateAnswer(phrases: Phrases): string {
  return isDoneByRule(phrases) ? '' : 'Eine Antwort, die noch kommt, wird angenommen und als verspätet gekennzeichnet.';
}
