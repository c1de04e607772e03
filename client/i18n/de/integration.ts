/** German: connections to the systems of agencies. */

/** Texts about webhooks and calendars. */
export const integration = {
  webhooks: {
    'what-for':
      'Ein Webhook benachrichtigt ein System Ihrer Behörde, sobald mit einer Übermittlung, die Ihre Behörde sieht, etwas geschieht. Eine Nachricht nennt die Übermittlung, das Ereignis und die Frist und enthält keine Angaben zum Fall.',
    none: 'Ihre Behörde hat noch keine Webhooks. Ein Webhook, den eine zweite Person der Administration bestätigt hat, erscheint hier.',
    add: 'Webhook vorschlagen',
    propose: 'Vorschlagen',
    url: 'Adresse',
    'url-hint': 'Eine öffentliche https-Adresse. Liaise folgt keinen Weiterleitungen.',
    kinds: 'Arten von Ereignissen',
    kind: {
      arrivals: 'Neue Übermittlungen',
      supplements: 'Nachgereichte Informationen',
      questions: 'Rückfragen, Übersetzungen und mündliche Ersuchen, mit Antworten',
      answers: 'Bestätigt, angenommen, abgelehnt, ohne Antwort',
      outcomes: 'Ergebnisse, ihre Berichtigungen und gesicherte Daten',
      transfers: 'Weiterleitungen, Rückrufe und Übermittlungen ohne Empfänger',
      deadlines: 'Warnungen, überfällige Fristen und Verlängerungen',
      closures: 'Rücknahme, Abschluss, Wiedereröffnung und Löschung',
    },
    state: 'Status',
    'no-secret': 'Wartet auf sein Geheimnis',
    active: 'Aktiv',
    failing: 'Gestört seit {{since}}',
    disabled: 'Abgeschaltet seit {{since}}',
    secret: 'Signaturgeheimnis',
    'secret-made': 'Erzeugt am {{at}}',
    'make-secret': 'Neues Geheimnis erzeugen',
    'secret-title': 'Das neue Signaturgeheimnis',
    'secret-text':
      'Kopieren Sie dieses Geheimnis jetzt in Ihr System. Es wird nicht noch einmal gezeigt. Das vorherige Geheimnis signiert die Nachrichten noch 24 Stunden lang zusätzlich.',
    enable: 'Wieder einschalten',
    enabled: 'Der Webhook ist wieder eingeschaltet.',
    remove: 'Webhook {{url}} entfernen',
    'remove-text':
      'Eine zweite Person der Administration muss das bestätigen. Dann wird auch die Liste seiner Nachrichten gelöscht.',
    back: 'Zurück zu den Webhooks',
    deliveries: 'Nachrichten der letzten 30 Tage',
    'no-deliveries': 'Noch keine Nachrichten. Jede Nachricht erscheint hier mit ihrem Ergebnis.',
    event: 'Ereignis',
    decided: 'Zeit',
    result: 'Ergebnis',
    status: { waiting: 'Wartet', sent: 'Gesendet', failed: 'Fehlgeschlagen' },
    tries_one: 'ein Versuch',
    tries_other: '{{count}} Versuche',
    next: 'nächster Versuch am {{at}}',
    again: 'Erneut senden',
    'sent-again_one': '{{count}} Nachricht wird mit derselben Kennung erneut gesendet.',
    'sent-again_other': '{{count}} Nachrichten werden mit denselben Kennungen erneut gesendet.',
    'again-all': 'Alle fehlgeschlagenen Nachrichten erneut senden',
    'again-none': 'Keine Nachricht ist fehlgeschlagen.',
    'again-all-text_one':
      '{{count}} fehlgeschlagene Nachricht an {{url}} wird mit derselben Kennung erneut gesendet. Nachrichten an einen abgeschalteten Webhook warten, bis er wieder eingeschaltet ist.',
    'again-all-text_other':
      '{{count}} fehlgeschlagene Nachrichten an {{url}} werden mit denselben Kennungen erneut gesendet. Nachrichten an einen abgeschalteten Webhook warten, bis er wieder eingeschaltet ist.',
    every: 'alle Webhooks',
    total_one: '{{count}} Nachricht',
    total_other: '{{count}} Nachrichten',
    'more-than': 'Mehr als {{number}} Nachrichten',
    'none-fits': 'Keine Nachricht passt zu diesen Filtern.',
    attempts: 'Versuche',
    http: 'HTTP {{status}}',
    failure: {
      'ADDRESS-REFUSED':
        'Die Adresse ist nicht öffentlich. Schlagen Sie einen Webhook mit einer öffentlichen https-Adresse vor.',
      'NAME-UNKNOWN':
        'Der Name in der Adresse ist unbekannt. Prüfen Sie den DNS-Eintrag, oder schlagen Sie eine andere Adresse vor.',
      TIMEOUT:
        'Ihr System hat nicht innerhalb von 10 Sekunden geantwortet. Es sollte antworten, bevor es die Nachricht verarbeitet.',
      CERTIFICATE: 'Das Zertifikat Ihres Systems ist nicht gültig. Erneuern Sie es, und senden Sie die ganze Kette.',
      'NO-CONNECTION': 'Es gab keine Verbindung. Prüfen Sie, ob Ihr System läuft und ob seine Firewall Liaise zulässt.',
    },
  },
  calendar: {
    title: 'Kalender der Fristen',
    'what-for':
      'Ihr Kalenderprogramm kann die Fristen Ihrer Aufgaben zeigen, wenn es eine geheime Adresse abonniert. Ein Eintrag enthält das Aktenzeichen, die Aufgabe, den Fristablauf und einen Link, aber keine Angaben zum Fall. Der Kalender enthält die {{most}} Übermittlungen, die zuerst fällig sind.',
    made: 'Adresse erzeugt am',
    make: 'Kalenderadresse erzeugen',
    renew: 'Adresse ersetzen',
    revoke: 'Adresse widerrufen',
    address: 'Die Adresse Ihres Kalenders',
    'address-text':
      'Kopieren Sie diese Adresse jetzt als Abonnement in Ihr Kalenderprogramm. Sie wird nicht noch einmal gezeigt, und eine vorherige Adresse gilt nicht mehr. Wer die Adresse hat, kann den Kalender lesen: Geben Sie sie niemandem.',
    back: 'Zurück zu den Einstellungen',
    name: 'Liaise: Fristen',
    event: 'Frist in Liaise. Übermittlung öffnen: {{url}}',
  },
} as const;
