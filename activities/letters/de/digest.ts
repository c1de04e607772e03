/** The daily digest in German. */

import type { DigestTexts } from '../letter-texts.ts';

export const digest: DigestTexts = {
  subject: ({ waiting, overdue, changed }) => {
    if (waiting === 0) return `[Liaise] ${referrals(changed)} geändert`;
    return `[Liaise] ${referrals(waiting)} offen${overdue > 0 ? `, davon ${overdue} überfällig` : ''}`;
  },
  lead: ({ waiting, overdue, changed }, agency) => {
    if (waiting === 0) return `Keine Übermittlung wartet auf ${agency}. Geändert: ${referrals(changed)}.`;
    return `Auf ${agency} warten: ${referrals(waiting)}${overdue > 0 ? `, davon ${overdue} überfällig` : ''}.`;
  },
  yours: 'Wartet auf Sie',
  others: 'Wartet auf Ihre Behörde',
  changed: 'Geändert, seit Sie zuletzt nachgesehen haben',
  more: (count) => `und ${count} weitere`,
  overdue: (due) => `überfällig seit ${due}`,
  task: {
    withdrawal: 'über die Rücknahme entscheiden',
    closure: 'den Abschluss genehmigen oder zurückgeben',
    assignment: 'einen Empfänger bestimmen',
    reduction: 'über die gewünschte Dringlichkeit entscheiden',
    translate: 'die Übersetzung liefern',
    'confirm-request': 'das Ersuchen bestätigen',
    'propose-closure': 'den Abschluss vorschlagen',
    'confirm-recall': 'die zurückgerufene Übermittlung löschen und die Löschung bestätigen',
    retention: 'über Aufbewahrung oder Löschung der Übermittlung entscheiden',
    'confirm-erasure': 'alle Kopien der Übermittlung löschen und die Löschung bestätigen',
  },
  desk: 'Liaise öffnen (Anmeldung erforderlich)',
  settings: 'Uhrzeit dieser Übersicht ändern oder sie abbestellen',
  footer: (zone) =>
    `Zeiten gelten für ${zone}. Diese Übersicht wird einmal am Tag gesendet, wenn es Aufgaben oder Änderungen gibt.`,
};

function referrals(count: number): string {
  return count === 1 ? '1 Übermittlung' : `${count} Übermittlungen`;
}
