/** A refusal for programs: problem details (RFC 9457). */

import { z } from 'zod';

/** Schema of problem details (RFC 9457). */
export const problem = z
  .object({
    type: z.string().describe('urn:liaise:problem:<code>'),
    title: z.string().describe('Summary of the type: the same for every problem with this code'),
    detail: z.string().describe('What was refused this time, why, and what to do next; never content of the case'),
    status: z.number(),
    code: z.string().describe('Stable, for programs: for example WRONG_STATUS'),
    instance: z.string().describe('The id of this request; give it when you ask about the problem'),
    field: z.string().exactOptional().describe('The first field that is at fault, for example indicators.2.country'),
    faults: z
      .array(
        z.object({
          field: z.string().describe('Of a report file: the path of the element'),
          message: z.string(),
          line: z.number().exactOptional().describe('Of a report file; counts from 1'),
          column: z.number().exactOptional().describe('Of a report file; counts from 1'),
        }),
      )
      .exactOptional()
      .describe('Every fault of what was sent, at most 100'),
  })
  .meta({ id: 'Problem' });
