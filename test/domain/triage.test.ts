/** The automatic proposal for triage, and its reasons. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import {
  CAPABILITIES,
  CRIME_AREAS,
  INDICATOR_BASES,
  KINDS,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../domain/vocabulary.ts';

import { someFacts } from '../support/factories.ts';

const finland = { country: 'FI', basis: 'ip-geolocation', verified: false, proxySuspected: false } as const;

function facts(more: Partial<Facts> = {}): Facts {
  return someFacts({ indicators: [finland], ...more });
}

const urgencyOf = (more: Partial<Facts>) => proposeTriage(facts(more)).urgency;

test('an ordinary case is proposed as requested, to the country of its indicators, with a reason for each part', () => {
  expect(proposeTriage(facts())).toEqual({
    urgency: 'standard',
    urgencyReasons: ['kind case-referral', 'asked as standard'],
    urgencyGrounds: [],
    countries: [{ country: 'FI', score: 12, reasons: ['ip-geolocation: 12'] }],
    verdict: 'clear',
    verdictReasons: ['only FI'],
    capability: 'investigation',
    capabilityReasons: ['asked for investigation'],
    ruleVersion: 'triage-1 weights-2 investigation',
  });
});

describe('an emergency is', () => {
  test('a request for emergency disclosure, with the ground that lies in its kind', () => {
    const proposal = proposeTriage(facts({ kind: 'emergency-disclosure-request' }));
    expect(proposal).toMatchObject({
      urgency: 'emergency',
      urgencyReasons: ['kind emergency-disclosure-request'],
      urgencyGrounds: ['threat-to-life-or-integrity'],
    });
  });

  test('a threat to life with abuse that goes on, or that is streamed', () => {
    const threat = 'threat-to-life-or-integrity';
    expect(urgencyOf({ urgencyGrounds: [threat] })).toBe('urgent');
    expect(urgencyOf({ urgencyGrounds: [threat, 'ongoing-child-abuse'] })).toBe('emergency');
    expect(urgencyOf({ urgencyGrounds: [threat], crimeAreas: ['live-streamed-abuse'] })).toBe('emergency');
  });

  test('never inferred: extortion over a stream is urgent unless the threat is stated', () => {
    expect(urgencyOf({ crimeAreas: ['sexual-extortion', 'live-streamed-abuse'] })).toBe('urgent');
  });
});

describe('urgent is', () => {
  test.each(URGENCY_GROUNDS)('%s', (ground) => {
    const proposal = proposeTriage(facts({ urgencyGrounds: [ground] }));
    expect(proposal).toMatchObject({
      urgency: 'urgent',
      urgencyReasons: [`ground ${ground}`],
      urgencyGrounds: [ground],
    });
  });

  test('extortion and live streaming, each with the ground that lies in it', () => {
    expect(proposeTriage(facts({ crimeAreas: ['sexual-extortion', 'live-streamed-abuse'] }))).toMatchObject({
      urgency: 'urgent',
      urgencyReasons: ['crime area sexual-extortion', 'crime area live-streamed-abuse'],
      urgencyGrounds: ['threat-to-life-or-integrity', 'ongoing-child-abuse'],
    });
  });

  test('a referral that was submitted as urgent, and the reason says that no ground was given', () => {
    const { urgency, urgencyReasons } = proposeTriage(facts({ urgency: 'urgent' }));
    expect([urgency, urgencyReasons]).toEqual(['urgent', ['asked as urgent, no ground given']]);
  });
});

describe('informational is', () => {
  const volunteered: Partial<Facts> = { kind: 'own-initiative-information', indicators: [], materialCount: 0 };

  test('information without an indicator of a place or a file, also if it was submitted as standard', () => {
    expect(proposeTriage(facts(volunteered))).toMatchObject({
      urgency: 'informational',
      urgencyReasons: ['information with nothing to act upon'],
      verdict: 'none',
      verdictReasons: ['no sign of a country'],
    });
  });

  test('not for information that is actionable or urgent', () => {
    expect(urgencyOf({ ...volunteered, indicators: [finland] })).toBe('standard');
    expect(urgencyOf({ ...volunteered, materialCount: 1 })).toBe('standard');
    expect(urgencyOf({ ...volunteered, urgency: 'urgent' })).toBe('urgent');
    expect(urgencyOf({ ...volunteered, crimeAreas: ['live-streamed-abuse'] })).toBe('urgent');
  });

  test('never for a request, which needs an answer', () => {
    expect(urgencyOf({ kind: 'information-request', urgency: 'informational' })).toBe('standard');
    expect(urgencyOf({ kind: 'own-initiative-information', urgency: 'informational' })).toBe('informational');
  });
});

describe('the country is', () => {
  const strong = { ...finland, basis: 'suspect-location' } as const;

  test('the leading one, with those behind it', () => {
    const proposal = proposeTriage(facts({ indicators: [{ ...finland, country: 'NL' }, strong] }));
    expect(proposal.countries.map(({ country }) => country)).toEqual(['FI', 'NL']);
    expect(proposal).toMatchObject({ verdict: 'clear', verdictReasons: ['FI 60 before NL 12'] });
  });

  test('that of the person whom the requested capability is about', () => {
    const indicators = [
      { ...finland, party: 'suspect' } as const,
      { ...finland, country: 'NL', party: 'victim' } as const,
    ];
    const leading = (capability: Facts['capability']) => proposeTriage(facts({ indicators, capability })).countries[0];
    expect(leading('investigation')).toMatchObject({
      country: 'FI',
      reasons: ['ip-geolocation, 1 of the suspect: 12'],
    });
    expect(leading('safeguarding')).toMatchObject({ country: 'NL', reasons: ['ip-geolocation, 1 of the victim: 12'] });
  });

  test('in a tie all tied countries, for a person to choose', () => {
    const indicators = [
      strong,
      { ...strong, country: 'NL' },
      { ...finland, country: 'DE' },
      { ...finland, country: null },
    ];
    const proposal = proposeTriage(facts({ indicators }));
    expect(proposal.countries.map(({ country }) => country)).toEqual(['FI', 'NL']);
    expect(proposal).toMatchObject({
      verdict: 'tie',
      verdictReasons: ['too close to call: FI, NL', '1 without a country'],
    });
  });

  test('none if the indicators are too weak, and the reason states their score', () => {
    expect(proposeTriage(facts({ indicators: [{ ...finland, proxySuspected: true }] }))).toMatchObject({
      countries: [],
      verdict: 'none',
      verdictReasons: ['too little to tell: 3 at best'],
    });
  });

  test('where the data lies when it must be removed or kept', () => {
    const indicators = [strong, { ...finland, country: 'NL', basis: 'hosting-location' } as const];
    const [best] = proposeTriage(facts({ kind: 'takedown-notice', indicators })).countries;
    expect(best?.country).toBe('NL');
  });
});

describe('the capability is', () => {
  test('the only one that the kind permits', () => {
    expect(proposeTriage(facts({ kind: 'takedown-notice' }))).toMatchObject({
      capability: 'content-removal',
      capabilityReasons: ['kind takedown-notice needs content-removal', 'asked for investigation'],
    });
    expect(proposeTriage(facts({ kind: 'preservation-request' })).capability).toBe('data-preservation');
  });

  test('otherwise the requested one', () => {
    expect(proposeTriage(facts({ capability: 'safeguarding' }))).toMatchObject({
      capability: 'safeguarding',
      capabilityReasons: ['asked for safeguarding'],
    });
  });
});

test('for any facts, requested urgency is never lowered, urgency has reasons, and given grounds are kept', () => {
  const anyFacts = fc
    .record({
      kind: fc.constantFrom(...KINDS),
      urgency: fc.constantFrom(...URGENCIES),
      urgencyGrounds: fc.subarray([...URGENCY_GROUNDS]),
      crimeAreas: fc.subarray([...CRIME_AREAS]),
      capability: fc.constantFrom(...CAPABILITIES),
      materialCount: fc.nat(3),
      indicators: fc.array(
        fc.record({
          country: fc.option(fc.constantFrom('FI', 'NL')),
          basis: fc.constantFrom(...INDICATOR_BASES),
          verified: fc.boolean(),
          proxySuspected: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    })
    .map(facts);
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { urgency, urgencyReasons, urgencyGrounds } = proposeTriage(given);
      const isLowered = URGENCIES.indexOf(urgency) > URGENCIES.indexOf(given.urgency);
      if (isLowered) expect([given.urgency, given.kind]).toEqual(['standard', 'own-initiative-information']);
      expect(urgencyReasons).not.toEqual([]);
      expect(urgencyGrounds).toEqual(expect.arrayContaining(given.urgencyGrounds));
    }),
  );
});
