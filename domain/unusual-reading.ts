/** The rule that lists unusual reading of particulars, for supervisors and data protection officers. */

import { DateTime } from 'luxon';
import type { ReadingPolicy } from './reading-policy.ts';
import type { Country, Instant } from './vocabulary.ts';

/** Days before a day that the rule compares it with. */
export const DAYS_COMPARED = 28;

/** The readings of one person in one hour. */
export interface ReadingHour {
  personId: string;
  /** The start of the hour. */
  at: Instant;
  /** Ids of the referrals that were read. */
  referralIds: string[];
  /** Countries of the agencies that sent them. */
  countries: Country[];
  /** Attempts that were refused. */
  refusals: number;
}

/** Why a day is listed. */
export const UNUSUAL_REASONS = ['cases', 'newCountries', 'offHours', 'refusals'] as const;
/** A reason for which a day is listed. */
export type UnusualReason = (typeof UNUSUAL_REASONS)[number];

/** A day on which a person read in an unusual way. */
export interface UnusualDay {
  personId: string;
  /** In the zone that the rule was applied in: `2026-11-30`. */
  day: string;
  /** Each reason with its number, for example of referrals read off hours. */
  reasons: { reason: UnusualReason; count: number }[];
}

interface ReadingDay {
  personId: string;
  day: string;
  referralIds: Set<string>;
  offHours: Set<string>;
  countries: Set<Country>;
  refusals: number;
}

/**
 * Returns the unusual days since `from`, the newest first.
 *
 * @param hours also of the 28 days before `from`
 * @param zone IANA time zone of days, nights and weekends
 */
export function unusualDays(
  hours: readonly ReadingHour[],
  { unusual }: Pick<ReadingPolicy, 'unusual'>,
  { from, zone }: { from: Instant; zone: string },
): UnusualDay[] {
  const firstDay = DateTime.fromISO(from, { zone }).toISODate() ?? '';
  const byPerson = Map.groupBy(daysOf(hours, zone), ({ personId }) => personId);
  const found = [...byPerson.values()].flatMap((days) =>
    days
      .filter(({ day }) => day >= firstDay)
      .map((day) => ({
        personId: day.personId,
        day: day.day,
        reasons: reasonsOf(day, earlierThan(day, days), unusual),
      })),
  );
  return found
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => (other.day + other.personId < one.day + one.personId ? -1 : 1));
}

function daysOf(hours: readonly ReadingHour[], zone: string): ReadingDay[] {
  const days = new Map<string, ReadingDay>();
  for (const { personId, at, referralIds, countries, refusals } of hours) {
    const local = DateTime.fromISO(at, { zone });
    const day = local.toISODate() ?? '';
    const key = `${personId} ${day}`;
    const known = days.get(key) ?? {
      ...{ personId, day, refusals: 0 },
      ...{ referralIds: new Set(), offHours: new Set(), countries: new Set() },
    };
    const isOffHours = local.hour < 6 || local.hour >= 22 || local.weekday > 5;
    for (const id of referralIds) known.referralIds.add(id);
    for (const id of isOffHours ? referralIds : []) known.offHours.add(id);
    for (const country of countries) known.countries.add(country);
    known.refusals += refusals;
    days.set(key, known);
  }
  return [...days.values()];
}

function earlierThan({ day }: ReadingDay, days: readonly ReadingDay[]): ReadingDay[] {
  const first = DateTime.fromISO(day).minus({ days: DAYS_COMPARED }).toISODate() ?? '';
  return days.filter((other) => other.day < day && other.day >= first);
}

function reasonsOf(
  { referralIds, offHours, countries, refusals }: ReadingDay,
  earlier: readonly ReadingDay[],
  limits: ReadingPolicy['unusual'],
): UnusualDay['reasons'] {
  const withReadings = earlier.filter((day) => day.referralIds.size > 0);
  const readBefore = withReadings.reduce((sum, day) => sum + day.referralIds.size, 0);
  const average = withReadings.length === 0 ? 0 : readBefore / withReadings.length;
  const known = new Set(earlier.flatMap((day) => [...day.countries]));
  // On the first days of a person, every country is new.
  const fresh = withReadings.length === 0 ? [] : [...countries].filter((country) => !known.has(country));
  const isMany = referralIds.size >= limits.cases && referralIds.size >= limits.times * average;
  return [
    ...(isMany ? [{ reason: 'cases' as const, count: referralIds.size }] : []),
    ...(fresh.length >= limits.newCountries ? [{ reason: 'newCountries' as const, count: fresh.length }] : []),
    ...(offHours.size >= limits.offHours ? [{ reason: 'offHours' as const, count: offHours.size }] : []),
    ...(refusals >= limits.refusals ? [{ reason: 'refusals' as const, count: refusals }] : []),
  ];
}
