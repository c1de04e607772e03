/** German: oral requests and their confirmation. */

import type { clarification as english } from '../en/clarification.ts';
import type { Texts } from '../texts.ts';

export const clarification: Texts<typeof english> = {
  field: {
    'requested-by': 'Angefragt von',
    'requested-of': 'Angefragt bei',
    'requested-hint': 'Person, Funktion und Behörde. Verschlüsselt; nie in E-Mails.',
    'requested-at': 'Zeitpunkt der Anfrage',
    requested: 'Was angefragt wurde',
    confirmation: 'Die Anfrage in Schriftform',
    'confirmation-hint': 'Wiederholen Sie, was angefragt wurde. Alle, die die Übermittlung haben, können es lesen.',
  },
};
