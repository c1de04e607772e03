/** Receipts of acts and submissions, and the answer about the caller. */

import { z } from 'zod';
import { ROLES } from '../../../domain/people.ts';
import { REFERRAL_STATUSES } from '../../../domain/statuses.ts';

const receipt = {
  referralId: z.uuid(),
  reference: z.string(),
  status: z.enum(REFERRAL_STATUSES),
  opened: z.array(z.string()).describe('Recipients and questions that it opened, for example r2, q1'),
  seq: z.number().describe('The number of its last entry, as in the timeline that the caller sees'),
  hashesLeftOut: z
    .number()
    .exactOptional()
    .describe('Hash values beyond the limit of the referral: the last ones of the request, which were not stored'),
};

/** Schema of the receipt of an act. */
export const receiptAnswer = z.object(receipt).meta({ id: 'Receipt' });

/** Schema of the receipt of a submission, with the loss report. */
export const submittedAnswer = z
  .object({
    ...receipt,
    same: z
      .literal(true)
      .exactOptional()
      .describe('The agency has sent the same content before; the receipt is that of the earlier referral'),
    loss: z
      .array(
        z.object({
          file: z.string().exactOptional().describe('The name of the file, if several were sent'),
          ...{ path: z.string(), line: z.number(), reason: z.string() },
        }),
      )
      .exactOptional()
      .describe('Of report files: the elements that have no place of their own'),
    notes: z
      .array(z.string())
      .exactOptional()
      .describe('What the sender should know, for example that no country database is installed'),
    schema: z.string().exactOptional().describe('Of report files: the schema that they were validated against'),
  })
  .meta({ id: 'Submitted' });

/** Schema of the response that describes the principal of the request. */
export const meAnswer = z
  .object({
    personId: z.string(),
    name: z.string(),
    agencyId: z.string(),
    roles: z.array(z.enum(ROLES)).readonly(),
    language: z.string(),
    zone: z.string(),
    coordinating: z.boolean().describe('Whether the agency triages and routes'),
    agencies: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
    via: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('session') }),
      z.object({ kind: z.literal('token'), scopes: z.array(z.string()).readonly() }),
    ]),
  })
  .meta({ id: 'Me' });
