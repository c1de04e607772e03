/** Schemas of actors and instants, which most answers contain. */

import { z } from 'zod';
import { ROLES } from '../../../domain/people.ts';

/** Schema of an instant. */
export const moment = z.iso.datetime().describe('ISO 8601 in UTC');

/** Earlier versions stored instants of reports in years outside 0001 to 9999, for example `+010000-01-01T13:59:59.000Z`. */
export const storedInstant = z.string().describe('ISO 8601 in UTC');

/** Schema of the person or engine that performed an act. */
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
  .describe('A person who acts for an agency, or the engine')
  .meta({ id: 'Actor' });
