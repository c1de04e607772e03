/** The state of the installation. */

import { z } from 'zod';
import { ANNOUNCEMENT_KINDS } from '../../../domain/announcement.ts';
import { moment } from './actor.ts';

/** Schema of the response with the announcements of operators. */
export const statusAnswer = z
  .object({
    announcements: z.array(
      z.object({
        id: z.string(),
        kind: z
          .enum(ANNOUNCEMENT_KINDS)
          .describe('maintenance: pages and API may not answer; mail-outage: notifications are delayed'),
        from: moment,
        to: moment.exactOptional().describe('Absent if the end is not known'),
      }),
    ),
  })
  .meta({ id: 'Status', description: 'What operators announce, until it ends. Deadlines do not change' });
