/** German: the capability registry. */

import type { registry as english } from '../en/registry.ts';
import type { Texts } from '../texts.ts';

export const registry: Texts<typeof english> = {
  seen: '{{capability}}, Länder des Netzwerks: vollständig in {{full}}, teilweise in {{partial}}, keine in {{none}}, ungeprüft in {{unverified}}. Ungeprüft heißt, dass die letzte Bestätigung fehlt oder älter als {{days}} Tage ist.',
  what: 'Was jedes Land leisten kann, wer es erbringt und wer es bestätigt hat. Eine Person der Administration schlägt einen Eintrag vor, eine andere bestätigt ihn.',
  of: '{{capability}}: {{country}}',
  stated: 'Angegebene Stufe',
  confirmed: 'Bestätigt',
  never: 'Nie',
  recorded: 'Eingetragen von',
  change: 'Ändern',
  confirm: 'Ich habe diesen Eintrag geprüft: mit heutigem Datum bestätigen',
  'level-hint': 'Bei „keine“ gibt es keine Behörde, bei „teilweise“ und „vollständig“ mindestens eine.',
  'providers-hint': 'Behörden des Landes und internationale Organisationen',
  gaps: {
    title: 'Lücken bei den Fähigkeiten',
    hint: 'Fähigkeiten, die ein Land nicht hat, nur teilweise hat oder seit {{days}} Tagen nicht bestätigt hat.',
    none: 'Es gibt keine Lücken. Jede Fähigkeit jedes Landes ist vollständig und bestätigt.',
  },
  /** Of a contact point. */
  point: {
    disable: 'Diese Kontaktstelle sperren',
    'disable-hint':
      'Wenn Sie sie sperren, wird sie nicht mehr ausgewählt und erhält nichts mehr. Der Vorschlag nennt ihre offenen Übermittlungen.',
    enable: 'Diese Kontaktstelle wieder freigeben',
    'enable-hint': 'Wenn Sie sie freigeben, kann sie wieder Übermittlungen empfangen.',
  },
  drill: {
    mark: 'ÜBUNG (DRILL)',
    notice:
      'Dies ist eine Übung: eine Testübermittlung ohne Fall. Bestätigen Sie den Eingang wie bei einer echten. Mehr wird nicht verlangt.',
    'no-particulars': 'Eine Übung hat keine Angaben zum Fall.',
    what: 'Eine Übung ist eine Testübermittlung an eine Kontaktstelle. Sie endet mit der Eingangsbestätigung oder mit dem Ablauf der Frist. Sie steht in keiner Statistik. Eine Kontaktstelle, die ihre letzte Übung nicht beantwortet hat, wird erst nach anderen ihrer Art ausgewählt.',
    none: 'Es gibt keine Kontaktstelle für eine Übung.',
    last: 'Letzte Übung',
    next: 'Nächste Übung',
    start: 'Übung starten',
    started:
      'Die Übung wurde gestartet. Die Kontaktstelle erhält eine Benachrichtigung mit der Kennzeichnung „ÜBUNG (DRILL)“.',
    running: 'Läuft',
    unanswered: 'nicht fristgerecht bestätigt',
    after_one: 'nach {{count}} Stunde bestätigt',
    after_other: 'nach {{count}} Stunden bestätigt',
    never: 'Nie',
    'by-hand': 'Nicht geplant',
    due: 'Wenn die Stelle geöffnet ist',
    refused:
      'Eine Übung dieser Kontaktstelle läuft, oder sie oder ihre Behörde ist gesperrt. Warten Sie auf das Ende der Übung.',
    title: 'Übungen',
    days: 'Tage zwischen Übungen',
    'days-hint':
      'So viele Tage nach der letzten Übung startet der Zeitplan die nächste: 7 bis 1.000. Leer lassen, wenn Übungen nur von Hand gestartet werden.',
    failed: 'Nicht beantwortet',
  },
};
