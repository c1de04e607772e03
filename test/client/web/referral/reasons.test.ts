/** Every reason that the rules can give has a text: none is shown as a code. */

import { expect, test } from 'vitest';
import { reasonSentence } from '../../../../client/web/referral/reasons.ts';
import { proposeTriage } from '../../../../domain/triage.ts';
import {
  type Country,
  CRIME_AREAS,
  INDICATOR_BASES,
  INDICATOR_PARTIES,
  KINDS,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../../../domain/vocabulary.ts';
import { LANGUAGES } from '../../../../domain/words/languages.ts';
import { someFacts } from '../../../support/factories.ts';

function sign(country: Country | null, basis: (typeof INDICATOR_BASES)[number], isSure = false) {
  return { country, basis, verified: isSure, proxySuspected: !isSure };
}

const PLACES = [
  [],
  [sign('FI', 'language')],
  INDICATOR_BASES.flatMap((basis) => [
    sign('FI', basis, true),
    sign('FI', basis),
    sign(null, basis),
    sign('SE', basis),
  ]),
  [sign('FI', 'legal-process', true), sign('SE', 'nationality')],
  INDICATOR_PARTIES.map((party) => ({ ...sign('FI', 'ip-geolocation'), party })),
  [sign('FI', 'phone-prefix'), sign('SE', 'phone-prefix'), sign(null, 'language')],
];

test('for every kind, urgency, ground, crime and place', () => {
  const found = new Set<string>();
  for (const kind of KINDS) {
    for (const urgency of URGENCIES) {
      for (const indicators of PLACES) {
        for (const isBad of [true, false]) {
          const facts = someFacts({
            kind,
            urgency,
            indicators,
            ...(isBad ? BAD : { urgencyGrounds: [], materialCount: 0 }),
          });
          const { urgencyReasons, verdictReasons, capabilityReasons, countries } = proposeTriage(facts);
          const reasons = [
            urgencyReasons,
            verdictReasons,
            capabilityReasons,
            countries.flatMap((each) => each.reasons),
          ];
          for (const reason of reasons.flat()) found.add(reason);
        }
      }
    }
  }
  expect(found.size).toBeGreaterThan(40);
  for (const language of LANGUAGES) {
    for (const reason of found)
      expect(reasonSentence(reason, language)).not.toMatch(
        /[a-z]-[a-z]+-|(referral|officer):|codes:|\b(ground|kind) [a-z]/,
      );
  }
});

const BAD = { urgencyGrounds: [...URGENCY_GROUNDS], crimeAreas: [...CRIME_AREAS] };

test('numbers and names are those of the language', () => {
  expect(reasonSentence('ip-geolocation ×2, 1 of the suspect, 1 of the victim: 21', 'en')).toBe(
    'Location of an IP address ×2, 1 of the suspect, 1 of the victim, 21 points',
  );
  expect(reasonSentence('ip-geolocation ×3, 1 verified, 2 proxy-suspected: 21.5', 'de')).toBe(
    'Standort einer IP-Adresse ×3, davon überprüft: 1, davon mit vermutetem Proxy: 2, 21,5 Punkte',
  );
  expect(reasonSentence('FI 21 before SE 3', 'fr')).toBe('Finlande (21 points) devant Suède (3 points)');
  expect(reasonSentence('FI 21 before SE 1', 'de')).toBe('Finnland (21 Punkte) vor Schweden (1 Punkt)');
  expect(reasonSentence('what no rule says', 'en')).toBe('what no rule says');
});
