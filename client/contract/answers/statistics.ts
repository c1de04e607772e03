/** Answer with the statistics of requests. */

import { z } from 'zod';
import { REQUEST_SIDES } from '../../../domain/statistics/request-events.ts';
import { DECLINE_GROUNDS, KINDS, LEGAL_INSTRUMENTS } from '../../../domain/vocabulary.ts';

const count = z.int();
const milliseconds = z.number().exactOptional();

const row = z
  .object({
    key: z
      .string()
      .describe(
        'Country, country and urgency (FI:urgent), urgency, kind or month; empty for the whole. An international agency has no country',
      ),
    requested: count.describe('Referrals that were sent to a recipient; one for each recipient'),
    answered: count.describe('All first answers: granted, refused, onward and withoutResult'),
    granted: count,
    refused: count,
    onward: count,
    withoutResult: count.describe('Reports that the recipient has no information to give'),
    grounds: z.array(z.object({ ground: z.enum(DECLINE_GROUNDS), count })),
    inTime: count.describe('Answers before their deadline'),
    late: count,
    lateAuthorisation: count.describe('Of the late answers, those that waited for a judicial authorisation'),
    overdue: count.describe('Deadlines that passed without an answer'),
    departures: count.describe('Extensions for a judicial authorisation: Directive (EU) 2023/977 art. 5(2)'),
    averageMs: milliseconds.describe('From the request to its answer, in milliseconds'),
    medianMs: milliseconds,
    p90Ms: milliseconds.describe('The 90th percentile'),
  })
  .meta({ id: 'RequestFigures' });

/** Schema of the statistics of requests. */
export const statisticsAnswer = z
  .object({
    side: z.enum(REQUEST_SIDES),
    sides: z.array(z.enum(REQUEST_SIDES)).describe('The sides on which the agency has requests'),
    months: z.object({ from: z.string(), to: z.string() }).describe('UTC, both inclusive'),
    onlyKind: z.enum(KINDS).exactOptional().describe('The kind to which the figures are limited'),
    onlyInstrument: z.enum(LEGAL_INSTRUMENTS).exactOptional().describe('The legal instrument, in the same way'),
    error: z.number().describe('The largest relative error of each time'),
    whole: row,
    country: z.array(row).describe('By requesting country; of requests that the agency made, by receiving country'),
    countryUrgency: z.array(row).describe('By country and urgency: Directive (EU) 2023/977 art. 18(2)'),
    urgency: z.array(row),
    kind: z.array(row),
    month: z.array(row).describe('Every month of the period'),
  })
  .meta({ id: 'Statistics' });
