/** Validates each part of a request against the route's schema. Every fault is reported, and unknown fields are refused. */

import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { faultsOf, InvalidInput, nullByteFaults, parseInput } from '../contract/parse.ts';
import { FileForm } from './file-form.ts';

/** Validates each part of a request with its zod schema. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    // Report files: their route reads them. Only that route has a parser for files.
    if (data instanceof FileForm) return { value: data };
    const parsed = parseInput(schema, httpPart === 'body' ? (data ?? {}) : data);
    if (!parsed.success)
      return { error: httpPart === 'params' ? unknownReferral() : new InvalidInput(faultsOf(parsed.error)) };
    const faults = nullByteFaults(parsed.data);
    return faults.length > 0 ? { error: new InvalidInput(faults) } : { value: parsed.data };
  };
};

/** Params are names of referrals: one that does not match the pattern belongs to none. */
function unknownReferral(): ReferralError {
  return new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
}
