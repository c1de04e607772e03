/** German: the lists and the triage queue of liaison officers. */

import type { officer as english } from '../en/officer.ts';
import type { Texts } from '../texts.ts';

export const officer: Texts<typeof english> = {
  change: {
    title: 'Was die vorgeschlagenen Länder ändern würde',
    if: {
      verified: 'Wenn {{basis}} ({{country}}) überprüft wäre',
      'not-verified': 'Wenn {{basis}} ({{country}}) nicht überprüft wäre',
      'no-proxy': 'Ohne Verdacht auf einen Proxy bei {{basis}} ({{country}})',
      proxy: 'Mit Verdacht auf einen Proxy bei {{basis}} ({{country}})',
      'of-suspect': 'Wenn {{basis}} ({{country}}) den Ort der tatverdächtigen Person zeigte',
      'of-victim': 'Wenn {{basis}} ({{country}}) den Ort des Opfers zeigte',
      'of-unknown': 'Wenn unbekannt wäre, wessen Ort {{basis}} ({{country}}) zeigt',
      absent: 'Ohne {{basis}} ({{country}})',
      added: 'Mit einem weiteren Anhaltspunkt: {{basis}} ({{country}})',
    },
    result: {
      clear: 'nur {{countries}}',
      tie: 'Gleichstand: {{countries}}',
      none: 'kein Land, also entscheidet eine Person',
    },
  },
  why: {
    'kind-needs': '{{kind}}: erfordert {{capability}}',
    with: '{{one}}, zusammen mit {{other}}',
    'asked-as': 'von der absendenden Behörde gewünscht: {{urgency}}',
    'asked-as-unfounded': 'von der absendenden Behörde ohne Grund gewünscht: {{urgency}}',
    'asked-for': 'von der absendenden Behörde gewünscht: {{capability}}',
    'nothing-to-act-upon': 'Information ohne erbetene Maßnahme',
    'no-sign': 'keine Anhaltspunkte zur Zuständigkeit',
    'too-little': 'Zuständigkeit unklar: Punktzahl zu niedrig (höchstens {{points}})',
    'too-close': 'Gleichstand: {{countries}}',
    only: '{{country}}: einziges Land mit Anhaltspunkten',
    before: '{{one}} ({{points}}) vor {{other}} ({{less}})',
    'without-country_one': '{{count}} Anhaltspunkt ohne Land',
    'without-country_other': '{{count}} Anhaltspunkte ohne Land',
    verified: 'davon überprüft: {{count}}',
    doubted: 'davon mit vermutetem Proxy: {{count}}',
    'of-suspect': 'davon der tatverdächtigen Person: {{count}}',
    'of-victim': 'davon des Opfers: {{count}}',
  },
  absence: {
    title: 'Abwesenheiten',
    about:
      'Benachrichtigungen für eine abwesende Person gehen auch an die Vertretung. Tragen Sie hier Ihre Abwesenheit ein. Aufsicht und Administration können auch die Abwesenheit anderer eintragen.',
    none: 'Niemand ist abwesend. Eingetragene Abwesenheiten erscheinen hier, bis sie enden.',
    enter: 'Abwesenheit eintragen',
    save: 'Abwesenheit speichern',
    person: 'Person',
    from: 'Erster Tag',
    until: 'Letzter Tag',
    deputy: 'Vertretung',
    'deputy-hint':
      'Eine andere Person Ihrer Behörde, die Übermittlungen bearbeitet. Ohne Vertretung erhält nur die Person die Benachrichtigungen.',
    now: 'Abwesend',
    note: '{{name}} (abwesend bis {{until}})',
    'note-with-deputy': '{{name}} (abwesend bis {{until}}; Vertretung: {{deputy}})',
    fault: {
      from: 'Geben Sie den ersten Tag ein.',
      until:
        'Geben Sie einen letzten Tag ein, der nicht vorbei ist, nicht vor dem ersten und höchstens ein Jahr danach liegt.',
      deputyId: 'Wählen Sie eine andere Person, die in Ihrer Behörde Übermittlungen bearbeitet.',
    },
  },
  reassign: {
    about:
      'Wer diese Übermittlungen bearbeitet hat, ist aus Ihrer Behörde ausgeschieden oder bearbeitet keine Übermittlungen mehr. Benachrichtigungen gehen stattdessen an die Kontaktstelle. Weisen Sie die Übermittlungen jemand anderem zu.',
    none: 'Keine Übermittlung wird von jemandem bearbeitet, der ausgeschieden ist. Solche Übermittlungen erscheinen hier.',
    'by-officer': 'Wer in Ihrer Behörde Übermittlungen bearbeitet, kann sie auf dieser Seite zuweisen.',
  },
  'open-work': {
    title: 'Offene Aufgaben: {{agency}}',
    none: 'Keine offene Übermittlung hängt davon ab.',
    task: 'Wartet auf',
    'nothing-due': 'Zurzeit nichts',
    'next-person':
      'Die Person bleibt für die Bearbeitung eingetragen, bis jemand in der Behörde die Übermittlungen auf der Seite „Neu zuweisen“ zuweist. Benachrichtigungen gehen an die Kontaktstelle.',
    'next-agency':
      'Übermittlungen, die die Behörde erhalten hat, gehen innerhalb einer Minute an die nächste Kontaktstelle. Gibt es keine, sind sie ohne Empfänger, und die Aufsicht bestimmt einen.',
    'next-point':
      'Übermittlungen, deren Eingang nicht bestätigt wurde, gehen innerhalb einer Minute an die nächste Kontaktstelle. Gibt es keine, bestimmt die Aufsicht einen Empfänger. Bestätigte Übermittlungen behält die Behörde; die Benachrichtigungen dazu erhält eine andere ihrer Kontaktstellen.',
  },
  reachable: {
    title: 'Erreichbar',
    yes: 'Ja',
    no: 'Nein: nicht besetzt, kein Bereitschaftsdienst',
    'duty-line': 'Ja: über den Bereitschaftsdienst',
    opens: 'wieder besetzt ab {{at}}',
  },
  'route-change': {
    title: 'Was eine andere Kontaktstelle ergäbe',
    instead: '{{point}} würde gewählt, wenn dort kein Empfang möglich wäre: {{others}}.',
    without: '{{point}} würde gewählt, wenn dies nicht zuträfe: {{reasons}}.',
    both: '{{point}} würde gewählt, wenn dort kein Empfang möglich wäre: {{others}}, und dies nicht zuträfe: {{reasons}}.',
    handicap: {
      closed: 'Zurzeit nicht erreichbar',
      'drill-failed': 'Hat ihre letzte Übung nicht beantwortet',
      'capability-not-full': 'Fähigkeit nicht als vollständig verzeichnet',
    },
  },
  'no-referrals':
    'Keine Übermittlung entspricht der Auswahl. Hier erscheinen Übermittlungen, die Ihre Behörde sendet, koordiniert oder empfängt.',
  'no-clarifications':
    'Für Sie liegen keine Rückfragen und keine Bitten um Zustimmung vor. Sie erscheinen hier, sobald ein Empfänger oder die koordinierende Behörde fragt.',
  column: { do: 'Antworten', asked: 'Anliegen' },
  asked: { question: 'Rückfrage', consent: 'Zustimmung zur Weiterleitung' },
  filter: {
    me: 'Ich',
    nobody: 'Niemand',
    left: 'Ausgeschiedene Person',
    open: 'Offen oder abgeschlossen',
    'is-open': 'Offen',
    'is-closed': 'Abgeschlossen oder gelöscht',
    relation: 'Unsere Rolle',
    country: 'Land eines Empfängers',
    breached: 'Eine Frist wurde versäumt',
    narrower:
      'Der Link, dem Sie gefolgt sind, schränkt diese Liste weiter ein, als die Felder zeigen. „Filter zurücksetzen“ zeigt alles.',
  },
  triage: {
    empty:
      'Keine Übermittlung wartet auf die Triage. Neue Übermittlungen erscheinen hier, sobald sie eingereicht sind.',
    'no-proposal': 'Die Regeln haben noch nichts vorgeschlagen.',
    accept: 'Vorschlag annehmen',
    change: 'Vorschlag ändern',
    nobody:
      'Keine Kontaktstelle in diesem Land kann die Übermittlung empfangen: {{country}}. Wenn Sie den Vorschlag annehmen, bleibt sie ohne Empfänger, bis die Aufsicht einen Empfänger bestimmt.',
    decide: 'Entscheiden',
    compare_one: 'Mögliche Dublette: mit der anderen Übermittlung vergleichen',
    compare_other: 'Mögliche Dublette: mit {{count}} anderen Übermittlungen vergleichen',
  },
  held: {
    countries: 'Kein Empfänger in',
    acts: 'Aktionen',
    supervisor: 'Die Aufsicht kann einen Empfänger bestimmen.',
    empty:
      'Keine Übermittlung ist ohne Empfänger. Eine Übermittlung erscheint hier, wenn keine Kontaktstelle sie empfangen kann oder der letzte Empfänger nicht antwortet.',
  },
  assign: {
    hint: 'Die Regeln der Zuleitung beurteilen jede Kontaktstelle. Sie können auch eine bestimmen, gegen die ein Grund spricht: Begründen Sie das.',
    another: 'Eine andere Kontaktstelle',
    'only-one': 'Wählen Sie nur eine Kontaktstelle: eine aus der Liste oder eine andere',
    'best-of-its-country': 'Geeignet: kommt in ihrem Land zuerst',
    'all-at-capacity': 'Ausgelastet wie jede geeignete Kontaktstelle ihres Landes',
  },
  compare: {
    title: '{{reference}} vergleichen',
    none: 'Keine Übermittlung, die Sie sehen dürfen, hat ein Aktenzeichen oder einen Hashwert mit dieser gemeinsam.',
    mark: '{{reference}} als Dublette von {{other}} kennzeichnen',
    fact: 'Vergleich',
    table: 'Übermittlungen im Vergleich',
    shared: 'Gemeinsame Werte',
    differs: 'abweichend',
    unstated: 'keine Angabe',
    first:
      'Vergleichen Sie diese Übermittlung unten mit {{other}}. Wenn sie eine Dublette ist, kennzeichnen Sie sie noch einmal als Dublette.',
    'nothing-shared': 'Sie haben weder Aktenzeichen noch Hashwert noch Datei gemeinsam.',
  },
  found: {
    reference: 'über das Aktenzeichen',
    'own-reference': 'über Ihr eigenes Aktenzeichen',
    origin: 'über ein Ursprungszeichen',
    hash: 'über einen Hashwert',
  },
};
