/** Every letter in German, in the order of a referral's life. */

import { isInterim, type LetterTexts, type Phrases } from '../letter-texts.ts';
import { clarificationLetters } from './clarification-letters.ts';
import { closureLetters } from './closure-letters.ts';
import { deadlineLetters } from './deadline-letters.ts';
import { retentionLetters } from './retention-letters.ts';

export const letters: LetterTexts['letters'] = {
  ...deadlineLetters,
  ...clarificationLetters,
  receipt: {
    subject: 'Übermittlung eingegangen',
    request: '',
    paragraphs: [
      'Ihre Übermittlung ist unter dem unten genannten Aktenzeichen eingegangen. Bitte geben Sie dieses Aktenzeichen in allen Mitteilungen an.',
      ({ by, owedBy, task }) => by && `${owedBy} muss${by} ${task}.`,
      'Sie werden benachrichtigt, wenn ein Empfänger annimmt, ablehnt oder ein Ergebnis meldet.',
    ],
  },
  'new-referral': {
    subject: ({ by }) => `Eingang dieser neuen Übermittlung bestätigen${by}`,
    request: ({ by }) => `Bitte bestätigen Sie${by} den Eingang dieser Übermittlung.`,
    paragraphs: [
      ({ sender }) => `${sender} übermittelt Ihnen einen Fall.`,
      'Die Bestätigung besagt nur, dass Sie ihn erhalten haben. Annahme oder Ablehnung ist eine eigene Antwort mit eigener Frist.',
    ],
  },
  'question-asked': {
    subject: ({ by }) => `Rückfrage zu Ihrer Übermittlung beantworten${by}`,
    request: ({ by }) => `Bitte beantworten Sie${by} eine Rückfrage zu Ihrer Übermittlung.`,
    paragraphs: [
      'Die fragende Behörde braucht die Antwort, um fortzufahren. Melden Sie sich an, um die Rückfrage zu lesen und zu beantworten.',
    ],
  },
  'question-answered': {
    subject: (phrases) => `Antwort auf Ihre Rückfrage lesen${nextDeadline(phrases)}`,
    request: (phrases) =>
      `Bitte lesen Sie die Antwort auf Ihre Rückfrage und bearbeiten Sie diese Übermittlung weiter.${nextDeadlineIs(phrases)}`,
    paragraphs: ['Melden Sie sich an, um die Antwort zu lesen.'],
  },
  'question-expired': {
    subject: ({ by }) => `Über das weitere Vorgehen entscheiden${by}: keine Antwort auf Ihre Rückfrage`,
    request: ({ by }) => `Bitte entscheiden Sie${by} über das weitere Vorgehen bei dieser Übermittlung.`,
    paragraphs: [
      'Ihre Rückfrage wurde nicht fristgerecht beantwortet. Sie können erneut fragen oder mit den vorliegenden Informationen entscheiden.',
      'Eine verspätete Antwort wird noch angenommen und als verspätet gekennzeichnet.',
    ],
  },
  supplemented: {
    subject: 'Nachgereichte Informationen lesen',
    request: ({ sender }) => `Bitte lesen Sie die Informationen, die ${sender} nachgereicht hat.`,
    paragraphs: ['Melden Sie sich an, um sie zu lesen.'],
  },
  accepted: {
    subject: ({ recipient }) => `Übermittlung angenommen: ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} hat diese Übermittlung angenommen.`,
      ({ due }) => due && `Das Ergebnis ist am ${due} fällig.`,
    ],
  },
  declined: {
    subject: ({ recipient }) => `Übermittlung abgelehnt: ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) => `${recipient} hat diese Übermittlung abgelehnt.`,
      'Die Übermittlung geht an die nächste Kontaktstelle, es sei denn, der Grund beendet die Sache. Melden Sie sich an, um den Grund und das weitere Vorgehen zu sehen.',
    ],
  },
  outcome: {
    subject: (phrases) => `${isInterim(phrases) ? 'Zwischenergebnis' : 'Endgültiges Ergebnis'}: ${phrases.recipient}`,
    request: '',
    paragraphs: [
      (phrases) =>
        `${phrases.recipient} hat ${isInterim(phrases) ? 'ein Zwischenergebnis' : 'das endgültige Ergebnis'} gemeldet.`,
      (phrases) =>
        isInterim(phrases)
          ? 'Das endgültige Ergebnis folgt. Melden Sie sich an, um die Meldung zu lesen.'
          : 'Sobald alle Empfänger die Bearbeitung beendet haben, schlägt die koordinierende Behörde den Abschluss vor. Melden Sie sich an, um die Meldung zu lesen.',
    ],
  },
  'lead-set': {
    subject: 'Sie sind federführend für eine Übermittlung',
    request: '',
    paragraphs: [
      'Die koordinierende Behörde hat Ihnen die Federführung für diese Übermittlung übertragen: Sie stimmen sich mit den Empfängern in anderen Ländern ab.',
      'Ihr Ergebnis wird verlangt, bevor die Übermittlung abgeschlossen wird. Die koordinierende Behörde kann Ihnen die anderen Empfänger nennen.',
    ],
  },
  'at-capacity': {
    subject: 'Eine Kontaktstelle ist ausgelastet',
    request: '',
    paragraphs: [
      'Eine Kontaktstelle, die diese Übermittlung erhalten hätte, hat so viele Übermittlungen zu bestätigen, wie ihre Kapazität erlaubt.',
      'Melden Sie sich an, um zu sehen, welche Kontaktstelle sie erhalten hat. Sind alle geeigneten ausgelastet, erhielt sie die erste von ihnen, und ihre Antwort kann sich verspäten.',
    ],
  },
  'twin-outcome': {
    subject: 'Ergebnis zur verknüpften Übermittlung gemeldet',
    request: '',
    paragraphs: [
      'Ihre Übermittlung wurde als Dublette abgeschlossen. Der Fall wird unter einer anderen Übermittlung weitergeführt, und dort wurde ein Ergebnis gemeldet.',
      'Die koordinierende Behörde kann Ihnen sagen, was Ihnen mitgeteilt werden darf.',
    ],
  },
  'outcome-corrected': {
    subject: ({ recipient }) => `Ergebnis berichtigt: ${recipient}`,
    request: '',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} hat das endgültige Ergebnis berichtigt. Das berichtigte Ergebnis ersetzt das bisherige.`,
      'Melden Sie sich an, um das berichtigte Ergebnis und die Begründung zu lesen.',
    ],
  },
  'twin-outcome-corrected': {
    subject: 'Ergebnis zur verknüpften Übermittlung berichtigt',
    request: '',
    paragraphs: [
      'Ihre Übermittlung wurde als Dublette abgeschlossen. Der Fall wird unter einer anderen Übermittlung weitergeführt, und dort wurde das Ergebnis berichtigt.',
      'Die koordinierende Behörde kann Ihnen sagen, was Ihnen mitgeteilt werden darf.',
    ],
  },
  'consent-asked': {
    subject: ({ by }) => `Einer Weiterleitung zustimmen oder sie ablehnen${by}`,
    request: ({ by }) => `Bitte stimmen Sie${by} einer Weiterleitung zu oder lehnen Sie sie ab.`,
    paragraphs: [
      ({ recipient }) => `${recipient} möchte den Fall weiterleiten. Der Handhabungscode verlangt Ihre Zustimmung.`,
      'Melden Sie sich an, um zu sehen, wer ihn erhalten soll und warum.',
    ],
  },
  'consent-given': {
    subject: 'Zustimmung zur Weiterleitung erteilt',
    request: '',
    paragraphs: [
      ({ sender }) =>
        `${sender} hat der Weiterleitung zugestimmt. Der Fall geht an die Kontaktstelle, die Sie gewählt haben.`,
    ],
  },
  'consent-refused': {
    subject: (phrases) => `Weiter bearbeiten${nextDeadline(phrases)}: Zustimmung zur Weiterleitung verweigert`,
    request: (phrases) => `Bitte bearbeiten Sie diese Übermittlung weiter.${nextDeadlineIs(phrases)}`,
    paragraphs: [
      ({ sender }) => `${sender} hat der Weiterleitung nicht zugestimmt. Der Fall bleibt bei Ihnen.`,
      'Melden Sie sich an, um die Begründung zu lesen.',
    ],
  },
  'onward-lapsed': {
    subject: 'Eine Weiterleitung ist nicht mehr möglich',
    request: '',
    paragraphs: [
      ({ recipient }) =>
        `${recipient} wollte den Fall weiterleiten. Die Zustimmung wurde nicht rechtzeitig abgelehnt, aber die Weiterleitung ist nicht mehr möglich.`,
      ({ recipient }) =>
        `Die Kontaktstelle hat den Fall bereits, oder die Höchstzahl der Weiterleitungen ist erreicht. Der Fall bleibt beim Empfänger: ${recipient}.`,
    ],
  },
  recalled: {
    subject: 'Zurückgerufene Übermittlung löschen und die Löschung bestätigen',
    request: 'Bitte löschen Sie alles, was Sie zu dieser Übermittlung haben, und bestätigen Sie die Löschung.',
    paragraphs: [
      'Die Übermittlung wurde zurückgerufen. Bitte arbeiten Sie nicht weiter daran und geben Sie nichts weiter.',
    ],
  },
  replaced: {
    subject: ({ by, recipient, facts }) => {
      if (facts.recipient?.replacement === undefined)
        return `An andere Kontaktstelle gesendet, anstelle von ${recipient}`;
      return `Empfänger bestimmen${by}, anstelle von ${recipient}`;
    },
    request: ({ by, facts }) =>
      facts.recipient?.replacement ? `Bitte bestimmen Sie${by} einen Empfänger anstelle des unten genannten.` : '',
    paragraphs: [
      ({ recipient, facts }) => {
        const unanswered = `${recipient} hat den Eingang dieser Übermittlung nicht bestätigt.`;
        switch (facts.recipient?.replacement) {
          case 'supervisor-decides':
            return `${unanswered} Bei dieser Dringlichkeit entscheidet die Aufsicht, wer diesen Empfänger ersetzt.`;
          case 'nobody-found':
            return `${unanswered} Die Regeln haben keine andere Kontaktstelle gefunden, die sie empfangen kann.`;
          case 'nobody-left':
            return `${unanswered} Kein anderer Empfänger hat sie mehr.`;
          case 'gave-back':
            return `${recipient} hat diese Übermittlung nicht mehr. Die Regeln haben keine andere Kontaktstelle gefunden, die sie empfangen kann.`;
          case undefined:
            return `${unanswered} Die Übermittlung ging auch an eine andere Kontaktstelle.`;
        }
      },
      ({ facts }) =>
        facts.recipient?.replacement === 'gave-back'
          ? ''
          : 'Eine verspätete Bestätigung wird noch angenommen und als verspätet gekennzeichnet.',
    ],
  },
  held: {
    subject: ({ by }) => `Empfänger bestimmen${by}: Die Regeln haben keinen gefunden`,
    request: ({ by }) =>
      `Bitte bestimmen Sie${by} einen Empfänger für diese Übermittlung, oder schlagen Sie den Abschluss vor.`,
    paragraphs: [
      'Für die Übermittlung oder für eines ihrer Länder wurde kein Empfänger gefunden, oder es ist keiner übrig.',
      'Melden Sie sich an, um zu sehen, welche Kontaktstellen geprüft und warum sie nicht gewählt wurden.',
    ],
  },
  'delivery-failed': {
    subject: ({ recipient }) => `${recipient} auf anderem Weg erreichen: E-Mail nicht zugestellt`,
    request:
      'Bitte erreichen Sie den unten genannten Empfänger auf anderem Weg, und lassen Sie seine E-Mail-Adresse berichtigen.',
    paragraphs: [
      ({ recipient }) =>
        `Die Benachrichtigung über diese Übermittlung konnte ${recipient} nicht zugestellt werden. Die Fristen laufen weiter.`,
    ],
  },
  'taken-back': {
    subject: 'Eine Aktion wurde zurückgenommen',
    request: '',
    paragraphs: [
      'Eine Aktion zu dieser Übermittlung, über die Sie benachrichtigt wurden, wurde zurückgenommen. Die Übermittlung ist wieder auf dem vorherigen Stand.',
      'Melden Sie sich an, um ihren Status zu sehen.',
    ],
  },
  reopened: {
    subject: 'Übermittlung wieder geöffnet',
    request: '',
    paragraphs: [
      'Diese Übermittlung wurde wieder geöffnet und durchläuft die Triage erneut. Frühere Einträge bleiben erhalten.',
      ({ by, owedBy, task }) => by && `${owedBy} muss${by} ${task}.`,
    ],
  },
  ...closureLetters,
  ...retentionLetters,
};

function nextDeadline({ due }: Phrases): string {
  return due && ` (nächste Frist: ${due})`;
}

function nextDeadlineIs({ due }: Phrases): string {
  return due && ` Die nächste Frist endet am ${due}.`;
}
