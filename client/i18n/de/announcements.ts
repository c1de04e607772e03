/** German: the page that announces maintenance and outages of mail. */

import type { announcements as english } from '../en/announcements.ts';
import type { Texts } from '../texts.ts';

export const announcements: Texts<typeof english> = {
  about:
    'Eine Ankündigung steht auf jeder Seite und in der API, bis sie endet. Jede Behörde sieht sie sofort, in ihrer Sprache und Zeitzone. Die Fristen ändern sich nicht.',
  present: 'Aktuelle Ankündigungen',
  none: 'Nichts ist angekündigt.',
  new: 'Neue Ankündigung',
  announce: 'Ankündigen',
  kind: 'Was angekündigt wird',
  from: 'Beginn',
  'from-hint': 'In Ihrer Zeitzone, {{zone}}. Lassen Sie das Feld leer, wenn es jetzt beginnt.',
  to: 'Ende',
  'to-hint': 'Eine Wartung braucht ein Ende. Lassen Sie das Feld leer, wenn das Ende einer Störung nicht bekannt ist.',
  unknown: 'Nicht bekannt',
  end: 'Ankündigung beenden',
  kinds: {
    maintenance: 'Wartung',
    'mail-outage': 'E-Mail-Störung',
  },
  hints: {
    maintenance: 'Seiten und API antworten möglicherweise nicht.',
    'mail-outage': 'Benachrichtigungen per E-Mail verspäten sich.',
  },
  fault: {
    kind: 'Wählen Sie, was angekündigt wird.',
    from: 'Geben Sie Datum und Uhrzeit ein, oder lassen Sie das Feld leer.',
    to: 'Geben Sie Datum und Uhrzeit nach dem Beginn und in der Zukunft ein.',
  },
};
