/** Letters about the directory in German. */

import type { DirectoryLetterTexts } from '../letter-texts.ts';

export const directory: DirectoryLetterTexts = {
  changed: {
    subject: (agency) => `Der Verzeichniseintrag von ${agency} wurde geändert`,
    lead: 'Eine Person der Administration hat Daten Ihrer Behörde geändert, und eine zweite Person hat dies bestätigt.',
    check:
      'Wenn Sie diese Änderung nicht erwartet haben, informieren Sie die Administration Ihrer Behörde und der koordinierenden Behörde.',
  },
  address: {
    subject: (point) => `Bestätigen Sie die E-Mail-Adresse von ${point}`,
    lead: {
      old: 'Jemand aus Ihrer Behörde möchte diese E-Mail-Adresse ersetzen. Bitte bestätigen Sie dies.',
      new: 'Jemand aus Ihrer Behörde möchte diese E-Mail-Adresse verwenden. Bitte bestätigen Sie dies.',
    },
    both: 'Die Adresse ändert sich, wenn die alte und die neue Adresse bestätigt haben. Der Link gilt 14 Tage.',
    ignore:
      'Wenn Sie diese Änderung nicht erwarten, bestätigen Sie nicht, und informieren Sie die Administration Ihrer Behörde.',
  },
  unchanged: {
    subject: (point) => `Die E-Mail-Adresse von ${point} wurde nicht geändert`,
    lead: {
      refused:
        'Jemand, der eine der beiden Benachrichtigungen erhalten hat, hat die Änderung der E-Mail-Adresse abgelehnt. Nichts wurde geändert.',
      lapsed:
        'Die Änderung der E-Mail-Adresse wurde nicht innerhalb von 14 Tagen von beiden Adressen bestätigt. Nichts wurde geändert.',
    },
    next: {
      refused:
        'Wenn Sie diese Änderung nicht erwartet haben, informieren Sie die Administration Ihrer Behörde. War sie gewollt, beantragen Sie sie erneut.',
      lapsed: 'Wenn die Änderung noch nötig ist, beantragen Sie sie erneut.',
    },
  },
  confirmation: {
    subject: (point) => `Bitte bestätigen Sie die Angaben zu ${point}`,
    lead: 'Bitte prüfen Sie die Angaben zu Ihrer Kontaktstelle, und bestätigen Sie sie. Die letzte Bestätigung ist mehr als ein Jahr her.',
    otherwise: 'Ohne Bestätigung wird die Kontaktstelle ab dem unten genannten Datum nicht mehr ausgewählt.',
    outdated: 'Wenn eine Angabe veraltet ist, bitten Sie die Administration Ihrer Behörde, sie zu berichtigen.',
    last: 'Zuletzt bestätigt',
    leftOut: 'Nicht mehr ausgewählt ab',
  },
  labels: {
    agency: 'Behörde',
    change: 'Änderung',
    entry: 'Eintrag',
    proposer: 'Vorgeschlagen von',
    confirmer: 'Bestätigt von',
    audit: 'Protokoll öffnen (Anmeldung erforderlich)',
    confirm: 'Adresse bestätigen (Anmeldung erforderlich)',
    agencyPage: 'Seite Ihrer Behörde öffnen (Anmeldung erforderlich)',
  },
  edits: {
    'add-agency': 'Behörde hinzugefügt',
    'change-agency': 'Behörde geändert',
    'disable-agency': 'Behörde gesperrt',
    'enable-agency': 'Behörde wieder freigegeben',
    'add-contact-point': 'Kontaktstelle hinzugefügt',
    'change-contact-point': 'Kontaktstelle geändert',
    'disable-contact-point': 'Kontaktstelle gesperrt',
    'enable-contact-point': 'Kontaktstelle wieder freigegeben',
    'verify-contact-point': 'Kontaktstelle bestätigt',
    'set-capability': 'Fähigkeit eines Landes festgelegt',
    'confirm-capability': 'Fähigkeit eines Landes bestätigt',
    'import-directory': 'Einträge aus einer Datei importiert',
    'change-address': 'Adresse einer Kontaktstelle geändert',
    'add-closed-day': 'Schließtag hinzugefügt',
    'remove-closed-day': 'Schließtag entfernt',
    'add-person': 'Person hinzugefügt',
    'change-person': 'Person geändert',
    'set-roles': 'Rollen geändert',
    'deactivate-person': 'Person deaktiviert',
    'pseudonymise-person': 'Person pseudonymisiert',
    'add-account': 'Anmeldekonto hinzugefügt',
    'remove-account': 'Anmeldekonto entfernt',
    'add-webhook': 'Webhook hinzugefügt',
    'remove-webhook': 'Webhook entfernt',
    'reseal-data': 'Alle gespeicherten Daten mit einem Schlüssel verschlüsselt',
    'renew-digests': 'Gespeicherte Prüfsummen erneuert',
    'adopt-policies': 'Fristregeln übernommen',
  },
};
