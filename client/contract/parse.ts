/** Validates input against a schema. A refusal names every faulty field that is known, and what it must be. */

import type { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { faultMessage } from '../../domain/input-messages.ts';

/** One error in an input: the field and the message. */
export interface InputFault {
  /** For example `indicators.2.country`; empty if the fault is in the input as a whole. */
  field: string;
  message: string;
  /** How many unknown fields the object has, if that is the fault. */
  unknown?: number;
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

/** Unknown names are counted at the object that has them. They are never repeated, because the sender chose them. */
export function faultsOf({ issues }: Pick<z.ZodError, 'issues'>): InputFault[] {
  return issues.map((issue) => {
    const field = nameOf(issue.path);
    if (issue.code !== 'unrecognized_keys') return { field, message: issue.message };
    const unknown = issue.keys.length;
    return { field, message: unknownFields(unknown), unknown };
  });
}

function unknownFields(count: number): string {
  return count === 1 ? 'has 1 unknown field; remove it' : `has ${count} unknown fields; remove them`;
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
