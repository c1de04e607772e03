/** The inbox of the mail catcher as pages: a list, and one letter. Everything that came by mail is escaped. */

import type { CaughtLetter } from './mail.ts';

export function inboxPage(letters: readonly CaughtLetter[], filter: string): string {
  const wanted = filter.trim().toLowerCase();
  const shown = letters.filter(({ to }) => to.some((address) => address.toLowerCase().includes(wanted))).toReversed();
  const rows = shown.map(
    ({ number, at, to, subject }) =>
      `<tr><td>${escaped(at.replace('T', ' ').slice(0, 19))}</td><td>${escaped(to.join(', '))}</td>` +
      `<td><a href="/letters/${number}">${escaped(subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>Arrived (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const empty = '<p>No letter has arrived here yet. Each act sends those that its people must have.</p>';
  return page(
    'Inbox',
    `<h1>Inbox</h1>
    <form><label>To contains <input name="to" value="${escaped(filter)}"></label> <button>Filter</button></form>
    ${shown.length === 0 ? empty : table}`,
  );
}

export function letterPage({ number, to, subject, headers, text }: CaughtLetter): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return page(
    subject,
    `<p><a href="/">Inbox</a></p><h1>${escaped(subject)}</h1><p>To ${escaped(to.join(', '))}</p>
    <h2>Text</h2><pre>${escaped(text)}</pre>
    <h2>HTML</h2><iframe sandbox title="The letter as HTML" src="/letters/${number}/html"></iframe>
    <h2>Headers</h2><pre>${escaped(lines)}</pre>`,
  );
}

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #b1b4b6; padding: .4rem; text-align: left }
pre { background: #f3f2f1; padding: 1rem; overflow-x: auto; white-space: pre-wrap } iframe { width: 100%; height: 32rem; border: 1px solid #b1b4b6 }`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
