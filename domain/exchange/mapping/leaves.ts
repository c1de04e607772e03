/** The values of a JSON or CSV file, each with its path and line. */

import { parse } from 'csv-parse/sync';
import { ReferralError } from '../../errors.ts';
import { jsonTokens, parseJsonFile } from '../json.ts';
import { lineFinder } from '../line-finder.ts';
import type { Path } from './path.ts';

/** A text, number or truth value. Empty objects and lists, and `null`, are values without text. */
export interface SourceLeaf {
  path: Path;
  text: string;
  /** Starts at 1. */
  line: number;
}

/** More would take too much memory. */
const MOST_LEAVES = 100_000;
const MOST_LEVELS = 32;

/** @throws ReferralError INVALID_INPUT if the text is not JSON, has a name twice, or has too many values or levels. */
export function jsonLeaves(text: string): SourceLeaf[] {
  parseJsonFile(text);
  const lineAt = lineFinder(text);
  const leaves: SourceLeaf[] = [];
  /** The open objects and lists: the name of the current value, or its place. */
  const open: { key: string | number; isEmpty: boolean }[] = [];
  const add = (value: string, start: number) => {
    leaves.push({ path: open.map(({ key }) => key), text: value, line: lineAt(start).line });
    if (leaves.length > MOST_LEAVES) throw tooLarge(`more than ${MOST_LEAVES} values`);
  };
  for (const { kind, start, end } of jsonTokens(text)) {
    const around = open.at(-1);
    if (kind === 'end') {
      open.pop();
      if (around?.isEmpty) add('', start);
      continue;
    }
    if (around) around.isEmpty = false;
    if (kind === 'name') {
      if (around) around.key = String(JSON.parse(text.slice(start, end)));
      continue;
    }
    if (typeof around?.key === 'number') around.key += 1;
    if (kind === 'value') add(valueText(text.slice(start, end)), start);
    else open.push({ key: kind === 'list' ? -1 : '', isEmpty: true });
    if (open.length > MOST_LEVELS) throw tooLarge(`more than ${MOST_LEVELS} levels`);
  }
  return leaves;
}

export interface CsvOptions {
  delimiter: string;
  /** The names of the columns, if the first row does not have them. */
  columns?: readonly string[];
}

/**
 * The values of each row; empty cells are left out. @throws ReferralError INVALID_INPUT with the line if the text is
 * not CSV (RFC 4180).
 */
export function csvRows(text: string, { delimiter, columns }: CsvOptions): SourceLeaf[][] {
  const rows = recordsOf(text.replaceAll('\r\n', '\n'), delimiter);
  const names = columnNames(columns ?? rows.shift()?.cells ?? []);
  if (rows.reduce((total, { cells }) => total + cells.length, 0) > MOST_LEAVES * MOST_ROWS_PER_LEAF)
    throw tooLarge('too many cells');
  return rows.flatMap(({ cells, line }) => {
    const leaves = cells.map((cell, n) => ({ path: [names[n] ?? `column ${n + 1}`], text: cell, line }));
    const filled = leaves.filter(({ text }) => text.trim() !== '');
    return filled.length === 0 ? [] : [filled];
  });
}

/** Rows are read one after the other, so a file may have more cells than one case. */
const MOST_ROWS_PER_LEAF = 20;

interface CsvRow {
  cells: string[];
  line: number;
}

function recordsOf(text: string, delimiter: string): CsvRow[] {
  try {
    const rows: CsvRow[] = [];
    parse(text, {
      ...{ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\n', '\r'] },
      on_record: (cells: string[], { lines }) => {
        // The parser gives the last line of the row.
        rows.push({ cells, line: lines - cells.join('').split('\n').length + 1 });
        return null;
      },
    });
    return rows;
  } catch (error) {
    // The message of the parser quotes the text.
    const line = lineOf(error);
    const place = line === undefined ? '' : ` at line ${line}`;
    throw new ReferralError(
      'INVALID_INPUT',
      `The file is not well-formed CSV${place}. Check its quotes and the delimiter.`,
      'file',
    );
  }
}

/** A column with an empty name, or with the name of another, is named by its place. */
function columnNames(row: readonly string[]): string[] {
  const names = row.map((name) => name.trim());
  return names.map((name, n) => (name === '' || names.indexOf(name) !== n ? `column ${n + 1}` : name));
}

function valueText(json: string): string {
  if (json.startsWith('"')) return String(JSON.parse(json));
  return json === 'null' ? '' : json;
}

function lineOf(error: unknown): number | undefined {
  const lines: unknown = Object(error).lines;
  return typeof lines === 'number' ? lines : undefined;
}

function tooLarge(what: string): ReferralError {
  return new ReferralError('INVALID_INPUT', `The file has ${what}. Split it into several files.`, 'file');
}
