/** The layout of letters as plain text and as HTML, with the same content in the same order. */

import { type Language, LOCALES } from '../../domain/words/languages.ts';
import { typeset } from '../../domain/words/typography.ts';
import type { Letter } from './facts.ts';

/** What a letter shows. Every string is one line. */
export interface LetterLayout {
  language: Language;
  colon: string;
  subject: string;
  /** The requested action, and by when. */
  lead: string;
  paragraphs: readonly string[];
  lists?: readonly { heading: string; items: readonly string[] }[];
  rows: readonly (readonly [label: string, value: string])[];
  links: readonly { label: string; url: string }[];
  footer: readonly string[];
}

const LINE = 76;

/** Arranges the parts of a letter as plain text and as HTML. */
export function layOut(page: LetterLayout): Letter {
  const typesetPage = withSpacing(page);
  return { subject: typesetPage.subject, text: asText(typesetPage), html: asHtml(typesetPage) };
}

/** Names come from directories that others maintain: their line breaks, controls and direction marks are removed. */
export function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}

function withSpacing({
  language,
  colon,
  subject,
  lead,
  paragraphs,
  lists = [],
  rows,
  links,
  footer,
}: LetterLayout): LetterLayout {
  const spaced = (text: string) => typeset(text, language);
  return {
    language,
    colon: spaced(colon),
    subject: spaced(subject),
    lead: spaced(lead),
    paragraphs: paragraphs.map(spaced),
    lists: lists.map(({ heading, items }) => ({ heading: spaced(heading), items: items.map(spaced) })),
    rows: rows.map(([label, value]) => [spaced(label), spaced(value)]),
    links: links.map(({ label, url }) => ({ label: spaced(label), url })),
    footer: footer.map(spaced),
  };
}

function asText({ colon, lead, paragraphs, lists = [], rows, links, footer }: LetterLayout): string {
  const labels = Math.max(0, ...rows.map(([label]) => label.length)) + colon.length + 1;
  const blocks = [
    ...[lead, ...paragraphs].map((paragraph) => wrap(paragraph)),
    ...lists.map(({ heading, items }) => {
      return [`${heading}${colon}`, ...items.map((item) => wrap(`- ${item}`, '  '))].join('\n');
    }),
    rows.map(([label, value]) => wrap(`${label}${colon}`.padEnd(labels) + value, ' '.repeat(labels))).join('\n'),
    ...links.map(({ label, url }) => `${label}${colon}\n${url}`),
    // RFC 3676: what follows "-- " is the signature, and is not quoted in an answer.
    ['-- ', ...footer.map((paragraph) => wrap(paragraph))].join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

/** Breaks lines at ordinary spaces only; lines after the first begin with `indent`. */
function wrap(paragraph: string, indent = ''): string {
  const [first = '', ...words] = paragraph.split(' ');
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(indent + word);
  }
  return lines.join('\n');
}

const BODY = 'margin:1em;max-width:40em;font-family:sans-serif;line-height:1.45;color:#111;background:#fff';
const LABEL = 'padding:0.15em 1em 0.15em 0;text-align:left;vertical-align:top;font-weight:normal;color:#555';
const SMALL = 'font-size:0.85em;color:#555';

function asHtml({ language, colon, subject, lead, paragraphs, lists = [], rows, links, footer }: LetterLayout): string {
  return `${[
    '<!doctype html>',
    `<html lang="${LOCALES[language]}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="${BODY}">`,
    `<p><strong>${escaped(lead)}</strong></p>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...lists.flatMap(({ heading, items }) => [
      `<p>${escaped(heading)}${colon}</p>`,
      '<ul>',
      ...items.map((item) => `<li>${escaped(item)}</li>`),
      '</ul>',
    ]),
    ...tableOf(rows, colon),
    ...links.map(({ label, url }) => {
      return `<p>${escaped(label)}${colon}<br> <a href="${escaped(url)}">${escaped(url)}</a></p>`;
    }),
    '<hr>',
    ...footer.map((paragraph) => `<p style="${SMALL}">${escaped(paragraph)}</p>`),
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function tableOf(rows: LetterLayout['rows'], colon: string): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(([label, value]) => {
    return `<tr><th scope="row" style="${LABEL}">${escaped(label)}${colon}</th> <td>${escaped(value)}</td></tr>`;
  });
  return ['<table style="border-collapse:collapse">', ...lines, '</table>'];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
