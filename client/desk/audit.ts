/** The audit log, searched: who did what, when and to which referral. Codes and names, never words of a case. */

import type { About } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import type { AuditOperation, Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';

export interface AuditQuery {
  /** Reference number or id. */
  referral?: string;
  personId?: string;
  agencyId?: string;
  operation?: AuditOperation;
  from?: Instant;
  /** Not included. */
  before?: Instant;
  cursor?: string;
  limit: number;
}

export interface AuditRow {
  /** Where it stands in the log. */
  id: string;
  at: Instant;
  operation: AuditOperation;
  by: { kind: 'engine' } | { kind: 'person'; personId: string; name: string; agencyId: string; agencyName: string };
  referral?: { referralId: string; reference: string };
  about: About;
}

/**
 * Newest first: what people of the viewer's agency did, and everything about referrals that it sent or coordinates.
 *
 * @throws ReferralError ROLE_REQUIRED for whoever is neither auditor nor supervisor; INVALID_INPUT for a strange cursor.
 */
export async function searchAudit(
  _deps: { db: Database },
  _viewer: Person,
  _query: AuditQuery,
): Promise<{ rows: AuditRow[]; next?: string }> {
  throw new Error('to come');
}
