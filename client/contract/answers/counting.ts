/** What the due instant of a clock is computed from, as the journal records it. */

import { z } from 'zod';
import { CLOCK_UNITS } from '../../../domain/clocks/counting.ts';
import { moment } from './actor.ts';

export const span = { amount: z.number(), unit: z.enum(CLOCK_UNITS) };

const warning = z.object({
  fraction: z.number(),
  at: moment,
  before: z.object(span).exactOptional().describe('Set if the policy defines the warning by the time that is left'),
});

/** Schema of the warnings of a clock. */
export const warnings = z.array(warning);

const calendar = z.object({
  place: z.string().exactOptional().describe('Country or region, for example DE or DE-BY'),
  weekend: z.array(z.number()).describe('ISO 8601 weekdays: 6 is Saturday'),
  closed: z.array(z.object({ day: z.string(), why: z.enum(['holiday', 'closed-day']), name: z.string() })),
  halfDays: z
    .array(z.object({ day: z.string(), name: z.string(), closesAt: z.string() }))
    .exactOptional()
    .describe('Working days on which the agency closes early. They count'),
  until: z.string().describe('The last date that was looked up'),
});

const rules = { excludeFirstUnit: z.boolean().exactOptional(), rollForward: z.boolean().exactOptional() };
const limits = z.array(z.object({ ...span, ...rules, source: z.string().exactOptional() }));

/** Schema of what a clock is computed from, besides its start. */
export const clockCalculation = z.object({
  counting: z.object({
    rule: z.literal(1),
    ...rules,
    calendar: calendar.exactOptional(),
    latestOf: limits.exactOptional(),
    earliestOf: limits.exactOptional(),
    requested: z.object({ at: moment, floor: z.object(span) }).exactOptional(),
    pauseCap: z.object(span).exactOptional(),
    pauseOn: z.array(z.string()),
    stops: z.array(z.string()),
    repeats: z.number().exactOptional(),
    thereafter: z.object(span).exactOptional().describe('It starts again with this period each time it expires'),
    zones: z
      .object({ sender: z.string(), recipient: z.string().exactOptional() })
      .exactOptional()
      .describe('IANA time zones of the parties at the start; absent for clocks of earlier versions'),
  }),
  pauses: z.array(z.object({ from: moment, to: moment })),
  extendedBy: z.number(),
  planned: z.array(warning.omit({ at: true }).extend({ at: moment.exactOptional() })),
});

/** Schema of the end of a pause that has reached its longest time. */
export const pauseCap = z.object({
  at: moment,
  dueAt: moment,
  warnings,
  midnights: z.int().exactOptional(),
  calendar: calendar.exactOptional(),
});
