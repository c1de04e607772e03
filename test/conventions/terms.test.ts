/** Each concept has one term: the texts of every language keep to the tables of docs/glossary.md. */

import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { english } from '../../client/i18n/english.ts';
import { french } from '../../client/i18n/french.ts';
import { german } from '../../client/i18n/german.ts';
import { TERMS_OF } from '../../client/web/help/topics.ts';
import { type ForbiddenWord, forbiddenWords, readGlossary, type Term } from './glossary.ts';

const glossary = readGlossary(readFileSync('docs/glossary.md', 'utf8'));

const LANGUAGES = [
  ['English', 'en', 'english'],
  ['French', 'fr', 'french'],
  ['German', 'de', 'german'],
] as const;

describe.each(LANGUAGES)('%s', (language, code, name) => {
  const places = [`{client/i18n,activities/letters,domain/words}/${code}/*.ts`, `activities/letters/${name}.ts`];
  const words = forbiddenWords(glossary, language);

  test('no text contains a word that the glossary excludes', () => {
    const texts = globSync(places).flatMap((file) => textsOf(file, () => true));
    expect(texts.length).toBeGreaterThan(800);
    expect(texts.flatMap((text) => faultsOf(text, words))).toEqual([]);
  });
});

test('no English error message contains a word that the glossary excludes', () => {
  const files = globSync('{domain,client,activities,workflows,prisma/store}/**/*.{ts,tsx}');
  const messages = files.flatMap((file) => textsOf(file, isErrorMessage));
  expect(messages.length).toBeGreaterThan(100);
  expect(messages.flatMap((text) => faultsOf(text, forbiddenWords(glossary, 'English')))).toEqual([]);
});

test.each(glossary.terms.filter(({ key }) => key))('$English is the term in $key', (term) => {
  const found = {
    English: textAt(english, term.key),
    French: textAt(french, term.key),
    German: textAt(german, term.key),
  };
  for (const [language] of LANGUAGES) {
    expect(found[language].toLowerCase()).toContain(term[language].toLowerCase());
  }
});

test('the glossary of the pages has the terms and meanings of docs/glossary.md, in every language', () => {
  const idOf = ({ English }: { English: string }) => English.replaceAll(' ', '-');
  const column = (of: (term: Term) => string) =>
    Object.fromEntries(glossary.terms.map((term) => [idOf(term), of(term)]));
  expect(english.glossary.terms).toEqual(column(({ English }) => English));
  expect(french.glossary.terms).toEqual(column(({ French }) => French));
  expect(german.glossary.terms).toEqual(column(({ German }) => German));
  expect(english.glossary.meanings).toEqual(column(({ meaning }) => meaning.replace(/; an? _[^_]+_ in code$/, '')));
});

test('the help of some page explains each term of the glossary', () => {
  const explained = new Set<string>(Object.values(TERMS_OF).flat());
  expect(Object.keys(english.glossary.terms).filter((term) => !explained.has(term))).toEqual([]);
});

test('an excluded word is found in any form and place, and an exception is not', () => {
  const words: ForbiddenWord[] = [
    { not: 'clock', use: 'deadline', except: ['around the clock'] },
    { not: 'twin*', use: 'duplicate', except: [] },
    { not: 'Frage', use: 'Rückfrage', except: [] },
  ];
  const found = (text: string) => faultsOf({ text, at: 'x' }, words).length;
  expect(['Clock running', 'the twins', 'Eine Frage'].map(found)).toEqual([1, 1, 1]);
  expect(['clockwise', 'counted around the clock', 'Rückfrage', 'frage'].map(found)).toEqual([0, 0, 0, 0]);
});

test('French is written with typographic apostrophes', () => {
  const files = globSync('{client/i18n,activities/letters,domain/words}/fr/*.ts');
  const texts = files.flatMap((file) => textsOf(file, () => true));
  expect(texts.filter(({ text }) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
});

interface PlacedText {
  text: string;
  /** File and line. */
  at: string;
}

function faultsOf({ text, at }: PlacedText, words: readonly ForbiddenWord[]): string[] {
  return words.flatMap(({ not, use, except }) => {
    const rest = except.reduce((left, phrase) => left.replaceAll(new RegExp(escaped(phrase), 'giu'), ''), text);
    const pattern = escaped(not).replaceAll('\\*', '\\p{L}*');
    const isCased = /\p{Lu}/u.test(not);
    const found = new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, isCased ? 'u' : 'iu').exec(rest);
    return found ? [`${at}: "${found[0]}" in "${text}": use "${use}"`] : [];
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The string literals and templates of a file, without keys, imports and names of placeholders. */
function textsOf(file: string, isWanted: (node: ts.Node) => boolean): PlacedText[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: PlacedText[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (isText(node) && isWanted(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ text: contentOf(node), at: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  }
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression {
  const isLiteral = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
  return isLiteral && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) && !isCode(node.parent);
}

/** A literal that is compared or switched on is a code, not a text. */
function isCode(parent: ts.Node): boolean {
  return ts.isCaseClause(parent) || ts.isLiteralTypeNode(parent) || ts.isElementAccessExpression(parent);
}

function contentOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (ts.isStringLiteralLike(node)) return node.text.replaceAll(/\{\{.*?\}\}/g, '…');
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** The second argument of `new ReferralError(code, message)`. */
function isErrorMessage(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isNewExpression(parent) && parent.expression.getText() === 'ReferralError' && parent.arguments?.[1] === node
  );
}

function textAt(texts: object, key: string): string {
  const text = key.split(/[:.]/).reduce<unknown>((tree, part) => Object(tree)[part], texts);
  if (typeof text !== 'string') throw new Error(`There is no text ${key}.`);
  return text;
}
