/** The network by country: capabilities, referrals in hand, responsiveness, and routing that found no recipient. */

import type { ListFilter } from '../../domain/list-query.ts';
import { lastTwelveMonths } from '../../domain/months.ts';
import type { Person } from '../../domain/people.ts';
import { daysBefore } from '../../domain/routing/directory.ts';
import { type KnownCapability, knownCapabilities } from '../../domain/routing/registry.ts';
import type { Country, Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { recentDirectory } from '../../prisma/store/directory-version.ts';
import { loadByCountry, type UnroutedReferral, unroutedSince } from '../../prisma/store/network.ts';
import { answersByCountry } from '../../prisma/store/statistics-read.ts';
import { seesReferrals } from './list.ts';

/** One country with its capabilities, contact points and answers. */
export interface NetworkCountry {
  country: Country;
  /** One entry for each capability of the registry, in its order; `none` if the registry has no entry. */
  capabilities: KnownCapability[];
  contactPoints: number;
  /** Referrals with a recipient there that is not final, as far as disclosed to the viewer's agency. */
  load: CountedRecipients;
  /** Referrals with a recipient there that is unresponsive or could not be reached. */
  silent: CountedRecipients;
  /** Of referrals of this month and the eleven before it: recipients that acknowledged or whose time is over, and those that acknowledged in time. */
  responsiveness: { measured: number; inTime: number };
  /** Routing that found no recipient there, over twelve months: the newest first, at most 20. */
  unrouted: { referralId: string; reference: string; at: Instant; reason: UnroutedReferral['reason'] }[];
}

interface CountedRecipients {
  count: number;
  /** Filter for the list of these referrals. */
  filter: ListFilter;
}

const YEAR_DAYS = 365;
const UNROUTED_SHOWN = 20;
const UNROUTED_READ = 300;

/** Countries of the directory, and those to which a referral was or could not be sent; sorted by code. */
export async function readNetwork({ db }: { db: Database }, viewer: Person): Promise<NetworkCountry[]> {
  const now = new Date().toISOString();
  const since = daysBefore(now, YEAR_DAYS);
  const { agencyId } = viewer;
  const directory = await recentDirectory(db);
  const [loads, answers, unrouted] = seesReferrals(viewer)
    ? await Promise.all([
        loadByCountry(db, agencyId),
        answersByCountry(db, { agencyId, ...lastTwelveMonths(now) }),
        unroutedSince(db, agencyId, since, UNROUTED_READ),
      ])
    : [[], [], []];
  const countries = [...loads, ...answers, ...unrouted, ...directory.contactPoints, ...directory.capabilities];
  const registry = Map.groupBy(directory.capabilities, ({ country }) => country);
  const points = Map.groupBy(directory.contactPoints, ({ country }) => country);
  const loadOf = new Map(loads.map((each) => [each.country, each]));
  const answersOf = new Map(answers.map((each) => [each.country, each]));
  return [...new Set(countries.map(({ country }) => country))].sort().map((country) => {
    const load = loadOf.get(country);
    const { measured, inTime } = answersOf.get(country) ?? { measured: 0, inTime: 0 };
    const entries = registry.get(country) ?? [];
    return {
      country,
      capabilities: knownCapabilities(entries, now),
      contactPoints: points.get(country)?.length ?? 0,
      load: { count: load?.inHand ?? 0, filter: { desk: 'all', country, part: 'in-hand' } },
      silent: { count: load?.silent ?? 0, filter: { desk: 'all', country, part: 'silent' } },
      responsiveness: { measured, inTime },
      unrouted: unrouted
        .filter((each) => each.country === country)
        .slice(0, UNROUTED_SHOWN)
        .map(({ referralId, reference, at, reason }) => ({ referralId, reference, at: at.toISOString(), reason })),
    };
  });
}
