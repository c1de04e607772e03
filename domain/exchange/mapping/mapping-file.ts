/** The format of a mapping file: which value of a JSON or CSV file becomes which field of a submission. */

import { IANAZone } from 'luxon';
import { z } from 'zod';
import { ReferralError } from '../../errors.ts';
import { faultMessage } from '../../input-messages.ts';
import { CASE_FIELDS, LIST_FIELDS, type ListName } from '../../submission.ts';
import { parsePath } from './path.ts';

const LIST_NAMES = Object.keys(LIST_FIELDS).filter((name): name is ListName => Object.hasOwn(LIST_FIELDS, name));

const path = z
  .string()
  .max(500)
  .refine((text) => parsePath(text) !== undefined, 'must be a path, for example reports[*].files[*].md5')
  .describe('Names with dots between them; [*] is every place of a list, [0] the first; ["a.b"] is an unusual name');
const code = z.union([z.string().max(2_000), z.boolean()]);
const name = z.string().min(1).max(200);

const field = z
  .strictObject({
    constant: code.exactOptional().describe('The value for every case'),
    from: z.union([path, z.array(path).min(1).max(50)]).exactOptional(),
    table: name.exactOptional().describe('The code table that translates the value'),
    time: z
      .strictObject({
        format: name.describe('As the tokens of Luxon, for example yyyy-MM-dd HH:mm'),
        zone: name.default('UTC').refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone'),
      })
      .exactOptional()
      .describe('How a time without an offset is read'),
    default: code.exactOptional().describe('The value if the file has none that can be used'),
  })
  .superRefine(({ constant, from, ...more }, context) => {
    if ((constant === undefined) === (from === undefined)) {
      context.addIssue({ code: 'custom', message: 'must have either "constant" or "from"' });
    } else if (constant !== undefined && Object.keys(more).length > 0) {
      context.addIssue({ code: 'custom', message: 'must have nothing beside "constant"' });
    }
  });
export type MappedField = z.output<typeof field>;

const listMapping = z.strictObject({
  list: z.enum(LIST_NAMES),
  each: path.exactOptional().describe('One object of the list for each match. Without it: one object for each case'),
  fields: z.record(name, field),
});
export type ListMapping = z.output<typeof listMapping>;

/** `liaise schema mapping` prints it. */
export const mappingFile = z
  .strictObject({
    mapping: z.literal(1).describe('The version of this format'),
    name: name.describe('What the mapping reads, for people'),
    input: z.enum(['json', 'csv']),
    csv: z
      .strictObject({
        delimiter: z
          .string()
          .regex(/^[^"\r\n]$/, 'must be one character, for example ;')
          .default(','),
        columns: z.array(name).min(1).max(500).exactOptional().describe('If the first row does not name the columns'),
      })
      .exactOptional(),
    cases: path.exactOptional().describe('JSON: each match is one case. Without it: the file is one case'),
    split: z.record(path, z.string().min(1).max(5)).default({}).describe('Values that are lists: path and separator'),
    tables: z
      .record(name, z.record(z.string().max(500), code))
      .default({})
      .describe('Their value: our code'),
    fields: z.partialRecord(z.enum(CASE_FIELDS), field),
    lists: z.array(listMapping).max(100).default([]),
    ignore: z.array(path).max(500).default([]).describe('Values that are not about the case'),
    rest: z.enum(['particulars', 'drop']).default('particulars').describe('What becomes of all other values'),
  })
  .superRefine((mapping, context) => {
    for (const { path, message } of contradictions(mapping)) context.addIssue({ code: 'custom', path, message });
  });
export type MappingFile = z.output<typeof mappingFile>;

/**
 * Validates the content of a mapping file.
 *
 * @throws ReferralError INVALID_INPUT that lists every fault with its path.
 */
export function parseMapping(value: unknown): MappingFile {
  const parsed = mappingFile.safeParse(value, { error: faultMessage });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
  throw new ReferralError(
    'INVALID_INPUT',
    `The mapping file is not valid: ${faults.slice(0, 20).join('; ')}`,
    'mapping',
  );
}

interface Contradiction {
  path: (string | number)[];
  message: string;
}

function contradictions(mapping: Omit<MappingFile, 'mapping' | 'name' | 'rest' | 'ignore' | 'split'>): Contradiction[] {
  const { input, csv, cases, fields, lists, tables } = mapping;
  const found: Contradiction[] = [];
  if (input === 'json' && csv) found.push({ path: ['csv'], message: 'must be left out with "input": "json"' });
  if (input === 'csv' && cases) found.push({ path: ['cases'], message: 'must be left out: each row is one case' });
  const used: [(string | number)[], MappedField | undefined][] = [
    ...Object.entries(fields).map(([name, each]): [string[], MappedField | undefined] => [['fields', name], each]),
    ...lists.flatMap((list, n) =>
      Object.entries(list.fields).map(([name, each]): [(string | number)[], MappedField] => [
        ['lists', n, 'fields', name],
        each,
      ]),
    ),
  ];
  for (const [path, each] of used) {
    if (each?.table === undefined || Object.hasOwn(tables, each.table)) continue;
    found.push({ path: [...path, 'table'], message: 'must be the name of a table in "tables"' });
  }
  for (const [n, { list, fields: own }] of lists.entries()) {
    const known: readonly string[] = LIST_FIELDS[list];
    for (const name of Object.keys(own)) {
      if (known.includes(name)) continue;
      found.push({ path: ['lists', n, 'fields', name], message: `must be one of ${known.join(', ')}` });
    }
  }
  return found;
}
