/** How recipients are found, in German. */

import type { RoutingWords } from '../vocabulary-words.ts';

export const routingWords: RoutingWords = {
  triageVerdict: {
    clear: 'Zuständigkeit eindeutig',
    tie: 'Mehrere Länder gleichauf',
    none: 'Zuständigkeit unklar',
  },
  openedBy: {
    route: 'nach den Regeln gewählt',
    replacement: 'als Ersatz',
    onward: 'durch Weiterleitung',
    override: 'von der Aufsicht bestimmt',
  },
  heldCause: {
    'no-recipient-found': 'kein Empfänger gefunden',
    'no-recipient-left': 'kein Empfänger übrig',
  },
  passedOver: {
    'best-of-its-country': 'Gewählt: erste geeignete Kontaktstelle ihres Landes',
    'all-at-capacity': 'Gewählt, obwohl ausgelastet: Alle geeigneten Kontaktstellen sind ausgelastet',
    'at-capacity': 'Ausgelastet',
    disabled: 'Gesperrt',
    'sender-itself': 'Ist die absendende Behörde',
    excluded: 'Von der absendenden Behörde ausgeschlossen',
    'already-tried': 'Hat die Übermittlung bereits erhalten',
    'not-on-chain': 'Nicht in der Ausweichkette des Landes: Nur die Aufsicht kann sie wählen',
    'lacks-capability': 'Hat die Fähigkeit nicht',
    'does-not-accept-kind': 'Nimmt diese Art nicht an',
    'no-common-language': 'Keine gemeinsame Sprache',
    'no-clearance': 'Nicht für den Handhabungscode freigegeben',
    'not-verified-recently': 'Kontaktdaten wurden länger nicht bestätigt',
    'needs-transfer-basis': 'Übermittlungsgrundlage fehlt',
    'hotline-for-removal-only': 'Meldestelle: nur zur Entfernung von Inhalten',
    'after-the-one-taken': 'Geeignet, aber eine andere Kontaktstelle geht vor',
  },
  nobodyFound: {
    'nobody-in-directory': 'Keine Kontaktstelle im Verzeichnis',
    'nobody-left': 'Keine geeignete Kontaktstelle übrig',
    'needs-transfer-basis': 'Übermittlungsgrundlage fehlt',
  },
};
