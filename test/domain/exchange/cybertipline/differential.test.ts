/** Our validation agrees with a real validator, for thousands of generated documents. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validate } from '../../../../domain/exchange/cybertipline/validate.ts';
import { describeFault } from '../../../../domain/exchange/report-faults.ts';
import { readXml } from '../../../../domain/exchange/xml.ts';
import { examples } from '../../../support/seeds.ts';
import { mistakenDocument, textFor, toXml, validDocument, WRONG } from './documents.ts';
import { ODDITIES, report } from './oddities.ts';
import { isSchemaAtHand, recorded, SCHEMAS, schemaVerdict } from './schema-file.ts';

const files = new URL('../files/', import.meta.url);

const ours = (xml: string) => validate(readXml(xml)).map(describeFault);

describe.each(SCHEMAS)('against libxml2 with the schema of %s', (_, schema) => {
  const verdict = schemaVerdict(schema);
  // It compares a fixed value as text: by the standard, 1 is the true that is asked for.
  const theirs = (xml: string) => verdict(xml).filter((line) => !line.includes("value '1' does not match the fixed"));

  /** Refused or taken by both; the faults stand beside each other where they differ. */
  function expectAgreement(xml: string): void {
    const verdicts = { ours: ours(xml), theirs: theirs(xml) };
    const agree = (verdicts.ours.length === 0) === (verdicts.theirs.length === 0);
    expect(agree, JSON.stringify(verdicts)).toBe(true);
  }

  test('documents made from our table are valid for both', () => {
    fc.assert(
      fc.property(validDocument(), (draft) => {
        const xml = toXml(draft);
        expect({ ours: ours(xml), theirs: theirs(xml) }).toEqual({ ours: [], theirs: [] });
      }),
      { numRuns: examples(400) },
    );
  });

  test('documents with mistakes are refused by both, or by none', () => {
    fc.assert(
      fc.property(mistakenDocument(), (draft) => expectAgreement(toXml(draft))),
      { numRuns: examples(2_000) },
    );
  });

  test.each(['boolean', 'int', 'long', 'double', 'date', 'dateTime'] as const)(
    'texts are a %s for both, or for none',
    (type) => {
      const piece = fc.constantFrom(
        ...'0123456789+-.:TZeE \n'.split(''),
        '2024-02-29',
        'T24:00:00',
        'INF',
        'true',
        '14:00',
      );
      const text = fc.oneof(
        textFor(type),
        fc.constantFrom(...WRONG),
        fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
      );
      fc.assert(
        fc.property(text.filter(isReadRightByLibxml2), (each) => expectAgreement(holding(type, each))),
        { numRuns: examples(1_000) },
      );
    },
  );

  test.each(ODDITIES)('%s', (xml) => expectAgreement(xml));

  test.each(readdirSync(files))('our own %s', (name) => {
    const xml = readFileSync(new URL(name, files), 'utf8');
    expect({ ours: ours(xml), theirs: theirs(xml) }).toEqual({ ours: [], theirs: [] });
  });
});

describe.skipIf(!isSchemaAtHand)('recorded at the receiver', () => {
  test('a report that it took is taken', () => {
    expect(ours(recorded('recorded-2016.xml'))).toEqual([]);
  });

  test.each([
    ['invalid-no-incident-summary.xml', 'line 1, column 171, report: expected incidentSummary before reporter'],
    [
      'invalid-no-incident-time.xml',
      'line 1, column 171, report/incidentSummary: expected incidentDateTime, which is missing',
    ],
  ])('%s, which it refused, is refused for the same reason', (name, fault) => {
    expect(ours(recorded(name))).toEqual([fault]);
  });
});

/** It takes `1e` for a double, and white space around NaN and dates for a fault; the standard says otherwise. */
function isReadRightByLibxml2(text: string): boolean {
  return !/[eE][+-]?\s*$/.test(text) && text.trim() === text;
}

type Lexical = 'boolean' | 'int' | 'long' | 'double' | 'date' | 'dateTime';

/** A document that is valid where `text` is a value of the type. */
function holding(type: Lexical, text: string): string {
  const file = (reportId: string, rest: string) =>
    `<fileDetails><reportId>${reportId}</reportId><fileId>f</fileId>${rest}</fileDetails>`;
  const holders: Record<Lexical, () => string> = {
    long: () => file(text, ''),
    dateTime: () => file('1', `<uploadedToEspTimestamp>${text}</uploadedToEspTimestamp>`),
    boolean: () => file('1', `<fileViewedByEsp>${text}</fileViewedByEsp>`),
    int: () => file('1', `<ipCaptureEvent><ipAddress/><port>${text}</port></ipCaptureEvent>`),
    date: () => report({ end: `<victim><victimPerson><dateOfBirth>${text}</dateOfBirth></victimPerson></victim>` }),
    double: () => report({ details: `<cellPhoneIncident><latitude>${text}</latitude></cellPhoneIncident>` }),
  };
  return holders[type]();
}
