/** Tables for people: as wide as the terminal at most, with line breaks between words only. */

import Table from 'cli-table3';
import { printable } from './io.ts';

type TableRow = readonly string[];

/** Ends in a line feed. If the longest words do not fit, the table is wider than `columns`; nothing is cut. */
export function table(head: TableRow, rows: readonly TableRow[], columns: number): string {
  const widths = widthsOf([head, ...rows], columns);
  const rule = widths.map((width) => '─'.repeat(width));
  return draw([head, rule, ...rows], widths);
}

/** Labels and values, a line each. Rows with an empty value are left out. */
export function facts(rows: readonly (readonly [label: string, value: string])[], columns: number): string {
  const known = rows.filter(([, value]) => value !== '');
  return draw(known, widthsOf(known, columns));
}

const GAP = '  ';

const BARE = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', right: '', 'right-mid': '' },
  ...{ mid: '', 'mid-mid': '', middle: GAP },
};

/** The natural width of each column. If the sum is too large, the widest columns are narrowed. */
function widthsOf(rows: readonly TableRow[], columns: number): number[] {
  const places = rows[0]?.map((_, place) => rows.map((row) => printable(row[place] ?? ''))) ?? [];
  const widths = places.map((cells) => longest(cells.flatMap((cell) => cell.split('\n'))));
  const least = places.map((cells) => longest(cells.flatMap((cell) => cell.split(/\s+/))));
  const room = columns - GAP.length * (widths.length - 1);
  for (let over = sum(widths) - room; over > 0; over--) {
    const slack = widths.map((width, place) => (width > (least[place] ?? 0) ? width : 0));
    const widest = slack.indexOf(longestOf(slack));
    if (longestOf(slack) === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function draw(rows: readonly TableRow[], widths: readonly number[]): string {
  const style = { 'padding-left': 0, 'padding-right': 0, head: [], border: [] };
  const drawn = new Table({ chars: BARE, style, colWidths: [...widths], wordWrap: true });
  drawn.push(...rows.map((row) => row.map(printable)));
  const lines = drawn.toString().split('\n');
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function longest(texts: readonly string[]): number {
  return longestOf(texts.map(({ length }) => length));
}

function longestOf(lengths: readonly number[]): number {
  return Math.max(0, ...lengths);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** How a line for people names another referral: ids are for programs. */
export function otherReferralName(references: ReadonlyMap<string, string>, id: string): string {
  return references.get(id) ?? 'a referral that you may not see';
}
