/** The directory, as far as it is needed to select a contact point; without e-mail addresses. */

import { z } from 'zod';
import {
  AGENCY_TYPES,
  CAPABILITY_LEVELS,
  CONTACT_POINT_TYPES,
  HANDLING_CODES,
  KINDS,
  REGISTRY_CAPABILITIES,
} from '../../../domain/vocabulary.ts';
import { moment } from './actor.ts';

/** Fields of an agency. */
export const agencyFields = {
  id: z.string(),
  name: z.string(),
  country: z.string().nullable().describe('null for an international organisation'),
  type: z.enum(AGENCY_TYPES),
  coordinating: z.boolean(),
};

/** Schema of the response with agencies and contact points. */
export const directoryAnswer = z
  .object({
    agencies: z.array(z.object(agencyFields)),
    contactPoints: z.array(
      z.object({
        id: z.string(),
        agencyId: z.string(),
        country: z.string(),
        type: z.enum(CONTACT_POINT_TYPES),
        name: z.string(),
        deputyId: z.string().exactOptional(),
        zone: z.string(),
        calendar: z
          .string()
          .exactOptional()
          .describe('The country or region whose public holidays it has, for example DE-BY. Default: its country'),
        hours: z
          .string()
          .describe('24/7, 08:00-16:00 on working days, or by weekday: Mo-Fr 08:00-12:00,13:00-16:00; Sa 09:00-12:00'),
        languages: z.array(z.string()),
        capabilities: z.array(z.enum(REGISTRY_CAPABILITIES)),
        kinds: z.array(z.enum(KINDS)),
        clearances: z.array(z.enum(HANDLING_CODES)),
        capacity: z
          .number()
          .exactOptional()
          .describe('The most referrals that may wait for its acknowledgement. Beyond it, routing prefers others'),
        drillDays: z
          .number()
          .exactOptional()
          .describe('A drill is started so many days after the last one. Without it, drills are started by hand only'),
        verifiedAt: moment,
        disabled: z.boolean().exactOptional().describe('Routing leaves it out, and nothing is sent to it'),
      }),
    ),
    capabilities: z.array(
      z.object({
        country: z.string(),
        capability: z.enum(REGISTRY_CAPABILITIES),
        level: z.enum(CAPABILITY_LEVELS),
        providerIds: z.array(z.string()),
        verifiedAt: moment.nullable().describe('When it was last confirmed'),
        recordedBy: z.string().exactOptional().describe('The agency of the person who stated or confirmed it'),
      }),
    ),
  })
  .meta({ id: 'Directory' });

/** Schema of the drills of contact points. */
export const drillsAnswer = z
  .object({
    contactPoints: z.array(
      z.object({
        contactPointId: z.string(),
        next: z
          .string()
          .nullable()
          .describe(
            'When the schedule starts the next drill; "due" if it waits for the desk to open; null without one',
          ),
        drills: z
          .array(
            z.object({
              referralId: z.uuid(),
              startedAt: moment,
              result: z.enum(['running', 'acknowledged', 'unanswered']),
              acknowledgedAt: moment.exactOptional(),
            }),
          )
          .describe('The newest first, at most three'),
      }),
    ),
  })
  .meta({ id: 'Drills' });

/** Schema of a drill that was started. */
export const startedDrillAnswer = z
  .object({ referralId: z.uuid(), reference: z.string() })
  .meta({ id: 'StartedDrill' });
