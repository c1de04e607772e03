/** The persons of a report, by category and reference: the provider's own id of the account, else where it stands. */

import type { PreservationEntry, Subject } from '../../../submission.ts';
import type { SubjectCategory } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { isTrue } from '../lexical-forms.ts';
import { child, children, everyNode, type Node } from '../node.ts';
import { shortText } from './short-text.ts';

/** Directive (EU) 2016/680 art. 6. Whoever was only written to, or only linked to the account, is a contact. */
const CATEGORIES: Readonly<Record<string, SubjectCategory>> = {
  reporter: 'other',
  personOrUserReported: 'suspect',
  intendedRecipient: 'contact',
  victim: 'victim',
  associatedAccount: 'contact',
};

export function mapSubjects(report: Node, ledger: Ledger): Subject[] {
  return everyNode(report).flatMap((node) => {
    const category = CATEGORIES[node.name];
    return category ? [{ category: nonEmpty(category, node, ledger), reference: referenceOf(node, ledger) }] : [];
  });
}

/** Whoever took an account over is the suspect, not its holder. */
function nonEmpty(category: SubjectCategory, account: Node, ledger: Ledger): SubjectCategory {
  const compromised = child(account, 'compromisedAccount');
  if (category !== 'suspect' || !compromised) return category;
  ledger.mappedAndKept(compromised);
  return isTrue(compromised.value) ? 'other' : 'suspect';
}

function referenceOf(account: Node, ledger: Ledger): string {
  const id = [child(account, 'espIdentifier'), child(account, 'screenName')].find((node) => shortText(node?.value));
  ledger.mappedAndKept(id);
  return shortText(id?.value) ?? account.path;
}

/**
 * Who holds data of the accounts. A provider keeps the contents of its report for a year from submission (18 U.S.C.
 * 2258A(h)); the file does not say when that was, so that no end is given.
 */
export function mapPreservation(report: Node, ledger: Ledger): PreservationEntry[] {
  const platform = child(child(report, 'incidentSummary'), 'platform');
  const accounts = ['personOrUserReported', 'intendedRecipient', 'victim'].flatMap((name) => children(report, name));
  return accounts.flatMap((account): PreservationEntry[] => {
    const id = child(account, 'espIdentifier');
    const holder = child(account, 'espService') ?? platform;
    const provider = shortText(holder?.value);
    const reference = shortText(id?.value);
    // An account of another company: the one that reports knows nothing more of it.
    const isElsewhere = isTrue(child(account, 'thirdPartyUserReported')?.value);
    if (!provider || !reference || isElsewhere) return [];
    ledger.mappedAndKept(id, holder);
    return [{ provider, instrument: 'national-law', reference }];
  });
}
