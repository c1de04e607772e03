/** German texts of letters. */

import { digest } from './de/digest.ts';
import { directory } from './de/directory.ts';
import { letters } from './de/letter-templates.ts';
import type { LetterTexts } from './letter-texts.ts';

export const german: LetterTexts = {
  letters,
  digest,
  emergencyReading: {
    subject: '[Liaise] Bitte prüfen: Einsicht in einem Notfall',
    lead: 'Bitte überprüfen Sie eine Einsichtnahme in einem Notfall.',
    advice:
      'Eine Person Ihrer Behörde hat einen Notfall angegeben, um diese Angaben einzusehen. Eine zweite Person muss entscheiden, ob das gerechtfertigt war.',
    at: 'Zeit der Einsicht',
    link: 'Einsichtnahmen öffnen (Anmeldung erforderlich)',
  },
  readingBeyondAllowance: {
    subject: '[Liaise] Mehr Übermittlungen eingesehen als erlaubt',
    lead: 'Eine Person Ihrer Behörde hat mehr Übermittlungen eingesehen, als das Kontingent erlaubt.',
    advice: 'Die Person hat einen zweiten Zweck angegeben. Die Revision sieht ihn im Protokoll.',
    at: 'Zeit der Einsicht',
    link: 'Einsichtnahmen öffnen (Anmeldung erforderlich)',
  },
  logAlarm: {
    subject: '[Liaise] Alarm des Protokolls',
    lead: 'Bitte prüfen und bestätigen Sie einen Alarm des Protokolls.',
    advice:
      'Informieren Sie sofort den Betreiber. Der Befehl „liaise check“ nennt die Abweichungen. Solange die Ursache unbekannt ist, verlassen Sie sich bei neuen Fällen nicht auf die Aufzeichnung.',
    at: 'Zeit des Alarms',
    link: 'Alarme öffnen (Anmeldung erforderlich)',
  },
  webhookDisabled: {
    subject: '[Liaise] Ein Webhook Ihrer Behörde wurde abgeschaltet',
    lead: 'Bitte prüfen Sie einen Webhook Ihrer Behörde: Liaise sendet keine Nachrichten mehr an ihn.',
    advice:
      'Sein Ziel war fünf Tage lang gestört oder hat geantwortet, dass es nicht mehr besteht. Sobald es wieder arbeitet, schalten Sie den Webhook wieder ein und senden Sie fehlgeschlagene Nachrichten erneut.',
    at: 'Abgeschaltet am',
    link: 'Webhooks öffnen (Anmeldung erforderlich)',
  },
  directory,
  drill: {
    mark: 'ÜBUNG (DRILL):',
    notice:
      'Dies ist eine Übung: eine Testübermittlung ohne Fall. Bestätigen Sie den Eingang wie bei einer echten. Mehr wird nicht verlangt.',
  },
  urgencyMark: { emergency: 'NOTFALL - ', urgent: 'DRINGEND - ', standard: '', informational: '' },
  labels: {
    reference: 'Aktenzeichen',
    ownReference: 'Ihr Aktenzeichen',
    deputyFor: 'In Vertretung von',
    sender: 'Absendende Behörde',
    recipient: 'Empfänger',
    requested: 'Erbetene Maßnahme',
    urgency: 'Dringlichkeit',
    handling: 'Handhabung',
    link: 'Übermittlung öffnen (Anmeldung erforderlich)',
  },
  by: (due) => `bis ${due}`,
  colon: ':',
  nothingAsked: 'Zu Ihrer Kenntnis: Sie müssen nichts tun.',
  unnamedAgency: 'Die betreffende Behörde',
  unnamedTask: 'die Übermittlung bearbeiten',
  bundle: {
    andMore: (count) => `und ${count} weitere`,
    lead: (count) =>
      `Diese Nachricht enthält ${count} Benachrichtigungen. Jede nennt ihre Übermittlung und was zu tun ist.`,
    heldBack:
      'Innerhalb einer Stunde wurden mehrere Nachrichten an Sie gesendet. Weitere Benachrichtigungen wurden deshalb zurückgehalten und stehen in dieser Nachricht.',
  },
  footer: [
    'Mit Liaise übermitteln Partnerbehörden einander Fälle und überwachen Fristen. Diese Benachrichtigung wurde automatisch versandt.',
    'Aus Sicherheitsgründen enthält sie keine Angaben zum Fall. Melden Sie sich an, um sie zu lesen. Senden Sie nie Angaben zum Fall in einer Antwort per E-Mail.',
    ({ addressee }) =>
      `Sie ist gerichtet an: ${addressee}. Wenn Sie sie irrtümlich erhalten haben, löschen Sie sie bitte.`,
  ],
};
