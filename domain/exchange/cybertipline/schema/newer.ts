/** Elements that newer editions of the schema have, and ours lacks (documentation of the receiver's interface, 2026). */

import { type NamedElement, value } from '../grammar.ts';

/** The edition of our tables, as the loss report names it. */
export const SCHEMA_NAME = '2025-11';

const AGE: NamedElement[] = [{ name: 'ageAssertionDiscrepancy', type: value('boolean') }];

/** By the element that has them. Without `--strict` they are read like the others. */
export const NEWER_ELEMENTS: Readonly<Record<string, readonly NamedElement[]>> = {
  reportAnnotations: ['informational', 'potentialAggravatingFactors', 'instrumentalUse'].map((name) => ({
    name,
    type: value('true'),
  })),
  reportingPerson: AGE,
  personOrUserReportedPerson: AGE,
  intendedRecipientPerson: AGE,
  victimPerson: AGE,
  associatedAccount: AGE,
};
