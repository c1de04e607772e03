/** Renews the digest key: computes the stored digests of case numbers and files again, from the sealed texts. */

import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { renewedDigests } from '../../domain/search-digests.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  countEarlierDigests,
  countTextsToRenew,
  replaceDigests,
  storerOf,
  type TextToRenew,
  textsToRenew,
} from '../../prisma/store/digest-renewal.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import type { Progress } from './every-referral.ts';

/** What was renewed. A repeated call continues after an interruption. */
export interface RenewedDigests {
  /** The id of the current digest key. */
  digestKeyId: string;
  /** Texts whose digests were replaced. */
  texts: number;
  /** Ids of texts that do not open: they were changed, or copied from another place. */
  damaged: string[];
  /** Stored digests that an earlier key made. */
  left: number;
}

interface Deps {
  /** As the role of the engine. */
  db: Database;
  keyring: Keyring;
  progress?: Progress | undefined;
}

const BATCH = 200;

/** Replaces every digest of an earlier key. While it runs, cases are found under either key. */
export async function renewDigests({ db, keyring, progress = () => {} }: Deps): Promise<RenewedDigests> {
  await keyring.ready();
  const { digestKeyId } = keyring;
  const all = await countTextsToRenew(db, digestKeyId);
  const damaged: string[] = [];
  let done = 0;
  for (let after: string | undefined; ; ) {
    const texts = await textsToRenew(db, digestKeyId, { after, limit: BATCH });
    for (const text of texts) if (!(await renewText(db, keyring, text))) damaged.push(text.id);
    after = texts.at(-1)?.id;
    if (after === undefined) break;
    done += texts.length;
    progress(done, Math.max(all, done));
  }
  return { digestKeyId, texts: done - damaged.length, damaged, left: await countEarlierDigests(db, digestKeyId) };
}

/** False if the text does not open. */
async function renewText(db: Database, keyring: Keyring, text: TextToRenew): Promise<boolean> {
  try {
    const stored = await readParticulars(db, keyring, text);
    const content = Object(stored);
    const submission: Partial<Submission> = Object(content.submission ?? content.addition);
    const { agencyId, isOwnReference } = (await storerOf(db, text)) ?? {};
    const number = isOwnReference && typeof stored === 'string' ? { number: stored } : {};
    const own = agencyId === undefined ? {} : { agencyId, ...number };
    await replaceDigests(db, text, renewedDigests(keyring, submission, own));
    return true;
  } catch (error) {
    if (error instanceof ReferralError && error.code === 'NOT_AUTHENTIC') return false;
    throw error;
  }
}
