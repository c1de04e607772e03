/** Maps the persons of a report to subjects: category, and the provider's account id or the path in the file. */

import type { PreservationEntry, Subject } from '../../../submission.ts';
import type { SubjectCategory } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { isTrue } from '../lexical-forms.ts';
import { child, children, everyNode, type Node } from '../node.ts';
import { shortText } from './short-text.ts';

/** Categories of Directive (EU) 2016/680 art. 6. Recipients of messages and linked accounts are contacts. */
const CATEGORIES: Readonly<Record<string, SubjectCategory>> = {
  reporter: 'other',
  personOrUserReported: 'suspect',
  intendedRecipient: 'contact',
  victim: 'victim',
  associatedAccount: 'contact',
};

/** Maps the accounts and persons of a report to subjects of a referral. */
export function mapSubjects(report: Node, ledger: Ledger): Subject[] {
  return everyNode(report).flatMap((node) => {
    const category = CATEGORIES[node.name];
    if (!category) return [];
    const subject = { category: categoryOfAccount(category, node, ledger), reference: referenceOf(node, ledger) };
    return [ledger.from(node, subject)];
  });
}

/** The holder of a compromised account is not the suspect. */
function categoryOfAccount(category: SubjectCategory, account: Node, ledger: Ledger): SubjectCategory {
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
 * The providers that hold data of the accounts. They preserve it for a year from submission (18 U.S.C. 2258A(h)).
 * The file does not state the time of submission, so `endsAt` is absent.
 */
export function mapPreservation(report: Node, ledger: Ledger): PreservationEntry[] {
  const platform = child(child(report, 'incidentSummary'), 'platform');
  const accounts = ['personOrUserReported', 'intendedRecipient', 'victim'].flatMap((name) => children(report, name));
  return accounts.flatMap((account): PreservationEntry[] => {
    const id = child(account, 'espIdentifier');
    const holder = child(account, 'espService') ?? platform;
    const provider = shortText(holder?.value);
    const reference = shortText(id?.value);
    // The account is at another company, so the reporting provider has no data of it.
    const isElsewhere = isTrue(child(account, 'thirdPartyUserReported')?.value);
    if (!provider || !reference || isElsewhere) return [];
    ledger.mappedAndKept(id, holder);
    return [ledger.from(account, { provider, instrument: 'national-law', reference })];
  });
}
