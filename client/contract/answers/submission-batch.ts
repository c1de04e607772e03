/** The results of many files that were sent in one request. */

import { z } from 'zod';
import { FILE_RESULTS } from '../group-files.ts';

/** Schema of the answer: one result for each file. */
export const submissionBatchAnswer = z
  .object({
    results: z.array(
      z.object({
        file: z.string().describe('The name of the file'),
        result: z
          .enum(FILE_RESULTS)
          .describe(
            'accepted; same: equal content has a referral already; refused; left-out: neither a report nor a referral; ' +
              'not-sent: the time was not sufficient, so send the request again',
          ),
        reference: z.string().exactOptional().describe('The referral of the file: accepted and same have one'),
        code: z.string().exactOptional().describe('Of a file that was refused or not sent'),
        reason: z.string().exactOptional(),
      }),
    ),
  })
  .meta({ id: 'SubmissionBatch' });
