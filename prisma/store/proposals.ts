/** Proposals of changes of the directory. Pages add them, and the engine records what was decided. */

import type {
  Administrator,
  Proposal,
  ProposalContent,
  ProposalDecision,
} from '../../domain/administration/proposal.ts';
import type { ProposalStep } from '../../domain/administration/proposal-step.ts';
import type { RequestOrigin } from '../../domain/audit/leaf.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Purpose } from '../../domain/keys/process-keys.ts';
import type { Place } from '../../domain/keys/sealing.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Queries } from './connect.ts';

/** Adds a proposal. Its content is sealed for its id, proposer and channel, so no other process can make one. */
export async function insertProposal(db: Queries, keyring: Keyring, proposal: Proposal): Promise<void> {
  await keyring.ready();
  const { id, proposer, channel, ...content } = proposal;
  const plain = Buffer.from(JSON.stringify(content satisfies ProposalContent));
  const { keyId, sealed } = keyring.seal('proposal', plain, placeOf(proposal));
  await db.proposal.createMany({
    data: {
      ...{ id, ...proposer, channel, concerns: [...content.plan.agencies], proposedAt: content.proposedAt },
      ...{ keyId, sealed: Buffer.from(sealed) },
    },
  });
}

/** A proposal with what was decided about it. */
export interface DecidedProposal {
  proposal: Proposal;
  decisions: ProposalDecision[];
}

/** Returns a proposal; undefined if there is none of that id, or if it was not made by an entry point of Liaise. */
export async function findProposal(db: Queries, keyring: Keyring, id: string): Promise<DecidedProposal | undefined> {
  if (!UUID.test(id)) return undefined;
  await keyring.ready();
  const row = await db.proposal.findFirst({ where: { id }, include: WITH_DECISIONS });
  return row ? openRow(keyring, row) : undefined;
}

/** Returns the newest proposals. Rows that no entry point of Liaise has written are left out. */
export async function listProposals(db: Queries, keyring: Keyring, limit: number): Promise<DecidedProposal[]> {
  await keyring.ready();
  const orderBy = [{ proposedAt: 'desc' }, { id: 'asc' }] as const;
  const rows = await db.proposal.findMany({ include: WITH_DECISIONS, orderBy: [...orderBy], take: limit });
  return rows.flatMap((row) => openRow(keyring, row) ?? []);
}

/** Every proposal that opens, in the order of ids: they are few. */
export async function everyProposal(db: Queries, keyring: Keyring): Promise<Proposal[]> {
  await keyring.ready();
  const rows = await db.proposal.findMany({ include: WITH_DECISIONS, orderBy: { id: 'asc' } });
  return rows.flatMap((row) => openRow(keyring, row)?.proposal ?? []);
}

/** Seals all proposals under the current key of the ring. They wait for up to 14 days. @returns ids that do not open */
export async function resealProposals(db: Queries, keyring: Keyring): Promise<{ done: number; damaged: string[] }> {
  const rows = await staleProposals(db, keyring);
  const damaged: string[] = [];
  for (const row of rows) {
    const { id, keyId } = row;
    const plain = openContent(keyring, row);
    if (plain === undefined) {
      damaged.push(id);
      continue;
    }
    const next = keyring.seal('proposal', plain, placeOf(madeBy(row)));
    const data = { keyId: next.keyId, sealed: Buffer.from(next.sealed) };
    await db.proposal.updateMany({ where: { id, keyId }, data });
  }
  return { done: rows.length - damaged.length, damaged };
}

/** Proposals that the current key for proposals does not open. */
export async function staleProposals(db: Queries, keyring: Keyring): Promise<SealedProposal[]> {
  const rows = await db.proposal.findMany({ orderBy: { id: 'asc' } });
  const opens = (row: SealedProposal) => opened(() => openFor(keyring, 'proposal', row)) !== undefined;
  return rows.filter((row) => row.keyId !== keyring.currentKeyId || !opens(row));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WITH_DECISIONS = { decisions: { orderBy: { at: 'asc' } } } as const;

interface SealedProposal {
  id: string;
  personId: string;
  agencyId: string;
  channel: string;
  keyId: string;
  sealed: Uint8Array;
}

interface Row extends SealedProposal {
  decisions: { step: string; personId: string; at: Date }[];
}

function openRow(keyring: Keyring, row: Row): DecidedProposal | undefined {
  const content = openContent(keyring, row);
  if (content === undefined) return undefined;
  return {
    proposal: { ...madeBy(row), ...(JSON.parse(Buffer.from(content).toString()) as ProposalContent) },
    decisions: row.decisions.map(({ step, personId: by, at }) => ({
      ...{ step: step as ProposalStep, personId: by, at: at.toISOString() },
    })),
  };
}

/** Earlier versions sealed proposals with the key for the keys of referrals. */
function openContent(keyring: Keyring, row: SealedProposal): Uint8Array | undefined {
  return opened(() => openFor(keyring, 'proposal', row)) ?? opened(() => openFor(keyring, 'data-key', row));
}

function openFor(keyring: Keyring, purpose: Purpose, row: SealedProposal): Uint8Array {
  return keyring.open(purpose, row.keyId, row.sealed, placeOf(madeBy(row)));
}

function madeBy({ id, personId, agencyId, channel }: SealedProposal) {
  return { id, proposer: { personId, agencyId }, channel: channel as RequestOrigin['channel'] };
}

function placeOf({ id, proposer, channel }: Pick<Proposal, 'id' | 'proposer' | 'channel'>): Place {
  return ['proposal', id, proposer.personId, proposer.agencyId, channel];
}

function opened(open: () => Uint8Array): Uint8Array | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

/** A decision to record; without a proposal, it is about a change by one administrator alone. */
export interface NewDecision {
  /** The id of the request. */
  id: string;
  proposalId?: string;
  step: ProposalStep;
  personId: string;
  at: Instant;
}

/** Records a decision. */
export async function insertDecision(db: Queries, { proposalId, ...decision }: NewDecision): Promise<void> {
  await db.proposalDecision.createMany({ data: { ...decision, proposalId: proposalId ?? null } });
}

/** The step that a request led to; undefined if it was not carried out. */
export async function stepOfRequest(db: Queries, requestId: string): Promise<ProposalStep | undefined> {
  const row = await db.proposalDecision.findFirst({ where: { id: requestId }, select: { step: true } });
  return row?.step as ProposalStep | undefined;
}

/** Everyone who administers an agency. People of disabled agencies do not, and systems only propose. */
export async function listAdministrators(db: Queries): Promise<Administrator[]> {
  return await db.$queryRaw<Administrator[]>`
    SELECT person.id AS "personId", agency.id AS "agencyId", agency.coordinating AS everywhere, person.email,
           EXISTS (SELECT FROM membership service WHERE service.person_id = person.id AND service.role = 'service')
             AS "isSystem"
    FROM membership JOIN person ON person.id = membership.person_id JOIN agency ON agency.id = membership.agency_id
    WHERE membership.role = 'administrator' AND NOT agency.disabled
    ORDER BY person.id, agency.id`;
}

/** The ids of the administrators who have a sign-in account. */
export async function administratorsWithAccount(db: Queries): Promise<string[]> {
  const administrators = await db.membership.findMany({ where: { role: 'administrator' }, select: { personId: true } });
  const found = await db.identity.findMany({
    where: { personId: { in: administrators.map(({ personId }) => personId) } },
    select: { personId: true },
  });
  return [...new Set(found.map(({ personId }) => personId))];
}

/** Deletes proposals, with what was decided, that were made before this time. The audit log still has them. */
export async function deleteProposalsBefore(db: Queries, before: Date): Promise<void> {
  await db.proposal.deleteMany({ where: { proposedAt: { lt: before } } });
  await db.proposalDecision.deleteMany({ where: { proposalId: null, at: { lt: before } } });
}
