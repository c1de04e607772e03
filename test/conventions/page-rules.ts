/** The rules for source files, as far as they can be measured. */

import { basename } from 'node:path';
import ts from 'typescript';

const LONGEST = 250;
const LONGEST_TEST = 300;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench))?\.tsx?$/;
const TOO_GENERAL = /(^|[/-])(utils?|helpers?|common|types|managers?|services?)(?=[/.-])/;

/** Files that Temporal wants as lists. */
const LISTS = new Set(['workflows/index.ts', 'activities/index.ts']);

/** Every rule that the page at `path` (from the root of the tree) breaks, each as a sentence about it. */
export function faultsOf(path: string, text: string): string[] {
  const page = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return [...faultsOfName(path), ...faultsOfLength(path, text), ...faultsOfOpening(text), ...faultsOfCode(path, page)];
}

function faultsOfName(path: string): string[] {
  const faults: string[] = [];
  if (!KEBAB_CASE.test(basename(path))) faults.push('its name is not in kebab-case');
  if (TOO_GENERAL.test(path)) faults.push('its name does not describe its subject');
  return faults;
}

function faultsOfLength(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length;
  const longest = path.startsWith('test/') ? LONGEST_TEST : LONGEST;
  return lines > longest ? [`it has ${lines} lines, ${lines - longest} too many: it has two subjects`] : [];
}

/** The page opens with what it is for, in two lines at most. */
function faultsOfOpening(text: string): string[] {
  const page = text.replace(/^#!.*\n/, '');
  const opening = /^(\/\*\*[\s\S]*?\*\/|(\/\/.*\n)+)/.exec(page)?.[0];
  if (!opening) return ['it does not open with what it is for'];
  const lines = opening.split('\n').filter((line) => /\w/.test(line)).length;
  return lines > 2 ? [`it opens with ${lines} lines instead of two at most`] : [];
}

function faultsOfCode(path: string, page: ts.SourceFile): string[] {
  const faults: string[] = [];
  if (!LISTS.has(path) && onlyReExports(page)) faults.push('it only re-exports');
  if (/^\s*(\/\/|\/\*)\s*@ts-(ignore|nocheck)/m.test(page.text)) faults.push('it silences the compiler');
  visit(page);
  return faults;

  function visit(node: ts.Node): void {
    const fault = faultOf(node);
    if (fault) faults.push(`line ${page.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${fault}`);
    ts.forEachChild(node, visit);
  }

  function faultOf(node: ts.Node): string | undefined {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
    if (isColonAfterLabel(node)) return 'a colon after a label, which labelled() writes';
    if (ts.isNonNullExpression(node)) return 'an assertion that something is not null';
    if (isCast(node) && !/^(test|prisma\/store)\//.test(path)) return 'a cast';
    if (isSourcePath(node) && !/^(test|bench|dev)\//.test(path))
      return 'a path to a source file, which is not in dist/';
    return undefined;
  }
}

function onlyReExports(page: ts.SourceFile): boolean {
  return page.statements.length > 0 && page.statements.every((it) => ts.isExportDeclaration(it) && it.moduleSpecifier);
}

/** French has a space before it. The first text of a visually hidden element only separates it from what is shown. */
function isColonAfterLabel(node: ts.Node): boolean {
  if (!ts.isJsxText(node) || !node.text.startsWith(':')) return false;
  return !ts.isJsxElement(node.parent) || node.parent.children[0] !== node;
}

function isCast(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type);
}

/** `./a.ts` where it is no import: the compiler rewrites imports, and nothing else. */
function isSourcePath(node: ts.Node): boolean {
  if (!ts.isStringLiteralLike(node) || !/^\.{1,2}\/.*\.tsx?$/.test(node.text)) return false;
  const { parent } = node;
  const isImport = ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent);
  return !isImport && !(ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword);
}
