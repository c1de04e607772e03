/** The messages for wrong input: each says what the field must have, and none repeats the value. */

import { expect, test } from 'vitest';
import { z } from 'zod';
import { actRequest } from '../../../client/contract/acts.ts';
import { parse } from '../../../client/contract/parse.ts';
import { submission } from '../../../client/contract/submission.ts';
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
  [z.string(), undefined, 'input: is required'],
  [z.string(), 'secret'.length, 'input: must be a text'],
  [z.boolean(), 'secret', 'input: must be true or false'],
  [z.array(z.string()), 'secret', 'input: must be a list'],
  [z.object({}), 'secret', 'input: must be an object'],
  [z.enum(['a', 'b']), undefined, 'input: is required'],
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
  [z.union([z.string(), z.array(z.string())]), 1, 'input: has none of the accepted forms'],
])('%#', (schema, value, message) => {
  expect(messageFor(schema, value)).toBe(message);
});

test('required fields of a submission are named', () => {
  expect(messageFor(submission, {})).toBe('kind: is required; crimeAreas: is required; summary: is required');
  expect(messageFor(actRequest, {})).toMatch(/^type: must be one of supplement, take, /);
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
