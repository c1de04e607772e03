/** What the material guard would do with a submission, a report or a text. */

import { z } from 'zod';

const costs = z.object({
  opaque: z.number().describe('Bytes that neither a language nor the grammar of an identifier explains'),
  identifiers: z.number().describe('Bytes of identifiers'),
  hashes: z.number().describe('The number of hash values'),
});

export const guardAnswer = z
  .object({
    form: z.enum(['referral', 'report', 'text', 'binary']).describe('How the body was read'),
    unreadableAs: z
      .enum(['referral', 'report'])
      .exactOptional()
      .describe('The body begins like JSON or XML, but is no referral or report: a submission of it is refused'),
    verdict: z.enum(['accepted', 'left-out', 'refused']).describe('The worst outcome'),
    bytes: z.number(),
    counted: costs.describe('What counts towards the budget of the referral'),
    limits: costs.describe('What one agency may send in a new referral'),
    findings: z.array(
      z.object({
        path: z.string().describe('The field, or the element of a report; empty for the body as a whole'),
        line: z.number().exactOptional().describe('Of a report; counts from 1'),
        outcome: z.enum(['refused', 'left-out', 'counted']),
        reason: z.string().describe('A code, for example looks-like-file'),
        format: z.string().exactOptional().describe('The format that was recognised'),
        bytes: z.number(),
      }),
    ),
    omitted: z.number().describe('Findings beyond the first thousand'),
  })
  .meta({ id: 'GuardExamination' });
