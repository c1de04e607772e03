/** What arrives is held against the route's schema: each fault is named, and unknown fields are refused. */

import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { faultsOf, InvalidInput, nullByteFaults, parseInput } from '../contract/parse.ts';

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    // Read as a file by its route; only a route that takes files has a parser for them.
    if (Buffer.isBuffer(data)) return { value: data };
    const parsed = parseInput(schema, httpPart === 'body' ? (data ?? {}) : data);
    if (!parsed.success) return { error: httpPart === 'params' ? unknown() : new InvalidInput(faultsOf(parsed.error)) };
    const faults = nullByteFaults(parsed.data);
    return faults.length > 0 ? { error: new InvalidInput(faults) } : { value: parsed.data };
  };
};

/** A name that no referral can have. */
function unknown(): ReferralError {
  return new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
}
