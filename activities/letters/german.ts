/** German, in the wording of letters between authorities. */

import { digest } from './de/digest.ts';
import { letters } from './de/letter-templates.ts';
import type { LetterTexts } from './letter-texts.ts';

export const german: LetterTexts = {
  letters,
  digest,
  urgencyMark: { emergency: 'NOTFALL - ', urgent: 'DRINGEND - ', standard: '', informational: '' },
  labels: {
    reference: 'Aktenzeichen',
    sender: 'Absendende Behörde',
    recipient: 'Empfänger',
    requested: 'Erbeten',
    urgency: 'Dringlichkeit',
    handling: 'Handhabung',
    link: 'Verweisung öffnen (eine Anmeldung ist nötig)',
  },
  by: (due) => `bis ${due}`,
  colon: ':',
  nothingAsked: 'Zu Ihrer Kenntnis: Von Ihnen wird nichts erbeten.',
  unnamedAgency: 'Die betreffende Behörde',
  unnamedTask: 'die Verweisung bearbeiten',
  footer: [
    'Mit Liaise verweisen Partnerbehörden einander Fälle und sehen, wer bis wann antworten muss. Dieses Schreiben ' +
      'wurde automatisch erstellt.',
    'Dieses Schreiben enthält mit Absicht keine Angaben zum Fall: Sie werden nur nach der Anmeldung gezeigt. Antworten ' +
      'Sie nie per E-Mail mit Angaben zu einem Fall.',
    ({ addressee }) => `Es ist gerichtet an: ${addressee}. Hat es Sie versehentlich erreicht, löschen Sie es bitte.`,
  ],
};
