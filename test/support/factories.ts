/** Invented people, contact points and submissions for tests. Each test can replace parts. */

import type { OriginDigest } from '../../domain/events.ts';
import type { Person, Role } from '../../domain/people.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import { type Choice, choiceOf } from '../../domain/routing/route.ts';
import { type Facts, factsOf, type Submission } from '../../domain/submission.ts';
import { directory, point } from '../domain/routing/example-directory.ts';

/** A Monday. */
export const START = '2026-06-01T08:00:00.000Z';

export const SENDER = 'ee-amber';
export const COORDINATOR = 'xr-desk';

/** Finland has three contact points, the Netherlands two, Sweden one and Denmark none. Norway needs a transfer basis. */
export const DIRECTORY: Directory = directory(
  [
    point('fi-1', { agencyId: 'fi-birch' }),
    point('fi-2', { agencyId: 'fi-cedar', type: 'spoc' }),
    point('fi-3', { agencyId: 'fi-dune', type: 'child-protection' }),
    point('nl-1', { agencyId: 'nl-elm', country: 'NL' }),
    point('nl-2', { agencyId: 'nl-fern', country: 'NL', type: 'spoc' }),
    point('se-1', { agencyId: 'se-glade', country: 'SE' }),
    point('no-1', { agencyId: 'no-heath', country: 'NO' }),
    point('ee-1', { agencyId: SENDER, country: 'EE' }),
  ],
  { withinEu: ['FI', 'NL', 'SE', 'EE', 'DK'] },
);

/** The contact point with that id, as a routing choice. */
export function choice(contactPointId: string): Choice {
  const found = DIRECTORY.contactPoints.find(({ id }) => id === contactPointId);
  if (found === undefined) throw new Error(`The directory of the tests has no ${contactPointId}.`);
  return choiceOf(found);
}

/** A person with that role at that agency. `name` distinguishes several of them. */
export function aPerson(role: Role, agencyId: string, name = 'one'): Person {
  return { kind: 'person', personId: `${agencyId}.${role}.${name}`, agencyId, roles: [role] };
}

/** The actors of the tests. `officerAt` returns officers of recipients. */
export const CAST = {
  sender: aPerson('liaison-officer', SENDER),
  otherSender: aPerson('liaison-officer', SENDER, 'two'),
  sendersSupervisor: aPerson('supervisor', SENDER),
  coordinator: aPerson('liaison-officer', COORDINATOR),
  otherCoordinator: aPerson('liaison-officer', COORDINATOR, 'two'),
  supervisor: aPerson('supervisor', COORDINATOR),
  otherSupervisor: aPerson('supervisor', COORDINATOR, 'two'),
  auditor: aPerson('auditor', COORDINATOR),
  administrator: aPerson('administrator', COORDINATOR),
  stranger: aPerson('liaison-officer', 'pt-ivy'),
} as const;

/** A partner officer at the agency of that contact point. */
export function officerAt(contactPointId: string): Person {
  return aPerson('partner-officer', choice(contactPointId).agencyId);
}

/** A typical submission with two jurisdiction indicators, one file hash and one line of particulars. */
export function aSubmission(more: Partial<Submission> = {}): Submission {
  return {
    kind: 'case-referral',
    urgency: 'standard',
    urgencyGrounds: [],
    crimeAreas: ['csam-distribution'],
    capability: 'investigation',
    handling: { code: 'H0' },
    evaluation: { source: 'B', information: '2' },
    tlp: 'amber',
    legalInstrument: 'none',
    languages: ['en'],
    incidentAt: '2026-05-30T21:15:00.000Z',
    originReferences: [{ system: 'case-register', id: 'K-1042' }],
    indicators: [
      { country: 'FI', basis: 'ip-geolocation', verified: true, proxySuspected: false, value: '192.0.2.7' },
      { country: 'FI', basis: 'legal-process', verified: true, proxySuspected: false },
    ],
    materials: [
      {
        algorithm: 'sha256',
        value: 'a5'.repeat(32),
        source: 'provider',
        classification: 'unclassified',
        viewedByReporter: false,
      },
    ],
    subjects: [{ category: 'suspect', reference: 'S-1' }],
    preservation: [],
    summary: 'An invented account shared invented files.',
    particulars: [{ label: 'reporter.email', value: 'desk@reporter.example' }],
    ...more,
  };
}

/** A text that may exist in encrypted particulars only. */
export const SECRET = 'The child wrote under the name Copperfield-Lantern.';

/** An urgent submission with one indicator for Finland. It has no origin reference, so each creates a new referral. */
export function anUrgentSubmission(more: Partial<Submission> = {}): Submission {
  const { incidentAt: _, ...submission } = aSubmission({
    urgency: 'urgent',
    urgencyGrounds: ['information-loses-relevance'],
    crimeAreas: ['grooming-solicitation'],
    evaluation: { source: 'A', information: '2' },
    originReferences: [],
    indicators: [
      { country: 'FI', basis: 'ip-geolocation', verified: false, proxySuspected: false, value: '192.0.2.44' },
    ],
    materials: [],
    subjects: [],
    summary: SECRET,
    particulars: [{ label: 'account', value: 'midnight_otter_48213' }],
  });
  return { ...submission, ...more };
}

/** The facts of a submission: its codes without particulars, as the engine gets them. */
export function someFacts(more: Partial<Facts> = {}): Facts {
  return { ...factsOf(aSubmission()), ...more };
}

export const someOrigin: OriginDigest = { digest: 'digest-of-K-1042' };
