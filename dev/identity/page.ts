/** The sign-in page: every person by agency, as buttons, without script. */

import { escaped, page } from '../html.ts';

/** A person on the sign-in page. */
export interface LocalPerson {
  id: string;
  name: string;
  /** The agencies of the person, with the roles there. */
  agencies: readonly { name: string; roles: readonly string[] }[];
}

/** The HTML of the sign-in page. */
export function signInPage(uid: string, people: readonly LocalPerson[], search: string): string {
  const action = `/interaction/${encodeURIComponent(uid)}`;
  const wanted = search.trim().toLowerCase();
  const found = people.filter((person) => words(person).toLowerCase().includes(wanted));
  const agencies = [...new Set(found.flatMap((person) => person.agencies.map(({ name }) => name)))].sort();
  return page(
    'Sign in (development only)',
    `<p role="note" style="background:#d4351c;color:#fff;font-size:1.25rem;font-weight:700;padding:1rem">
      Development only: there is no password, and anybody here can be anybody.</p>
    <h1>Who are you?</h1>
    <form role="search"><label>Find a name, agency or role <input name="search" value="${escaped(search)}"></label>
      <button>Find</button></form>
    <form method="post" action="${action}">
      ${agencies.map((agency) => section(agency, found)).join('')}
      ${found.length === 0 ? '<p>Nobody has such a name, agency or role.</p>' : ''}
    </form>`,
  );
}

function section(agency: string, people: readonly LocalPerson[]): string {
  const items = people.flatMap(({ id, name, agencies }) => {
    const here = agencies.find((each) => each.name === agency);
    if (!here) return [];
    const button = `<button name="person" value="${escaped(id)}">${escaped(name)}</button>`;
    return [`<li>${button} ${escaped(here.roles.join(', '))}</li>`];
  });
  return `<h2>${escaped(agency)}</h2><ul>${items.join('')}</ul>`;
}

function words({ id, name, agencies }: LocalPerson): string {
  return [id, name, ...agencies.flatMap((agency) => [agency.name, ...agency.roles])].join(' ');
}
