/** Agencies as administrators see them, and proposals of changes. */

import { z } from 'zod';
import { moment } from './actor.ts';
import { agencyFields } from './directory.ts';

/** Schema of the agencies that an administrator may change. */
export const agenciesAnswer = z
  .object({
    agencies: z.array(
      z.object({
        ...agencyFields,
        disabled: z.boolean(),
        version: z
          .string()
          .describe('Send it with a change: if the agency has changed since, the change is refused (412)'),
      }),
    ),
  })
  .meta({ id: 'AdministeredAgencies' });

/** Schema of the opening hours of the contact points that an administrator may change. */
export const pointHoursAnswer = z
  .object({
    contactPoints: z.array(
      z.object({
        ...{ id: z.string(), agencyId: z.string(), name: z.string(), zone: z.string(), disabled: z.boolean() },
        hours: z
          .string()
          .describe('24/7; 08:00-16:00 on every working day; or by weekday: Mo-Fr 08:00-16:00; Sa 09:00-12:00'),
        version: z
          .string()
          .describe('Send it with a change: if the contact point has changed since, it is refused (412)'),
      }),
    ),
  })
  .meta({ id: 'PointHours' });

/** Schema of the closed days and half days of an agency. */
export const specialDaysAnswer = z
  .object({
    days: z.array(
      z.object({
        ...{ day: z.string(), name: z.string() },
        closesAt: z.string().exactOptional().describe('Only on a half day, which is a working day'),
      }),
    ),
  })
  .meta({ id: 'SpecialDays' });

/** Schema of the answer to a requested change. */
export const proposedAnswer = z
  .object({
    outcome: z
      .enum(['proposed', 'unchanged', 'applied'])
      .describe('proposed: another administrator must confirm it; for a system, two must'),
    proposalId: z.string().exactOptional(),
  })
  .meta({ id: 'Proposed' });

/** Schema of the answer to a decision about a proposal. */
export const decidedAnswer = z
  .object({
    outcome: z
      .enum(['applied', 'unchanged', 'confirmed-once', 'rejected', 'withdrawn', 'announced'])
      .describe('confirmed-once: one more administrator must confirm it'),
  })
  .meta({ id: 'Decided' });

/** Schema of one proposal. */
export const proposalAnswer = z
  .object({
    id: z.string(),
    status: z.enum(['pending', 'expired', 'applied', 'rejected', 'withdrawn']),
    change: z.string().describe('The kind of change, for example add-agency or set-roles'),
    about: z.string().describe('The id of the agency, person or contact point'),
    agencies: z.array(z.string()).readonly().describe('The agencies concerned'),
    fields: z.array(
      z.object({
        entry: z.string().exactOptional().describe('The id of the entry, if the proposal changes several'),
        ...{ field: z.string(), before: z.unknown(), after: z.unknown() },
      }),
    ),
    proposer: z.object({ personId: z.string(), agencyId: z.string() }),
    needsTwo: z.boolean().describe('Nobody signed in to propose it: two administrators must confirm it'),
    openWork: z
      .array(
        z.object({
          agencyId: z.string(),
          work: z.array(z.object({ task: z.string().nullable(), referrals: z.int() })),
        }),
      )
      .exactOptional()
      .describe('How many open referrals the change would leave to others, by the deadline that they wait for'),
    proposedAt: moment,
    expiresAt: moment,
    decisions: z.array(z.object({ step: z.string(), personId: z.string(), at: moment })),
    isOwn: z.boolean().describe('The caller proposed it'),
    obstacle: z.string().nullable().describe('The code of why the caller cannot confirm it; null if the caller can'),
    confirmableAt: moment.exactOptional().describe('When an administrator without a colleague can confirm it'),
  })
  .meta({ id: 'Proposal' });

/** Schema of the newest proposals. */
export const proposalsAnswer = z.object({ proposals: z.array(proposalAnswer) }).meta({ id: 'Proposals' });
