/** The shape of the seed files. One file a country holds its agencies and their contact points; people have their own. */

import { z } from 'zod';
import { ROLES } from '../../domain/people.ts';
import {
  AGENCY_TYPES,
  CAPABILITIES,
  CONTACT_POINT_TYPES,
  HANDLING_CODES,
  KINDS,
  REGISTRY_CAPABILITIES,
} from '../../domain/vocabulary.ts';
import { LANGUAGES } from '../../domain/words/languages.ts';

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be lower-case words joined by hyphens or dots');
const country = z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166-1)');
const language = z.string().regex(/^[a-z]{2}$/, 'must be two small letters (ISO 639-1)');
const languages = z.array(language).min(1);
const zone = z.string().refine(isZone, 'must be an IANA time zone');
const hours = z
  .string()
  .regex(/^(24\/7|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/, 'must be 24/7 or office hours as 08:00-16:00');
const daysAgo = z.int().min(0);
const chain = z.array(z.enum(CONTACT_POINT_TYPES));

const contactPoint = z.strictObject({
  id,
  type: z.enum(CONTACT_POINT_TYPES),
  name: z.string().min(1),
  email: z.email(),
  dutyEmail: z.email().optional(),
  deputyId: id.optional(),
  /** The country's, where none is given. */
  zone: zone.optional(),
  hours,
  /** The country's, where none are given. */
  languages: languages.optional(),
  /** All that its agency provides and a referral can ask for, where none are given. */
  capabilities: z.array(z.enum(CAPABILITIES)).min(1).optional(),
  kinds: z.array(z.enum(KINDS)).min(1),
  clearances: z.array(z.enum(HANDLING_CODES)).min(1),
  verifiedDaysAgo: daysAgo,
});

const agency = z.strictObject({
  id,
  name: z.string().min(1),
  type: z.enum(AGENCY_TYPES),
  /** Its people are written to at `<id>@<mailDomain>`, unless they have an address of their own. */
  mailDomain: z.hostname(),
  coordinating: z.boolean().default(false),
  excludes: z.array(id).default([]),
  provides: z
    .strictObject({ full: z.array(z.enum(REGISTRY_CAPABILITIES)), partial: z.array(z.enum(REGISTRY_CAPABILITIES)) })
    .default({ full: [], partial: [] }),
  contactPoints: z.array(contactPoint),
});

export const countryFile = z.strictObject({
  /** `XR`, which ISO 3166-1 leaves to its users, holds the agencies that belong to no country. */
  country,
  zone,
  languages,
  /** When it was last asked what its agencies provide; null where it never was. */
  verifiedDaysAgo: daysAgo.nullable(),
  /** The default chain, where none is given. */
  chain: chain.optional(),
  agencies: z.array(agency),
});
export type CountryFile = z.output<typeof countryFile>;

export const networkFile = z.strictObject({
  defaultChain: chain.min(1),
  withinEu: z.strictObject({ because: z.string().min(1), countries: z.array(country) }),
});
export type NetworkFile = z.output<typeof networkFile>;

export const peopleFile = z.array(
  z.strictObject({
    id,
    name: z.string().min(1),
    email: z.email().optional(),
    /** The language of the person's pages and letters. */
    language: z.enum(LANGUAGES),
    /** That of the first agency's country, where none is given. */
    zone: zone.optional(),
    /** Roles by agency. */
    at: z.record(id, z.array(z.enum(ROLES)).min(1)),
  }),
);
export type PeopleFile = z.output<typeof peopleFile>;

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
