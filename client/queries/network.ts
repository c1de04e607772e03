/** The network by country and agency: capabilities, open referrals, responsiveness, and routing that found no recipient. */

import type { ListFilter } from '../../domain/list-query.ts';
import { lastTwelveMonths } from '../../domain/months.ts';
import type { Person } from '../../domain/people.ts';
import { daysBefore } from '../../domain/routing/directory.ts';
import { countriesOf, type KnownCapability, knownCapabilities, NO_COUNTRY } from '../../domain/routing/registry.ts';
import type { Country, Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { recentDirectory } from '../../prisma/store/directory-version.ts';
import { loadBy, type RecipientLoad, type UnroutedReferral, unroutedSince } from '../../prisma/store/network.ts';
import { answersBy, type GroupAnswers } from '../../prisma/store/statistics-read.ts';
import { seesReferrals } from './list.ts';

/** The referrals that the recipients of a country or an agency have, and how they answered. */
export interface NetworkFigures {
  /** Referrals with a recipient there that is not final, as far as disclosed to the viewer's agency. */
  load: CountedRecipients;
  /** Referrals with a recipient there that is unresponsive or could not be reached. */
  silent: CountedRecipients;
  /** Referrals with a recipient there that missed a deadline and has not answered. */
  overdue: CountedRecipients;
  /**
   * For referrals of this month and the eleven before it: recipients that acknowledged or whose deadline passed, and those
   * that acknowledged in time.
   */
  responsiveness: { measured: number; inTime: number };
}

/** One country with its capabilities, contact points and answers. */
export interface NetworkCountry extends NetworkFigures {
  country: Country;
  /** Whether the directory has a contact point or a capability of it. */
  isMember: boolean;
  /** One entry for each capability of the registry, in its order; `none` if the registry has no entry. */
  capabilities: KnownCapability[];
  contactPoints: number;
  /** Routing that found no recipient there, over twelve months: the newest first, at most 20. */
  unrouted: { referralId: string; reference: string; at: Instant; reason: UnroutedReferral['reason'] }[];
}

/** One agency with its answers. */
export interface NetworkAgency extends NetworkFigures {
  agencyId: string;
}

interface CountedRecipients {
  count: number;
  /** Filter for the list of these referrals. */
  filter: ListFilter;
}

const YEAR_DAYS = 365;
const UNROUTED_SHOWN = 20;
const UNROUTED_READ = 300;

/**
 * Countries of the directory, and those to which a referral was or could not be sent; sorted by code. International
 * organisations are no country: `readAgencies` has their figures.
 */
export async function readNetwork({ db }: { db: Database }, viewer: Person): Promise<NetworkCountry[]> {
  const now = new Date().toISOString();
  const since = daysBefore(now, YEAR_DAYS);
  const directory = await recentDirectory(db);
  const [{ keys, figuresOf }, unrouted] = await Promise.all([
    readFigures(db, viewer, 'country', now),
    seesReferrals(viewer) ? unroutedSince(db, viewer.agencyId, since, UNROUTED_READ) : [],
  ]);
  const members = new Set(countriesOf(directory));
  const countries = new Set([...keys, ...unrouted.map(({ country }) => country), ...members]);
  countries.delete(NO_COUNTRY);
  const registry = Map.groupBy(directory.capabilities, ({ country }) => country);
  const enabled = directory.contactPoints.filter(({ disabled }) => !disabled);
  const points = Map.groupBy(enabled, ({ country }) => country);
  return [...countries].sort().map((country) => ({
    ...{ country, isMember: members.has(country) },
    capabilities: knownCapabilities(registry.get(country) ?? [], now),
    contactPoints: points.get(country)?.length ?? 0,
    ...figuresOf(country, { country }),
    unrouted: unrouted
      .filter((each) => each.country === country)
      .slice(0, UNROUTED_SHOWN)
      .map(({ referralId, reference, at, reason }) => ({ referralId, reference, at: at.toISOString(), reason })),
  }));
}

/** Agencies that have or had referrals, those with the most open referrals first. */
export async function readAgencies({ db }: { db: Database }, viewer: Person): Promise<NetworkAgency[]> {
  const { keys, figuresOf } = await readFigures(db, viewer, 'agency', new Date().toISOString());
  return keys
    .sort()
    .map((agencyId) => ({ agencyId, ...figuresOf(agencyId, { recipientAgency: agencyId }) }))
    .sort((one, other) => other.load.count - one.load.count);
}

interface FoundFigures {
  /** The countries or agencies that have figures. */
  keys: string[];
  figuresOf: (key: string, filter: Partial<ListFilter>) => NetworkFigures;
}

async function readFigures(
  db: Database,
  viewer: Person,
  by: 'country' | 'agency',
  now: Instant,
): Promise<FoundFigures> {
  const { agencyId } = viewer;
  const [loads, answers]: [RecipientLoad[], GroupAnswers[]] = seesReferrals(viewer)
    ? await Promise.all([loadBy(db, agencyId, by), answersBy(db, { agencyId, ...lastTwelveMonths(now) }, by)])
    : [[], []];
  const loadOf = new Map(loads.map((each) => [each.key, each]));
  const answersOf = new Map(answers.map((each) => [each.key, each]));
  return {
    keys: [...new Set([...loads, ...answers].map(({ key }) => key))],
    figuresOf: (key, filter) => {
      const { inHand = 0, silent = 0, overdue = 0 } = loadOf.get(key) ?? {};
      const { measured = 0, inTime = 0 } = answersOf.get(key) ?? {};
      const listed = (count: number, part: NonNullable<ListFilter['part']>): CountedRecipients => ({
        ...{ count, filter: { desk: 'all', ...filter, part } },
      });
      return {
        ...{ load: listed(inHand, 'in-hand'), silent: listed(silent, 'silent'), overdue: listed(overdue, 'overdue') },
        responsiveness: { measured, inTime },
      };
    },
  };
}
