/** The shape of clock policies. They are data: `targets.json`, or the file of the operator. */

import { z } from 'zod';
import { EXPIRY_ACTIONS, PAUSE_REASONS } from '../events.ts';
import { EXTENSION_REASONS, INFORMATION_ACCESS, KINDS, LEGAL_INSTRUMENTS, URGENCIES } from '../vocabulary.ts';
import { LANGUAGES } from '../words/languages.ts';
import { isZone } from './calendar.ts';
import { CLOCK_NAMES } from './clock-names.ts';
import { CLOCK_UNITS } from './counting.ts';
import { type ClockScope, isTrigger, type Trigger } from './triggers.ts';
import { isPlace } from './working-days.ts';

const PARTIES = ['sender', 'coordinator', 'recipient'] as const;
const DEBTORS = [...PARTIES, 'asked'] as const;
const SCOPES = ['referral', 'recipient', 'question', 'translation'] as const satisfies ClockScope[];

const amount = z.int().min(1).max(10_000);
const span = z.strictObject({ amount, unit: z.enum(CLOCK_UNITS) });

/** The act and its article: `Directive 2014/41/EU`, `12(3)`. */
const source = z.strictObject({ act: z.string().min(1).max(200), article: z.string().min(1).max(50) });

/** Where a further number of a clock comes from. In a statutory clock it has one of the two. */
const origin = {
  source: source.exactOptional(),
  /** The number is a target of the network, although the clock is statutory. */
  target: z.literal(true).exactOptional(),
};

/** The rules of Regulation (EEC, Euratom) No 1182/71 art. 3. */
const rules = { excludeFirstUnit: z.boolean().exactOptional(), rollForward: z.boolean().optional() };

const limits = z.array(z.strictObject({ ...span.shape, ...rules, ...origin })).min(1);

/** A pause is counted in hours, or in days by its midnights; a warning and a date likewise. */
const capSpan = z.strictObject({ amount, unit: z.enum(['minutes', 'hours', 'calendar-days']) });

const extension = z.strictObject({
  max: amount,
  count: z.int().min(1),
  reasonRequired: z.boolean(),
  /** The only reasons for which it can be extended; every reason if it is absent. */
  reasons: z.array(z.enum(EXTENSION_REASONS)).min(1).exactOptional(),
  ...origin,
});

/** The duration and the action on expiry. An extension has the same unit; without `extension`, none is possible. */
const termsSchema = z.strictObject({
  ...span.shape,
  ...rules,
  onExpiry: z.enum(EXPIRY_ACTIONS),
  extension: extension.exactOptional(),
  /** The clock is due at the latest of its own period and these. */
  latestOf: limits.exactOptional(),
  /** The clock is due at the earliest of its own period and these. Extensions do not move them. */
  earliestOf: limits.exactOptional(),
  /** The longest time of all pauses. */
  pauseCap: capSpan.exactOptional(),
  /** The sender may ask for an earlier date, but not before the floor. */
  shorterOnRequest: z.strictObject({ floor: z.strictObject({ ...span.shape, ...origin }) }).exactOptional(),
  /** After the last of `repeats`, the clock starts again with this period each time it expires, without end. */
  thereafter: span.exactOptional(),
});

/** The terms of a clock at one urgency. */
export type Terms = z.infer<typeof termsSchema>;

const triggers = z.array(z.custom<Trigger>(isTrigger, 'is not an event that can move a clock')).min(1);

/** In every language; policy files of earlier versions have one text, in a language of their choice. */
const basisText = z.union([z.string().min(1), z.record(z.enum(LANGUAGES), z.string().min(1))]);

const basis = z.strictObject({
  level: z.enum(['STATUTORY', 'TARGET']),
  text: basisText,
  source: source.exactOptional(),
});

const condition = z.strictObject({
  kinds: z.array(z.enum(KINDS)).min(1).exactOptional(),
  instruments: z.array(z.enum(LEGAL_INSTRUMENTS)).min(1).exactOptional(),
  /** A request that does not state it counts as indirect. */
  access: z.enum(INFORMATION_ACCESS).exactOptional(),
});

const pauseOn = z.array(z.enum(PAUSE_REASONS));

/** Other terms for some referrals. Urgencies that it does not name have the terms of the next case, or of the policy. */
const caseSchema = z.strictObject({
  when: condition,
  terms: z.partialRecord(z.enum(URGENCIES), z.union([termsSchema, z.literal('none')])),
  basis: basis.exactOptional(),
  pauseOn: pauseOn.exactOptional(),
  starts: triggers.exactOptional(),
  stops: triggers.exactOptional(),
});

/** Other terms for some referrals. */
export type PolicyCase = z.infer<typeof caseSchema>;

/** The schema of one policy, without the rules that concern several fields. */
export const policyShape = z.strictObject({
  id: z.enum(CLOCK_NAMES),
  basis,
  /** The referrals that have this clock; all if it is absent. */
  only: condition.exactOptional(),
  scope: z.enum(SCOPES),
  /** `asked` is the party that was asked for a translation. */
  debtor: z.enum(DEBTORS),
  starts: triggers,
  stops: triggers,
  terms: z.record(z.enum(URGENCIES), termsSchema),
  /** The first case that fits replaces the terms. */
  cases: z.array(caseSchema).min(1).exactOptional(),
  /** The time zone in which days are counted: that of a party, or an IANA time zone. */
  zone: z.string().refine((zone) => isParty(zone) || isZone(zone), 'is neither a party nor an IANA time zone'),
  /** Whose working days count: those of a party, or a country or region. Without it, those of the party of `zone`. */
  calendarOf: z
    .string()
    .refine(
      (whose) => isParty(whose) || isPlace(whose),
      'is neither a party nor a country or region with known holidays',
    )
    .exactOptional(),
  pauseOn,
  /** Fractions of the running time at which a warning is sent. */
  warnAt: z.array(z.number().gt(0).lt(1)).refine(isAscending, 'must be ascending'),
  /** Times before the due instant at which a warning is sent. */
  warnBefore: z.array(capSpan).min(1).exactOptional(),
  /** How often it starts again when it expires. After the last time it stays overdue, or runs for `thereafter`. */
  repeats: z.int().min(1).max(1000).exactOptional(),
});

/** The policy of a clock: start, end, amounts, warnings and expiry action. */
export type ClockPolicy = z.infer<typeof policyShape>;

/** A fault of a policy, and where it is. */
export interface PolicyFault {
  path: (string | number)[];
  message: string;
}

/** One policy for each clock. Every clock records the version with which it started. */
export interface ClockPolicies {
  version: string;
  clocks: ClockPolicy[];
  /** How often a referral can be referred onward. Each referral keeps the limit of its submission. */
  onwardLimit?: number;
}

function isParty(zone: string): boolean {
  return DEBTORS.some((party) => party === zone);
}

function isAscending(fractions: readonly number[]): boolean {
  return fractions.every((fraction, index) => index === 0 || fraction > (fractions[index - 1] ?? 0));
}
