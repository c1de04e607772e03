/** Records who read which particulars of a case and for what purpose: one leaf of the audit log for each reading. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { ReadingPurpose } from '../../domain/reading-purposes.ts';
import type { TextId } from '../../domain/vocabulary.ts';
import { withOrigin } from './audit.ts';
import type { Queries } from './connect.ts';
import { asJson } from './json.ts';

/** A leaf for one reading. Directive (EU) 2016/680 art. 25: logs of consultation must show its justification. */
export interface Consultation extends Pick<AuditLeaf, 'v' | 'at' | 'by'> {
  operation: 'consultation';
  referralId: string;
  /** The texts that were read, and the particulars that hold the purpose as text. */
  about: { consulted: TextId[]; purpose: TextId; code?: ReadingPurpose };
}

/** Adds a consultation to the audit log. */
export async function addConsultation(db: Queries, consultation: Consultation): Promise<void> {
  const { at, operation, referralId } = consultation;
  await db.auditLeaf.create({
    data: { at, operation, referralId, leaf: asJson(withOrigin(consultation)) },
    select: { id: true },
  });
}

/** Every consultation of a referral, in order. */
export async function consultationsOf(db: Queries, referralId: string): Promise<Consultation[]> {
  const where = { referralId, operation: 'consultation' };
  const rows = await db.auditLeaf.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ leaf }) => leaf as unknown as Consultation);
}
