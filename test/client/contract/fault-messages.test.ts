/** The messages for wrong input: each says what the field must have, and none repeats the value. */

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actRequest } from '../../../client/contract/acts.ts';
import { parse } from '../../../client/contract/parse.ts';
import { isoDay, submission } from '../../../client/contract/submission.ts';
import type { ReferralError } from '../../../domain/errors.ts';
import { aSubmission } from '../../support/factories.ts';

function messageFor(schema: z.ZodType, value: unknown): string {
  try {
    parse(schema, value);
    return '';
  } catch (error) {
    return (error as ReferralError).message;
  }
}

test.each([
  [z.string(), undefined, 'input: is missing; it must be a text'],
  [z.string(), 'secret'.length, 'input: must be a text'],
  [z.boolean(), 'secret', 'input: must be true or false'],
  [z.array(z.string()), 'secret', 'input: must be a list'],
  [z.object({}), 'secret', 'input: must be an object'],
  [z.enum(['a', 'b']), undefined, 'input: is missing; it must be one of a, b'],
  [z.array(z.string()), undefined, 'input: is missing; it must be a list'],
  [isoDay, undefined, 'input: is missing; it must be a date, for example 2026-11-24'],
  [isoDay, 'secret', 'input: must be a date, for example 2026-11-24'],
  [z.enum(['a', 'b']), 'secret', 'input: must be one of a, b'],
  [z.literal('a'), 'secret', 'input: must be a'],
  [z.string().min(1), '', 'input: must not be empty'],
  [z.string().min(2), '', 'input: must have at least 2 characters'],
  [z.string().max(2), 'secret', 'input: must have at most 2 characters'],
  [z.array(z.string()).min(1), [], 'input: must have at least 1 entry'],
  [z.array(z.string()).max(1), ['', ''], 'input: must have at most 1 entries'],
  [z.int().min(1), 0, 'input: must be at least 1'],
  [z.number().gt(1), 1, 'input: must be more than 1'],
  [z.int().max(1), 2, 'input: must be at most 1'],
  [z.number().lt(1), 1, 'input: must be less than 1'],
  [z.int(), 1.5, 'input: must be a whole number'],
  [z.union([z.string(), z.array(z.string())]), 1, 'input: must have one of the accepted forms'],
])('%#', (schema, value, message) => {
  expect(messageFor(schema, value)).toBe(message);
});

test('unknown fields are counted where they are, and their names are not repeated', () => {
  const indicators = [{ country: 'NL', basis: 'manual', aSecretWord: 1, another: 2 }];
  expect(messageFor(submission, { ...aSubmission(), indicators, aSecretWord: 'x' })).toBe(
    'indicators.0: has 2 unknown fields; remove them; input: has 1 unknown field; remove it',
  );
});

test('required fields of a submission are named', () => {
  expect(messageFor(submission, {})).toMatch(
    /^kind: is missing; it must be one of .*; crimeAreas: is missing; it must be a list; summary: is missing; it must be a text$/,
  );
  expect(messageFor(actRequest, {})).toMatch(/^type: is missing; it must be one of supplement, take, /);
  expect(messageFor(actRequest, { type: 'x' })).toMatch(/^type: must be one of supplement, take, /);
});

test.each([
  ['UK', 'UK is not a code of ISO 3166-1: use GB'],
  ['BC', 'must be a country code of ISO 3166-1 alpha-2, for example NL'],
  ['Denmark', 'must be two capital letters (ISO 3166-1 alpha-2)'],
])('%s is refused as a country of an indicator and of an act', (country, message) => {
  const sign = { basis: 'manual', verified: false, proxySuspected: false } as const;
  expect(messageFor(submission, aSubmission({ indicators: [{ ...sign, country }] }))).toBe(
    `indicators.0.country: ${message}`,
  );
  expect(messageFor(actRequest, { type: 'add-country', country, text: 'because' })).toBe(`country: ${message}`);
});

test('codes that name no country are refused where a country is chosen; XR stands for international organisations', () => {
  const choose = (country: string) => messageFor(actRequest, { type: 'add-country', country, text: 'because' });
  expect(choose('ZZ')).toBe('country: must be a country code of ISO 3166-1 alpha-2, for example NL');
  expect(choose('XR')).toBe('');
});

test.each(['9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00+14:00'])(
  'an incident at %s is refused: its year in UTC has not four digits',
  (incidentAt) => {
    expect(messageFor(submission, aSubmission({ incidentAt }))).toBe(
      'incidentAt: must be in the years 0001 to 9999 in UTC',
    );
  },
);

describe('a submission is refused', () => {
  const inYears = (years: number) => new Date(Date.now() + years * 365 * 86_400_000).toISOString();
  const preserved = (times: object) => [{ provider: 'Lantern Chat', instrument: 'none', ...times }];
  const hashOf = (algorithm: string, value: string) => [{ algorithm, value, source: 'f1' }];

  test.each([
    ['an incident in the future', { incidentAt: inYears(73) }, 'incidentAt: must not be in the future; check the year'],
    [
      'an indicator observed in the future',
      { indicators: [{ country: 'NL', basis: 'manual', observedAt: inYears(1) }] },
      'indicators.0.observedAt: must not be in the future; check the year',
    ],
    [
      'preservation that ends before it was requested',
      { preservation: preserved({ requestedAt: '2026-02-01T00:00:00Z', endsAt: '2026-01-01T00:00:00Z' }) },
      'preservation.0.endsAt: must not be before requestedAt',
    ],
    [
      'prose as a hash value',
      { materials: hashOf('other', 'A man in a red coat') },
      'materials.0.value: must be a hash value of 4 to 64 bytes in hex or base64, and no text',
    ],
    [
      'a word as a hash value',
      { materials: hashOf('other', 'Playground') },
      /^materials\.0\.value: must be a hash value/,
    ],
    [
      'too few numbers of PhotoDNA',
      { materials: hashOf('photodna', '1,2,3') },
      /^materials\.0\.value: must be a PhotoDNA/,
    ],
    ['a summary of zero-width marks', { summary: '\u200b\u200c\u2060' }, 'summary: must have visible characters'],
    ['a summary of accents and fillers', { summary: '\u0301\u3164\u2800' }, 'summary: must have visible characters'],
    ['an empty summary', { summary: ' \u00a0\n' }, 'summary: must not be empty'],
  ])('for %s', (_, fields, message) => {
    expect(messageFor(submission, { ...aSubmission(), ...fields })).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test('but not for an incident just now', () => {
    expect(messageFor(submission, { ...aSubmission(), incidentAt: new Date().toISOString() })).toBe('');
  });

  test.each([
    { preservation: preserved({ requestedAt: '2026-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z' }) },
    { materials: hashOf('other', '00ff12ab') },
    { materials: hashOf('other', 'q1B+3dE9fGhJ') },
    { materials: hashOf('photodna', Array.from({ length: 144 }, (_, n) => n).join(',')) },
    { summary: '报告' },
    { summary: '\u200bText' },
  ])('but not for %j', (fields) => {
    expect(messageFor(submission, { ...aSubmission(), ...fields })).toBe('');
  });
});
