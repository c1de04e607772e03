/** What docs/mapping-files.md says about the properties of a field and of a list. */

import { describe, expect, test } from 'vitest';
import { parseMapped } from '../../../../client/contract/parse-mapped.ts';
import { parseMapping } from '../../../../domain/exchange/mapping/mapping-file.ts';

const needed = {
  kind: { constant: 'case-referral' },
  crimeAreas: { constant: 'other' },
  summary: { constant: 'A case.' },
};

function read(value: unknown, { fields = {}, ...more }: { fields?: object; [part: string]: unknown }) {
  const mapping = parseMapping({
    ...{ mapping: 1, name: 'test', input: 'json' },
    ...{ fields: { ...needed, ...fields }, ...more },
  });
  const [first] = parseMapped(mapping, new TextEncoder().encode(JSON.stringify(value, null, 1)));
  if (first === undefined) throw new Error('No case.');
  return first.read();
}

test('a constant is the value of every case, whatever the file has', () => {
  const { submission } = read({ summary: 'Another text.' }, {});
  expect(submission.summary).toBe('A case.');
  expect(submission.particulars).toEqual([{ label: 'summary', value: 'Another text.' }]);
});

describe('a field with several paths', () => {
  const value = { a: 'First.', b: ['Second.', 'Third.'], areas: ['csam-distribution', 'child-trafficking'], tip: 'en' };

  test('takes all values if it is for several, and joins them if it is text', () => {
    const { submission } = read(value, {
      fields: { summary: { from: ['a', 'b[*]'] }, crimeAreas: { from: 'areas[*]' }, languages: { from: ['tip', 'x'] } },
    });
    expect(submission).toMatchObject({
      summary: 'First.\nSecond.\nThird.',
      crimeAreas: ['csam-distribution', 'child-trafficking'],
      languages: ['en'],
      particulars: [],
    });
  });

  test('takes the first value that can be used otherwise, in the order of the paths', () => {
    const { submission, loss } = read(
      { later: 'urgent', first: 'very', second: 'emergency' },
      {
        fields: { urgency: { from: ['first', 'second', 'later'], table: 'urgency' } },
        tables: { urgency: { emergency: 'emergency', urgent: 'urgent' } },
      },
    );
    expect(submission.urgency).toBe('emergency');
    expect(loss).toEqual([
      { path: 'later', line: 2, reason: 'kept-as-particulars-only' },
      { path: 'first', line: 3, reason: 'value-not-usable' },
    ]);
  });
});

describe('a default', () => {
  const urgency = { from: 'priority', table: 'urgency', default: 'standard' };
  const tables = { urgency: { high: 'urgent' } };

  test.each([
    ['is used if the file has no value', {}, 'standard', []],
    ['is used if the value is empty', { priority: ' ' }, 'standard', []],
    ['is used if the table lacks the value, which is kept', { priority: 'low' }, 'standard', ['low']],
    ['is not used otherwise', { priority: 'high' }, 'urgent', []],
  ])('%s', (_, value, expected, kept) => {
    const { submission } = read({ text: 'x', ...value }, { fields: { urgency }, tables, ignore: ['text'] });
    expect([submission.urgency, submission.particulars.map((line) => line.value)]).toEqual([expected, kept]);
  });

  test('of a restriction is used instead of refusing the case', () => {
    const { submission } = read(
      { handling: 'H9' },
      { fields: { 'handling.code': { from: 'handling', default: 'H1' } } },
    );
    expect(submission.handling).toEqual({ code: 'H1' });
    expect(submission.particulars).toEqual([{ label: 'handling', value: 'H9' }]);
  });
});

describe('a time', () => {
  const read1 = (at: string, time?: object) => {
    const { submission, loss } = read({ at }, { fields: { incidentAt: { from: 'at', ...(time && { time }) } } });
    return submission.incidentAt ?? loss.map(({ reason }) => reason);
  };

  test.each([
    ['in UTC without a zone', '2026-11-02 10:30', { format: 'yyyy-MM-dd HH:mm' }, '2026-11-02T10:30:00.000Z'],
    [
      'in summer',
      '02.07.2026 10:30',
      { format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' },
      '2026-07-02T08:30:00.000Z',
    ],
    [
      'in winter',
      '02.01.2026 10:30',
      { format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' },
      '2026-01-02T09:30:00.000Z',
    ],
    ['with an offset', '2026-11-02T10:30:00+02:00', undefined, '2026-11-02T08:30:00.000Z'],
  ])('is read %s', (_, at, time, instant) => {
    expect(read1(at, time)).toBe(instant);
  });

  test.each([
    ['in another format', '2.1.2026', { format: 'yyyy-MM-dd HH:mm' }],
    ['that does not exist', '2026-02-30 10:30', { format: 'yyyy-MM-dd HH:mm' }],
    ['without an offset and a format', '2026-11-02T10:30:00', undefined],
  ])('%s is kept as particulars', (_, at, time) => {
    expect(read1(at, time)).toEqual(['value-not-usable']);
  });
});

describe('a list', () => {
  const value = {
    source: { name: 'Provider' },
    files: [{ md5: 'a5'.repeat(16), seen: 'yes' }, { name: 'no hash' }, { md5: 'b6'.repeat(16), seen: 'no' }],
  };

  test('has an object for each match, with the values at the same place and those outside of the list', () => {
    const { submission } = read(value, {
      tables: { yes: { yes: true, no: false } },
      lists: [
        {
          list: 'materials',
          each: 'files[*]',
          fields: {
            algorithm: { constant: 'md5' },
            value: { from: 'files[*].md5' },
            source: { from: 'source.name' },
            viewedByReporter: { from: 'files[*].seen', table: 'yes' },
          },
        },
      ],
    });
    expect(submission.materials).toMatchObject([
      { value: 'a5'.repeat(16), source: 'Provider', viewedByReporter: true },
      { value: 'b6'.repeat(16), source: 'Provider', viewedByReporter: false },
    ]);
    expect(submission.particulars).toEqual([{ label: 'files[1].name', value: 'no hash' }]);
  });

  test('has one object for each case without "each"', () => {
    const { submission } = read(value, {
      lists: [{ list: 'originReferences', fields: { system: { from: 'source.name' }, id: { constant: '7' } } }],
      rest: 'drop',
    });
    expect(submission.originReferences).toEqual([{ system: 'Provider', id: '7' }]);
  });

  test('may come from one text that is divided', () => {
    const { submission } = read(
      { ips: '192.0.2.1; 192.0.2.2 ;' },
      {
        split: { ips: ';' },
        lists: [
          { list: 'indicators', each: 'ips[*]', fields: { value: { from: 'ips[*]' }, basis: { constant: 'manual' } } },
        ],
      },
    );
    expect(submission.indicators.map((indicator) => indicator.value)).toEqual(['192.0.2.1', '192.0.2.2']);
  });
});
