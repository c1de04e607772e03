/** The format of a file is detected from its content: a report, a referral, or an unsupported format. */

import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../domain/exchange/detect-format.ts';
import { readXml } from '../../../domain/exchange/xml.ts';
import { FILES } from '../guard/files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a file is recognised', () => {
  test.each(['<report/>', '  \r\n<?xml version="1.0"?><report/>', '\uFEFF<report/>'])('as a report: %j', (text) => {
    expect(detectFormat(text)).toMatchObject({ form: 'cybertipline' });
    expect(detectFormat(utf8(text))).toMatchObject({ form: 'cybertipline' });
  });

  test('as a referral, when it is a JSON object', () => {
    expect(detectFormat(utf8(' {"kind": "case-referral"}'))).toEqual({
      form: 'referral',
      value: { kind: 'case-referral' },
    });
  });
});

describe('a report is read in the encoding', () => {
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><report>Zoë €5</report>`;
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const latin = (text: string) => Buffer.from(text.replace('€', '\u0080'), 'latin1');

  test.each([
    ['UTF-8', utf8(declared('utf-8'))],
    ['UTF-8, misspelled', utf8(declared('utf8'))],
    ['UTF-8, although it declares another one', utf8(declared('iso-8859-1'))],
    ['windows-1252', latin(declared('windows-1252'))],
    ['ISO-8859-1', latin(declared('ISO-8859-1'))],
    ['UTF-16 with a byte order mark', utf16(`\uFEFF${declared('utf-16')}`)],
    ['UTF-16 without one', utf16(declared('utf-16'))],
    ['UTF-16, big end first', utf16(`\uFEFF${declared('utf-16')}`).swap16()],
  ])('%s', (_, bytes) => {
    const read = detectFormat(new Uint8Array(bytes));
    expect(read.form === 'cybertipline' && readXml(read.xml).text).toBe('Zoë €5');
  });
});

describe('a file is refused', () => {
  test.each([
    ['an image', [...(FILES['jpeg'] ?? [])], /an image/],
    ['a video', [...(FILES['mp4'] ?? [])], /a video/],
    ['an archive', [...(FILES['zip'] ?? [])], /an archive/],
    ['a document', [...(FILES['pdf'] ?? [])], /a document/],
    ['any other binary', [0x12, 0x34, 0, 0x56], /binary data/],
  ])('as %s', (_, bytes, kind) => {
    expect(() => detectFormat(new Uint8Array(bytes))).toThrow(
      expect.objectContaining({ code: 'MATERIAL_REFUSED', message: expect.stringMatching(kind) }),
    );
  });

  test('as material in disguise', () => {
    const picture = FILES['jpeg']?.toString('base64') ?? '';
    expect(() => detectFormat(picture)).toThrow(expect.objectContaining({ code: 'MATERIAL_REFUSED' }));
    expect(() => detectFormat(`data:image/png;base64,${picture}`)).toThrow(/an image/);
  });

  test.each([
    ['JSON in UTF-16', new Uint8Array(Buffer.from('\uFEFF{}', 'utf16le'))],
    [
      'in an unknown encoding',
      new Uint8Array(Buffer.from('<?xml version="1.0" encoding="x-own"?><r>\u00e9</r>', 'latin1')),
    ],
    ['in Latin-1', new Uint8Array([0x3c, 0xe9, 0x3e])],
    ['plain words', utf8('Dear colleagues, the secret is out')],
    ['a list', utf8('[1, 2]')],
    ['nothing', utf8('')],
  ])('%s, and told what is expected', (_, bytes) => {
    expect(() => detectFormat(bytes)).toThrow(
      expect.objectContaining({
        code: 'INVALID_REPORT',
        message: expect.stringContaining('a CyberTipline report (XML) or a referral (JSON)'),
      }),
    );
  });

  test.each([
    ['{"a": 1,\n "a": 2}', 'line 2, column 2'],
    ['{"list": [{"a": 1}, {"x": "\\"", "\\u0078": {}}]}', 'line 1, column 33'],
  ])('as JSON with a name twice in one object', (json, place) => {
    expect(() => detectFormat(json)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(`twice, at ${place}.`) }),
    );
  });

  test('but not for a name in two objects, or in a text', () => {
    const value = { a: { a: [{ b: 1 }, { b: 2 }] }, b: '"a": 1, {"a"', c: [[], {}, null, -1.5e3, true] };
    expect(detectFormat(JSON.stringify(value, null, 2))).toEqual({ form: 'referral', value });
  });

  test('as broken JSON, without repeating its content', () => {
    expect(() => detectFormat('{\n  "summary": secret\n}')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.not.stringContaining('secret') }),
    );
  });
});
