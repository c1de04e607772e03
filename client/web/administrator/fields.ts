/** What administrators may type, field by field: the rules of the files that a directory is first loaded from. */

import { z } from 'zod';
import { isZone } from '../../../domain/clocks/calendar.ts';
import { isPlace } from '../../../domain/clocks/working-days.ts';
import { ROLES } from '../../../domain/people.ts';
import { hoursByWeekday, parseHours, type Weekday } from '../../../domain/routing/opening-hours.ts';
import {
  AGENCY_TYPES,
  CAPABILITY_LEVELS,
  CONTACT_POINT_TYPES,
  HANDLING_CODES,
  KINDS,
  REGISTRY_CAPABILITIES,
} from '../../../domain/vocabulary.ts';
import { WEBHOOK_KINDS, WEBHOOK_URL_LENGTH } from '../../../domain/webhooks.ts';
import { LANGUAGES } from '../../../domain/words/languages.ts';
import { issuer } from '../../contract/issuer.ts';
import { closingTime, country, isoDay } from '../../contract/submission.ts';
import { DIRECTORY_TEXT_LIMITS as LONGEST } from '../../directory/guarded-texts.ts';

/** Fields that have a text of their own for when they are wrong: `administrator:fault.<name>`. */
export const FIELDS_WITH_FAULT_TEXT = [
  'id',
  'name',
  'type',
  'excludes',
  'email',
  'dutyEmail',
  'deputyId',
  'zone',
  'calendar',
  'hours',
  'languages',
  'language',
  'capabilities',
  'kinds',
  'clearances',
  'capacity',
  'drillDays',
  'country',
  'agencyId',
  'roles',
  'issuer',
  'subject',
  'day',
  'closesAt',
  'level',
  'providerIds',
  'url',
  'events',
] as const;
/** Fields with an error message of their own. */
export type FieldWithFaultText = (typeof FIELDS_WITH_FAULT_TEXT)[number];

const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
  .max(LONGEST.id);
const name = z.string().trim().min(1).max(LONGEST.name);
const email = z.email().max(LONGEST.email);
const zone = z.string().trim().max(LONGEST.zone).refine(isZone);
const version = z.string().max(64);

/** Of boxes none, one or many arrive. */
function many<T extends string>(of: z.ZodType<T>) {
  return z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(of).max(200));
}

/** An empty field is no value. */
function optional<T>(of: z.ZodType<T>) {
  return z.preprocess((value) => (value === '' ? undefined : value), of.optional());
}

/** `fi, sv en` are three. */
const languages = z
  .string()
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string().regex(/^[a-z]{2}$/))
      .min(1)
      .max(20),
  );

/** Schema of the form that adds an agency. An international organisation has no country. */
export const newAgencyForm = z.object({
  ...{ id, name, type: z.enum(AGENCY_TYPES) },
  country: z.preprocess((value) => (value === '' ? null : value), country.nullable()),
});
/** Schema of the form that changes an agency. */
export const agencyForm = z.object({ version, name, type: z.enum(AGENCY_TYPES), excludes: many(id) });

const hoursOfDay = z.string().trim().max(LONGEST.hours).default('');
const hoursFields = {
  hours: hoursOfDay.refine((text) => text === '' || parseHours(text) !== undefined),
  ...{ hoursMo: hoursOfDay, hoursTu: hoursOfDay, hoursWe: hoursOfDay, hoursTh: hoursOfDay, hoursFr: hoursOfDay },
  ...{ hoursSa: hoursOfDay, hoursSu: hoursOfDay },
} satisfies Record<'hours' | `hours${Weekday}`, z.ZodType>;
type HoursFields = z.output<z.ZodObject<typeof hoursFields>>;

/** Hours are the same on every working day, or by weekday, but not both. */
function withHours<T extends HoursFields>(form: T, { addIssue }: z.RefinementCtx) {
  const { hours, hoursMo, hoursTu, hoursWe, hoursTh, hoursFr, hoursSa, hoursSu, ...rest } = form;
  const byWeekday = { Mo: hoursMo, Tu: hoursTu, We: hoursWe, Th: hoursTh, Fr: hoursFr, Sa: hoursSa, Su: hoursSu };
  const weekly = hoursByWeekday(byWeekday);
  const text = weekly || hours;
  if ((weekly !== '' && hours !== '') || text.length > LONGEST.hours || parseHours(text) === undefined) {
    addIssue({ code: 'custom', path: ['hours'], message: 'is not valid' });
  }
  return { ...rest, hours: text };
}

const point = {
  type: z.enum(CONTACT_POINT_TYPES),
  name,
  email,
  dutyEmail: optional(email),
  deputyId: optional(id),
  zone,
  calendar: optional(z.string().max(20).refine(isPlace)),
  ...hoursFields,
  languages,
  capabilities: many(z.enum(REGISTRY_CAPABILITIES)),
  kinds: many(z.enum(KINDS)).refine((kinds) => kinds.length > 0),
  clearances: many(z.enum(HANDLING_CODES)).refine((codes) => codes.length > 0),
  capacity: optional(z.coerce.number().int().min(1).max(100_000)),
  drillDays: optional(z.coerce.number().int().min(7).max(1_000)),
};
/** Schema of the form that changes a contact point. */
export const pointForm = z.object({ version, ...point }).transform(withHours);
/** Schema of the form that adds a contact point. */
export const newPointForm = z.object({ id, country, ...point }).transform(withHours);

const person = { name, email, language: z.enum(LANGUAGES), zone };
/** Schema of the form that changes a person. */
export const personForm = z.object({ version, ...person });
/** Schema of the form that adds a person. */
export const newPersonForm = z.object({
  ...{ id, ...person, agencyId: id },
  roles: many(z.enum(ROLES)).refine((roles) => roles.length > 0),
});
/** Schema of the form that sets the roles of a person at an agency. */
export const rolesForm = z.object({ version, agencyId: id, roles: many(z.enum(ROLES)) });
/** Schema of the form that gives a person an identity of the provider. */
export const identityForm = z.object({
  issuer,
  subject: z.string().trim().min(1).max(LONGEST.subject),
});
/** The stored value, even if it breaks a rule of today. */
export const takenIdentity = z.object({ issuer: z.string(), subject: z.string() });
/** Schema of a form without fields. */
export const emptyForm = z.object({});

/** Schema of the form that adds a closed day, or with a closing time a half day. */
export const closedDayForm = z.object({ agencyId: id, day: isoDay, name, closesAt: optional(closingTime) });

/** Schema of the form that changes an entry of the capability registry. */
export const capabilityForm = z.object({ version, level: z.enum(CAPABILITY_LEVELS), providerIds: many(id) });
/** Schema of the address of an entry of the registry. */
export const capabilityAddress = z.object({ country, capability: z.enum(REGISTRY_CAPABILITIES) });

/** Schema of the form that adds a webhook. */
export const webhookForm = z.object({
  url: z.string().trim().min(1).max(WEBHOOK_URL_LENGTH),
  events: many(z.enum(WEBHOOK_KINDS)).refine((kinds) => kinds.length > 0),
});
