/** German: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty: 'Nichts wartet auf Sie. Hier steht, was Ihre Behörde zu bestätigen, zu entscheiden oder zu melden hat.',
    'none-fits': 'Nichts, was auf Sie wartet, passt zu diesen Filtern.',
    acknowledge: 'Eingang der ausgewählten bestätigen',
    result: 'Ergebnis',
    refused: 'Abgelehnt',
    summary_one: '{{count}} bestätigt, {{refused}} abgelehnt.',
    summary_other: '{{count}} bestätigt, {{refused}} abgelehnt.',
    'none-selected': 'Es war nichts ausgewählt.',
  },
  agency: {
    confirm: 'Wir sind weiterhin erreichbar: Alles stimmt',
    'confirm-hint':
      'Kontaktstellen, die seit 400 Tagen niemand bestätigt hat, erhalten nach den Regeln keine Verweisungen mehr. Was nicht mehr stimmt, ändert Ihre Administration.',
    confirmed: 'Ihre Kontaktstellen sind mit heutigem Stand bestätigt.',
    points: 'Kontaktstellen',
    'no-points':
      'Ihre Behörde hat keine Kontaktstelle: Ihr kann nichts zugeleitet werden. Bitten Sie Ihre Administration, eine anzulegen.',
    capabilities: 'Fähigkeiten',
    'no-capabilities': 'Das Verzeichnis kennt nichts, was Ihre Behörde für ihr Land leistet.',
    capability: 'Fähigkeit',
    level: 'Umfang',
    verified: 'Bestätigt',
    'free-days': 'Tage, an denen geschlossen ist',
    'no-free-days': 'Für Ihr Land sind keine Feiertage bekannt, und eigene Schließtage sind nicht hinterlegt.',
    day: 'Tag',
    why: 'Grund',
  },
  point: {
    email: 'E-Mail',
    duty: 'E-Mail außerhalb der Dienstzeit',
    deputy: 'Vertretung',
    hours: 'Dienstzeit',
    languages: 'Sprachen',
    kinds: 'Nimmt entgegen',
    clearances: 'Handhabungscodes',
  },
};
