/** The address of the audit log of a referral. */

/** With these entries only, by their numbers in the viewer's own view. */
export function auditOf(reference: string, entries: readonly number[]): string {
  return `/audit?${new URLSearchParams({ referral: reference, entries: entries.slice(-ENTRIES).join() })}`;
}

/** What a person read of the referral. */
export function readingsOf(reference: string, person: string): string {
  return `/audit?${new URLSearchParams({ referral: reference, person, operation: 'consultation' })}`;
}

/** The most entries that the page of the audit log takes. */
const ENTRIES = 200;
