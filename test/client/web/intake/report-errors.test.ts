/** Errors of a report file in the language of the officer, with the names and examples of the format. */

import { expect, test } from 'vitest';
import { translatorFor } from '../../../../client/i18n/i18n.ts';
import { reportError } from '../../../../client/web/intake/report-errors.ts';
import { refusingFaults } from '../../../../domain/exchange/cybertipline/own-schema.ts';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { InvalidReport } from '../../../../domain/exchange/report-faults.ts';
import { LANGUAGES } from '../../../../domain/words/languages.ts';

const german = translatorFor('de');

function faultsOf(xml: string): string[] {
  try {
    readCyberTipline(xml, { isStrict: true });
    return [];
  } catch (error) {
    if (error instanceof InvalidReport) return error.faults.map(({ reason }) => reportError(reason, german) ?? reason);
    throw error;
  }
}

test.each([
  ['<html/>', 'das Wurzelelement muss report oder fileDetails sein'],
  ['<report/>', 'es fehlt: incidentSummary'],
  ['<report xmlns="urn:x"/>', 'das Wurzelelement report gehört zu einem Namensraum'],
  ['<report id="7"/>', 'dieses Attribut ist hier nicht bekannt'],
  ['<report>t</report>', 'hier ist kein Text erlaubt, nur Elemente'],
  ['<report><incidentSummary/><incidentSummary/></report>', 'incidentSummary darf hier nur einmal stehen'],
  ['<report><adress/></report>', 'dieses Element ist hier nicht bekannt; erwartet: '],
  ['<report', 'das XML ist nicht wohlgeformt ('],
  ['<!DOCTYPE report><report/>', 'Dokumenttypen, Verarbeitungsanweisungen und eigene Entitäten sind nicht erlaubt'],
  [`<report>${'x'.repeat(2 ** 21)}</report>`, 'die Datei ist größer als 2 MiB'],
])('error %# of a file names the elements of its format', (xml, text) => {
  expect(faultsOf(xml).join('; ')).toContain(text);
});

test.each([
  ['expected one of a, b or c before d', 'a, b oder c muss vor d stehen'],
  ['expected VIRAL_POTENTIAL_MEME', 'erwartet: VIRAL_POTENTIAL_MEME'],
  ['expected one of: A1 | A2', 'erwartet: A1 | A2'],
  [
    'expected one of the 40 codes of the schema, such as XX',
    'erwartet: einer der 40 Codes des Schemas, zum Beispiel XX',
  ],
  ['expected a date and time such as 2024-02-29T09:30:00Z', 'erwartet: Datum und Uhrzeit wie 2024-02-29T09:30:00Z'],
  ['expected a whole number of 32 bits', 'erwartet: eine ganze Zahl mit 32 Bit'],
])('%s', (reason, text) => {
  expect(reportError(reason, german)).toBe(text);
});

test.each(['not-in-schema', 'incomplete', 'wrong-value'] as const)(
  'a fault by the schema of an operator: %s',
  (kind) => {
    const schema = { name: 'own.xsd', faults: () => [], declares: () => true, hasWildcards: false };
    const [fault] = refusingFaults(schema, [{ line: 1, element: 'report', kind }], true);
    expect(reportError(fault?.reason ?? '', german)).toContain('Schema own.xsd');
  },
);

test('the name of a missing attribute is in each language', () => {
  for (const language of LANGUAGES) {
    expect(reportError('expected the attribute reason', translatorFor(language))).toContain('reason');
  }
});

test('an error without a translation is undefined', () => {
  expect(reportError('something new', german)).toBeUndefined();
});
