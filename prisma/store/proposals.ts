/** Proposals of changes of the directory. Pages add them, and the engine records what was decided. */

import type {
  Administrator,
  Proposal,
  ProposalContent,
  ProposalDecision,
} from '../../domain/administration/proposal.ts';
import type { ProposalStep } from '../../domain/administration/proposal-step.ts';
import type { RequestOrigin } from '../../domain/audit/leaf.ts';
import type { Keyring, Place } from '../../domain/keyring.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Queries } from './connect.ts';

/** Adds a proposal. Its content is sealed for its id, proposer and channel, so no other process can make one. */
export async function insertProposal(db: Queries, keyring: Keyring, proposal: Proposal): Promise<void> {
  const { id, proposer, channel, ...content } = proposal;
  const plain = Buffer.from(JSON.stringify(content satisfies ProposalContent));
  const { keyId, sealed } = keyring.seal('data-key', plain, placeOf(proposal));
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
  const row = await db.proposal.findFirst({ where: { id }, include: WITH_DECISIONS });
  return row ? openRow(keyring, row) : undefined;
}

/** Returns the newest proposals. Rows that no entry point of Liaise has written are left out. */
export async function listProposals(db: Queries, keyring: Keyring, limit: number): Promise<DecidedProposal[]> {
  const orderBy = [{ proposedAt: 'desc' }, { id: 'asc' }] as const;
  const rows = await db.proposal.findMany({ include: WITH_DECISIONS, orderBy: [...orderBy], take: limit });
  return rows.flatMap((row) => openRow(keyring, row) ?? []);
}

/** Seals all proposals under the current key of the ring. They wait for up to 14 days. @returns ids that do not open */
export async function resealProposals(db: Queries, keyring: Keyring): Promise<{ done: number; damaged: string[] }> {
  const rows = await db.proposal.findMany({ where: staleProposals(keyring), orderBy: { id: 'asc' } });
  const damaged: string[] = [];
  for (const row of rows) {
    const place = placeOf(madeBy(row));
    const plain = opened(() => keyring.open('data-key', row.keyId, row.sealed, place));
    if (plain === undefined) damaged.push(row.id);
    else await replaceSealed(db, row, keyring.seal('data-key', plain, place));
  }
  return { done: rows.length - damaged.length, damaged };
}

/** The number of proposals that another key seals. */
export function countStaleProposals(db: Queries, keyring: Keyring): Promise<number> {
  return db.proposal.count({ where: staleProposals(keyring) });
}

function staleProposals({ currentKeyId }: Keyring) {
  return { keyId: { not: currentKeyId } };
}

async function replaceSealed(
  db: Queries,
  { id, keyId }: Pick<Row, 'id' | 'keyId'>,
  by: { keyId: string; sealed: Uint8Array },
): Promise<void> {
  await db.proposal.updateMany({
    where: { id, keyId },
    data: { keyId: by.keyId, sealed: Buffer.from(by.sealed) },
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const WITH_DECISIONS = { decisions: { orderBy: { at: 'asc' } } } as const;

interface Row {
  id: string;
  personId: string;
  agencyId: string;
  channel: string;
  keyId: string;
  sealed: Uint8Array;
  decisions: { step: string; personId: string; at: Date }[];
}

function openRow(keyring: Keyring, row: Row): DecidedProposal | undefined {
  const { keyId, sealed, decisions } = row;
  const made = madeBy(row);
  const content = opened(() => keyring.open('data-key', keyId, sealed, placeOf(made)));
  if (content === undefined) return undefined;
  return {
    proposal: { ...made, ...(JSON.parse(Buffer.from(content).toString()) as ProposalContent) },
    decisions: decisions.map(({ step, personId: by, at }) => ({
      ...{ step: step as ProposalStep, personId: by, at: at.toISOString() },
    })),
  };
}

function madeBy({ id, personId, agencyId, channel }: Pick<Row, 'id' | 'personId' | 'agencyId' | 'channel'>) {
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

/** Everyone who administers an agency. Systems and people of disabled agencies do not. */
export async function listAdministrators(db: Queries): Promise<Administrator[]> {
  return await db.$queryRaw<Administrator[]>`
    SELECT person.id AS "personId", agency.id AS "agencyId", agency.coordinating AS everywhere, person.email
    FROM membership JOIN person ON person.id = membership.person_id JOIN agency ON agency.id = membership.agency_id
    WHERE membership.role = 'administrator' AND NOT agency.disabled AND NOT EXISTS (
      SELECT FROM membership service WHERE service.person_id = person.id AND service.role = 'service')
    ORDER BY person.id, agency.id`;
}

/** Counts the administrators who have a sign-in account. */
export async function countAdministratorsWithAccount(db: Queries): Promise<number> {
  const administrators = await db.membership.findMany({ where: { role: 'administrator' }, select: { personId: true } });
  return await db.identity.count({ where: { personId: { in: administrators.map(({ personId }) => personId) } } });
}

/** Deletes proposals, with what was decided, that were made before this time. The audit log still has them. */
export async function deleteProposalsBefore(db: Queries, before: Date): Promise<void> {
  await db.proposal.deleteMany({ where: { proposedAt: { lt: before } } });
  await db.proposalDecision.deleteMany({ where: { proposalId: null, at: { lt: before } } });
}
