/** German: the capability registry. */

import type { registry as english } from '../en/registry.ts';
import type { Texts } from '../texts.ts';

export const registry: Texts<typeof english> = {
  seen: '{{capability}}, Länder des Netzwerks: vollständig in {{full}}, teilweise in {{partial}}, keine in {{none}}, ungeprüft in {{unverified}}. Ungeprüft heißt, dass die letzte Bestätigung fehlt oder älter als {{days}} Tage ist.',
  what: 'Was jedes Land kann, wer es erbringt und wer es bestätigt hat. Ein Administrator schlägt einen Eintrag vor, ein anderer bestätigt ihn.',
  of: '{{capability}}: {{country}}',
  stated: 'Angegebene Stufe',
  confirmed: 'Bestätigt',
  never: 'Nie',
  recorded: 'Eingetragen von',
  change: 'Ändern',
  confirm: 'Ich habe diesen Eintrag geprüft: mit heutigem Datum bestätigen',
  'level-hint': 'Keine hat keine Behörde. Teilweise und vollständig haben mindestens eine.',
  'providers-hint': 'Behörden des Landes und internationale Organisationen',
  gaps: {
    title: 'Lücken bei den Fähigkeiten',
    hint: 'Fähigkeiten, die ein Land nicht oder nur teilweise hat oder die seit {{days}} Tagen nicht bestätigt wurden.',
    none: 'Es gibt keine Lücken. Jede Fähigkeit jedes Landes ist vollständig und bestätigt.',
  },
};
