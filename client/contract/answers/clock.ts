/** A clock, and the explanation of its due instant. */

import { z } from 'zod';
import { CLOCK_UNITS, EXPIRY_ACTIONS, PAUSE_REASONS } from '../../../domain/events.ts';
import { CLOCK_NAMES } from '../../../domain/vocabulary.ts';
import { moment } from './actor.ts';

const warnings = z.array(z.object({ fraction: z.number(), at: moment }));

const subject = z.discriminatedUnion('of', [
  z.object({ of: z.literal('referral') }),
  z.object({ of: z.literal('recipient'), recipientId: z.string() }),
  z.object({ of: z.literal('question'), questionId: z.string() }),
]);

const started = {
  name: z.enum(CLOCK_NAMES),
  subject,
  debtor: z.enum(['sender', 'coordinator', 'recipient']).describe('Whose turn it is while it runs'),
  amount: z.number(),
  unit: z.enum(CLOCK_UNITS),
  zone: z.string().describe('IANA zone whose day it counts'),
  onExpiry: z.enum(EXPIRY_ACTIONS),
  extension: z.object({ max: z.number(), count: z.number(), reasonRequired: z.boolean() }),
  policyVersion: z.string(),
};

/** Schema of a clock of a referral. */
export const clock = z
  .object({
    id: z.string(),
    ...started,
    startedAt: moment,
    dueAt: moment,
    warnings: warnings.describe('Still to be given; the first is the next'),
    extensions: z.number().describe('How often it was extended'),
    state: z.discriminatedUnion('status', [
      z.object({ status: z.literal('running') }),
      z.object({ status: z.literal('paused'), since: moment }),
      z.object({ status: z.literal('expired'), at: moment }),
      z.object({ status: z.literal('stopped'), at: moment, late: z.boolean() }),
    ]),
  })
  .meta({ id: 'Clock' });

const clockChange = z.discriminatedUnion('what', [
  z.object({ at: moment, what: z.literal('started'), dueAt: moment, warnings }),
  z.object({ at: moment, what: z.literal('paused'), reason: z.enum(PAUSE_REASONS) }),
  z.object({
    ...{ at: moment, what: z.literal('resumed'), reason: z.enum(PAUSE_REASONS) },
    paused: z.number().describe('Length of the pause in milliseconds'),
    midnights: z.int().exactOptional().describe('The midnights of the pause, which move a deadline in days'),
    ...{ dueAt: moment, warnings },
  }),
  z.object({
    ...{ at: moment, what: z.literal('extended'), amount: z.number() },
    reasonSeq: z.number().exactOptional().describe('The entry whose words give the reason; read with the particulars'),
    ...{ estimateAt: moment.exactOptional(), dueAt: moment, warnings },
  }),
  z.object({ at: moment, what: z.literal('warned'), fraction: z.number() }),
  z.object({ at: moment, what: z.literal('expired'), action: z.enum(EXPIRY_ACTIONS) }),
  z.object({ at: moment, what: z.literal('stopped'), by: z.string(), late: z.boolean() }),
  z.object({ at: moment, what: z.literal('offset-changed'), from: z.number(), to: z.number() }),
]);

const localTime = z.object({ of: z.enum(['clock', 'sender', 'recipient', 'utc']), zone: z.string(), time: z.string() });

/** The clocks of a referral that the viewer sees, each with its life. */
export const clocksAnswer = z
  .object({
    reference: z.string(),
    clocks: z.array(
      z.object({
        clock,
        basis: z
          .object({ level: z.enum(['STATUTORY', 'TARGET']), text: z.string() })
          .nullable()
          .describe('null where the policy at hand is of another version than the clock'),
        lines: z.array(clockChange).describe('All that happened to it, in order'),
        due: z.object({ at: moment, recomputedAt: moment, readings: z.array(localTime) }),
        text: z.string().describe('The same for people, in English'),
      }),
    ),
  })
  .meta({ id: 'Clocks' });
