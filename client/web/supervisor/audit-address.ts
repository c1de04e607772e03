/** The address of the audit log of a referral. */

/** With these entries only, by their numbers in the viewer's own view. */
export function auditOf(reference: string, entries: readonly number[]): string {
  return `/audit?${new URLSearchParams({ referral: reference, entries: entries.slice(-ENTRIES).join() })}`;
}

/** The most entries that the page of the audit log takes. */
const ENTRIES = 200;
