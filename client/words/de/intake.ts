/** German: handing a referral in, by form or by file. */

import type { intake as english } from '../en/intake.ts';
import type { Texts } from '../texts.ts';

export const intake: Texts<typeof english> = {
  part: {
    indicators: 'Hinweise auf Länder',
    origins: 'Eigene Aktenzeichen',
    materials: 'Verweise auf Material',
    'materials-hint': 'Nur Hashwerte. Nie eine Datei, nie ein Link dorthin.',
  },
  row: {
    indicator: 'Hinweis {{n}}',
    origin: 'Aktenzeichen {{n}}',
    material: 'Hash {{n}}',
    basis: 'Worauf er beruht',
    'no-country': 'Kein Land erkennbar',
    value: 'Wie festgestellt',
    'value-hint': 'Eine IP-Adresse, eine Telefonnummer, ein Ort. Verschlüsselt.',
    verified: 'Überprüft',
    proxy: 'Proxy oder VPN vermutet',
    system: 'System',
    'system-hint': 'Zum Beispiel: Vorgangsverwaltung, NCMEC',
    number: 'Nummer',
    algorithm: 'Verfahren',
    hash: 'Hashwert',
    source: 'Woher der Hash stammt',
    'source-hint': 'Zum Beispiel: Anbieter, Meldestelle',
    classification: 'Einstufung',
  },
};
