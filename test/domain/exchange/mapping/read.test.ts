/** What a mapping file makes of the values of a case, and which values remain. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMapped } from '../../../../client/contract/parse-mapped.ts';
import type { ParsedReport } from '../../../../client/contract/parse-report.ts';
import { parseMapping } from '../../../../domain/exchange/mapping/mapping-file.ts';
import { FILES } from '../../guard/files.ts';

const MAPPINGS = 'docs/mappings';
const utf8 = (text: string) => new TextEncoder().encode(text);
const needed = { kind: { constant: 'case-referral' }, crimeAreas: { constant: 'other' } };

function mappingOf(more: object) {
  return parseMapping({
    mapping: 1,
    name: 'test',
    input: 'json',
    fields: { ...needed, summary: { from: 'text' } },
    ...more,
  });
}

function read(value: unknown, more: object = {}): ParsedReport {
  const [first, ...others] = parseMapped(mappingOf(more), utf8(JSON.stringify(value, null, 1)));
  expect(others).toEqual([]);
  if (first === undefined) throw new Error('No case.');
  return first.read();
}

describe('the shipped mapping', () => {
  const shipped = (name: string) => parseMapping(JSON.parse(readFileSync(`${MAPPINGS}/${name}.mapping.json`, 'utf8')));

  test('for CSV of many cases reads each row of its sample', () => {
    const cases = parseMapped(shipped('cases-csv'), readFileSync(`${MAPPINGS}/cases.csv`));
    expect(cases.map(({ line }) => line)).toEqual([2, 3, 4]);
    const [one, two, three] = cases.map((each) => each.read());
    expect(one?.submission).toMatchObject({
      originReferences: [{ system: 'case register', id: 'EXAMPLE-1' }],
      indicators: [{ country: 'FI', basis: 'legal-process' }, { value: '192.0.2.10' }, { value: '192.0.2.11' }],
      particulars: [{ label: 'account', value: 'lantern-example-account' }, { label: 'remarks' }],
    });
    expect(one?.loss).toEqual([{ path: 'remarks', line: 2, reason: 'kept-as-particulars-only' }]);
    expect(two?.submission).toMatchObject({
      crimeAreas: ['csam-distribution', 'csam-production'],
      materials: [{}, {}],
    });
    expect(two?.loss).toEqual([]);
    expect(three?.loss.map(({ path, reason }) => [path, reason])).toEqual([
      ['urgency', 'value-not-usable'],
      ['incident_at', 'value-not-usable'],
    ]);
  });

  test('for JSON of a clearing house reads each report of its sample', () => {
    const cases = parseMapped(shipped('clearing-house'), readFileSync(`${MAPPINGS}/clearing-house.json`));
    const [one, two] = cases.map((each) => each.read());
    expect(one?.submission).toMatchObject({
      ...{ urgency: 'urgent', urgencyGrounds: ['ongoing-child-abuse'], incidentAt: '2026-11-02T17:20:00.000Z' },
      originReferences: [{ system: 'Invented Clearing House', id: 'EXAMPLE-1001' }],
      indicators: [
        { country: 'FI', proxySuspected: false },
        { country: null, proxySuspected: true },
      ],
    });
    expect(two?.submission).toMatchObject({
      crimeAreas: ['csam-distribution', 'other'],
      materials: [{ viewedByReporter: true, source: 'Invented Clearing House' }],
    });
    expect(two?.loss).toEqual(
      expect.arrayContaining([
        { path: 'reports[1].categories[1]', line: 28, reason: 'mapped-to-broader-term' },
        { path: 'reports[1].files[1].md5', line: 34, reason: 'value-not-usable' },
        { path: 'source.exportedBy', line: 2, reason: 'no-place-in-model' },
      ]),
    );
  });
});

describe('a value', () => {
  test('that no field takes is kept as particulars, or dropped', () => {
    const value = { text: 'A case.', more: { note: 'x', empty: null, none: [] } };
    const kept = read(value);
    expect(kept.submission.particulars).toEqual([{ label: 'more.note', value: 'x' }]);
    expect(kept.loss).toEqual([
      { path: 'more.note', line: 4, reason: 'kept-as-particulars-only' },
      { path: 'more.empty', line: 5, reason: 'empty' },
      { path: 'more.none', line: 6, reason: 'empty' },
    ]);
    const dropped = read(value, { rest: 'drop' });
    expect([dropped.submission.particulars, dropped.loss[0]?.reason]).toEqual([[], 'no-place-in-model']);
  });

  test('that is no valid handling restriction refuses the case, so that no case loses its restriction', () => {
    const fields = {
      ...needed,
      summary: { from: 'text' },
      'handling.code': { from: 'handling' },
      tlp: { from: 'tlp' },
    };
    const refusal = (value: object) => () => read({ text: 'A case.', ...value }, { fields });
    expect(refusal({ handling: 'H9' })).toThrow(/^handling\.code: must be one of H0/);
    expect(refusal({ tlp: 'pink' })).toThrow(/^tlp: must be one of/);
    expect(refusal({ handling: 'H3' })).toThrow('handling.text: is required with handling code H3');
    expect(read({ text: 'A case.', handling: 'H1' }, { fields }).submission.handling).toEqual({ code: 'H1' });
  });

  test('that needs another field of its row gives up the row, and is kept', () => {
    const lists = [{ list: 'originReferences', fields: { id: { from: 'number' }, system: { from: 'system' } } }];
    const { submission, loss } = read({ text: 'A case.', number: '7' }, { lists });
    expect(submission).toMatchObject({ originReferences: [], particulars: [{ label: 'number', value: '7' }] });
    expect(loss).toMatchObject([{ path: 'number', reason: 'kept-as-particulars-only' }]);
  });

  test('beyond the maximum of a list is kept as particulars', () => {
    const lists = [
      { list: 'originReferences', each: 'n[*]', fields: { id: { from: 'n[*]' }, system: { constant: 'x' } } },
    ];
    const { submission } = read({ text: 'A case.', n: Array.from({ length: 25 }, (_, n) => `case ${n}`) }, { lists });
    expect(submission.originReferences).toHaveLength(20);
    expect(submission.particulars.map(({ value }) => value)).toEqual([20, 21, 22, 23, 24].map((n) => `case ${n}`));
  });

  test('that is longer than a text may be is divided', () => {
    const long = 'The account wrote again. '.repeat(1_000).trim();
    const { submission } = read({ text: 'A case.', chat: long });
    expect(submission.particulars.map(({ label }) => label)).toEqual(['chat', 'chat']);
    expect(
      submission.particulars
        .map(({ value }) => value)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toBe(long);
  });

  test('that the guard refuses is left out, and the rest is kept', () => {
    const picture = FILES['jpeg']?.toString('base64') ?? '';
    const lists = [
      {
        list: 'indicators',
        fields: { value: { from: 'ip' }, note: { from: 'picture' }, basis: { constant: 'manual' } },
      },
    ];
    for (const more of [{}, { lists }]) {
      const { submission, loss } = read({ text: 'A case.', ip: '192.0.2.1', picture, name: 'Lantern' }, more);
      expect(JSON.stringify(submission)).not.toContain(picture.slice(0, 40));
      expect(JSON.stringify(submission)).toContain('192.0.2.1');
      expect(submission.particulars).toContainEqual({ label: 'name', value: 'Lantern' });
      expect(loss).toContainEqual({ path: 'picture', line: 4, reason: 'looks-like-file' });
    }
  });

  test('of a thousand is not refused for the length of the paths', () => {
    const entries = Array.from({ length: 500 }, (_, n) => ({
      remark: `The account wrote message number ${n}.`,
      isRead: true,
    }));
    const { submission, loss } = read({ text: 'A case.', messages: entries });
    expect(submission.particulars).toHaveLength(1_000);
    expect(new Set(loss.map(({ reason }) => reason))).toEqual(new Set(['kept-as-particulars-only']));
  });

  test('under a name of an unusual form is kept without the name', () => {
    const { submission, loss } = read({ text: 'A case.', 'a secret: 7/8': 'x', [`k${'iVBORw0KGgo'.repeat(3)}`]: 'y' });
    expect(submission.particulars[0]).toEqual({ label: '?', value: 'x' });
    expect(JSON.stringify(loss)).not.toContain('secret');
  });
});

describe('a mapping file is refused', () => {
  const base = { mapping: 1, name: 'test', input: 'json', fields: {} };
  test.each([
    [{ ...base, mapping: 2 }, 'mapping: must be 1'],
    [{ ...base, input: 'xml' }, 'input: must be one of json, csv'],
    [{ ...base, fields: { summry: { from: 'a' } } }, 'fields: '],
    [{ ...base, fields: { summary: { from: 'a..b' } } }, 'fields.summary.from: '],
    [{ ...base, fields: { summary: {} } }, 'fields.summary: must have either "constant" or "from"'],
    [
      { ...base, fields: { summary: { constant: 'x', default: 'y' } } },
      'fields.summary: must have nothing beside "constant"',
    ],
    [
      { ...base, fields: { summary: { from: 'a', table: 'x' } } },
      'fields.summary.table: must be the name of a table in "tables"',
    ],
    [
      { ...base, fields: { incidentAt: { from: 'a', time: { format: 'x', zone: 'Mars/Base' } } } },
      'fields.incidentAt.time.zone: must be an IANA time zone',
    ],
    [
      { ...base, lists: [{ list: 'materials', fields: { md5: { from: 'a' } } }] },
      'lists.0.fields.md5: must be one of algorithm, value, ',
    ],
    [{ ...base, csv: { delimiter: ';' } }, 'csv: must be left out with "input": "json"'],
    [{ ...base, input: 'csv', cases: 'a[*]' }, 'cases: must be left out: each row is one case'],
    [{ ...base, ignore: ['a[x]'] }, 'ignore.0: must be a path, for example reports[*].files[*].md5'],
    [[], 'file: must be an object'],
  ])('%#: the path and the fault are named', (value, message) => {
    expect(() => parseMapping(value)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(message) }),
    );
  });
});

describe('a file is refused as a whole', () => {
  const cases = { cases: 'reports[*]' };
  test.each([
    ['without a case', cases, utf8('{"reports": []}'), 'The file has no case at reports[*].'],
    ['of an image', {}, new Uint8Array(FILES['jpeg'] ?? []), 'an image'],
    ['in Latin-1', {}, new Uint8Array([0x22, 0xe9, 0x22]), 'not text in UTF-8'],
    ['with a name twice', {}, utf8('{"a": 1, "a": 2}'), 'the same name twice, at line 1, column 10'],
    ['with an open quote', { input: 'csv' }, utf8('a,b\n1,"secret'), 'The file is not well-formed CSV at line 2.'],
    ['without a row', { input: 'csv' }, utf8('a,b\n,\n'), 'The file has no row beside the names of its columns.'],
  ])('%s', (_, more, file, message) => {
    expect(() => parseMapped(mappingOf(more), file)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message) }),
    );
    expect(() => parseMapped(mappingOf(more), file)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('secret') }),
    );
  });
});

test('CSV may have another delimiter, line breaks in cells, a byte order mark, and columns without names', () => {
  const columns = ['text', 'note'];
  const file = '\uFEFFFirst case.;"one\r\ntwo";more\r\n\r\nSecond case.;x\r\n';
  const cases = parseMapped(mappingOf({ input: 'csv', csv: { delimiter: ';', columns } }), utf8(file));
  expect(cases.map(({ line }) => line)).toEqual([1, 4]);
  expect(cases.map(({ read }) => read().submission.particulars)).toEqual([
    [
      { label: 'note', value: 'one\ntwo' },
      { label: 'column 3', value: 'more' },
    ],
    [{ label: 'note', value: 'x' }],
  ]);
});
