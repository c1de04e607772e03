/** Who may send each form of the pages, and who may open each address with parameters: written a second time by hand. */

import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { aSubmission } from '../support/factories.ts';
import { AGENCIES } from './parties.ts';
import type { Entries } from './prepare-entries.ts';
import { ACT_CASES, type Actor, expected, mayRead, sees } from './who-may.ts';
import { PAGES } from './who-opens.ts';

type May = (actor: Actor) => boolean;

/** An address and its form. All input is valid, so that a refusal is about rights. */
export interface Row {
  permitted: May;
  /** The parameters of the route, in order. Default: the referral that was referred. */
  at?: (entries: Entries, actor: Actor) => string[];
  fields?: (actor: Actor, entries: Entries) => Record<string, string | readonly string[]>;
  /** The content of a file, which is sent instead of fields. */
  file?: string;
}

const everybody: May = () => true;
const administrator: May = ({ role }) => role === 'administrator';
const ofNetwork: May = (actor) => administrator(actor) && actor.relation === 'coordinator';
const ofRecipient: May = (actor) => administrator(actor) && actor.relation === 'recipient';
/** Administrators of the recipient's directory entries. */
const overRecipient: May = (actor) => ofNetwork(actor) || ofRecipient(actor);
const officerOf =
  (relation: Actor['relation'], ...roles: Actor['role'][]): May =>
  (actor) =>
    actor.relation === relation && roles.includes(actor.role);
const officerOfRecipient = officerOf('recipient', 'liaison-officer', 'partner-officer');
const owner = officerOf('sender', 'liaison-officer');

function desk(path: string): May {
  const found = PAGES[path];
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
}

const deskOf =
  (path: string): May =>
  (actor) =>
    desk(path)(actor) && sees(actor);
const row = (permitted: May, at?: Row['at'], fields?: Row['fields']): Row => ({
  permitted,
  ...(at && { at }),
  ...(fields && { fields }),
});

/** The part of the recipient r1, and what is about all of the case. */
const seesFirst: May = (actor) => sees(actor) && actor.relation !== 'other-recipient';

const point = () => ['fi-alder-ncp'];
const agency = () => [AGENCIES.recipient];
const person = ({ person: id }: Entries) => [id];
const webhook = ({ webhook: id }: Entries) => [id];
const entry = () => ['FI', 'awareness'];
const closedDay = ({ closedDay: day }: Entries) => [AGENCIES.recipient, day];
const clock = ({ referrals, clock: id }: Entries) => [referrals.referred, id];
const draft = ({ draft: id }: Entries) => [id];
const addition = ({ referrals, addition: id }: Entries) => [referrals['at-intake'], id];
const address = ({ addressProposal }: Entries) => [addressProposal];
const atIntake = ({ referrals }: Entries) => [referrals['at-intake']];
const erased = ({ referrals }: Entries) => [referrals.erased];
const proposal =
  (which: keyof Entries['proposals']) =>
  ({ proposals }: Entries) => [proposals[which]];

const stale = { version: 'stale' };
const profile = { name: 'Quiet', email: 'quiet@people.example', language: 'en', zone: 'UTC' };
const pointFields = {
  ...{ type: 'national-contact-point', name: 'Desk', email: 'desk@alder.example', zone: 'UTC', hours: '24/7' },
  ...{ languages: 'en', kinds: 'case-referral', clearances: 'H0' },
};
const account = { issuer: 'https://sign-in.example', subject: 'quiet' };
const listed = ({ referrals }: Entries) => ({ reference: referrals.referred });
const later = { from: '2027-01-04', until: '2027-01-08' };
const policies = JSON.stringify({ ...defaultPolicies, version: '2027-01' });

/** Every form of the pages by its route, but for acts and signing out. */
export const FORMS: Record<string, Row> = {
  '/agency': row(everybody, undefined, ({ relation }) => ({ agency: AGENCIES[relation], to: '/settings' })),
  '/settings': row(everybody, undefined, () => ({ language: 'en', zone: 'UTC', digestHour: '' })),
  '/settings/calendar': row(desk('/waiting')),
  '/settings/calendar/revoke': row(everybody),
  '/views': row(everybody, undefined, () => ({ page: '/referrals', name: 'Mine', query: 'urgency=urgent' })),
  '/views/delete': row(everybody, undefined, () => ({ page: '/referrals', id: 'none' })),
  '/seen': row(desk('/referrals'), undefined, () => ({ page: '/referrals', query: '', drawn: '2026-11-01T00:00:00Z' })),
  '/waiting/assign': row(desk('/waiting'), undefined, (_, entries) => listed(entries)),
  '/triage/accept': row(desk('/triage'), undefined, (_, entries) => listed(entries)),
  '/inbox/acknowledge': row(desk('/inbox'), undefined, (_, entries) => listed(entries)),
  '/absences': row(desk('/absences'), undefined, ({ personId }) => ({ personId, ...later, deputyId: '' })),
  '/absences/remove': row(desk('/absences'), undefined, ({ personId }) => ({ personId })),
  '/announcements': row(desk('/announcements'), undefined, () => ({ kind: 'mail-outage', from: '', to: '' })),
  '/announcements/withdraw': row(desk('/announcements'), undefined, ({ role }, { announcements }) => ({
    ...{ id: announcements[role === 'administrator' ? role : 'supervisor'] },
  })),
  '/log-alarms/:id/acknowledge': row(desk('/log-alarms'), () => ['1']),
  '/drills/:id': row(desk('/drills'), () => ['fi-birch-spoc']),
  '/audit/log': row(desk('/audit/log')),
  '/data-subjects': row(desk('/data-subjects'), undefined, () => ({ identifier: 'copper@example.org' })),
  '/readings': row(officerOf('recipient', 'supervisor', 'data-protection-officer'), undefined, (_, { reading }) => ({
    ...{ purpose: reading, verdict: 'justified' },
  })),
  '/sla/:reference/pdf': row(deskOf('/sla')),

  '/referrals/new': row(desk('/referrals/new')),
  '/referrals/new/file': row(desk('/referrals/new'), undefined, () => ({ pasted: JSON.stringify(aSubmission()) })),
  '/referrals/new/:id/:step': row(
    owner,
    (entries) => [...draft(entries), 'what'],
    () => ({ go: 'save' }),
  ),
  '/referrals/new/:id/delete': row(desk('/referrals/new'), () => [crypto.randomUUID()]),
  '/referrals/:reference/particulars': row(mayRead, undefined, () => ({ purposeCode: 'act-on-case', purpose: '' })),
  '/referrals/:reference/dossier': row(sees, undefined, () => ({ format: 'json' })),
  '/referrals/:reference/proof': row(sees),
  '/referrals/:reference/erasure-certificate': row(sees, erased),
  '/referrals/:reference/supplement-files': {
    ...row(owner, atIntake),
    file: `algorithm,value,source,classification\nsha256,${'b6'.repeat(32)},provider,unclassified\n`,
  },
  '/referrals/:reference/supplement-files/:draft': row(owner, addition),

  '/agency/confirm': row(desk('/agency')),
  '/agency/contact-points/:id/address': row(officerOfRecipient, point, () => ({
    ...{ line: 'desk', email: 'other@alder.example' },
  })),
  '/agency/address/:id': row(officerOfRecipient, address, (_, { addressToken: token }) => ({ token })),

  '/admin/agencies/new': row(ofNetwork, undefined, ({ personId }) => ({
    ...{ id: `new-${personId}`, name: 'New', type: 'law-enforcement', country: 'FI' },
  })),
  '/admin/agencies/:id': row(overRecipient, agency, () => ({ ...stale, name: 'Alder', type: 'law-enforcement' })),
  '/admin/agencies/:id/disable': row(ofNetwork, agency),
  '/admin/agencies/:id/enable': row(ofNetwork, agency),
  '/admin/agencies/:id/contact-points/new': row(overRecipient, agency, ({ personId }) => ({
    ...{ ...pointFields, id: `fi-${personId}`, country: 'FI' },
  })),
  '/admin/contact-points/:id': row(overRecipient, point, () => ({ ...stale, ...pointFields })),
  '/admin/contact-points/:id/verify': row(overRecipient, point),
  '/admin/contact-points/:id/disable': row(overRecipient, point),
  '/admin/contact-points/:id/enable': row(overRecipient, point),
  '/admin/people/new': row(overRecipient, undefined, ({ personId }) => ({
    ...{ ...profile, id: `by.${personId}`, agencyId: AGENCIES.recipient, roles: 'auditor' },
  })),
  '/admin/people/:id': row(overRecipient, person, () => ({ ...stale, ...profile })),
  '/admin/people/:id/roles': row(overRecipient, person, () => ({
    ...{ ...stale, agencyId: AGENCIES.recipient, roles: 'auditor' },
  })),
  '/admin/people/:id/identities': row(overRecipient, person, ({ personId }) => ({ ...account, subject: personId })),
  '/admin/people/:id/take-identity': row(overRecipient, person, () => account),
  '/admin/people/:id/end-sessions': row(overRecipient, person),
  '/admin/people/:id/deactivate': row(overRecipient, person),
  '/admin/people/:id/pseudonymise': row(overRecipient, person),
  // The proposer cannot confirm it. The others would find it confirmed.
  '/admin/proposals/:id/confirm': row(ofNetwork, ({ proposals }, actor) => [
    ...[ofRecipient(actor) ? proposals.shown : proposals.confirm],
  ]),
  '/admin/proposals/:id/reject': row(overRecipient, proposal('reject')),
  '/admin/proposals/:id/withdraw': row(ofRecipient, proposal('withdraw')),
  '/admin/calendars': row(overRecipient, undefined, ({ personId }) => ({
    ...{ agencyId: AGENCIES.recipient, day: personId.endsWith('coordinator') ? '2027-12-23' : '2027-12-22' },
    ...{ name: 'Eve', closesAt: '' },
  })),
  '/admin/calendars/:agencyId/:day/remove': row(overRecipient, closedDay),
  '/admin/registry/:country/:capability': row(ofNetwork, entry, () => ({ ...stale, level: 'none' })),
  '/admin/registry/:country/:capability/confirm': row(ofNetwork, entry),
  '/admin/policies/new': row(ofNetwork, undefined, () => ({ policies })),
  '/admin/webhooks': row(administrator, undefined, () => ({
    ...{ url: 'https://hooks.agency.example/other', events: 'answers' },
  })),
  '/admin/webhooks/:id/enable': row(ofRecipient, webhook),
  '/admin/webhooks/:id/secret': row(ofRecipient, webhook),
  // That of another agency has the same answer as one that was removed meanwhile. A test below finds it unchanged.
  '/admin/webhooks/:id/remove': row(administrator, webhook),
  '/admin/webhooks/deliveries/send-again': row(administrator),
  '/admin/webhooks/deliveries/:id/send-again': row(ofRecipient, ({ delivery }) => [delivery]),
};

/** Every page whose address has parameters. */
export const OPENED: Record<string, Row> = {
  '/help/:topic': row(everybody, () => ['waiting']),
  '/referrals/:reference': row(sees),
  '/referrals/:reference/clocks/:clockId': row(seesFirst, clock),
  '/referrals/:reference/dossier': row(sees),
  '/referrals/:reference/supplement-files': row(owner, atIntake),
  '/referrals/:reference/supplement-files/:draft': row(owner, addition),
  '/referrals/new/:id/:step': row(owner, (entries) => [...draft(entries), 'what']),
  '/triage/:reference/compare': row(deskOf('/triage'), atIntake),
  '/sla/:reference': row(deskOf('/sla')),
  '/sla/:reference/:clockId': row((actor) => desk('/sla')(actor) && seesFirst(actor), clock),
  '/agency/contact-points/:id/address': row(officerOfRecipient, point),
  '/agency/address/:id': row(officerOfRecipient, address),
  '/admin/agencies/:id': row(overRecipient, agency),
  '/admin/agencies/:id/contact-points/new': row(overRecipient, agency),
  '/admin/contact-points/:id': row(overRecipient, point),
  '/admin/people/:id': row(overRecipient, person),
  '/admin/people/:id/take-identity': row(overRecipient, person),
  '/admin/people/:id/end-sessions': row(overRecipient, person),
  '/admin/people/:id/deactivate': row(overRecipient, person),
  '/admin/people/:id/pseudonymise': row(overRecipient, person),
  '/admin/proposals/:id': row(overRecipient, proposal('shown')),
  '/admin/calendars/:agencyId/:day/remove': row(overRecipient, closedDay),
  '/admin/registry/:country/:capability': row(ofNetwork, entry),
  '/admin/webhooks/:id/remove': row(ofRecipient, webhook),
};

/** Who may send the form of an act in some state. Of a recipient, the form is about `r1`. */
export function mayAct(actor: Actor, type: string): boolean {
  return ACT_CASES.some((act) => act.type === type && expected(actor, act) === 'done');
}
