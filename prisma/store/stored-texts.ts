/** Every text that is stored, a page at a time: for checks that read everything. */

import type { Queries } from './connect.ts';

/** The place of an encrypted text. `readParticulars` decrypts it. */
export interface StoredText {
  id: string;
  referralId: string;
  /** Null for a draft, and for a referral that is not projected. */
  reference: string | null;
  /** The person whose draft it is; null for the text of a referral. */
  draftOf: string | null;
}

/** Returns texts in the order of their ids. `after` is the last of the previous page. */
export async function storedTexts(db: Queries, after: string | undefined, limit: number): Promise<StoredText[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  return db.$queryRaw<StoredText[]>`
    SELECT text.id::text, text.referral_id::text AS "referralId", referral.reference,
      draft.person_id AS "draftOf"
    FROM particulars AS text
    LEFT JOIN referral ON referral.id = text.referral_id
    LEFT JOIN draft ON draft.id = text.referral_id
    WHERE text.id > ${from}::uuid ORDER BY text.id LIMIT ${limit}`;
}

export function countTexts(db: Queries): Promise<number> {
  return db.particulars.count();
}

/** An entry of the directory, or a saved view, with the texts that people have typed. */
export interface DirectoryEntry {
  part: 'agency' | 'contact-point' | 'person' | 'account' | 'closed-day' | 'saved-view' | 'webhook';
  /** The id of the entry or, if it has none, of its person or agency. */
  id: string;
  texts: Record<string, string | null>;
}

export async function directoryEntries(db: Queries): Promise<DirectoryEntry[]> {
  const [agencies, points, people, accounts, days, views, webhooks] = await Promise.all([
    db.agency.findMany(),
    db.contactPoint.findMany(),
    db.person.findMany(),
    db.identity.findMany(),
    db.closedDay.findMany(),
    db.savedView.findMany(),
    db.webhook.findMany(),
  ]);
  return [
    ...agencies.map(({ id, name }): DirectoryEntry => ({ part: 'agency', id, texts: { id, name } })),
    ...points.map(
      ({ id, name, email, dutyEmail, zone, hours }): DirectoryEntry => ({
        ...{ part: 'contact-point', id, texts: { id, name, email, dutyEmail, zone, hours } },
      }),
    ),
    ...people.map(
      ({ id, name, email, zone }): DirectoryEntry => ({ part: 'person', id, texts: { id, name, email, zone } }),
    ),
    ...accounts.map(
      ({ issuer, subject, personId }): DirectoryEntry => ({
        ...{ part: 'account', id: personId, texts: { issuer, subject } },
      }),
    ),
    ...days.map(({ agencyId, name }): DirectoryEntry => ({ part: 'closed-day', id: agencyId, texts: { name } })),
    ...views.map(({ id, name, query }): DirectoryEntry => ({ part: 'saved-view', id, texts: { name, query } })),
    ...webhooks.map(({ id, url }): DirectoryEntry => ({ part: 'webhook', id, texts: { url } })),
  ];
}
