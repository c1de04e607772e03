/** Every error of a document is reported, with its place, its element and the expected content. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validate } from '../../../../domain/exchange/cybertipline/validate.ts';
import { describeFault } from '../../../../domain/exchange/report-faults.ts';
import { readXml } from '../../../../domain/exchange/xml.ts';
import { mistakenDocument, toXml } from './documents.ts';
import { report } from './oddities.ts';

const faultsOf = (xml: string) => validate(readXml(xml)).map(({ path, reason }) => `${path}: ${reason}`);

describe('a fault is named', () => {
  test.each([
    ['a missing element', '<report/>', 'report: expected incidentSummary, which is missing'],
    [
      'an element too early',
      report({ start: '<victim><victimPerson/></victim>' }),
      'report: expected incidentSummary before victim',
    ],
    ['an element too late', report({ end: '<batchedReport reason="VIRAL_POTENTIAL_MEME"/>' }), /is out of order/],
    [
      'an element twice',
      report({ end: '<additionalInfo/><additionalInfo/>' }),
      /additionalInfo may occur only once here/,
    ],
    [
      'an unknown element',
      report({ end: '<adress/>' }),
      'report: this element is not known here; expected personOrUserReported, intendedRecipient, victim or additionalInfo',
    ],
    ['no kind of incident', report({ details: ' ' }), /expected one of webPageIncident, .* or peer2peerIncident/],
    ['two kinds of incident', report({ details: '<webPageIncident/><chatImIncident/>' }), /may occur only once here/],
    ['an unknown attribute', report({ attributes: 'id="7"' }), 'report: this attribute is not known here'],
    [
      'a missing attribute',
      report({ start: '<batchedReport/>' }),
      'report/batchedReport: expected the attribute reason',
    ],
    [
      'a wrong attribute',
      report({ start: '<batchedReport reason="FUN"/>' }),
      'report/batchedReport/@reason: expected VIRAL_POTENTIAL_MEME',
    ],
    ['text among elements', report({ end: 'words' }), 'report: text is not allowed here, only elements'],
    [
      'an element inside text',
      report({ end: '<additionalInfo><b/></additionalInfo>' }),
      'report/additionalInfo: elements are not allowed here, only text',
    ],
    [
      'a false annotation',
      report({ annotations: annotations('<spam>false</spam>') }),
      /spam: expected nothing, or true/,
    ],
    ['a number cut short', report({ details: latitude('1e') }), /latitude: expected a number$/],
    ['another root', '<html/>', ': expected the root element to be report or fileDetails'],
    ['another namespace', '<report xmlns="urn:x"/>', /the root element report is in a namespace.* Remove its xmlns/],
  ])('%s', (_, xml, fault) => {
    expect(faultsOf(xml).join('\n')).toMatch(fault);
  });

  test('with line and column, all of them in the order of the document', () => {
    const xml = `<report>
  <incidentSummary>
    <incidentType>Fun</incidentType>
    <incidentDateTime>yesterday</incidentDateTime>
  </incidentSummary>
  <victim verified="maybe"/>
  <victim>
    <victimPerson><age>ten</age></victimPerson>
  </victim>
</report>`;
    expect(validate(readXml(xml)).map(describeFault)).toEqual([
      expect.stringMatching(/^line 3, column 5, report\/incidentSummary\/incidentType: expected one of: Child Porn/),
      'line 4, column 5, report/incidentSummary/incidentDateTime: expected a date and time such as 2024-02-29T09:30:00Z',
      'line 6, column 3, report: expected reporter before victim',
      'line 6, column 3, report/victim[1]: expected victimPerson, which is missing',
      'line 6, column 11, report/victim[1]: this attribute is not known here',
      'line 8, column 19, report/victim[2]/victimPerson/age: expected a whole number of 32 bits',
    ]);
  });

  test('up to fifty times', () => {
    expect(validate(readXml(report({ end: '<victim/>'.repeat(80) })))).toHaveLength(50);
  });

  test('without the content of the document', () => {
    fc.assert(
      fc.property(mistakenDocument(), fc.constantFrom('geheim', 'Ge-Heim 7'), (draft, secret) => {
        const spoken = JSON.parse(JSON.stringify(draft).replaceAll('words', secret).replaceAll('yes', secret));
        expect(
          validate(readXml(toXml(spoken)))
            .map(describeFault)
            .join('\n'),
        ).not.toContain(secret);
      }),
    );
  });

  test.each([
    ['of an element', report({ end: '<geheim/>' })],
    ['of an attribute', report({ attributes: 'geheim="1"' })],
    ['of an element that contains a fault', report({ end: '<geheim><victim geheim="1"/></geheim>' })],
    ['of the root element', '<geheim><inner/></geheim>'],
  ])('without an unknown name %s', (_, xml) => {
    const faults = faultsOf(xml);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join()).not.toContain('geheim');
  });
});

function annotations(inside: string): string {
  return `<reportAnnotations>${inside}</reportAnnotations>`;
}

function latitude(text: string): string {
  return `<cellPhoneIncident><latitude>${text}</latitude></cellPhoneIncident>`;
}
