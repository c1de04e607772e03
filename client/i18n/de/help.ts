/** German: the help of each page. */

import type { help as english } from '../en/help.ts';
import type { Texts } from '../texts.ts';

export const help: Texts<typeof english> = {
  title: 'Hilfe',
  glossary: 'Glossar',
  lead: 'Die Begriffe dieser Seiten und der Benachrichtigungen, in allen Sprachen. Für jede Sache gibt es genau einen Begriff.',
  terms: 'Begriffe dieser Seite',
  term: 'Begriff',
  meaning: 'Bedeutung',
  'for-page': 'Wozu diese Seite dient',
  others: 'Hilfe zu Ihren Seiten',
  further: 'Hilfe zu weiteren Seiten',
  contact: 'Wenn Sie weitere Hilfe brauchen, wenden Sie sich an die Administration Ihrer Behörde.',
  shortcuts: 'Tastenkürzel',
  'new-tab': '(öffnet sich in einem neuen Tab)',
  names: {
    referral: 'Eine Übermittlung',
    act: 'Formulare einer Übermittlung',
    deadline: 'Wie eine Frist berechnet wird',
    timeline: 'Fristenverlauf einer Übermittlung',
    compare: 'Mögliche Dubletten vergleichen',
    extract: 'Eine Übermittlung herunterladen',
    search: 'Suche',
    'contact-point': 'Kontaktstelle',
  },
  pages: {
    waiting:
      'Zeigt alles, was Ihre Behörde jetzt erledigen muss, das Dringendste zuerst. Jede Zeile führt zum Formular der Aufgabe. Wählen Sie Zeilen aus, um den Eingang mehrerer Übermittlungen auf einmal zu bestätigen oder sie zuzuweisen.',
    referrals:
      'Zeigt die Übermittlungen Ihrer Behörde. Filter stehen in der Adresse, so dass eine Ansicht gespeichert und geteilt werden kann. Was sich seit Ihrem letzten Besuch geändert hat, ist markiert.',
    'new-referral':
      'Reicht eine Übermittlung in fünf Schritten oder aus einer Meldedatei ein. Jeder Schritt wird als Entwurf gespeichert. Vor dem Senden zeigt die Seite Fehler und nicht gelesene Teile der Datei.',
    triage:
      'Zeigt die Übermittlungen, die auf die Triage warten, mit Dringlichkeit und Ländern, die die Regeln vorschlagen. Eine Übermittlung ist neben der Liste offen. Nehmen Sie den Vorschlag an, ändern Sie ihn, stellen Sie eine Rückfrage, oder kennzeichnen Sie eine Dublette.',
    held: 'Zeigt Übermittlungen ohne Empfänger. Bestimmen Sie für jede eine Kontaktstelle, oder beenden Sie sie.',
    clarifications:
      'Zeigt die Rückfragen und Bitten um Zustimmung, die Ihre Behörde beantworten muss. Eine Frist des Empfängers kann bis zu Ihrer Antwort ausgesetzt sein.',
    inbox:
      'Zeigt die Übermittlungen an Ihre Behörde nach Fälligkeit. Wählen Sie Zeilen aus, um den Eingang mehrerer Übermittlungen gemeinsam zu bestätigen.',
    agency:
      'Zeigt die Kontaktstellen Ihrer Behörde: Adressen, Zeiten, Sprachen, Vertretungen und Fähigkeiten. Bestätigen Sie sie regelmäßig, denn die Regeln wählen danach Empfänger.',
    now: 'Zählt, was überfällig, gefährdet, ohne Empfänger oder ohne Antwort ist oder auf Genehmigung wartet. Jede Zahl führt zu ihrer Liste.',
    sla: 'Zeigt die laufenden Fristen jeder Übermittlung als Balken. Öffnen Sie eine Übermittlung, um alle Fristen auf einer Zeitachse zu sehen.',
    performance:
      'Zeigt nach Behörde, Land, Art und Monat, wie viele Übermittlungen fristgerecht beantwortet wurden und wie lange Antworten dauerten. Jede Zahl führt zu ihren Übermittlungen.',
    statistics:
      'Zeigt Ersuchen und Antworten nach Monaten, für Berichte an Behörden. Die Zahlen enthalten keine Angaben zum Fall.',
    network: 'Zeigt als Karte und Tabelle, was jedes Land leisten kann, und wo kein Empfänger gefunden wurde.',
    approvals:
      'Zeigt, was die Aufsicht entscheidet: Abschlüsse, Rücknahmen, niedrigere Dringlichkeiten, die Bestimmung von Empfängern und die Aufbewahrung. Jeder Eintrag enthält eine Zusammenfassung als Grundlage der Entscheidung.',
    audit:
      'Durchsucht das Protokoll nach Übermittlung, Person, Behörde, Vorgang und Zeit. Ein Beweis zeigt, dass das Protokoll nicht verändert wurde.',
    readings: 'Zeigt, wer wann und zu welchem Zweck Angaben zum Fall gelesen hat und was ungewöhnlich war.',
    erasures: 'Zeigt Löschungen und Löschsperren. Eine Löschung ist endgültig.',
    'data-subjects':
      'Findet die Übermittlungen zu einer Person, die Auskunft, Berichtigung oder Löschung verlangt, und hält die Entscheidung fest.',
    'log-alarms':
      'Zeigt Anzeichen, dass das Protokoll verändert wurde oder unvollständig ist. Prüfen Sie jeden Alarm, bevor Sie ihn bestätigen.',
    agencies:
      'Zeigt die Behörden des Verzeichnisses. Eine Änderung ist ein Vorschlag, bis eine zweite Person sie bestätigt.',
    people:
      'Zeigt Personen mit Rollen und Anmeldekonten. Beenden Sie hier die Sitzungen einer Person, wenn ein Konto verloren oder gestohlen ist.',
    proposals:
      'Zeigt Änderungen des Verzeichnisses, die auf Bestätigung warten. Vergleichen Sie den Stand vorher und nachher, und bestätigen Sie die Änderung oder lehnen Sie sie ab.',
    calendars:
      'Zeigt die Tage, an denen eine Behörde geschlossen ist. Fristen in Arbeitszeit laufen an diesen Tagen nicht.',
    registry: 'Zeigt, was jedes Land leisten kann, durch wen, und wann es zuletzt bestätigt wurde.',
    webhooks:
      'Sendet signierte Nachrichten über Änderungen an Systeme Ihrer Behörde und zeigt die Zustellungen. Eine fehlgeschlagene Zustellung kann wiederholt werden.',
    drills:
      'Sendet Testübermittlungen an Kontaktstellen und zeigt, wer den Eingang fristgerecht bestätigt hat. Übungen zählen nicht in der Statistik.',
    policies:
      'Zeigt Dauer, Warnungen und Folgen aller Fristen. Vor einem Vorschlag zeigt die Seite, wie er im letzten Monat gewirkt hätte.',
    reassign:
      'Zeigt die offenen Aufgaben von Personen, die ausgeschieden sind oder keine Rolle mehr haben, damit andere sie übernehmen.',
    absences:
      'Hält fest, wann Sie oder andere Personen Ihrer Behörde abwesend sind. Benachrichtigungen für die abwesende Person gehen dann auch an die Vertretung.',
    announcements: 'Kündigt eine geplante Wartung oder eine Störung der E-Mail an. Jede Seite zeigt das bis zum Ende.',
    settings:
      'Stellt Sprache, Zeitzone, Farben, Tagesübersicht und Eingangsbestätigungen ein und zeigt Ihre Sitzungen und die Tastenkürzel.',
    referral:
      'Zeigt eine Übermittlung, wie sie Ihrer Behörde offengelegt ist, mit den jetzt möglichen Aktionen. Nennen Sie einen Zweck, um die Angaben zum Fall zu lesen: Das wird aufgezeichnet.',
    act: 'Führt eine Aktion zu einer Übermittlung aus. Die Seite zeigt, worum es geht, und danach, was als Nächstes fällig ist. Hat jemand zuerst gehandelt, bleibt Ihr Text erhalten.',
    deadline:
      'Erklärt eine Frist Minute für Minute: Beginn, Aussetzungen, arbeitsfreie Tage, und auf welcher Grundlage sie endet.',
    timeline:
      'Zeigt alle Fristen einer Übermittlung auf einer Zeitachse: Aussetzungen, Warnungen, Verlängerungen, Antworten und arbeitsfreie Tage. Die Tabelle hat dieselben Daten; ein PDF kann heruntergeladen werden.',
    compare:
      'Zeigt eine Übermittlung neben möglichen Dubletten, und welche Nummern, Hashwerte und Dateien sie gemeinsam haben.',
    extract:
      'Lädt eine Übermittlung, wie sie Ihrer Behörde offengelegt ist, als PDF oder JSON herunter. Der Abruf wird mit seinem Zweck als Offenlegung aufgezeichnet.',
    search:
      'Findet Übermittlungen nach Aktenzeichen, eigenem Aktenzeichen, Ursprungszeichen oder Hashwert und Behörden nach einem Teil ihres Namens.',
    'contact-point':
      'Ändert eine Kontaktstelle: Adresse, Zeiten, Sprachen, Arten von Übermittlungen, Kapazität und Vertretung. Die Änderung ist ein Vorschlag, bis eine zweite Person sie bestätigt.',
  },
};
