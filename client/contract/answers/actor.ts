/** Who did something, and when: the two things that nearly every answer says. */

import { z } from 'zod';
import { ROLES } from '../../../domain/people.ts';

export const moment = z.iso.datetime().describe('ISO 8601 in UTC');

/** Earlier versions stored instants of reports in years outside 0001 to 9999, for example `+010000-01-01T13:59:59.000Z`. */
export const storedInstant = z.string().describe('ISO 8601 in UTC');

export const actor = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('person'),
      personId: z.string(),
      agencyId: z.string(),
      roles: z.array(z.enum(ROLES)).readonly(),
    }),
    z.object({ kind: z.literal('engine') }),
  ])
  .describe('A person at work for an agency, or the engine by rule')
  .meta({ id: 'Actor' });
