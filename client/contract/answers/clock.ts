/** A clock, and the explanation of its due instant. */

import { z } from 'zod';
import { CLOCK_NAMES } from '../../../domain/clocks/clock-names.ts';
import { EXPIRY_ACTIONS, PAUSE_REASONS } from '../../../domain/events.ts';
import { EXTENSION_REASONS } from '../../../domain/vocabulary.ts';
import { moment } from './actor.ts';
import { clockCalculation, pauseCap, span, warnings } from './counting.ts';

/** A party of a referral. */
export const caseParty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sender') }),
  z.object({ kind: z.literal('coordinator') }),
  z.object({ kind: z.literal('recipient'), recipientId: z.string() }),
]);

const subject = z.discriminatedUnion('of', [
  z.object({ of: z.literal('referral') }),
  z.object({ of: z.literal('recipient'), recipientId: z.string() }),
  z.object({ of: z.literal('question'), questionId: z.string() }),
  z.object({ of: z.literal('translation'), translationId: z.string(), asked: caseParty.exactOptional() }),
]);

const started = {
  name: z.enum(CLOCK_NAMES),
  subject,
  debtor: z.enum(['sender', 'coordinator', 'recipient']).describe('Whose turn it is while it runs'),
  ...span,
  zone: z.string().describe('IANA zone whose day it counts'),
  onExpiry: z.enum(EXPIRY_ACTIONS),
  extension: z.object({
    max: z.number(),
    count: z.number(),
    reasonRequired: z.boolean(),
    reasons: z
      .array(z.enum(EXTENSION_REASONS))
      .exactOptional()
      .describe('The only reasons for which it can be extended. Absent if every reason is accepted'),
  }),
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
    counted: clockCalculation
      .exactOptional()
      .describe('What the due instant is computed from: rules, calendar, pauses and extensions'),
    state: z.discriminatedUnion('status', [
      z.object({ status: z.literal('running') }),
      z.object({
        status: z.literal('paused'),
        since: moment,
        reason: z.enum(PAUSE_REASONS).exactOptional().describe('Absent if a question is open'),
        cap: pauseCap.exactOptional().describe('When pauses have reached their longest time'),
      }),
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
    paused: z.number().describe('The time that was counted as a pause, in milliseconds'),
    midnights: z.int().exactOptional().describe('The midnights of the pause, which move a deadline in days'),
    capped: z.literal(true).exactOptional().describe('The pause ended because all pauses reached their longest time'),
    ...{ dueAt: moment, warnings },
  }),
  z.object({
    ...{ at: moment, what: z.literal('extended'), amount: z.number() },
    reason: z.enum(EXTENSION_REASONS).exactOptional(),
    reasonSeq: z.number().exactOptional().describe('The entry whose words give the reason; read with the particulars'),
    ...{ estimateAt: moment.exactOptional(), dueAt: moment, warnings },
  }),
  z.object({ at: moment, what: z.literal('warned'), fraction: z.number() }),
  z.object({ at: moment, what: z.literal('expired'), action: z.enum(EXPIRY_ACTIONS) }),
  z.object({ at: moment, what: z.literal('stopped'), by: z.string(), late: z.boolean() }),
  z.object({ at: moment, what: z.literal('restored') }).describe('The act that stopped it was taken back'),
  z.object({ at: moment, what: z.literal('offset-changed'), from: z.number(), to: z.number() }),
]);

const computedPeriod = z.object({
  of: z
    .enum(['own', 'latest', 'earliest', 'requested'])
    .describe('Its own period, a limit of the policy, or the date that the sender asked for'),
  ...span,
  source: z.string().exactOptional().describe('The act and article of a limit'),
  dueAt: moment,
  decisive: z.boolean().describe('Whether the clock is due at the end of this period'),
  steps: z
    .array(z.looseObject({ step: z.string() }))
    .describe('The steps of the computation, as "liaise deadline --json" prints them'),
});

const localTime = z.object({ of: z.enum(['clock', 'sender', 'recipient', 'utc']), zone: z.string(), time: z.string() });

/** The clocks of a referral that the viewer sees, each with its life. */
export const clocksAnswer = z
  .object({
    reference: z.string(),
    clocks: z.array(
      z.object({
        clock,
        basis: z
          .object({
            level: z.enum(['STATUTORY', 'TARGET']),
            text: z.string(),
            source: z.string().exactOptional().describe('The act and the article'),
          })
          .nullable()
          .describe(
            'As recorded at the start. null for a clock of an earlier version, if the policy has another one now',
          ),
        lines: z.array(clockChange).describe('All that happened to it, in order'),
        computation: z
          .array(computedPeriod)
          .exactOptional()
          .describe('How the due instant was computed; absent for clocks of earlier versions'),
        due: z.object({ at: moment, recomputedAt: moment, readings: z.array(localTime) }),
        text: z.string().describe('The same for people, in the language of the answer'),
      }),
    ),
  })
  .meta({ id: 'Clocks' });
