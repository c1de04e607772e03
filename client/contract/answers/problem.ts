/** A refusal as systems read it: problem details (RFC 9457). */

import { z } from 'zod';

export const problem = z
  .object({
    type: z.string().describe('urn:liaise:problem:<code>'),
    title: z.string().describe('What was refused, why, and what to do; never content of the case'),
    status: z.number(),
    code: z.string().describe('Stable, for programs: for example WRONG_STATUS'),
    instance: z.string().describe('The number of this request; name it when you ask about it'),
    field: z.string().exactOptional().describe('Where the first fault lies, for example indicators.2.country'),
    faults: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .exactOptional()
      .describe('Every fault of what was sent'),
  })
  .meta({ id: 'Problem' });
