/** Who read the particulars of a case, which, and for what purpose: one leaf of the audit log each time. */

import type { Leaf } from '../../domain/audit/leaf.ts';
import type { TextId } from '../../domain/vocabulary.ts';
import type { Queries } from './connect.ts';
import { asJson } from './json.ts';

/** Directive (EU) 2016/680 art. 25: the logs of consultation make its justification known. */
export interface Consultation extends Pick<Leaf, 'v' | 'at' | 'by'> {
  operation: 'consultation';
  referralId: string;
  /** The texts that were read, and the particulars that hold the purpose in words. */
  about: { consulted: TextId[]; purpose: TextId };
}

export async function addConsultation(db: Queries, consultation: Consultation): Promise<void> {
  const { at, operation, referralId } = consultation;
  await db.auditLeaf.create({ data: { at, operation, referralId, leaf: asJson(consultation) }, select: { id: true } });
}

/** Every consultation of a referral, in order. */
export async function consultationsOf(db: Queries, referralId: string): Promise<Consultation[]> {
  const where = { referralId, operation: 'consultation' };
  const rows = await db.auditLeaf.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => leaf as unknown as Consultation);
}
