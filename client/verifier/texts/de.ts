/** German texts of the verifier. */

import type { VerifierTexts } from './verifier-texts.ts';

export const de: VerifierTexts = {
  title: 'Beweispaket prüfen',
  intro: 'Diese Seite prüft die Datei auf diesem Gerät. Sie sendet nichts und braucht keine Verbindung.',
  file: 'Beweispaket oder Konsistenzbeweis',
  key: 'Öffentliche Schlüssel des Protokolls und seiner Zeugen',
  keyHint:
    'Ein Schlüssel je Zeile, aus einer vertrauenswürdigen Quelle und nicht von der Person, die Ihnen die Datei gab.',
  verify: 'Prüfen',
  proved: 'Das Beweispaket ist gültig.',
  notProved: 'Das Beweispaket ist NICHT gültig.',
  proves: {
    referral: 'Das Protokoll {origin} enthält diese {count} Ereignisse der Übermittlung {referral}.',
    unchanged:
      'Zeit, Ereignis, Behörde und Statuswechsel jedes Ereignisses sind die, die im Protokoll versiegelt wurden.',
    signed: 'Das Protokoll wurde von {keys} signiert, als es {size} Einträge hatte.',
    witnessed:
      '{witness} hat das Protokoll am {time} gegengezeichnet: Seither konnten diese Ereignisse nicht unbemerkt geändert werden.',
    order: 'Die Ereignisse stehen im Protokoll in der Reihenfolge der Liste.',
  },
  erasure:
    'Die Übermittlung {referral} wurde am {time} gelöscht ({ground}). Vernichtet: Schlüssel {keys}, Texte {texts}, Prüfsummen {digests}, eigene Aktenzeichen {references}.',
  erasureGrounds: {
    'retention-ended': 'Ende der Aufbewahrungsfrist',
    'sender-order': 'auf Anordnung des Absenders',
    'supervisor-order': 'auf Anordnung der Aufsicht',
  },
  leavesOpen: {
    true: 'Nicht bewiesen ist, dass der Inhalt der Ereignisse wahr ist. Bewiesen ist, was aufgezeichnet wurde.',
    complete:
      'Nicht bewiesen ist, dass dies alle Ereignisse sind: Weitere sind für die Person, die die Datei erstellt hat, möglicherweise nicht sichtbar.',
    persons:
      'Personen anderer Behörden werden nicht gezeigt. Ihre Namen sind im Protokoll versiegelt; ein Gericht kann sie öffnen lassen.',
    made: 'Nicht bewiesen ist, für wen und wann die Datei erstellt wurde. Die Datei nennt: für {agency}, am {time}.',
    unwitnessed:
      'Kein Zeuge hat gegengezeichnet. Der Betreiber des Protokolls hätte allein ein anderes Protokoll erstellen können.',
  },
  provesTitle: 'Was bewiesen ist',
  leavesOpenTitle: 'Was nicht bewiesen ist',
  faultsTitle: 'Was nicht stimmt',
  places: {
    start: 'am Anfang der Datei',
    header: 'im Kopf der Datei',
    event: 'in Ereignis {number}',
    hash: 'in Hashwert {number}',
    hashes: 'in der Liste der Hashwerte',
    checkpoint: 'im Prüfpunkt oder seinen Signaturen',
    end: 'am Ende der Datei',
  },
  faults: {
    damaged: 'Die Datei wurde verändert oder beschädigt: {place}, ab Byte {byte}.',
    'checkpoint-malformed': 'Der Prüfpunkt kann nicht gelesen werden. {reason}',
    'other-log': 'Der Prüfpunkt gehört zu einem anderen Protokoll: {origin}.',
    'not-signed': 'Keiner der angegebenen Schlüssel hat den Prüfpunkt signiert.',
    'invalid-signature': 'Die Signatur von {key} ist ungültig: Der Prüfpunkt oder die Signatur wurde verändert.',
    'too-few-witnesses': '{found} Zeugen haben den Prüfpunkt gegengezeichnet; {quorum} sind erforderlich.',
    'no-events': 'Die Datei enthält keine Ereignisse. Sie beweist nichts über die Übermittlung, die sie nennt.',
    order: 'Ereignis {number} steht an falscher Stelle oder hinter dem Ende des Protokolls.',
    'not-in-log':
      'Ereignisse und Hashwerte führen nicht zum signierten Protokoll: Ein Ereignis, ein Hashwert oder die Reihenfolge wurde verändert.',
  },
  consistency: {
    proved: 'Die Datei ist ein Konsistenzbeweis und gültig.',
    notProved: 'Die Datei ist ein Konsistenzbeweis und NICHT gültig.',
    proves: {
      continues:
        'Das Protokoll {origin} mit {size} Einträgen beginnt mit dem Protokoll von {first} Einträgen: Darin wurde nichts geändert, entfernt oder eingefügt.',
      witnessed: '{witness} hat das Protokoll von {size} Einträgen am {time} gegengezeichnet.',
    },
    leavesOpen: {
      true: 'Nicht bewiesen ist, dass der Inhalt der Einträge wahr ist. Bewiesen ist, dass sie nicht geändert wurden.',
      events: 'Nicht bewiesen ist, was das Protokoll über eine Übermittlung sagt. Dafür gibt es das Beweispaket.',
      later: 'Über Einträge nach den ersten {size} sagt der Beweis nichts.',
    },
    which: { first: 'Älterer Prüfpunkt', second: 'Neuerer Prüfpunkt' },
    faults: {
      malformed: 'Die Datei wurde verändert oder beschädigt. {reason}',
      'wrong-order': 'Der ältere Prüfpunkt hat {first} Einträge, mehr als der neuere mit {second}.',
      'not-consistent':
        'Die Hashwerte führen nicht von {first} zu {second} Einträgen: Ein Hashwert wurde verändert, oder das Protokoll wurde verzweigt.',
    },
  },
  events: 'Ereignisse',
  columns: {
    ...{ number: 'Nr.', position: 'Eintrag im Protokoll', at: 'Zeit (UTC)', event: 'Ereignis' },
    ...{ agency: 'Behörde', person: 'Person', change: 'Änderung' },
  },
  byRule: 'nach den Regeln',
  noFile: 'Wählen Sie ein Beweispaket oder einen Konsistenzbeweis.',
  noKey: 'Der Schlüssel kann nicht gelesen werden. {reason}',
};
