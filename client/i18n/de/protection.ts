/** German: pages of data protection: erasures and their confirmations. */

/** Texts of the pages of data protection. */
export const protection = {
  ground: {
    'retention-ended': 'Ende der Aufbewahrung',
    'sender-order': 'Anordnung des Absenders',
    'supervisor-order': 'Entscheidung einer Aufsicht',
  },
  erasures: {
    about: 'Diese Empfänger müssen ihre Kopien einer Vorlage löschen. Jeder hat {{days}} Tage Zeit, es zu bestätigen.',
    none: 'Kein Empfänger muss seine Kopien löschen.',
    referral: 'Vorlage',
    agency: 'Stelle',
    ground: 'Grund',
    ordered: 'Angeordnet',
    due: 'Frist',
    confirmed: 'Bestätigt',
    state: 'Bestätigung',
    is: { open: 'Nicht bestätigt. Frist', overdue: 'Überfällig seit', confirmed: 'Bestätigt' },
  },
};
