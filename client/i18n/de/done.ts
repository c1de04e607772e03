/** German: what an act did, and what is due next. One sentence for each act and outcome. */

import type { done as english } from '../en/done.ts';
import type { Texts } from '../texts.ts';

export const done: Texts<typeof english> = {
  title: {
    done: 'Erledigt',
    requested: 'Erbeten',
    'no-recipient': 'Ohne Empfänger',
    'submitted-before': 'Bereits eingereicht',
  },
  next: 'Nächster Schritt: {{task}} ({{who}}, spätestens {{due}}).',
  submit: '{{reference}} wurde bei {{coordinator}} eingereicht. Dort folgt die Triage.',
  'submit-same':
    'Ihre Behörde hat denselben Inhalt schon früher als {{reference}} eingereicht. Es wurde nichts Neues eingereicht.',
  supplement:
    'Ihre Informationen zu {{reference}} wurden nachgereicht. Die koordinierende Behörde und die Empfänger werden benachrichtigt.',
  'submit-without-hashes':
    '{{reference}} wurde bei {{coordinator}} eingereicht. Hashwerte, die wegen der Grenze einer Übermittlung weggelassen wurden: {{hashes}}. Die Aufsicht bei {{coordinator}} kann die Grenze erhöhen. Fügen Sie die Hashwerte danach hinzu.',
  'supplement-without-hashes':
    'Ihre Informationen zu {{reference}} wurden nachgereicht. Hashwerte, die wegen der Grenze der Übermittlung weggelassen wurden: {{hashes}}. Die Aufsicht bei {{coordinator}} kann die Grenze erhöhen. Fügen Sie die Hashwerte danach erneut hinzu.',
  take: 'Sie bearbeiten {{reference}} jetzt für Ihre Behörde.',
  assign: '{{person}} bearbeitet {{reference}} jetzt für Ihre Behörde.',
  'set-own-reference': 'Das Aktenzeichen Ihrer Behörde für {{reference}} wurde eingetragen. Nur Ihre Behörde sieht es.',
  'add-note': 'Ihre Notiz zu {{reference}} wurde hinzugefügt. Nur Ihre Behörde sieht sie.',
  'take-back':
    'Ihre Aktion zu {{reference}} wurde zurückgenommen. Alle, die darüber benachrichtigt wurden, werden erneut benachrichtigt.',
  'taking-back': {
    button: 'Zurücknehmen: {{act}}',
    left: 'Zum Zurücknehmen:',
    act: 'Aktion, die zurückgenommen wird',
  },
  'ask-information': 'Ihre Rückfrage zu {{reference}} wurde an {{sender}} gesendet.',
  'answer-information': 'Ihre Antwort zu {{reference}} wurde erfasst. Die rückfragende Behörde wird benachrichtigt.',
  'answer-information-to-translate':
    'Ihre Antwort zu {{reference}} wurde erfasst. Ihre Behörde muss sie auch übersetzen, weil die rückfragende Behörde eine andere Sprache braucht.',
  'ask-translation':
    'Die Übersetzung zu {{reference}} wurde angefordert. Die Behörde, die übersetzen muss, wird benachrichtigt.',
  'deliver-translation': 'Die Übersetzung zu {{reference}} wurde erfasst. Die anfordernde Behörde wird benachrichtigt.',
  'record-oral-request': 'Das mündliche Ersuchen wurde festgehalten. {{sender}} muss es schriftlich bestätigen.',
  'confirm-oral-request':
    'Das mündliche Ersuchen zu {{reference}} wurde schriftlich bestätigt. Alle, die die Übermittlung haben, werden benachrichtigt.',
  'reject-at-intake':
    '{{reference}} wurde bei der Eingangsprüfung zurückgewiesen und ist abgeschlossen. {{sender}} wird benachrichtigt.',
  'mark-duplicate': '{{reference}} ist als Dublette von {{other}} abgeschlossen.',
  'file-informational': '{{reference}} ist abgeschlossen und zur Kenntnis abgelegt.',
  'complete-triage': {
    pending: 'Die Triage von {{reference}} ist abgeschlossen. Die Empfänger sind noch nicht gewählt.',
    'nobody-expected':
      'Die Triage von {{reference}} ist abgeschlossen, aber keine Kontaktstelle kann die Übermittlung empfangen in: {{countries}}. Sie bleibt ohne Empfänger, bis die Aufsicht einen Empfänger bestimmt.',
    unchanged: 'Die Triage von {{reference}} ist abgeschlossen. Es kam kein Empfänger hinzu.',
    referred: 'Die Triage von {{reference}} ist abgeschlossen. Gesendet an: {{points}}.',
    partly:
      'Die Triage von {{reference}} ist abgeschlossen. Gesendet an: {{points}}. Keine Kontaktstelle kann die Übermittlung empfangen in: {{countries}}. Die Aufsicht kann einen Empfänger bestimmen.',
    held: 'Die Triage von {{reference}} ist abgeschlossen, aber die Übermittlung ist ohne Empfänger: Keine Kontaktstelle kann sie empfangen. Die Aufsicht kann einen Empfänger bestimmen.',
  },
  'reopen-triage': 'Die Triage von {{reference}} ist wieder offen.',
  'assign-recipient': '{{reference}} wurde an {{point}} gesendet.',
  'set-lead':
    '{{recipient}} ist jetzt federführend für {{reference}} und wird benachrichtigt. Sein Ergebnis wird beim Abschluss verlangt.',
  'raise-hash-limit': 'Der Absender kann {{reference}} jetzt Hashwerte bis zur neuen Grenze hinzufügen.',
  'add-country': {
    pending: 'Land zu {{reference}} hinzugefügt: {{country}}. Der Empfänger ist noch nicht gewählt.',
    referred: 'Land zu {{reference}} hinzugefügt: {{country}}. Gesendet an: {{points}}.',
    nobody:
      'Land zu {{reference}} hinzugefügt: {{country}}. Dort kann keine Kontaktstelle die Übermittlung empfangen. Die Aufsicht kann einen Empfänger bestimmen.',
  },
  acknowledge: '{{recipient}} hat den Eingang von {{reference}} bestätigt.',
  accept: '{{recipient}} hat {{reference}} angenommen. {{sender}} wird benachrichtigt.',
  decline: {
    replaced: '{{recipient}} hat {{reference}} abgelehnt. Die Übermittlung geht an die nächste Kontaktstelle.',
    final:
      '{{recipient}} hat {{reference}} abgelehnt. Die absendende und die koordinierende Behörde werden benachrichtigt.',
  },
  extend: 'Die Frist von {{recipient}} für {{reference}} wurde verlängert.',
  'extend-preservation': 'Die Datensicherung durch {{recipient}} für {{reference}} wurde verlängert.',
  'report-preservation': 'Die gesicherten Daten wurden erfasst. {{sender}} muss ein Herausgabeersuchen bestätigen.',
  'confirm-production':
    'Das Herausgabeersuchen zu {{reference}} wurde erfasst. {{recipient}} wird benachrichtigt und bewahrt die Daten weiter auf.',
  'refer-onward': {
    asked:
      '{{reference}} wurde noch nicht weitergeleitet. {{sender}} wurde um Zustimmung zur Weiterleitung an {{point}} gebeten.',
    done: '{{reference}} wurde weitergeleitet und liegt nicht mehr bei {{recipient}}.',
  },
  'consent-onward': 'Ihre Behörde hat zugestimmt. {{reference}} wurde an {{point}} weitergeleitet.',
  'refuse-onward':
    'Ihre Behörde hat die Zustimmung verweigert. {{reference}} bleibt bei {{recipient}}. Der Empfänger wird benachrichtigt.',
  'report-outcome': {
    final:
      'Das endgültige Ergebnis zu {{reference}} wurde gemeldet. Die absendende und die koordinierende Behörde werden benachrichtigt.',
    interim:
      'Ein Zwischenergebnis zu {{reference}} wurde gemeldet. {{recipient}} behält die Übermittlung und meldet das endgültige Ergebnis später.',
  },
  'correct-outcome':
    'Das Ergebnis zu {{reference}} wurde berichtigt. Alle, die über das Ergebnis benachrichtigt wurden, werden erneut benachrichtigt.',
  recall: {
    chain:
      '{{reference}} wurde zurückgerufen. {{recipient}} und alle anderen in der Kette der Weiterleitungen sollen die Löschung bestätigen.',
    recalled: '{{reference}} wurde zurückgerufen. {{recipient}} soll die Löschung bestätigen.',
    held: '{{reference}} wurde zurückgerufen. {{recipient}} soll die Löschung bestätigen. Die Übermittlung ist jetzt ohne Empfänger. Die Aufsicht kann einen Empfänger bestimmen.',
  },
  'confirm-recall': '{{recipient}} hat die Löschung von {{reference}} bestätigt.',
  withdraw: {
    asked:
      '{{reference}} ist noch nicht zurückgenommen. Die Aufsicht bei {{coordinator}} muss die Rücknahme genehmigen.',
    closed: '{{reference}} ist zurückgenommen und abgeschlossen.',
  },
  'propose-closure':
    'Der Abschluss von {{reference}} wurde vorgeschlagen. Die Übermittlung bleibt offen, bis eine zweite Person der Aufsicht zustimmt.',
  'approve-closure': 'Der Abschluss wurde genehmigt. {{reference}} ist abgeschlossen.',
  'return-closure': {
    referred: 'Der Abschluss wurde nicht genehmigt. {{reference}} bleibt bei den Empfängern.',
    held: 'Der Abschluss wurde nicht genehmigt. {{reference}} ist ohne Empfänger. Die Aufsicht kann einen Empfänger bestimmen.',
  },
  reopen: '{{reference}} ist wieder offen und durchläuft die Triage.',
  link: '{{reference}} ist mit {{other}} verknüpft.',
  erase: 'Die Angaben zum Fall {{reference}} sind gelöscht. Sie können nicht mehr gelesen werden.',
  'order-erasure': 'Die Löschung von {{reference}} wurde angeordnet. Die Aufsicht bei {{coordinator}} entscheidet.',
  retain: '{{reference}} wird bis zur nächsten Prüfung aufbewahrt.',
  'place-legal-hold': 'Für {{reference}} gilt eine Löschsperre. Bis zu ihrer Aufhebung wird nichts gelöscht.',
  'lift-legal-hold': 'Die Löschsperre für {{reference}} ist aufgehoben.',
  'confirm-erasure': '{{recipient}} hat die Löschung der eigenen Kopien von {{reference}} bestätigt.',
};
