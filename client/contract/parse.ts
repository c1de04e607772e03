/** Validates input against a schema. A refusal names every faulty field and what it must be. */

import type { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { faultMessage } from '../../domain/input-messages.ts';

export interface InputFault {
  /** For example `indicators.2.country`; empty if the fault is in the input as a whole. */
  field: string;
  message: string;
}

/** INVALID_INPUT, with a list of every fault. */
export class InvalidInput extends ReferralError {
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    const named = faults.map(({ field, message }) => `${field || 'input'}: ${message}`);
    super('INVALID_INPUT', named.slice(0, 20).join('; '), faults[0]?.field);
    this.faults = faults.slice(0, 100);
  }
}

/** @throws InvalidInput, which names every faulty field but never its value. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = parseInput(schema, value);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(faultsOf(parsed.error));
}

/** As zod's `safeParse`, with the messages of `input-messages.ts`. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  return schema.safeParse(value, { error: faultMessage });
}

export function faultsOf({ issues }: Pick<z.ZodError, 'issues'>): InputFault[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ field: nameOf(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({ field: nameOf([...issue.path, key]), message: 'is not a known field' }));
  });
}

/** A fault for each string in `value` that holds U+0000, the one character that PostgreSQL cannot store. */
export function nullByteFaults(value: unknown, path: readonly string[] = []): InputFault[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ field: nameOf(path), message: 'must not contain the character U+0000' }] : [];
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([name, part]) => nullByteFaults(part, [...path, name]));
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, 60)).join('.');
}
