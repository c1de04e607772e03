/** Absences of the people of an agency. */

import { z } from 'zod';

/** Schema of the present and next absences. */
export const absencesAnswer = z
  .object({
    absences: z.array(
      z.object({
        ...{ personId: z.string(), name: z.string() },
        zone: z.string().describe('IANA time zone of the person, in which days begin and end'),
        from: z.string().describe('The first day of the absence'),
        until: z.string().describe('The last day of the absence'),
        deputyId: z.string().exactOptional().describe('Who acts meanwhile, and gets letters for the person too'),
      }),
    ),
  })
  .meta({ id: 'Absences' });
