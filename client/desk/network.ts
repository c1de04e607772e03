/** The network: what each country can do, how much it has in hand, how it answers, and where nobody was found. */

import type { ListFilter } from '../../domain/lists.ts';
import type { Person } from '../../domain/people.ts';
import type { CapabilityLevel, Country, Instant, RegistryCapability } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** `unverified`: nobody has confirmed it within the last 400 days. */
export type KnownLevel = CapabilityLevel | 'unverified';

export interface NetworkCountry {
  country: Country;
  /** One for each capability of the registry, in its order; `none` where the registry knows nothing. */
  capabilities: { capability: RegistryCapability; level: KnownLevel; providerIds: string[]; verifiedAt?: Instant }[];
  contactPoints: number;
  /** Recipients there that are not final, as far as the viewer's agency sees them. */
  load: { count: number; filter: ListFilter };
  /** Of the last twelve months: acknowledged in time, of those whose time was kept or over. */
  responsiveness: { measured: number; inTime: number };
  /** Unresponsive, or could not be reached, and the referral is open. */
  silent: { count: number; filter: ListFilter };
  /** How often the rules found nobody there; of the last twelve months, newest first, 20 at the most. */
  unrouted: { referralId: string; reference: string; at: Instant; reason: string }[];
}

/** Countries of the directory and those that something was sent to, or could not be, by code. */
export async function readNetwork(_deps: { db: Database }, _viewer: Person): Promise<NetworkCountry[]> {
  throw new Error('to come');
}
