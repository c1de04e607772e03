/** What may be asked of the statistics: a year, or months, and the side of the requests. */

import { z } from 'zod';
import { REQUEST_SIDES } from '../../domain/statistics/request-events.ts';
import { KINDS, LEGAL_INSTRUMENTS } from '../../domain/vocabulary.ts';

/** A year. */
export const year = z.coerce.number().int().min(2000).max(2100);

/** The query of the statistics, as every entry point accepts it. */
export const statisticsQuery = z.strictObject({
  year: year.describe('The calendar year (UTC)'),
  side: z
    .enum(REQUEST_SIDES)
    .exactOptional()
    .describe(
      'Requests that the agency made, received or coordinated; the first that it has of coordinated, received, made',
    ),
  kind: z.enum(KINDS).exactOptional().describe('Only requests of this kind; all by default'),
  instrument: z
    .enum(LEGAL_INSTRUMENTS)
    .exactOptional()
    .describe('Only requests under this legal instrument; all by default'),
});
