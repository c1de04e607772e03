/** Records in the audit log that a document about a referral was given to its reader. */

import { createHash } from 'node:crypto';
import type { DocumentKind } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { addLeaf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';

/** The format of a document. */
export type DocumentFormat = 'pdf' | 'json';

/** A document that is ready to be sent. */
export interface ReadyDocument {
  referralId: string;
  kind: DocumentKind;
  format: DocumentFormat;
  file: Uint8Array;
}

/** Writes the entry, an operation of disclosure with the digest of the file. Call it before the file is sent. */
export async function recordDownload(
  { db }: { db: Database },
  reader: Person,
  { referralId, kind, format, file }: ReadyDocument,
): Promise<void> {
  const sha256 = createHash('sha256').update(file).digest('hex');
  await asAgency(reader.agencyId, () =>
    addLeaf(db, { operation: 'disclosure', by: reader, referralId, about: { document: kind, format, sha256 } }),
  );
}
