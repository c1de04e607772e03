/** German: documents that are downloaded, and the texts at the bars of deadlines. */

import type { documents as english } from '../en/documents.ts';
import type { Texts } from '../texts.ts';

/** Texts of documents. */
export const documents: Texts<typeof english> = {
  bar: {
    'must-act': 'Muss handeln: {{agency}}',
    'had-to-act': 'Musste handeln: {{agency}}',
    start: 'Beginn {{at}}',
    due: 'Fällig {{at}}',
    late: '{{event}} {{at}}, {{time}} verspätet',
    'in-time': '{{event}} {{at}}, fristgerecht',
    overdue: 'Nicht beantwortet, um {{time}} überfällig',
    left: 'Noch {{time}} Zeit',
    warned: 'gewarnt bei {{percent}}',
    warns: 'Warnung bei {{percent}}',
    paused: 'Ausgesetzt vom {{from}} bis zum {{to}}: {{reason}}',
    'paused-since': 'Ausgesetzt seit dem {{from}}: {{reason}}',
    closed: 'Schließtage: {{days}}',
  },
  axis: 'Zeiten in {{zone}}, vom {{from}} bis zum {{to}}',
  lane: 'Ereignisse (Nummern der Liste)',
  events: 'Ereignisse',
  summary_one: 'Eine Frist. Verspätet beendet: {{late}}. Überfällig: {{overdue}}.',
  summary_other: '{{count}} Fristen. Verspätet beendet: {{late}}. Überfällig: {{overdue}}.',
  marks: '{{first}}; {{second}}',
  imprint: {
    made: 'Erstellt am {{at}} von {{name}}, {{agency}}.',
    policy: 'Fassung der Fristregeln: {{versions}}.',
    checkpoint: 'Prüfpunkt des Protokolls {{origin}}: {{size}} Einträge, Wurzel {{root}}, signiert am {{at}}.',
    'no-checkpoint': 'Das Protokoll hat noch keinen Prüfpunkt.',
  },
  sla: {
    lead: 'Die Fristen dieser Übermittlung und ihre Berechnung, für eine Akte oder ein Gericht. Das Dokument enthält keine Angaben zum Fall. Das Protokoll hält den Abruf fest.',
    heading: 'Fristen herunterladen',
    language: 'Sprache des Dokuments',
    download: 'Als PDF herunterladen',
  },
  dossier: {
    title: 'Auszug aus {{reference}}',
    heading: 'Auszug',
    link: 'Auszug als PDF oder JSON herunterladen',
    lead: 'Der Auszug enthält, was Sie von dieser Übermittlung sehen: Zusammenfassung, Empfänger, Fristen und Verlauf. Er trägt den Handhabungscode auf jeder Seite, Ihren Namen und die Zeit. Das Protokoll hält den Abruf als Offenlegung fest.',
    format: 'Format',
    pdf: 'PDF, für eine Akte oder ein Gericht',
    json: 'JSON, für ein Vorgangsbearbeitungssystem',
    without: 'Ohne Angaben zum Fall',
    download: 'Auszug herunterladen',
    fact: 'Feld',
    value: 'Wert',
    foot: '{{reference}}, Seite {{page}} von {{pages}}',
  },
  recorded: {
    'sla-timeline': 'Fristen als {{format}} heruntergeladen',
    dossier: 'Auszug als {{format}} heruntergeladen',
  },
  proof: {
    lead: 'Ein Beweispaket ist eine Datei mit den Ereignissen dieses Verlaufs. Sie beweist vor Gericht, dass die Ereignisse in dieser Reihenfolge aufgezeichnet und seither nicht geändert wurden. Es enthält keine Angaben zum Fall. Das Protokoll hält fest, dass Sie es erstellen.',
    verifier: 'Die Seite herunterladen, die ein Beweispaket ohne Verbindung prüft',
    make: 'Beweispaket erstellen',
  },
};
