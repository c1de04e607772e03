/** German: the inbox of partner agencies, and what the network knows of them. */

import type { partner as english } from '../en/partner.ts';
import type { Texts } from '../texts.ts';

export const partner: Texts<typeof english> = {
  inbox: {
    empty:
      'Für Ihre Behörde liegen keine Aufgaben vor. Hier erscheinen Übermittlungen, deren Eingang Sie bestätigen, über die Sie entscheiden oder zu denen Sie ein Ergebnis melden müssen.',
    'none-fits': 'Keine offene Aufgabe entspricht diesen Filtern.',
    acknowledge: 'Eingang der ausgewählten Übermittlungen bestätigen',
    result: 'Ergebnis',
    refused: 'Nicht ausgeführt',
    summary_one: '{{count}} bestätigt, {{refused}} nicht bestätigt.',
    summary_other: '{{count}} bestätigt, {{refused}} nicht bestätigt.',
    'none-selected': 'Es wurden keine Übermittlungen ausgewählt.',
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
      asked: 'Die Benachrichtigungen wurden gesendet. Die Adresse ändert sich, wenn beide Adressen bestätigt haben.',
      half: 'Ihre Bestätigung wurde gespeichert. Die Adresse ändert sich, wenn auch die andere Adresse bestätigt hat.',
      addressed: 'Die Adresse wurde geändert, und die Änderung wurde im Protokoll festgehalten.',
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
    'no-capabilities': 'Das Register der Fähigkeiten enthält keine Einträge für Ihre Behörde.',
    capability: 'Fähigkeit',
    level: 'Stufe',
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
    'working-days': 'Arbeitstage {{hours}}',
    languages: 'Sprachen',
    kinds: 'Nimmt entgegen',
    clearances: 'Handhabungscodes',
  },
};
