/** A referral as its viewer may see it: codes, ids and instants. Particulars are read separately, for a purpose. */

import { z } from 'zod';
import { REVERSIBLE_ACTS } from '../../../domain/acts.ts';
import { PRESERVATION_STATES } from '../../../domain/preservation.ts';
import { RECIPIENT_STATUSES, REFERRAL_STATUSES } from '../../../domain/statuses.ts';
import {
  CAPABILITIES,
  CONTACT_POINT_TYPES,
  CRIME_AREAS,
  HANDLING_CODES,
  INDICATOR_BASES,
  INDICATOR_PARTIES,
  INFORMATION_ACCESS,
  INFORMATION_EVALUATIONS,
  KINDS,
  LEGAL_INSTRUMENTS,
  LINK_KINDS,
  OUTCOMES,
  SOURCE_EVALUATIONS,
  TLPS,
  TRANSFER_BASES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../../domain/vocabulary.ts';
import { actor, moment, storedInstant } from './actor.ts';
import { caseParty, clock } from './clock.ts';

const country = z.string().describe('ISO 3166-1 alpha-2');

const facts = z.object({
  kind: z.enum(KINDS),
  urgency: z.enum(URGENCIES).describe('As the sender requested'),
  urgencyGrounds: z.array(z.enum(URGENCY_GROUNDS)),
  crimeAreas: z.array(z.enum(CRIME_AREAS)),
  capability: z.enum(CAPABILITIES),
  handlingCode: z.enum(HANDLING_CODES),
  evaluation: z.object({ source: z.enum(SOURCE_EVALUATIONS), information: z.enum(INFORMATION_EVALUATIONS) }),
  tlp: z.enum(TLPS),
  legalInstrument: z.enum(LEGAL_INSTRUMENTS),
  transferBasis: z.enum(TRANSFER_BASES).exactOptional(),
  informationAccess: z.enum(INFORMATION_ACCESS).exactOptional(),
  answerBy: storedInstant.exactOptional(),
  languages: z.array(z.string()),
  incidentAt: storedInstant.exactOptional(),
  indicators: z.array(
    z.object({
      country: country.nullable(),
      basis: z.enum(INDICATOR_BASES),
      party: z.enum(INDICATOR_PARTIES).exactOptional(),
      verified: z.boolean(),
      proxySuspected: z.boolean(),
    }),
  ),
  materialCount: z.number(),
  drill: z.literal(true).exactOptional().describe('A test referral that asks for an acknowledgement only'),
});

const place = {
  contactPointId: z.string(),
  agencyId: z.string(),
  country,
  type: z.enum(CONTACT_POINT_TYPES),
};

const proposal = z.object({
  urgency: z.enum(URGENCIES),
  urgencyReasons: z.array(z.string()),
  urgencyGrounds: z.array(z.enum(URGENCY_GROUNDS)),
  countries: z.array(z.object({ country, score: z.number(), reasons: z.array(z.string()) })),
  verdict: z.enum(['clear', 'tie', 'none']),
  verdictReasons: z.array(z.string()),
  capability: z.enum(CAPABILITIES),
  capabilityReasons: z.array(z.string()),
  ruleVersion: z.string(),
});

const decision = z.object({
  urgency: z.enum(URGENCIES),
  urgencyGrounds: z.array(z.enum(URGENCY_GROUNDS)),
  countries: z.array(country),
  capability: z.enum(CAPABILITIES),
  wanted: z.array(z.object(place)),
});

const triage = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('proposed'), proposal }),
  z.object({ state: z.literal('decided'), proposal: proposal.exactOptional(), decision }),
]);

const recipient = z.object({
  id: z.string().describe('Within the referral, for example r1'),
  ...place,
  status: z.enum(RECIPIENT_STATUSES),
  round: z.number(),
  hop: z.number(),
  parentId: z.string().exactOptional(),
  chainId: z.string().exactOptional().describe('The first recipient of its chain of onward referrals and replacements'),
  opened: z.enum(['route', 'replacement', 'onward', 'override']),
  openedAt: moment,
  lead: z.literal(true).exactOptional().describe('It coordinates the other recipients'),
  acknowledged: z.discriminatedUnion('state', [
    z.object({ state: z.literal('no') }),
    z.object({ state: z.literal('yes'), at: moment, late: z.boolean() }),
  ]),
  replacement: z.discriminatedUnion('state', [
    z.object({ state: z.literal('not-needed') }),
    z.object({ state: z.literal('due'), at: moment }),
    z.object({ state: z.literal('awaits-supervisor') }),
    z.object({ state: z.literal('done') }),
  ]),
  onward: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('consent-asked'), choice: z.object(place) }),
    z.object({ state: z.literal('consented') }),
  ]),
  outcomes: z
    .array(
      z.object({
        outcome: z.enum(OUTCOMES),
        final: z.boolean(),
        at: moment,
        corrects: z.literal(true).exactOptional().describe('It replaces the final outcome before it'),
        correctable: z
          .object({ by: z.string(), until: moment })
          .exactOptional()
          .describe('The person who reported it may correct it until then'),
      }),
    )
    .describe('The last one is in force'),
  recallConfirmed: z.boolean(),
  preserved: z.enum(PRESERVATION_STATES).exactOptional().describe('Absent if it reported no preserved data'),
  erasure: z
    .enum(['asked', 'confirmed'])
    .exactOptional()
    .describe('After an erasure on order: whether the recipient confirmed that it erased its copies'),
});

const question = z.object({
  id: z.string().describe('Within the referral, for example q1'),
  asker: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('coordinator') }),
    z.object({ kind: z.literal('recipient'), recipientId: z.string() }),
  ]),
  language: z.string().exactOptional().describe('The language in which the answer is needed'),
  askedAt: moment,
  state: z.enum(['open', 'expired', 'answered', 'lapsed']),
});

const translation = z.object({
  id: z.string().describe('Within the referral, for example t1'),
  asker: caseParty,
  of: caseParty.describe('The party that must translate'),
  languages: z.array(z.string()).describe('ISO 639-1; one of them is enough'),
  ofQuestion: z.string().exactOptional().describe('The question whose answer is translated'),
  askedAt: moment,
  state: z.enum(['open', 'expired', 'delivered', 'lapsed']),
});

const closure = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['completed', 'rejected-at-intake', 'informational', 'withdrawn', 'no-recipient']) }),
  z.object({ kind: z.literal('duplicate'), of: z.string() }),
]);

/** Schema of one referral. */
export const referralAnswer = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    status: z.enum(REFERRAL_STATUSES),
    round: z.number().describe('1, plus one for each reopening'),
    senderAgencyId: z.string(),
    senderPersonId: z.string(),
    coordinatorAgencyId: z.string(),
    submittedAt: moment,
    urgency: z
      .enum(URGENCIES)
      .describe('Decided in triage; until then as the sender requested, which the proposal may raise'),
    facts,
    triage,
    unrouted: z.array(country),
    unserved: z
      .array(country)
      .exactOptional()
      .describe('No recipient was found there, and a supervisor has not decided yet'),
    recipients: z.array(recipient),
    questions: z.array(question),
    translations: z.array(translation).exactOptional(),
    clocks: z.array(clock),
    handlers: z.record(z.string(), z.string()).describe('The person who handles it, by agency'),
    undo: z
      .object({ act: z.enum(REVERSIBLE_ACTS), by: z.string(), until: moment })
      .exactOptional()
      .describe("The last act of the caller's agency, if its author may take it back until then"),
    ownReference: z
      .string()
      .exactOptional()
      .describe("The number that the caller's agency uses for the case. No other agency sees it"),
    oralRequest: z
      .object({ requestedAt: moment, confirmed: z.boolean() })
      .exactOptional()
      .describe('The last request that was made by voice first, and whether the sender confirmed it in writing'),
    links: z.array(z.object({ otherId: z.string(), kind: z.enum(LINK_KINDS) })),
    withdrawal: z.discriminatedUnion('state', [
      z.object({ state: z.literal('none') }),
      z.object({ state: z.literal('asked'), by: actor }),
    ]),
    ending: z.discriminatedUnion('state', [
      z.object({ state: z.literal('none') }),
      z.object({ state: z.literal('proposed'), kind: z.enum(['completed', 'no-recipient']), by: actor }),
      z.object({ state: z.literal('closed'), closure, at: moment }),
    ]),
    retention: z
      .object({
        until: moment.exactOptional().describe('A supervisor decided to keep the referral until then'),
        review: z
          .object({ askedAt: moment, dueAt: moment })
          .exactOptional()
          .describe('Without a decision by dueAt, the referral is erased'),
      })
      .exactOptional(),
    legalHold: z.object({ at: moment, by: actor }).exactOptional().describe('While it is set, nothing is erased'),
    erasureOrder: z.object({ at: moment, by: actor }).exactOptional().describe('The sender ordered the erasure'),
    acts: z
      .array(
        z.object({
          type: z.string(),
          recipientId: z.string().exactOptional(),
          questionId: z.string().exactOptional(),
          translationId: z.string().exactOptional(),
          act: z.enum(REVERSIBLE_ACTS).exactOptional().describe('The act that can be taken back'),
        }),
      )
      .describe('The acts that the caller may perform now'),
  })
  .meta({ id: 'Referral' });
