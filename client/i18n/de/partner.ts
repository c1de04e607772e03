/** German: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty:
      'Keine Aufgaben warten auf Ihre Behörde. Hier erscheinen Übermittlungen, die Sie bestätigen, entscheiden oder melden müssen.',
    'none-fits': 'Keine wartende Aufgabe passt zu diesen Filtern.',
    acknowledge: 'Eingang der ausgewählten Übermittlungen bestätigen',
    result: 'Ergebnis',
    refused: 'Abgelehnt',
    summary_one: '{{count}} bestätigt, {{refused}} abgelehnt.',
    summary_other: '{{count}} bestätigt, {{refused}} abgelehnt.',
    'none-selected': 'Es war keine Übermittlung ausgewählt.',
  },
  address: {
    title: 'Adresse von {{point}} ändern',
    how: 'Eine Benachrichtigung mit einem Link geht an die alte und an die neue Adresse. Die Adresse ändert sich, wenn beide bestätigt haben.',
    which: 'Zu ändernde Adresse',
    new: 'Neue E-Mail-Adresse',
    ask: 'Beide Benachrichtigungen senden',
    'confirm-title': 'Neue Adresse bestätigen',
    confirm: 'Bestätigen',
    refuse: 'Diese Änderung ablehnen',
    done: {
      asked: 'Die Benachrichtigungen sind gesendet. Die Adresse ändert sich, wenn beide Adressen bestätigt haben.',
      half: 'Ihre Bestätigung ist gespeichert. Die Adresse ändert sich, wenn auch die andere Adresse bestätigt hat.',
      addressed: 'Die Adresse ist geändert, und die Änderung ist im Protokoll festgehalten.',
      refused:
        'Sie haben die Änderung abgelehnt. Nichts wurde geändert, und die Aufsicht Ihrer Behörde wird benachrichtigt.',
    },
  },
  agency: {
    confirm: 'Diese Angaben bestätigen',
    'confirm-hint':
      'Die Regeln wählen keine Kontaktstelle mehr, die seit 400 Tagen nicht bestätigt wurde. Bitten Sie Ihre Administration, veraltete Angaben zu berichtigen.',
    confirmed: 'Die Angaben zu Ihren Kontaktstellen sind mit heutigem Datum bestätigt.',
    points: 'Kontaktstellen',
    'no-points':
      'Ihre Behörde hat keine Kontaktstelle und kann daher nichts empfangen. Bitten Sie Ihre Administration, eine anzulegen.',
    capabilities: 'Fähigkeiten',
    'no-capabilities': 'Das Fähigkeitsregister enthält keine Einträge für Ihre Behörde.',
    capability: 'Fähigkeit',
    level: 'Umfang',
    verified: 'Bestätigt',
    'free-days': 'Schließtage',
    'half-day': '{{name}} (schließt um {{at}})',
    'no-free-days': 'Für Ihr Land gibt es keine Feiertage und für Ihre Behörde keine Schließtage.',
    day: 'Tag',
    why: 'Grund',
  },
  point: {
    email: 'E-Mail',
    duty: 'E-Mail außerhalb der Dienstzeiten',
    deputy: 'Vertretung',
    hours: 'Dienstzeiten',
    languages: 'Sprachen',
    kinds: 'Nimmt entgegen',
    clearances: 'Handhabungscodes',
  },
};
