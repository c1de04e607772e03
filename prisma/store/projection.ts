/** What is derived from the journal: the referral as it stands, for lists and look-ups. */

import type { Clock, Referral } from '../../domain/referral.ts';
import type { Queries } from './connect.ts';
import { asJson } from './json.ts';

/** The referral as it stands, locked against every other writer until the transaction ends. */
export async function lockReferral(db: Queries, referralId: string): Promise<Referral | undefined> {
  const rows = await db.$queryRaw<{ state: Referral }[]>`
    SELECT state FROM referral WHERE id = ${referralId}::uuid FOR UPDATE`;
  return rows[0]?.state;
}

/** Writes what changed between the two. */
export async function project(db: Queries, before: Referral | undefined, after: Referral, at: string): Promise<void> {
  const columns = columnsOf(after, at);
  if (before === undefined) await db.referral.create({ data: { id: after.id, ...columns } });
  else await db.referral.update({ where: { id: after.id }, data: columns, select: { id: true } });
  for (const recipient of changed(before?.recipients, after.recipients)) {
    const row = recipientRow(recipient);
    const key = { referralId: after.id, id: recipient.id };
    await db.recipient.upsert({ where: { referralId_id: key }, create: { ...key, ...row }, update: row });
  }
  for (const clock of changed(before?.clocks, after.clocks)) {
    const row = clockRow(clock);
    const key = { referralId: after.id, id: clock.id };
    await db.clock.upsert({ where: { referralId_id: key }, create: { ...key, ...row }, update: row });
  }
  const links = after.links.slice(before?.links.length ?? 0);
  if (links.length === 0) return;
  await db.link.createMany({ data: links.map((link) => ({ referralId: after.id, ...link })), skipDuplicates: true });
}

/** Parts are replaced whole when they change, never changed in place: identity tells. */
function changed<T extends { id: string }>(before: readonly T[] = [], after: readonly T[]): T[] {
  const known = new Map(before.map((part) => [part.id, part]));
  return after.filter((part) => known.get(part.id) !== part);
}

function columnsOf(referral: Referral, at: string) {
  const due = referral.clocks.filter(({ state }) => state.status === 'running').map(({ dueAt }) => dueAt);
  return {
    reference: referral.reference,
    status: referral.status,
    kind: referral.facts.kind,
    urgency: referral.urgency,
    round: referral.round,
    senderAgencyId: referral.senderAgencyId,
    coordinatorAgencyId: referral.coordinatorAgencyId,
    submittedAt: referral.submittedAt,
    changedAt: at,
    nextDueAt: due.sort()[0] ?? null,
    seq: referral.seq,
    state: asJson(referral),
  };
}

export function recipientRow({
  contactPointId,
  agencyId,
  country,
  status,
  hop,
  openedAt,
}: Referral['recipients'][number]) {
  return { contactPointId, agencyId, country, status, hop, openedAt };
}

export function clockRow({ name, debtor, subject, state, startedAt, dueAt }: Clock) {
  const recipientId = subject.of === 'recipient' ? subject.recipientId : null;
  const late = state.status === 'expired' || (state.status === 'stopped' && state.late);
  return { name, debtor, recipientId, status: state.status, late, startedAt, dueAt };
}
