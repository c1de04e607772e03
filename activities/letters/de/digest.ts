/** The texts of the daily digest in German. */

import type { DigestTexts } from '../letter-texts.ts';

export const digest: DigestTexts = {
  subject: ({ waiting, overdue, changed }) => {
    if (waiting === 0) return `[Liaise] ${referrals(changed)} geändert`;
    return `[Liaise] ${referrals(waiting)} offen${overdue > 0 ? `, davon ${overdue} überfällig` : ''}`;
  },
  lead: ({ waiting, overdue, changed }, agency) => {
    if (waiting === 0) return `Nichts wartet auf ${agency}. Geändert: ${referrals(changed)}.`;
    return `Auf ${agency} warten: ${referrals(waiting)}${overdue > 0 ? `, davon ${overdue} überfällig` : ''}.`;
  },
  yours: 'Wartet auf Sie',
  others: 'Wartet auf Ihre Behörde',
  changed: 'Geändert und von Ihnen noch nicht gesehen',
  more: (count) => `und ${count} weitere`,
  overdue: (due) => `überfällig seit ${due}`,
  task: {
    withdrawal: 'über die Rücknahme entscheiden',
    closure: 'den Abschluss genehmigen oder zurückgeben',
    assignment: 'entscheiden, wer die Verweisung erhält',
    reduction: 'über die gewünschte Dringlichkeit entscheiden',
    'confirm-recall': 'Zurückgerufenes löschen und dies bestätigen',
  },
  desk: 'Ihren Arbeitsbereich öffnen (eine Anmeldung ist nötig)',
  settings: 'Die Uhrzeit dieses Schreibens wählen oder es abbestellen',
  footer: (zone) =>
    `Zeiten gelten für ${zone}. Dieses Schreiben kommt einmal am Tag, und nur, wenn es etwas zu sagen gibt.`,
};

function referrals(count: number): string {
  return count === 1 ? '1 Verweisung' : `${count} Verweisungen`;
}
