/** German: pages of data protection: erasures, and what is held about data subjects. */

/** Texts of the pages of data protection. */
export const protection = {
  erasures: {
    about:
      'Diese Empfänger müssen ihre Kopien einer Übermittlung löschen. Jeder hat {{days}} Tage Zeit, es zu bestätigen.',
    none: 'Kein Empfänger muss seine Kopien löschen.',
    referral: 'Übermittlung',
    agency: 'Behörde',
    ground: 'Grund',
    ordered: 'Angeordnet',
    due: 'Frist',
    confirmed: 'Bestätigt',
    state: 'Bestätigung',
    is: { open: 'Nicht bestätigt. Frist', overdue: 'Überfällig seit', confirmed: 'Bestätigt' },
  },
  subjects: {
    about:
      'Suchen Sie, was Ihre Behörde über eine Person hat, die danach fragt. Angaben zum Fall werden nicht gezeigt. Die Suche und ihr Zweck werden protokolliert, die gesuchte Kennung nicht.',
    identifier: 'Kennung',
    hint: 'Zum Beispiel eine E-Mail-Adresse, ein Konto, eine IP-Adresse, eine Telefonnummer oder ein Name',
    search: 'Suchen',
    result: '{{found}} von {{searched}} durchsuchten Übermittlungen enthalten diese Kennung.',
    more: 'Noch sind nicht alle Übermittlungen durchsucht.',
    continue: 'Weitersuchen',
    none: 'Keine durchsuchte Übermittlung enthält diese Kennung.',
    caption: 'Was vorhanden ist',
    referral: 'Übermittlung',
    status: 'Stand',
    found: 'Kennung in',
    held: 'Andere Kategorien',
    people: 'Personen im Fall',
    from: 'Erhalten von',
    to: 'Weitergegeben an',
    basis: 'Rechtsgrundlage',
    until: 'Überprüfung',
    hold: 'Löschsperre',
    law: 'Ob die Auskunft eingeschränkt oder aufgeschoben werden muss, entscheiden Sie (Richtlinie (EU) 2016/680 Art. 15, wie Ihr nationales Recht sie umsetzt). Liaise entscheidet das nicht. Gelöschte Übermittlungen, Entwürfe und das Auditprotokoll werden nicht durchsucht.',
    searched: 'Suche, um einer betroffenen Person zu antworten',
    category: {
      identity: 'Identität',
      contact: 'Kontaktdaten',
      account: 'Konto',
      'network-address': 'Netzadresse',
      device: 'Gerät',
      location: 'Ort',
      'case-number': 'Fallnummer',
      'material-reference': 'Verweis auf Material',
      'free-text': 'Freitext',
      other: 'Sonstiges',
    },
  },
};
