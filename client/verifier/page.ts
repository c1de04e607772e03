/// <reference lib="dom" />
/** The script of the standalone page: verifies a file that the reader chooses, and shows what is proved. */

import { parseLogPolicy } from '../../domain/audit/log-policy.ts';
import { NoteFault } from '../../domain/audit/note.ts';
import { isLanguage, type Language } from '../../domain/words/languages.ts';
import { VERIFIER_TEXTS, type VerificationText } from './explain.ts';
import { verifyFile } from './verify-file.ts';

const languageChoice = element('language', HTMLSelectElement);
const fileInput = element('file', HTMLInputElement);
const keyInput = element('key', HTMLTextAreaElement);
const answer = element('answer', HTMLElement);

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${id}.`);
}

function language(): Language {
  return isLanguage(languageChoice.value) ? languageChoice.value : 'en';
}

function showTexts(): void {
  const texts = VERIFIER_TEXTS[language()];
  document.documentElement.lang = language();
  document.title = texts.title;
  for (const [id, text] of [
    ['title', texts.title],
    ['intro', texts.intro],
    ['file-label', texts.file],
    ['key-label', texts.key],
    ['key-hint', texts.keyHint],
    ['verify', texts.verify],
  ] as const) {
    element(id, HTMLElement).textContent = text;
  }
  answer.replaceChildren();
}

async function verify(): Promise<void> {
  const texts = VERIFIER_TEXTS[language()];
  const [file] = fileInput.files ?? [];
  if (file === undefined) return show([part('p', texts.noFile)], false);
  try {
    const policy = parseLogPolicy(keyInput.value);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { explanation } = await verifyFile(bytes, policy, language());
    show(partsOf(explanation), explanation.isProved);
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    show([part('p', texts.noKey.replace('{reason}', error.message))], false);
  }
}

function show(parts: readonly HTMLElement[], isProved: boolean): void {
  answer.className = isProved ? 'proved' : 'not-proved';
  answer.replaceChildren(...parts);
  answer.focus();
}

function partsOf({ verdict, faults, proved, notProved, events }: VerificationText): HTMLElement[] {
  const texts = VERIFIER_TEXTS[language()];
  const { number, position, at, event, agency, person, change } = texts.columns;
  const rows = events.map((row) => [
    ...[`${row.number}`, `${row.position}`, row.at, row.event, row.agency, row.person, row.change],
  ]);
  return [
    part('h2', verdict),
    ...list(texts.faultsTitle, faults),
    ...list(texts.provesTitle, proved),
    ...list(texts.leavesOpenTitle, notProved),
    ...(rows.length > 0 ? [table(texts.events, [number, position, at, event, agency, person, change], rows)] : []),
  ];
}

/** Text only: nothing of the file becomes markup. */
function part(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function list(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  const items = document.createElement('ul');
  items.append(...lines.map((line) => part('li', line)));
  return [part('h3', title), items];
}

function table(caption: string, titles: readonly string[], rows: readonly string[][]): HTMLElement {
  const made = document.createElement('table');
  const head = document.createElement('tr');
  head.append(
    ...titles.map((title) => {
      const cell = part('th', title);
      cell.setAttribute('scope', 'col');
      return cell;
    }),
  );
  const lines = rows.map((row) => {
    const line = document.createElement('tr');
    line.append(...row.map((cell) => part('td', cell)));
    return line;
  });
  made.append(part('caption', caption), head, ...lines);
  return made;
}

languageChoice.addEventListener('change', showTexts);
element('form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void verify();
});
const [preferred = 'en'] = navigator.language.split('-');
if (isLanguage(preferred)) languageChoice.value = preferred;
showTexts();
