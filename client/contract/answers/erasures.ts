/** Answer with the recipients that were ordered to erase their copies. */

import { z } from 'zod';
import { CONFIRMATION_STATES, ERASURE_GROUNDS } from '../../../domain/retention.ts';
import { moment } from './actor.ts';

/** Schema of the list of erasures and their confirmations. */
export const erasuresAnswer = z
  .object({
    erasures: z.array(
      z.object({
        reference: z.string(),
        recipientId: z.string(),
        agencyId: z.string(),
        country: z.string(),
        ground: z.enum(ERASURE_GROUNDS),
        orderedAt: moment,
        dueAt: moment.describe('Until then, the recipient must confirm'),
        confirmedAt: moment.exactOptional(),
        state: z.enum(CONFIRMATION_STATES),
      }),
    ),
  })
  .meta({ id: 'Erasures' });
