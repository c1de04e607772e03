/** German, in the wording of letters between authorities. */

import { codes } from './german/codes.ts';
import { digest } from './german/digest.ts';
import { letters } from './german/letters.ts';
import type { Language } from './language.ts';

export const german: Language = {
  locale: 'de-DE',
  letters,
  codes,
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
  somebody: 'Die betreffende Behörde',
  anything: 'die Verweisung bearbeiten',
  footer: [
    'Mit Liaise verweisen Partnerbehörden einander Fälle und sehen, wer bis wann antworten muss. Dieser Brief wurde ' +
      'automatisch erstellt.',
    'Dieser Brief enthält mit Absicht keine Einzelheiten des Falls: Sie werden nur nach der Anmeldung gezeigt. Antworten ' +
      'Sie nie per E-Mail mit Einzelheiten eines Falls.',
    ({ addressee }) => `Er ist gerichtet an: ${addressee}. Hat er Sie versehentlich erreicht, löschen Sie ihn bitte.`,
  ],
};
