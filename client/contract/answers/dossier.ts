/** The dossier of a referral: all that its reader may see of it at one time, for a case system or a court. */

import { z } from 'zod';
import { READING_PURPOSES } from '../../../domain/reading-purposes.ts';
import { HANDLING_CODES, TLPS } from '../../../domain/vocabulary.ts';
import { moment } from './actor.ts';
import { clocksAnswer } from './clock.ts';
import { particularsAnswer, timelineAnswer } from './lists-and-readings.ts';
import { referralAnswer } from './referral.ts';

/** Schema of a dossier as JSON. */
export const dossierAnswer = z
  .object({
    format: z.literal('liaise-dossier/1'),
    madeAt: moment,
    handlingCode: z.enum(HANDLING_CODES).describe('How the content may be used. Keep it with every copy'),
    tlp: z.enum(TLPS),
    reader: z
      .object({ personId: z.string(), name: z.string(), agencyId: z.string(), agency: z.string() })
      .describe('The person or system for which it was made'),
    purpose: z
      .object({ code: z.enum(READING_PURPOSES), text: z.string() })
      .exactOptional()
      .describe('Why the particulars were read; absent if they are not included'),
    referral: referralAnswer.omit({ acts: true }).describe('As disclosed to the reader'),
    clocks: clocksAnswer.shape.clocks,
    timeline: timelineAnswer.shape.entries,
    particulars: particularsAnswer.shape.said.exactOptional(),
    policyVersions: z.array(z.string()).describe('Versions of the clock policies that the clocks were started with'),
    checkpoint: z
      .object({ origin: z.string(), size: z.number(), root: z.string(), signedAt: moment })
      .exactOptional()
      .describe('The newest signed checkpoint of the audit log'),
  })
  .meta({ id: 'Dossier' });
