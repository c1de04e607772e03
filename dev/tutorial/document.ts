/** The tutorial as a document and as a page. Both are made from the steps that a test plays. */

import { escaped, page } from '../html.ts';
import { PEOPLE, triesText } from './people.ts';
import { STEPS } from './steps.ts';

const INTRODUCTION = `The tutorial takes one referral from its submission to its closure, by the people of five desks. All people, agencies and
reports are invented. It takes about a quarter of an hour.`;

/** The steps to `unresponsive` in dev/sample-cases move the time of one referral. */
const MOVED_TIME = `One of the invented referrals has a recipient that did not answer in time. The time of that referral was moved forward
by nine hours, so its missed deadline is still to come by your clock.`;

/** The content of docs/tutorial.md. */
export function tutorialDocument(): string {
  const rows = [
    ['person', 'desk', 'what to try'],
    ...PEOPLE.map((person) => [person.name, person.desk, triesText(person)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [head = [], ...people] = rows;
  const steps = STEPS.flatMap(({ name, title, instructions, outcome, picture }, index) => [
    `## ${index + 1}. ${title}`,
    `Sign in as **${name}**.`,
    instructions.map(({ text }, number) => `${number + 1}. ${text}`).join('\n'),
    outcome.text,
    `![${title}](pictures/tutorial-${picture}.png)`,
  ]);
  return `${[
    '# Tutorial',
    INTRODUCTION,
    'Start Liaise with invented referrals, and open the address that it prints as _Start here_. It shows these steps too:',
    '```sh\nnpm ci\nnpm start -- --fresh --with-cases\n```',
    'To sign in, press _Sign in_ and select a name. No password is needed on this local stack.',
    MOVED_TIME,
    [line(head), line([], '-'), ...people.map((row) => line(row))].join('\n'),
    ...steps,
    '## Afterwards',
    '`npm run demo` shows the same on the command line, with a contact point that does not answer. [operations.md](operations.md) describes an installation.',
  ].join('\n\n')}\n`;
}

/** The page that \`npm start\` names first. @param pages the address of the pages @param letters that of the mail catcher */
export function tutorialPage({ pages, letters }: { pages: string; letters: string }): string {
  const people = PEOPLE.map(
    (person) =>
      `<tr><th scope="row">${escaped(person.name)}</th><td>${html(person.desk)}</td><td>${html(triesText(person))}</td></tr>`,
  );
  const steps = STEPS.map(({ name, title, instructions, outcome }) => {
    const items = instructions.map(({ text }) => `<li>${html(text)}</li>`).join('');
    return `<li><h3>${escaped(title)}</h3><p>Sign in as <strong>${escaped(name)}</strong>.</p><ol>${items}</ol><p>${html(outcome.text)}</p></li>`;
  });
  return page(
    'Start here',
    `<h1>Start here</h1>
    <p>${escaped(INTRODUCTION)}</p>
    <p><a href="${escaped(pages)}">Open the pages</a>, press <em>Sign in</em> and select a name. No password is needed. The
      <a href="${escaped(letters)}">letters</a> that people get are shown on a page of their own.</p>
    <p>${escaped(MOVED_TIME)}</p>
    <h2>People</h2>
    <table><thead><tr><th>Person</th><th>Desk</th><th>What to try</th></tr></thead><tbody>${people.join('')}</tbody></table>
    <h2>One referral, step by step</h2>
    <ol>${steps.join('')}</ol>`,
  );
}

function html(text: string): string {
  return escaped(text)
    .replaceAll(/_([^_]+)_/g, '<em>$1</em>')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
