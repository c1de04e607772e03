/** Letters about changes of the directory: to the supervisors of the agencies concerned, and to addresses to confirm. */

import { v5 as uuidv5 } from 'uuid';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { type Proposal, statusOf } from '../../domain/administration/proposal.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { findPerson, membersOf, namesOfAgencies, namesOfPeople } from '../../prisma/store/people.ts';
import { type DecidedProposal, findProposal } from '../../prisma/store/proposals.ts';
import {
  type AddressResult,
  writeAddressLetter,
  writeAddressResultLetter,
  writeChangeLetter,
} from '../letters/write-directory-letter.ts';
import type { Mailer } from '../mail.ts';
import { type AddressSide, addressOfSide, tokenOf } from './address-tokens.ts';

/**
 * The proposal and its state: it was applied, waits for the confirmation of its addresses, was refused by one of them, or
 * has expired.
 */
export interface LetterOccasion {
  proposalId: string;
  outcome: 'applied' | 'announced' | 'refused' | 'lapsed';
}

/** One letter, without its address, which may change until it is sent. */
export type DirectoryLetter =
  | { proposalId: string; to: 'supervisor'; personId: string; agencyId: string }
  | { proposalId: string; to: 'address'; side: AddressSide }
  | { proposalId: string; to: 'person'; personId: string; result: AddressResult };

interface ReadingDeps {
  db: Database;
  keyring: Keyring;
}

interface SendingDeps extends ReadingDeps {
  mailer: Mailer;
  publicUrl: string;
}

/** Lists the letters. */
export async function listLetters(
  { db, keyring }: ReadingDeps,
  about: LetterOccasion,
  now = new Date(),
): Promise<DirectoryLetter[]> {
  const { proposalId, outcome } = about;
  if (outcome === 'announced') return (['old', 'new'] as const).map((side) => ({ proposalId, to: 'address', side }));
  const found = await findProposal(db, keyring, proposalId);
  if (outcome === 'refused' || outcome === 'lapsed') {
    return found ? resultLetters(db, found, outcome, now) : [];
  }
  const letters: DirectoryLetter[] = [];
  for (const { personId, agencyId, roles } of await membersOf(db, found?.proposal.plan.agencies ?? [])) {
    if (roles.includes('supervisor')) letters.push({ proposalId, to: 'supervisor', personId, agencyId });
  }
  return letters;
}

/** To the officer who asked for the change. A refusal may mean an attack, so the supervisors of the agency get it as well. */
async function resultLetters(
  db: Database,
  { proposal, decisions }: DecidedProposal,
  result: AddressResult,
  now: Date,
): Promise<DirectoryLetter[]> {
  const { id: proposalId, proposer } = proposal;
  if (result === 'lapsed' && statusOf(proposal, decisions, now.toISOString()) !== 'expired') return [];
  const members = result === 'refused' ? await membersOf(db, [proposer.agencyId]) : [];
  const supervisors = members.filter(({ roles }) => roles.includes('supervisor'));
  const personIds = [...new Set([proposer.personId, ...supervisors.map(({ personId }) => personId)])];
  return personIds.map((personId) => ({ proposalId, to: 'person', personId, result }));
}

/** Sends one letter. A permanent refusal is final. @throws MailUnavailable if a retry may succeed. */
export async function sendLetter(deps: SendingDeps, letter: DirectoryLetter): Promise<void> {
  const { db, keyring, mailer, publicUrl } = deps;
  const found = await findProposal(db, keyring, letter.proposalId);
  if (found === undefined) return;
  const { proposal } = found;
  const letterId = uuidv5(JSON.stringify(letter), LETTER_NAMESPACE);
  if (letter.to === 'address') {
    const to = addressOfSide(proposal, letter.side);
    const point = pointOf(proposal);
    if (to === undefined || point === undefined) return;
    const link = `${publicUrl}/agency/address/${proposal.id}?token=${tokenOf(keyring, proposal, letter.side)}`;
    await mailer.send(writeAddressLetter({ ...point, side: letter.side, link }), to, { letterId });
    return;
  }
  const reader = await findPerson(db, letter.personId);
  if (reader === undefined) return;
  if (letter.to === 'person') {
    const point = pointOf(proposal);
    if (point === undefined) return;
    const facts = { point: point.name, result: letter.result, reader, link: `${publicUrl}/agency` };
    await mailer.send(writeAddressResultLetter(facts), reader.email, { letterId });
    return;
  }
  const facts = await changeFacts(db, found, letter.agencyId);
  const link = `${publicUrl}/audit`;
  await mailer.send(writeChangeLetter({ ...facts, reader, link }), reader.email, { letterId });
}

/** Namespace of letter ids (RFC 9562, version 5): a repeated sending has the same Message-ID. */
const LETTER_NAMESPACE = '2f6b1a52-1f0b-5b52-9f3e-0d0c6a1b9a77';

async function changeFacts(db: Database, { proposal, decisions }: DecidedProposal, agencyId: string) {
  const agreeing = decisions.map(({ personId }) => personId);
  const [people, agencies] = await Promise.all([
    namesOfPeople(db, [proposal.proposer.personId, ...agreeing]),
    namesOfAgencies(db, [agencyId]),
  ]);
  const nameOf = (id: string) => people.get(id) ?? id;
  const editType: DirectoryEdit['type'] = proposal.edit.type;
  return {
    ...{ edit: editType, entry: entryFor(proposal, agencyId), agency: agencies.get(agencyId) ?? agencyId },
    proposer: nameOf(proposal.proposer.personId),
    confirmers: [...new Set(agreeing)].map(nameOf),
  };
}

/** The entry; of an import, the entries that concern the agency. */
function entryFor({ plan }: Proposal, agencyId: string): string {
  const ids = plan.parts?.filter(({ agencies }) => agencies.includes(agencyId)).map(({ id }) => id) ?? [plan.id];
  return [...new Set(ids)].join(', ');
}

function pointOf({ plan }: Proposal): { name: string; language: string } | undefined {
  const { name, languages } = plan.before;
  if (typeof name !== 'string') return undefined;
  const [language] = Array.isArray(languages) ? languages : [];
  return { name, language: typeof language === 'string' ? language : 'en' };
}
