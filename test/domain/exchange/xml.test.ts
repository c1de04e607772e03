/** The XML reader accepts small well-formed documents, records the place of each element, and refuses the rest. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidReport } from '../../../domain/exchange/report-faults.ts';
import { readXml, XML_LIMITS } from '../../../domain/exchange/xml.ts';
import { examples } from '../../support/seeds.ts';

describe('a document is read', () => {
  test('with the place of every element, attribute and text', () => {
    const root = readXml('<a>\r\n  <b x="1"\r\n y="2">t&amp;u</b><!-- no --> z <![CDATA[<q>]]>\r\n</a>');
    expect(root).toMatchObject({ name: 'a', at: { line: 1, column: 1 }, textAt: { line: 3, column: 31 } });
    expect(root.text).toBe('\n   z <q>\n');
    expect(root.children).toMatchObject([
      {
        name: 'b',
        at: { line: 2, column: 3 },
        text: 't&u',
        textAt: { line: 3, column: 8 },
        attributes: [
          { name: 'x', value: '1', at: { line: 2, column: 6 } },
          { name: 'y', value: '2', at: { line: 3, column: 2 } },
        ],
      },
    ]);
  });

  test('with namespaces resolved and their declarations left out', () => {
    const root = readXml('<a xmlns:p="urn:x"><p:b p:c="1" d="2"/></a>');
    expect(root.attributes).toEqual([]);
    expect(root.children).toMatchObject([
      {
        name: 'b',
        namespace: 'urn:x',
        attributes: [
          { name: 'c', namespace: 'urn:x' },
          { name: 'd', namespace: '' },
        ],
      },
    ]);
  });

  test('with a declaration, a byte order mark and character references', () => {
    expect(readXml('\uFEFF<?xml version="1.0" encoding="utf-8" standalone="yes"?><a>&#65;&#x42;</a>').text).toBe('AB');
  });
});

const BILLION = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><r>&b;</r>`;

describe('a document is refused', () => {
  test.each([
    ['with a document type', '<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', 1, 'a document type is not allowed'],
    ['with entities of its own', BILLION, 1, 'a document type is not allowed'],
    ['with an entity nobody declared', '<r>\n&secret;</r>', 2, 'only the predefined entities are allowed'],
    ['with a processing instruction', '<r>\n<?run this?></r>', 2, 'a processing instruction is not allowed'],
    ['with a style sheet', '<?xml-stylesheet href="x"?><r/>', 1, 'a processing instruction is not allowed'],
    ['of XML 1.1', '<?xml version="1.1"?><r/>', 1, 'only XML 1.0 is accepted'],
    ['in another encoding', '<?xml version="1.0" encoding="EBCDIC"?><r/>', 1, 'the encoding is not known'],
    ['that does not close', '<r>\n<a>\n</r>', 3, 'the XML is not well-formed: unexpected close tag'],
    ['that says an attribute twice', '<r a="1" a="2"/>', 1, 'the XML is not well-formed: duplicate attribute'],
    ['with a prefix it never bound', '<r><p:a/></r>', 1, 'the XML is not well-formed: unbound namespace prefix'],
    ['with two roots', '<r/>\n<r/>', 2, 'the XML is not well-formed: documents may contain only one root'],
    ['with a control character', '<r>\u0001</r>', 1, 'the XML is not well-formed: disallowed character'],
    ['with half a character', '<r>\ud83d</r>', 1, 'the text contains an unpaired surrogate'],
    ['that is empty', '', 1, 'the XML is not well-formed: document must contain a root element'],
  ])('%s', (_, source, line, reason) => {
    expect(refusal(source)?.faults).toMatchObject([{ line, reason }]);
  });

  test.each([
    ['deep', '<r>'.repeat(XML_LIMITS.depth + 1), 'elements are nested more than 40 deep'],
    ['large', `<r>${'x'.repeat(XML_LIMITS.bytes)}</r>`, 'the file is larger than 2 MiB'],
    ['large in bytes', `<r>${'ж'.repeat(XML_LIMITS.bytes / 2)}</r>`, 'the file is larger than 2 MiB'],
    ['full of elements', `<r>${'<a/>'.repeat(XML_LIMITS.elements)}</r>`, 'more than 100000 elements'],
    ['full of attributes', `<r>${`<a ${attributes(20)}/>`.repeat(2_001)}</r>`, 'too many attributes in all'],
    ['with an element full of attributes', `<r ${attributes(33)}/>`, 'too many attributes'],
    ['with a long attribute', `<r a="${'x'.repeat(XML_LIMITS.attributeLength + 1)}"/>`, 'an attribute is too long'],
  ])('that is too %s', (_, source, reason) => {
    expect(refusal(source)?.faults).toMatchObject([{ reason }]);
  });

  test('with nothing of its content in the message, and never by any other error', () => {
    const bit = fc.constantFrom(
      '<a>',
      '</a>',
      '<geheim>',
      '</geheim>',
      '<geheim:a geheim="1" ',
      '<b x="',
      '"/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '<?',
      'geheim',
    );
    fc.assert(
      fc.property(fc.array(bit), (bits) => {
        expect(refusal(bits.join(''))?.message ?? '').not.toContain('geheim');
      }),
      { numRuns: examples(1_000) },
    );
  });
});

function refusal(source: string): InvalidReport | undefined {
  try {
    readXml(source);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidReport) return error;
    throw error;
  }
}

function attributes(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ');
}
