/** Elements that the schema lacks do not refuse a report: they are kept as particulars and listed. Strict reading refuses. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { validate } from '../../../../domain/exchange/cybertipline/validate.ts';
import { readXml } from '../../../../domain/exchange/xml.ts';
import { examples } from '../../../support/seeds.ts';
import { type Draft, mistakenDocument, toXml, validDocument } from './documents.ts';
import { report } from './oddities.ts';
import { SCHEMAS, schemaVerdict } from './schema-file.ts';

describe('an element that the schema lacks', () => {
  test.each([
    ['with text', '<moodBoard>dark</moodBoard>', 'report/victim/moodBoard', 'dark'],
    ['without content', '<isUrgent/>', 'report/victim/isUrgent', 'present'],
    ['with an attribute', '<mood level="7"/>', 'report/victim/mood/@level', '7'],
    ['with elements', '<mood><a>x</a><a>y</a></mood>', 'report/victim/mood/a[2]', 'y'],
    ['with text and elements', '<mood>dark <b>very</b></mood>', 'report/victim/mood', 'dark'],
    ['of another namespace', '<x:mood xmlns:x="urn:x">dark</x:mood>', 'report/victim/mood', 'dark'],
    [
      'that it has elsewhere',
      '<vehicleDescription>blue</vehicleDescription>',
      'report/victim/vehicleDescription',
      'blue',
    ],
    ['with an unusual name', '<секрет>dark</секрет>', 'report/victim/?', 'dark'],
  ])('%s is kept and listed', (_, element, path, value) => {
    const { submission, loss, schema } = readCyberTipline(
      report({ end: `<victim><victimPerson/>${element}</victim>` }),
    );
    expect(submission.particulars).toContainEqual({ label: path, value });
    expect(loss).toContainEqual({ path, line: 5, reason: 'not-in-schema' });
    expect(schema).toBe('2025-11');
  });

  test('may be a new kind of incident', () => {
    const { loss } = readCyberTipline(report({ details: '<socialMediaIncident><feed>x</feed></socialMediaIncident>' }));
    expect(loss).toContainEqual(
      expect.objectContaining({ path: 'report/internetDetails/socialMediaIncident/feed', reason: 'not-in-schema' }),
    );
  });

  test('and an unknown attribute are listed, and a reference to a schema is not', () => {
    const { loss } = readCyberTipline(report({ attributes: 'version="2" xsi:noNamespaceSchemaLocation="report.xsd"' }));
    expect(loss.slice(0, 2)).toEqual([
      { path: 'report/@version', line: 1, reason: 'not-in-schema' },
      { path: 'report/@noNamespaceSchemaLocation', line: 1, reason: 'no-place-in-model' },
    ]);
  });

  test('is refused by strict reading', () => {
    const xml = report({ end: '<victim><victimPerson/><mood/></victim>' });
    expect(() => readCyberTipline(xml, { isStrict: true })).toThrow(
      expect.objectContaining({
        code: 'INVALID_REPORT',
        message: expect.stringContaining('this element is not known here'),
      }),
    );
  });

  test.each([
    ['a missing element', report({}).replace(/<reporter>.*<\/reporter>/, '<mood/>')],
    ['a wrong value', report({ end: '<victim><victimPerson><age>ten</age><mood/></victimPerson></victim>' })],
    ['text among elements', report({ end: 'words<mood/>' })],
    ['two kinds of incident', report({ details: '<webPageIncident/><chatImIncident/><mood/>' })],
  ])('does not excuse %s', (_, xml) => {
    expect(() => readCyberTipline(xml)).toThrow(expect.objectContaining({ code: 'INVALID_REPORT' }));
  });
});

describe('an element of a newer edition', () => {
  test('is no unknown element', () => {
    const person = '<victimPerson><ageAssertionDiscrepancy>1</ageAssertionDiscrepancy></victimPerson>';
    const annotations =
      '<reportAnnotations><informational/><potentialAggravatingFactors/><instrumentalUse/></reportAnnotations>';
    const { submission, loss } = readCyberTipline(report({ annotations, end: `<victim>${person}</victim>` }));
    expect(loss.filter(({ reason }) => reason === 'not-in-schema')).toEqual([]);
    expect(submission.particulars).toContainEqual({
      label: 'report/victim/victimPerson/ageAssertionDiscrepancy',
      value: '1',
    });
  });
});

describe.each(SCHEMAS)('mutants judged by libxml2 with the schema of %s', (_, schema) => {
  const theirs = schemaVerdict(schema);
  const isValid = (xml: string) =>
    theirs(xml).filter((line) => !line.includes("value '1' does not match the fixed")).length === 0;
  const accepts = (xml: string) => validate(readXml(xml), 'lenient').length === 0;

  test('lenient reading accepts what libxml2 accepts, and with unknown elements put in', () => {
    fc.assert(
      fc.property(validDocument(), fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (draft, places) => {
        const xml = toXml(draft);
        expect({ libxml2: isValid(xml), ours: accepts(xml) }).toEqual({ libxml2: true, ours: true });
        const mutant = toXml(places.reduce(withUnknown, structuredClone(draft)));
        expect({ libxml2: isValid(mutant), ours: accepts(mutant) }).toEqual({ libxml2: false, ours: true });
      }),
      { numRuns: examples(200) },
    );
  });

  test('what lenient reading refuses, libxml2 refuses', () => {
    fc.assert(
      fc.property(mistakenDocument(), (draft) => {
        const xml = toXml(draft);
        if (!accepts(xml)) expect(isValid(xml)).toBe(false);
      }),
      { numRuns: examples(1_000) },
    );
  });

  test('no text of an unknown element is lost', () => {
    fc.assert(
      fc.property(validDocument(), fc.nat(), (draft, place) => {
        const { submission, loss } = readCyberTipline(toXml(withUnknown(structuredClone(draft), place)));
        expect(submission.particulars.map(({ value }) => value)).toContain('a thing never heard of');
        expect(loss.map(({ reason }) => reason)).toContain('not-in-schema');
      }),
      { numRuns: examples(200) },
    );
  });
});

/** The draft with an unknown element in one of its elements. */
function withUnknown(draft: Draft, place: number): Draft {
  const all: Draft[] = [];
  const visit = (node: Draft) => {
    all.push(node);
    node.children.forEach(visit);
  };
  visit(draft);
  const parent = all[place % all.length] ?? draft;
  const unknown = { name: 'unheardOf', attributes: [], children: [], text: 'a thing never heard of' };
  parent.children.splice(place % (parent.children.length + 1), 0, unknown);
  return draft;
}
