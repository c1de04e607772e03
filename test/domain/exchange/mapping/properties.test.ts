/** Any JSON or CSV gives submissions or refusals, and every value is in its submission or in the loss report. */

import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MappedCase, parseMapped } from '../../../../client/contract/parse-mapped.ts';
import { submission as contract } from '../../../../client/contract/submission.ts';
import { ReferralError } from '../../../../domain/errors.ts';
import { type MappingFile, parseMapping } from '../../../../domain/exchange/mapping/mapping-file.ts';
import { guardMaterial } from '../../../../domain/material-guard.ts';
import { examples } from '../../../support/seeds.ts';

const NAMES = ['a', 'b', 'c', 'md5', 'list'];
const HASH = '0123456789abcdef0123456789abcdef';

const scalar = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    'csam-distribution',
    'CSAM',
    'FI',
    'Finland',
    HASH,
    '2026-11-02T10:00:00Z',
    'true',
    '2.5',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 4 }),
  ),
}));

const document = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...NAMES), json, { minKeys: 2, maxKeys: 5 }) },
  { weight: 1, arbitrary: json },
);

const path = fc
  .array(fc.constantFrom('.a', '.b', '.c', '.md5', '.list', '[*]', '[0]'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').replace(/^\./, ''));
const field = fc.oneof(
  fc.record({ from: path }),
  fc.record({ from: fc.array(path, { minLength: 1, maxLength: 3 }), default: fc.constantFrom('x', 'FI', 'manual') }),
  fc.record({ from: path, table: fc.constantFrom('codes', 'any') }),
  fc.record({ constant: fc.constantFrom('manual', 'md5', 'Lantern', 'H3') }),
);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const list = fc.oneof(
  fc.record({
    list: fc.constant('originReferences'),
    each: optional(path),
    fields: fc.record({ system: field, id: field }),
  }),
  fc.record({
    list: fc.constant('materials'),
    each: optional(path),
    fields: fc.record({ algorithm: field, value: field, source: field }),
  }),
  fc.record({
    list: fc.constant('indicators'),
    each: optional(path),
    fields: fc.record({ country: field, basis: field, note: field, verified: field }),
  }),
  fc.record({
    list: fc.constant('particulars'),
    each: optional(path),
    fields: fc.record({ label: field, value: field }),
  }),
);
const withoutUndefined = (value: object): unknown => JSON.parse(JSON.stringify(value));

const mapping = fc
  .record({
    cases: fc.option(path, { nil: undefined, freq: 1 }),
    split: fc.dictionary(path, fc.constantFrom(';', ' ', 'x'), { maxKeys: 2 }),
    fields: fc.record({
      crimeAreas: field,
      urgency: field,
      languages: field,
      'handling.code': optional(field),
      incidentAt: field,
      summary: field,
    }),
    lists: fc.array(list, { maxLength: 4 }),
    ignore: fc.array(path, { maxLength: 2 }),
    rest: fc.constantFrom('particulars', 'drop'),
    isUsable: fc.nat(3).map((n) => n > 0),
  })
  .map(({ isUsable, fields, ...rest }) => {
    const needed = {
      kind: { constant: 'case-referral' },
      summary: { from: 'a', default: 'A case.' },
      crimeAreas: { from: ['b[*]', 'c'], default: 'other' },
    };
    return withoutUndefined({
      ...rest,
      fields: {
        ...fields,
        ...(isUsable && {
          ...needed,
          urgency: { from: 'c' },
          languages: { from: 'list[*]', default: 'en' },
          'handling.code': { from: 'c', default: 'H0' },
          incidentAt: { from: 'md5' },
        }),
      },
    });
  });

const TABLES = { codes: { CSAM: 'csam-distribution', x: 'other' }, any: { '*': 'other' } };

function mappingOf(input: 'json' | 'csv', value: unknown): MappingFile {
  const { cases, ...rest } = Object(value);
  return parseMapping({
    mapping: 1,
    name: 'x',
    input,
    tables: TABLES,
    ...rest,
    ...(input === 'json' && cases && { cases }),
  });
}

/** The cases, or none if the file as a whole is refused. */
function casesOf(using: MappingFile, text: string): MappedCase[] {
  return refusable(() => parseMapped(using, new TextEncoder().encode(text))) ?? [];
}

function refusable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReferralError) return undefined;
    throw error;
  }
}

/** Each value of the case is in the submission, in the loss report, or in both. Returns whether there was a submission. */
function assertAccounted({ sent, read }: MappedCase, using: MappingFile): boolean {
  const done = refusable(read);
  if (done === undefined) return false;
  const { submission, loss } = done;
  expect(contract.parse(submission)).toEqual(submission);
  guardMaterial(submission);
  const lost = new Set(loss.map(({ path }) => path));
  const content = JSON.stringify(submission);
  const codes = new Set([...Object.values(using.tables).flatMap((table) => Object.keys(table))]);
  for (const [path, text] of sent) {
    const shown = shownPath(JSON.parse(path));
    if (lost.has(shown)) continue;
    const isIn = content.includes(JSON.stringify(text.trim()).slice(1, -1)) || codes.has(text.trim());
    const isTime = !Number.isNaN(Date.parse(text)) && content.includes(new Date(text).toISOString());
    expect(isIn || isTime, `${shown} is neither in the submission nor in the loss report`).toBe(true);
  }
  return true;
}

function shownPath(path: readonly (string | number)[]): string {
  return path.map((part, n) => (typeof part === 'number' ? `[${part}]` : `${n === 0 ? '' : '.'}${part}`)).join('');
}

describe('JSON', () => {
  test('by any mapping: every value is accounted for', () => {
    let submissions = 0;
    fc.assert(
      fc.property(document, mapping, (value, given) => {
        const using = mappingOf('json', given);
        for (const each of casesOf(using, JSON.stringify(value, null, 1)))
          if (assertAccounted(each, using)) submissions += 1;
      }),
      { numRuns: examples(600) },
    );
    expect(submissions).toBeGreaterThan(100);
  });

  test('of any content and any names is read or refused', () => {
    const using = mappingOf('json', {
      fields: {
        kind: { constant: 'case-referral' },
        crimeAreas: { constant: 'other' },
        summary: { from: 'a', default: 'A case.' },
      },
    });
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.constant('{"__proto__":{"constructor":1},"a":"\\ud800"}')),
        (text) => {
          for (const { read } of casesOf(using, text)) refusable(read);
        },
      ),
      { numRuns: examples(500) },
    );
  });

  test.each([
    ['deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['long', `[${'1,'.repeat(200_000)}1]`],
  ])('that is too %s is refused at once', (_, text) => {
    const using = mappingOf('json', { fields: {} });
    expect(() => parseMapped(using, new TextEncoder().encode(text))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining('more than') }),
    );
  });
});

describe('CSV', () => {
  test('by any mapping: every cell that is not empty is accounted for', () => {
    let submissions = 0;
    const cell = scalar.map((value) => String(value ?? ''));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, mapping, (rows, given) => {
        const using = mappingOf('csv', given);
        const cases = casesOf(using, stringify([NAMES, ...rows]));
        for (const each of cases) if (assertAccounted(each, using)) submissions += 1;
        expect(cases.length).toBe(rows.filter((row) => row.some((text) => text.trim() !== '')).length);
      }),
      { numRuns: examples(500) },
    );
    expect(submissions).toBeGreaterThan(100);
  });

  test('of any content is read or refused', () => {
    const using = mappingOf('csv', {
      fields: {
        kind: { constant: 'case-referral' },
        crimeAreas: { constant: 'other' },
        summary: { from: 'a', default: 'A case.' },
      },
    });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' ', 'é'), maxLength: 60 }),
        (text) => {
          for (const { read } of casesOf(using, text)) refusable(read);
        },
      ),
      { numRuns: examples(600) },
    );
  });
});
