/** One real entry of each kind that an address can name: of the sender, of the recipient fi-alder, or of the whole network. */

import { tokenOf } from '../../activities/directory/address-tokens.ts';
import { SUPPLEMENT_STEP } from '../../client/web/intake/draft-content.ts';
import { saveDraft } from '../../client/workspace/drafts.ts';
import { consultationsOf } from '../../prisma/store/consultations.ts';
import { findProposal, listProposals } from '../../prisma/store/proposals.ts';
import type { TestDesk } from '../support/desk.ts';
import { personOf } from '../support/people.ts';
import { AGENCIES, everyActor, referralsByState } from './parties.ts';
import type { Actor, CaseState } from './who-may.ts';

/** What the tables of addresses and forms name. All values are ids, except the token. */
export interface Entries {
  referrals: Record<CaseState, string>;
  /** A clock of the referral that was referred: of the recipient r1. */
  clock: string;
  /** Of the liaison officer of the sender. */
  draft: string;
  addition: string;
  /** Of the recipient. */
  person: string;
  webhook: string;
  delivery: string;
  closedDay: string;
  /** Proposed by the administrator of the recipient. */
  proposals: Record<'shown' | 'confirm' | 'reject' | 'withdraw', string>;
  addressProposal: string;
  addressToken: string;
  /** The purpose of a reading by the recipient's officer in an emergency. */
  reading: string;
  announcements: Record<'supervisor' | 'administrator', string>;
}

const recipient = { agencyId: AGENCIES.recipient };

/** Adds a person for every role and relation, and the entries. */
export async function prepareEntries(desk: TestDesk): Promise<{ actors: Actor[]; entries: Entries }> {
  const { db } = desk;
  const actors = await everyActor(db);
  const kept = await referralsByState(desk);
  const referrals = Object.fromEntries(Object.entries(kept).map(([at, { id }]) => [at, id])) as Entries['referrals'];
  const clocks = (await kept.referred.read()).clocks;
  const clock = clocks.find(({ subject }) => 'recipientId' in subject && subject.recipientId === 'r1')?.id ?? '';
  const person = 'quiet.alder';
  const profile = { email: 'quiet@people.example', language: 'en', zone: 'UTC' };
  await db.person.create({ data: { id: person, name: 'Quiet', ...profile } });
  await db.membership.create({ data: { personId: person, role: 'partner-officer', ...recipient } });
  await db.identity.create({ data: { issuer: 'https://sign-in.example', subject: 'quiet', personId: person } });
  const closedDay = '2027-12-24';
  await db.closedDay.create({ data: { day: closedDay, name: 'Eve', ...recipient } });
  return {
    actors,
    entries: {
      ...{ referrals, clock, person, closedDay },
      ...(await webhookOf(desk, referrals.referred)),
      ...(await draftsOf(desk, referrals['at-intake'])),
      ...(await proposalsOf(desk)),
      reading: await emergencyReading(desk, referrals.referred),
      announcements: { supervisor: await announcementOf(desk), administrator: await announcementOf(desk) },
    },
  };
}

async function webhookOf({ db }: TestDesk, referralId: string): Promise<Pick<Entries, 'webhook' | 'delivery'>> {
  const [webhook, delivery] = [crypto.randomUUID(), crypto.randomUUID()];
  await db.webhook.create({
    data: { id: webhook, url: 'https://hooks.agency.example/liaise', kinds: ['answers'], ...recipient },
  });
  const message = { referralId, seq: 1, reference: 'XR-2026-000001', event: 'accepted', payload: '{}' };
  await db.webhookDelivery.create({ data: { id: delivery, webhookId: webhook, ...message, ...recipient } });
  return { webhook, delivery };
}

async function draftsOf(desk: TestDesk, referralId: string): Promise<Pick<Entries, 'draft' | 'addition'>> {
  const owner = await personOf(desk.db, 'liaison-officer.sender');
  const deps = { db: desk.pages, keyring: desk.keyring };
  const draft = await saveDraft(deps, owner, { step: 'what', content: { fields: {}, loss: [] } });
  const content = { referralId, addition: { summary: 'More.' }, loss: [] };
  const addition = await saveDraft(deps, owner, { step: SUPPLEMENT_STEP, content, aboutReferral: referralId });
  return { draft: draft.id, addition: addition.id };
}

async function proposalsOf(desk: TestDesk): Promise<Pick<Entries, 'proposals' | 'addressProposal' | 'addressToken'>> {
  const administrator = await desk.browser('administrator.recipient');
  const propose = async (id: string) => {
    const { headers } = await administrator.post('/admin/people/new', {
      ...{ id, name: id, email: `${id}@people.example`, language: 'en', zone: 'UTC' },
      ...{ ...recipient, roles: 'partner-officer' },
    });
    return /proposals\/([\w-]+)/.exec(String(headers.location))?.[1] ?? '';
  };
  const proposals = {
    shown: await propose('first.alder'),
    confirm: await propose('second.alder'),
    reject: await propose('third.alder'),
    withdraw: await propose('fourth.alder'),
  };
  const officer = await desk.browser('partner-officer.recipient');
  const asked = { line: 'desk', email: 'new@alder.example' };
  await officer.post('/agency/contact-points/fi-alder-ncp/address', asked);
  const [newest] = await listProposals(desk.db, desk.keyring, 1);
  const found = newest && (await findProposal(desk.db, desk.keyring, newest.proposal.id));
  if (found === undefined) throw new Error('No address was proposed.');
  const addressToken = tokenOf(desk.keyring, found.proposal, 'old');
  return { proposals, addressProposal: found.proposal.id, addressToken };
}

async function emergencyReading(desk: TestDesk, referralId: string): Promise<string> {
  const officer = await desk.browser('partner-officer.recipient');
  await officer.post(`/referrals/${referralId}/particulars`, { purposeCode: 'emergency', purpose: 'A child.' });
  const [reading] = (await consultationsOf(desk.db, referralId)).filter(({ about }) => about.code === 'emergency');
  return reading?.about.purpose ?? '';
}

async function announcementOf({ db }: TestDesk): Promise<string> {
  const id = crypto.randomUUID();
  await db.announcement.create({ data: { id, kind: 'mail-outage', startsAt: new Date(), announcedBy: 'ines.rowan' } });
  return id;
}
