/** Countries in which routing found no recipient, until one has a recipient or a supervisor decides otherwise. */

import type { ReferralEvent } from '../events.ts';
import type { Referral } from '../referral.ts';
import type { Country } from '../vocabulary.ts';

/** The countries in which routing found no recipient; of a referral that lost all of its recipients, those of triage. */
export function unservedCountries({ unserved, status, triage }: Referral): readonly Country[] {
  return unserved ?? (status === 'held' && triage.state === 'decided' ? triage.decision.countries : []);
}

/** Updates the countries in which no contact point could receive the referral. */
export function withUnservedCountries(referral: Referral, event: ReferralEvent): Referral {
  const { unserved: before = [] } = referral;
  const after = unservedCountriesAfter(before, event);
  if (after === before) return referral;
  const { unserved: _, ...rest } = referral;
  return after.length === 0 ? rest : { ...rest, unserved: [...new Set(after)] };
}

function unservedCountriesAfter(before: readonly Country[], event: ReferralEvent): readonly Country[] {
  switch (event.type) {
    case 'routed':
      // A failed replacement is recorded on its recipient.
      return event.replaces ? before : [...before, ...event.decision.without.map(({ country }) => country)];
    case 'recipient-opened':
      return before.filter((country) => country !== event.choice.country);
    case 'country-added':
      return before.filter((country) => country !== event.country);
    case 'recipient-assigned':
      // A supervisor who assigns a recipient in another country has decided for all unserved countries.
      return event.replaces || before.includes(event.choice.country) ? before : [];
    case 'triaged':
    case 'triage-reopened':
    case 'reopened':
      return [];
    default:
      return before;
  }
}
