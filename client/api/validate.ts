/** What arrives is held against the route's schema: each fault is named, and unknown fields are refused. */

import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { type Fault, faultsOf, InvalidInput } from '../contract/parse.ts';

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    // Read as a file by its route; only a route that takes files has a parser for them.
    if (Buffer.isBuffer(data)) return { value: data };
    const parsed = schema.safeParse(httpPart === 'body' ? (data ?? {}) : data);
    if (!parsed.success) return { error: httpPart === 'params' ? unknown() : new InvalidInput(faultsOf(parsed.error)) };
    const faults = nulsIn(parsed.data, []);
    return faults.length > 0 ? { error: new InvalidInput(faults) } : { value: parsed.data };
  };
};

/** A name that no referral can have. */
function unknown(): ReferralError {
  return new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
}

/** The one character that PostgreSQL does not keep. */
function nulsIn(value: unknown, path: readonly string[]): Fault[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ field: path.join('.'), message: 'must not hold the character U+0000' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => nulsIn(part, [...path, name]));
}
