/** Runs the material guard over every text that is stored. Changes nothing, and repeats nothing of the texts. */

import type { TextCosts } from '../../domain/guard/budget.ts';
import type { GuardPolicy } from '../../domain/guard/policy.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { examineMaterial } from '../../domain/material-guard.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import { everyProposal } from '../../prisma/store/proposals.ts';
import { countTexts, directoryEntries, type StoredText, storedTexts } from '../../prisma/store/stored-texts.ts';
import type { Progress } from './every-referral.ts';

/** A text that the guard would refuse today. */
export interface MaterialFinding {
  /** The reference number of a referral; `draft`; `proposal`; or the part of the directory, for example `agency`. */
  where: string;
  /** The id of the text or of the entry; `*` if the guard refuses the id. */
  id: string;
  /** For example `materials.2.value`; empty for a text without fields, or for all fields together. */
  field: string;
  /** A code, for example `looks-like-file`. */
  reason: string;
  bytes: number;
}

interface Deps {
  db: Database;
  keyring: Keyring;
  policy: GuardPolicy;
  progress?: Progress;
}

const PAGE = 200;

/**
 * Checks the particulars of all referrals, purposes of readings, drafts, the texts of the directory, and proposals. It
 * leaves out saved forms: only the pages have their key, and they are deleted after 30 minutes.
 */
export async function checkMaterial({ db, keyring, policy, progress = () => {} }: Deps): Promise<MaterialFinding[]> {
  const [entries, proposals] = [await directoryEntries(db), await everyProposal(db, keyring)];
  const all = (await countTexts(db)) + entries.length + proposals.length;
  const findings = entries.flatMap(({ part, id, texts }): MaterialFinding[] => {
    const faults = faultsOf(texts, policy);
    return faults.map((fault) => ({
      where: part,
      id: faults.some(({ field }) => field === 'id') ? '*' : id,
      ...fault,
    }));
  });
  for (const { id, edit } of proposals) {
    const faults = faultsOf(edit, policy).filter(({ reason }) => !FINE_WITHOUT_REFERRAL.includes(reason));
    findings.push(...faults.map((fault) => ({ where: 'proposal', id, ...fault })));
  }
  let done = entries.length + proposals.length;
  for (let after: string | undefined; ; ) {
    const page = await storedTexts(db, after, PAGE);
    if (page.length === 0) break;
    for (const text of page) {
      findings.push(...(await checkText({ db, keyring, policy }, text)));
      done += 1;
      progress(done, Math.max(done, all));
    }
    after = page.at(-1)?.id;
  }
  if (done === all) progress(done, all);
  return findings;
}

async function checkText({ db, keyring, policy }: Deps, text: StoredText): Promise<MaterialFinding[]> {
  const { id, referralId, reference, draftOf } = text;
  const isDraft = draftOf !== null;
  const words = await readParticulars(db, keyring, { id, referralId, ...(isDraft && { draftOf }) });
  // The key of an erased referral was destroyed.
  if (words === undefined) return [];
  const where = isDraft ? 'draft' : (reference ?? referralId);
  const faults = faultsOf(contentOf(words), policy).filter(
    ({ reason }) => !isDraft || !FINE_WITHOUT_REFERRAL.includes(reason),
  );
  return faults.map((fault) => ({ where, id, ...fault }));
}

/**
 * The form of a draft reports them when it is sent. A hash value in a draft counts as an identifier, because it has no
 * algorithm yet. A proposal may import many addresses.
 */
const FINE_WITHOUT_REFERRAL = ['too-long', 'too-many-identifiers'];

/** Of a submission or a draft without its loss report, which has paths of elements and codes only. */
function contentOf(words: unknown): unknown {
  if (typeof words !== 'object' || words === null) return words;
  if ('submission' in words) return words.submission;
  return 'fields' in words ? words.fields : words;
}

function faultsOf(value: unknown, limits: TextCosts): Pick<MaterialFinding, 'field' | 'reason' | 'bytes'>[] {
  return examineMaterial(value, limits)
    .findings.filter(({ outcome }) => outcome === 'refused')
    .map(({ path, reason, bytes }) => ({ field: path, reason, bytes }));
}
