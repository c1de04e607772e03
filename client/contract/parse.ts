/** From what arrived to what a schema describes, or a refusal that names the field and what it should hold. */

import type { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';

/** @throws ReferralError INVALID_INPUT; its message names every faulty field and never what was in it. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${fieldOf(issue) || 'input'}: ${reasonOf(issue)}`);
  const [first] = parsed.error.issues;
  throw new ReferralError('INVALID_INPUT', faults.slice(0, 20).join('; '), first && fieldOf(first));
}

function fieldOf(issue: z.core.$ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return path.map((part) => String(part).slice(0, 60)).join('.');
}

function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? 'is not a known field' : issue.message;
}
