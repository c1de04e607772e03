/** Records that an agency confirmed that its contact points in the directory are correct. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { addLeaves } from './audit.ts';
import type { Database } from './connect.ts';

/** Confirms all contact points of the person's agency. Returns how many it has. */
export async function confirmContactPoints(db: Database, by: Person, at: Instant): Promise<number> {
  const where = { agencyId: by.agencyId };
  return await db.$transaction(async (tx) => {
    const points = await tx.contactPoint.findMany({ where, select: { id: true } });
    await tx.contactPoint.updateMany({ where, data: { verifiedAt: at } });
    await addLeaves(
      tx,
      points.map(
        ({ id }): AuditLeaf => ({
          ...{ v: 2, at, operation: 'alteration', by },
          about: { directory: 'contact-point', id, change: 'confirmed', fields: ['verifiedAt'] },
        }),
      ),
    );
    return points.length;
  });
}
