/** The words of every letter in German, in the order of a referral's life. */

import type { ClockName } from '../../../domain/vocabulary.ts';
import type { Language, Said } from '../language.ts';
import { goesOnByRule, isInterim, isOverdue, isWithdrawal } from '../situation.ts';

export const letters: Language['letters'] = {
  receipt: {
    subject: 'Verweisung eingegangen',
    asks: '',
    says: [
      'Ihre Verweisung ist unter dem unten genannten Aktenzeichen eingegangen. Bitte geben Sie es bei allen Mitteilungen zu dem Fall an.',
      ({ by, owedBy, task }) => by && `${owedBy} muss${by} ${task}. Sie erfahren, wer sie erhält und was daraus wird.`,
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Neue Verweisung: Eingang bestätigen${by}`,
    asks: ({ by }) => `Bitte bestätigen Sie${by} den Eingang dieser Verweisung.`,
    says: [
      ({ sender }) => `${sender} verweist einen Fall an Sie.`,
      'Die Bestätigung besagt nur, dass Sie ihn haben. Anzunehmen oder abzulehnen ist eine eigene Antwort mit eigener Frist.',
    ],
  },
  reminder: {
    subject: ({ task, by }) => `Erinnerung: ${task}${by}`,
    asks: (said) => `Bitte ${request(said)}.`,
    says: [({ passed }) => passed && `${passed} der Frist sind verstrichen.`],
  },
  escalation: {
    subject: (said) =>
      isOverdue(said) ? `Überfällig seit ${said.due}: ${said.task}` : `Eskalation: ${said.task}${said.by}`,
    asks: (said) =>
      isOverdue(said)
        ? `${said.owedBy} musste${said.by} ${said.task} und hat es nicht getan. ${afterwards(said)}`
        : `${said.owedBy} muss${said.by} ${said.task}. Bitte sorgen Sie dafür, dass dies geschieht.`,
    says: [
      (said) => (isOverdue(said) ? lateAnswer(said) : said.passed && `${said.passed} der Frist sind verstrichen.`),
      'Sie erhalten dieses Schreiben als Bereitschaft, als Vertretung oder als Aufsicht: Bitte handeln Sie, wo es Ihre Sache ' +
        'ist, und sorgen Sie sonst dafür, dass jemand handelt.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Rückfrage zu Ihrer Verweisung: beantworten${by}`,
    asks: ({ by }) => `Bitte beantworten Sie${by} eine Rückfrage zu Ihrer Verweisung.`,
    says: [
      'Wer gefragt hat, kann ohne die Antwort nicht fortfahren. Lesen und beantworten Sie die Rückfrage nach der Anmeldung.',
    ],
  },
  'question-answered': {
    subject: (said) => `Ihre Rückfrage ist beantwortet${nextStep(said)}`,
    asks: (said) =>
      `Bitte lesen Sie die Antwort auf Ihre Rückfrage und bearbeiten Sie diese Verweisung weiter${nextStep(said)}.`,
    says: ['Die Antwort wird nach der Anmeldung gezeigt.'],
  },
  'question-expired': {
    subject: ({ by }) => `Keine Antwort auf Ihre Rückfrage: über den Fortgang entscheiden${by}`,
    asks: ({ by }) => `Bitte entscheiden Sie${by}, wie es mit dieser Verweisung weitergeht.`,
    says: [
      'Ihre Rückfrage wurde nicht rechtzeitig beantwortet. Sie können erneut fragen oder nach dem entscheiden, was vorliegt.',
      'Kommt die Antwort noch, wird sie angenommen und als verspätet gekennzeichnet.',
    ],
  },
  supplemented: {
    subject: 'Weitere Informationen nachgereicht',
    asks: ({ sender }) => `Bitte lesen Sie, was nachgereicht wurde von: ${sender}.`,
    says: ['Es wird nach der Anmeldung gezeigt.'],
  },
  accepted: {
    subject: ({ recipient }) => `${recipient} hat angenommen`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} hat diese Verweisung angenommen.`,
      ({ due }) => due && `Das Ergebnis ist zu melden bis ${due}.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `${recipient} hat abgelehnt`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} hat diese Verweisung abgelehnt.`,
      'Sofern der Grund die Sache nicht beendet, wird die nächste Kontaktstelle befasst. Der Fortgang wird nach der Anmeldung gezeigt.',
    ],
  },
  outcome: {
    subject: (said) => `${said.recipient} hat ${isInterim(said) ? 'ein Zwischenergebnis' : 'das Ergebnis'} gemeldet`,
    asks: '',
    says: [
      ({ recipient }) => `${recipient} hat gemeldet, was aus dieser Verweisung geworden ist.`,
      (said) =>
        isInterim(said)
          ? 'Die Meldung ist vorläufig: Eine abschließende folgt.'
          : 'Sobald alle Empfänger fertig sind, schlägt die koordinierende Behörde den Abschluss der Verweisung vor.',
    ],
  },
  'twin-outcome': {
    subject: 'Zu dem Fall wurde ein Ergebnis gemeldet',
    asks: '',
    says: [
      'Ihre Verweisung wurde als Dublette abgeschlossen: Der Fall wird unter einer anderen weitergeführt, und dort wurde ' +
        'ein Ergebnis gemeldet.',
      'Was davon an Sie weitergegeben werden darf, sagt die koordinierende Behörde.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Weiterverweisung: zustimmen oder ablehnen${by}`,
    asks: ({ by }) => `Bitte stimmen Sie${by} einer Weiterverweisung zu oder lehnen Sie sie ab.`,
    says: [
      ({ recipient }) => `${recipient} möchte den Fall weiterverweisen. Der Handhabungscode verlangt Ihre Zustimmung.`,
      'An wen er ginge und warum, wird nach der Anmeldung gezeigt.',
    ],
  },
  'consent-given': {
    subject: 'Zustimmung zur Weiterverweisung erteilt',
    asks: '',
    says: [
      ({ sender }) =>
        `${sender} stimmt der Weiterverweisung zu. Der Fall geht an die Kontaktstelle, die Sie gewählt haben.`,
    ],
  },
  'consent-refused': {
    subject: (said) => `Zustimmung zur Weiterverweisung verweigert${nextStep(said)}`,
    asks: (said) => `Bitte bearbeiten Sie diese Verweisung weiter${nextStep(said)}.`,
    says: [
      ({ sender }) => `${sender} stimmt der Weiterverweisung nicht zu: Der Fall bleibt bei Ihnen.`,
      'Der Grund wird nach der Anmeldung gezeigt.',
    ],
  },
  recalled: {
    subject: 'Zurückgerufen: Vorhandenes löschen und dies bestätigen',
    asks: 'Bitte löschen Sie, was Sie zu dieser Verweisung haben, und bestätigen Sie die Löschung.',
    says: [
      'Die Verweisung wurde von Ihnen zurückgerufen. Bitte arbeiten Sie nicht weiter daran und geben Sie nichts weiter.',
    ],
  },
  replaced: {
    subject: (said) =>
      said.facts.recipient?.replacementAwaited
        ? `${said.recipient} hat den Eingang nicht bestätigt: über Ersatz entscheiden`
        : `${said.recipient} hat den Eingang nicht bestätigt: an andere Kontaktstelle versandt`,
    asks: ({ facts }) =>
      facts.recipient?.replacementAwaited
        ? 'Bitte entscheiden Sie, wer diese Verweisung anstelle des unten genannten Empfängers erhält.'
        : '',
    says: [
      ({ recipient, facts }) =>
        facts.recipient?.replacementAwaited
          ? `${recipient} hat den Eingang dieser Verweisung nicht bestätigt. Bei dieser Dringlichkeit gibt es Ersatz erst auf Ihre Entscheidung.`
          : `${recipient} hat den Eingang dieser Verweisung nicht bestätigt. Sie ging nun auch an eine andere Kontaktstelle.`,
      'Kommt die Bestätigung noch, wird sie angenommen und als verspätet gekennzeichnet.',
    ],
  },
  held: {
    subject: 'Empfänger fehlt: entscheiden, wer die Verweisung erhält',
    asks: 'Bitte entscheiden Sie, wer diese Verweisung erhält.',
    says: [
      'Für sie oder für eines ihrer Länder war kein Empfänger zu finden, oder es ist keiner übrig, der sie noch übernehmen kann.',
      'Jede geprüfte Kontaktstelle, und warum sie nicht gewählt wurde, wird nach der Anmeldung gezeigt.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `Schreiben nicht zustellbar: ${recipient}`,
    asks: 'Bitte erreichen Sie den unten genannten Empfänger auf anderem Weg und lassen Sie seine Adresse berichtigen.',
    says: [
      ({ recipient }) =>
        `${recipient} konnte von dieser Verweisung nicht per E-Mail unterrichtet werden. Die Fristen laufen weiter.`,
    ],
  },
  'approval-asked': {
    subject: (said) =>
      isWithdrawal(said)
        ? `Rücknahme erbeten: entscheiden${said.by}`
        : `Abschluss vorgeschlagen: genehmigen oder zurückgeben${said.by}`,
    asks: (said) =>
      isWithdrawal(said)
        ? `Bitte entscheiden Sie${said.by} über die Rücknahme dieser Verweisung.`
        : `Bitte genehmigen Sie${said.by} den Abschluss dieser Verweisung oder geben Sie ihn zurück.`,
    says: [
      (said) =>
        isWithdrawal(said)
          ? `${said.sender} bittet darum, sie zurückzunehmen. Alle Empfänger würden gebeten, Vorhandenes zu löschen.`
          : 'Wer den Abschluss vorgeschlagen hat, kann ihn nicht genehmigen.',
    ],
  },
  'closure-returned': {
    subject: 'Abschluss nicht genehmigt: weiter bearbeiten',
    asks: 'Bitte bearbeiten Sie diese Verweisung weiter.',
    says: ['Der Abschluss wurde zurückgegeben. Der Grund wird nach der Anmeldung gezeigt.'],
  },
  closed: {
    subject: 'Verweisung abgeschlossen',
    asks: '',
    says: ['Diese Verweisung ist abgeschlossen. Die Aufsicht der koordinierenden Behörde kann sie wieder öffnen.'],
  },
  reopened: {
    subject: 'Verweisung wieder geöffnet',
    asks: '',
    says: [
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

function request({ facts, by }: Said): string {
  return facts.clock ? REQUESTS[facts.clock.name](by) : 'bearbeiten Sie die Verweisung';
}

function nextStep({ due }: Said): string {
  return due && `: nächster Schritt bis ${due}`;
}

function afterwards(said: Said): string {
  return goesOnByRule(said)
    ? 'Bitte prüfen Sie, was die Regeln stattdessen entschieden haben.'
    : 'Bitte sorgen Sie sofort dafür.';
}

function lateAnswer(said: Said): string {
  return goesOnByRule(said) ? '' : 'Eine Antwort, die noch kommt, wird angenommen und als verspätet gekennzeichnet.';
}
