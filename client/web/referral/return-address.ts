/** The list that an act returns to, on the page and with the filters that the person left. */

/** The lists that an act returns to. */
const LISTS = ['/waiting', '/approvals', '/triage', '/held', '/inbox', '/clarifications', '/admin/webhooks/deliveries'];

/** About the last act, and rows that were selected: these are not part of the list. */
const PASSING = ['done', 'of', 'number', 'entry', 'select', 'sent-again'];

const MAX_LENGTH = 1_000;

/** The address if it is of a list; undefined for any other, also of another server. */
export function listAddressIn(address: string | undefined): string | undefined {
  const [path = '', query = ''] = address?.split('?') ?? [];
  if (!LISTS.includes(path) || query.length > MAX_LENGTH) return undefined;
  const values = new URLSearchParams(query);
  for (const name of PASSING) values.delete(name);
  return values.size === 0 ? path : `${path}?${values}`;
}
