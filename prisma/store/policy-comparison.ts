/** Compares the adopted clock policies with the audit log, which has the version and digest of each adoption. */

import { digestOf } from '../../domain/audit/version.ts';
import type { Queries } from './connect.ts';

interface LoggedAdoption {
  version: string;
  /** SHA-256 of the policies in canonical JSON, in hexadecimal. */
  digest: string;
}

/**
 * What contradicts the log: rows that were changed, added or deleted without two administrators, and another order. The last row
 * is in force, so the order matters. Each text names the version.
 */
export async function policyContradictions(db: Queries): Promise<string[]> {
  const rows = await db.clockPolicyVersion.findMany({ orderBy: { id: 'asc' } });
  const logged = await loggedAdoptions(db);
  const found: string[] = [];
  for (const { version, policies } of rows) {
    const adopted = logged.find((each) => each.version === version);
    if (adopted === undefined) found.push(`version ${version} was not adopted by administrators`);
    else if (adopted.digest !== digestOf(policies)) found.push(`version ${version} is not as it was adopted`);
  }
  const stored = new Set(rows.map(({ version }) => version));
  for (const { version } of logged) {
    if (!stored.has(version)) found.push(`version ${version} was adopted, and its row is missing`);
  }
  const inForce = rows.at(-1)?.version;
  const last = logged.at(-1)?.version;
  if (found.length === 0 && inForce !== last) {
    found.push(`version ${inForce} is in force, and version ${last} was adopted last`);
  }
  return found;
}

/** In the order in which the log has them. */
async function loggedAdoptions(db: Queries): Promise<LoggedAdoption[]> {
  return db.$queryRaw<LoggedAdoption[]>`
    SELECT leaf #>> '{about,id}' AS version, leaf #>> '{about,codes,digest,1}' AS digest FROM audit_leaf
    WHERE referral_id IS NULL AND operation = 'alteration' AND leaf #>> '{about,directory}' = 'policies'
      AND leaf #>> '{about,proposal,step}' = 'applied'
    ORDER BY id`;
}
