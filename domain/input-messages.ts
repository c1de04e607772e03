/** Messages for invalid values; each can follow the name of its field, for example `is required`. */

import type { z } from 'zod';

/** For the `error` option of zod: a message for each issue whose schema does not define one. */
export function faultMessage(issue: z.core.$ZodRawIssue): string | undefined {
  const text = requirement(issue);
  return text && isMissing(issue) ? missing(text) : text;
}

/** @throws Error that lists every fault of a policy file with its field. @param name of the policy in the message */
export function parsePolicy<T>(schema: z.ZodType<T>, name: string, data: unknown): T {
  const parsed = schema.safeParse(data, { error: faultMessage });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'file'}: ${message}`);
  throw new Error(`The ${name} is invalid:\n${faults.join('\n')}`);
}

/** For the `error` option of one schema: `text` states what the value must be. A missing value is reported as missing. */
export function mustBe(text: string): z.core.$ZodErrorMap {
  return (issue) => (issue.input === undefined ? missing(text) : text);
}

function missing(text: string): string {
  return `is missing; it ${text}`;
}

function isMissing({ code, input, discriminator = '' }: z.core.$ZodRawIssue): boolean {
  if (code !== 'invalid_union' || typeof discriminator !== 'string') return input === undefined;
  return input === undefined || (typeof input === 'object' && input !== null && !(discriminator in input));
}

function requirement(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? 'of another type'}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${listed(issue.values)}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_key':
      return 'has a name that is not accepted';
    case 'invalid_union':
      return Array.isArray(issue['options'])
        ? `must be one of ${listed(issue['options'])}`
        : 'must have one of the accepted forms';
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'must be an ISO 8601 date and time with an offset, for example 2026-11-24T14:00:00+01:00'
        : undefined;
    default:
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

type TooSmall = Extract<z.core.$ZodRawIssue, { code: 'too_small' }>;
type TooBig = Extract<z.core.$ZodRawIssue, { code: 'too_big' }>;

function tooSmall({ origin, minimum, inclusive }: TooSmall): string {
  if (origin === 'string') return minimum === 1 ? 'must not be empty' : `must have at least ${minimum} characters`;
  if (origin === 'array') return `must have at least ${minimum} ${minimum === 1 ? 'entry' : 'entries'}`;
  return `must be ${inclusive === false ? 'more than' : 'at least'} ${minimum}`;
}

function tooBig({ origin, maximum, inclusive }: TooBig): string {
  if (origin === 'string') return `must have at most ${maximum} characters`;
  if (origin === 'array') return `must have at most ${maximum} entries`;
  return `must be ${inclusive === false ? 'less than' : 'at most'} ${maximum}`;
}

function listed(values: readonly unknown[]): string {
  return values.map(String).join(', ');
}
