/** Zod schemas of the seed files: one file for each country with its agencies and contact points, and one for people.
 * */

import { z } from 'zod';
import { countryFault } from '../../domain/countries.ts';
import { ROLES } from '../../domain/people.ts';
import { parseHours } from '../../domain/routing/opening-hours.ts';
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
const country = countryOf(countryFault);
/** `XR`, a user-assigned code of ISO 3166-1, holds the agencies that belong to no country. */
const countryOrNone = countryOf((code) => (code === 'XR' ? null : countryFault(code)));
const language = z.string().regex(/^[a-z]{2}$/, 'must be two small letters (ISO 639-1)');
const languages = z.array(language).min(1);
const zone = z.string().refine(isZone, 'must be an IANA time zone');
const hours = z
  .string()
  .refine(
    (text) => parseHours(text) !== undefined,
    'must be 24/7, office hours as 08:00-16:00, or hours by weekday as "Mo-Fr 08:00-16:00; Sa 09:00-12:00"',
  );
const daysAgo = z.int().min(0);
const chain = z.array(z.enum(CONTACT_POINT_TYPES));

const contactPoint = z.strictObject({
  id,
  type: z.enum(CONTACT_POINT_TYPES),
  name: z.string().min(1),
  email: z.email(),
  dutyEmail: z.email().optional(),
  deputyId: id.optional(),
  /** Default: the country's time zone. */
  zone: zone.optional(),
  hours,
  /** Default: the country's languages. */
  languages: languages.optional(),
  /** Default: all capabilities that its agency provides and a referral can require. */
  capabilities: z.array(z.enum(CAPABILITIES)).min(1).optional(),
  kinds: z.array(z.enum(KINDS)).min(1),
  clearances: z.array(z.enum(HANDLING_CODES)).min(1),
  capacity: z.int().min(1).optional(),
  verifiedDaysAgo: daysAgo,
});

const agency = z.strictObject({
  id,
  name: z.string().min(1),
  type: z.enum(AGENCY_TYPES),
  /** Its people's addresses are `<id>@<mailDomain>`, unless they have an address of their own. */
  mailDomain: z.hostname(),
  coordinating: z.boolean().default(false),
  excludes: z.array(id).default([]),
  provides: z
    .strictObject({ full: z.array(z.enum(REGISTRY_CAPABILITIES)), partial: z.array(z.enum(REGISTRY_CAPABILITIES)) })
    .default({ full: [], partial: [] }),
  contactPoints: z.array(contactPoint),
});

/** The file of one country: its agencies, contact points, capabilities and fallback chain. */
export const countryFile = z.strictObject({
  country: countryOrNone,
  zone,
  languages,
  /** When the capabilities of its agencies were last verified; null if never. */
  verifiedDaysAgo: daysAgo.nullable(),
  /** Default: the network's default chain. */
  chain: chain.optional(),
  agencies: z.array(agency),
});
export type CountryFile = z.output<typeof countryFile>;

/**
 * The network file: the default fallback chain, and the countries to which a transfer requires no separate legal basis.
 */
export const networkFile = z.strictObject({
  defaultChain: chain.min(1),
  withinEu: z.strictObject({ because: z.string().min(1), countries: z.array(country) }),
});
export type NetworkFile = z.output<typeof networkFile>;

/** The people file: each person with their roles by agency. */
export const peopleFile = z.array(
  z.strictObject({
    id,
    name: z.string().min(1),
    email: z.email().optional(),
    /** The language of the person's pages and letters. */
    language: z.enum(LANGUAGES),
    /** Default: the time zone of the first agency's country. */
    zone: zone.optional(),
    /** Roles by agency. */
    at: z.record(id, z.array(z.enum(ROLES)).min(1)),
  }),
);
export type PeopleFile = z.output<typeof peopleFile>;

function countryOf(faultOf: (code: string) => string | null) {
  return z.string().superRefine((code, { addIssue }) => {
    const message = faultOf(code);
    if (message !== null) addIssue({ code: 'custom', message });
  });
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
