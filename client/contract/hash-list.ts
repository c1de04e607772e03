/** A list of hash values as CSV: one file of the case on each line. */

import { ReferralError } from '../../domain/errors.ts';
import { type CsvRecord, readCsv } from '../../domain/exchange/csv.ts';
import { InvalidReport } from '../../domain/exchange/report-faults.ts';
import { algorithmOf } from '../../domain/guard/hash-value.ts';
import type { MaterialReference } from '../../domain/submission.ts';
import { faultsOf, parseInput } from './parse.ts';
import { material } from './submission.ts';

/** The columns of the list. The first line names those that it has, in any order. */
export const HASH_LIST_COLUMNS = [
  'algorithm',
  'value',
  'source',
  'classification',
  'industryClassification',
  'viewedByReporter',
  'publiclyAvailable',
] as const;
type Column = (typeof HASH_LIST_COLUMNS)[number];

/** A line that cannot be used, with the reason. */
interface LineFault {
  line: number;
  /** Names fields and what they must be, but no content. */
  reason: string;
}

/** The hash values of a list, and its faulty lines. */
interface HashList {
  materials: MaterialReference[];
  /** Lines that are not in `materials`. */
  faults: LineFault[];
}

/** The most hash values of one supplement. */
const MAX_HASHES = 5_000;

/** What a hash list adds to a referral: fields of an addition, before validation. */
export interface HashAddition {
  fields: { summary: string; materials: MaterialReference[] };
  /** Lines that were left out. */
  faults: readonly LineFault[];
}

/** Whether a file is a list of hash values: its first line names the columns. */
export function isHashList(content: Uint8Array): boolean {
  const [line = ''] = new TextDecoder().decode(content.subarray(0, 1_000)).split(/[\r\n]/);
  const names = line.toLowerCase().split(/[^a-z]+/);
  return !/^\uFEFF?\s*[<{]/.test(line) && names.includes('algorithm') && names.includes('value');
}

/**
 * Reads a hash list. Every faulty line is reported.
 *
 * @throws InvalidReport with the faulty lines, unless `skipInvalid` leaves them out. ReferralError INVALID_INPUT if it is not
 * CSV in UTF-8, has unknown columns, or more than 5,000 lines.
 */
export function additionOfHashes(content: Uint8Array, skipInvalid = false): HashAddition {
  const { materials, faults } = readHashList(content);
  if (faults.length > 0 && (!skipInvalid || materials.length === 0)) {
    const lines = faults.map(({ line, reason }) => ({ line, column: 1, path: '', reason }));
    throw new InvalidReport(lines, 'hash list');
  }
  return { fields: { summary: `A list of ${materials.length} hash values.`, materials }, faults };
}

function readHashList(content: Uint8Array): HashList {
  const [head, ...lines] = readCsv(decode(content)) ?? refuse('a field in quotes does not end');
  const columns = columnsOf(head?.fields ?? []);
  if (lines.length > MAX_HASHES) refuse(`it has more than ${MAX_HASHES} lines. Split it`);
  if (lines.length === 0) refuse('it has no lines after the names of the columns');
  const list: HashList = { materials: [], faults: [] };
  for (const record of lines) {
    const parsed = parseInput(material, valuesOf(record, columns));
    if (record.fields.length !== columns.length) {
      list.faults.push({ line: record.line, reason: `must have ${columns.length} fields` });
    } else if (parsed.success) list.materials.push(parsed.data);
    else list.faults.push({ line: record.line, reason: describe(parsed.error) });
  }
  return list;
}

function columnsOf(names: readonly string[]): Column[] {
  const columns = names.flatMap((name) => {
    const known = HASH_LIST_COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase());
    return known ? [known] : [];
  });
  const isComplete = columns.includes('algorithm') && columns.includes('value');
  if (isComplete && columns.length === names.length && new Set(columns).size === columns.length) return columns;
  return refuse(`the first line must name the columns algorithm and value, and may name ${OPTIONAL_COLUMNS}`);
}

const OPTIONAL_COLUMNS = HASH_LIST_COLUMNS.slice(2).join(', ');

/** Empty fields count as missing. */
function valuesOf({ fields }: CsvRecord, columns: readonly Column[]): Record<string, unknown> {
  const given = columns.flatMap((column, place) => {
    const text = fields[place] ?? '';
    return text === '' ? [] : [[column, typedValue(column, text)]];
  });
  return { source: 'Hash list', ...Object.fromEntries(given) };
}

function typedValue(column: Column, text: string): unknown {
  if (column === 'algorithm') return text.toLowerCase() === 'other' ? 'other' : knownAlgorithm(text);
  if (column === 'viewedByReporter' || column === 'publiclyAvailable') return BOOLEANS[text.toLowerCase()] ?? text;
  return text;
}

/** An unknown name stays as it is, so that the schema refuses it. */
function knownAlgorithm(name: string): string {
  const algorithm = algorithmOf(name);
  return algorithm === 'other' ? name : algorithm;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  1: true,
  false: false,
  no: false,
  0: false,
};

function describe(error: Parameters<typeof faultsOf>[0]): string {
  return faultsOf(error)
    .map(({ field, message }) => `${field}: ${message}`)
    .join('; ');
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return refuse('it is not text in UTF-8');
  }
}

function refuse(reason: string): never {
  throw new ReferralError('INVALID_INPUT', `The hash list cannot be read: ${reason}.`, 'hashes');
}
