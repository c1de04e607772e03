/** The inbox of the mail catcher: a list, and one letter, as pages without script; all letters as JSON. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { escaped, page } from './html.ts';
import type { CaughtLetter } from './mailbox.ts';

interface InboxPage {
  type: string;
  body: string;
  status?: number;
  /** The HTML of a letter, which is sandboxed. */
  foreign?: boolean;
}

/** Answers a request for the inbox, a letter or the JSON list. */
export function answerInbox(
  letters: readonly CaughtLetter[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { type, body, status = 200, foreign = false } = find(letters, new URL(request.url ?? '/', 'http://inbox'));
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': foreign ? `sandbox; ${SAFE}` : SAFE,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** No script runs and nothing is loaded, whatever a letter contains. */
const SAFE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

function find(letters: readonly CaughtLetter[], { pathname, searchParams }: URL): InboxPage {
  if (pathname === '/') return { type: 'text/html', body: inboxPage(letters, searchParams.get('to') ?? '') };
  if (pathname === '/letters.json') return { type: 'application/json', body: JSON.stringify(letters) };
  const [, number, part] = /^\/letters\/(\d+)(\/html)?$/.exec(pathname) ?? [];
  const letter = letters.find((each) => each.number === Number(number));
  if (!letter) return { type: 'text/plain', body: 'There is no such letter.', status: 404 };
  if (part) return { type: 'text/html', body: letter.html, foreign: true };
  return { type: 'text/html', body: letterPage(letter) };
}

function inboxPage(letters: readonly CaughtLetter[], filter: string): string {
  const wanted = filter.trim().toLowerCase();
  const shown = letters.filter(({ to }) => to.some((address) => address.toLowerCase().includes(wanted))).toReversed();
  return page(
    'Inbox',
    `<h1>Inbox</h1>
    <form><label>To contains <input name="to" value="${escaped(filter)}"></label> <button>Filter</button></form>
    ${shown.length > 0 ? table(shown) : `<p>${wanted ? NONE_SUCH : EMPTY}</p>`}`,
  );
}

const EMPTY = 'No letter has arrived here yet. Acts send letters to the people concerned.';
const NONE_SUCH = 'No letter to such an address has arrived here.';

function table(letters: readonly CaughtLetter[]): string {
  const rows = letters.map(
    ({ number, at, to, subject }) =>
      `<tr><td>${escaped(at.replace('T', ' ').slice(0, 19))}</td><td>${escaped(to.join(', '))}</td>` +
      `<td><a href="/letters/${number}">${escaped(subject || 'Without subject')}</a></td></tr>`,
  );
  const head = '<tr><th>Arrived (UTC)</th><th>To</th><th>Subject</th></tr>';
  return `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function letterPage({ number, to, subject, headers, text }: CaughtLetter): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return page(
    subject,
    `<p><a href="/">Inbox</a></p><h1>${escaped(subject)}</h1><p>To ${escaped(to.join(', '))}</p>
    <h2>Text</h2><pre>${escaped(text)}</pre>
    <h2>HTML</h2><iframe sandbox title="The letter as HTML" src="/letters/${number}/html"></iframe>
    <h2>Headers</h2><pre>${escaped(lines)}</pre>`,
  );
}
