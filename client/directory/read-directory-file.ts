/** Reads a file of the directory and compares it with the directory. Every fault is named with its row and field. */

import { z } from 'zod';
import type { CapabilityEntry, EntryEdit } from '../../domain/administration/directory-edit.ts';
import {
  type AgencyRow,
  compareWithFile,
  type DirectoryDifference,
  type DirectoryFile,
  type FileList,
  type FileRow,
  type PointRow,
  type RowFault,
} from '../../domain/administration/directory-file.ts';
import type { Editor } from '../../domain/administration/editor.ts';
import { isZone } from '../../domain/clocks/calendar.ts';
import { isPlace } from '../../domain/clocks/working-days.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import { parseHours } from '../../domain/routing/opening-hours.ts';
import {
  AGENCY_TYPES,
  CAPABILITY_LEVELS,
  CONTACT_POINT_TYPES,
  HANDLING_CODES,
  KINDS,
  REGISTRY_CAPABILITIES,
} from '../../domain/vocabulary.ts';
import { faultsOf, parse, parseInput } from '../contract/parse.ts';
import { country } from '../contract/submission.ts';
import { textsOf } from './administer.ts';
import { type GuardDeps, guardTexts, DIRECTORY_TEXT_LIMITS as LONGEST } from './guarded-texts.ts';

/** The engine carries out one request in a few seconds. */
const MOST_CHANGES = 1_000;
const MOST_ROWS = 20_000;

const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'must be lower-case words joined by hyphens or dots')
  .max(LONGEST.id);
const name = z.string().trim().min(1).max(LONGEST.name);
const email = z.email({ error: 'must be an e-mail address' }).max(LONGEST.email);
const HOURS = 'must be 24/7, office hours as 08:00-16:00, or hours by weekday as "Mo-Fr 08:00-16:00; Sa 09:00-12:00"';
const language = z.string().regex(/^[a-z]{2}$/, 'must be an ISO 639-1 code, for example en');

const agencyRow = z.strictObject({
  ...{ id, name, country: country.nullable(), type: z.enum(AGENCY_TYPES) },
  ...{ excludes: z.array(id).max(200), disabled: z.boolean().default(false) },
} satisfies Record<keyof AgencyRow, z.ZodType>);

const pointRow = z.strictObject({
  ...{ id, agencyId: id, country, type: z.enum(CONTACT_POINT_TYPES), name, email },
  dutyEmail: email.exactOptional(),
  deputyId: id.exactOptional(),
  zone: z.string().max(LONGEST.zone).refine(isZone, 'must be an IANA time zone, for example Europe/Helsinki'),
  calendar: z
    .string()
    .max(20)
    .refine(isPlace, 'must be a country or region with known public holidays, for example DE-BY')
    .exactOptional(),
  hours: z
    .string()
    .max(LONGEST.hours)
    .refine((text) => parseHours(text) !== undefined, HOURS),
  languages: z.array(language).min(1).max(20),
  capabilities: z.array(z.enum(REGISTRY_CAPABILITIES)),
  kinds: z.array(z.enum(KINDS)).min(1),
  clearances: z.array(z.enum(HANDLING_CODES)).min(1),
  capacity: z.int().min(1).max(100_000).exactOptional(),
  drillDays: z.int().min(7).max(1_000).exactOptional(),
  disabled: z.boolean().exactOptional(),
} satisfies Record<keyof PointRow, z.ZodType>);

const capabilityRow = z.strictObject({
  ...{ country, capability: z.enum(REGISTRY_CAPABILITIES), level: z.enum(CAPABILITY_LEVELS) },
  providerIds: z.array(id).max(200),
} satisfies Record<keyof CapabilityEntry, z.ZodType>);

const list = z.array(z.unknown()).max(MOST_ROWS).exactOptional();
const fileSchema = z.strictObject({ agencies: list, contactPoints: list, capabilities: list });

/** INVALID_INPUT with every fault of the file. */
export class InvalidDirectoryFile extends ReferralError {
  readonly faults: readonly string[];

  constructor(faults: readonly RowFault[]) {
    const named = faults.slice(0, 200).map(describeFault);
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(
      'INVALID_INPUT',
      `The file has ${count}. Nothing was proposed. ${named.length === 1 ? named[0] : ''}`.trim(),
      'file',
    );
    this.faults = named;
  }
}

/** A file that was compared: how it differs, and the edits that the import proposes. */
export interface ComparedFile extends Omit<DirectoryDifference, 'faults'> {
  edits: EntryEdit[];
}

interface Comparison extends GuardDeps {
  directory: Directory;
  editor: Editor;
  /** Called with the number of changed entries whose texts were checked, and of all. */
  progress?: (done: number, all: number) => void;
}

/** @throws InvalidDirectoryFile; ReferralError INVALID_INPUT if it is no such file, or changes too much at once. */
export async function compareDirectoryFile(content: unknown, comparison: Comparison): Promise<ComparedFile> {
  const { directory, editor, progress, guard } = comparison;
  const { agencies, contactPoints, capabilities } = parse(fileSchema, content);
  const faults: RowFault[] = [];
  const rows = <T>(name: FileList, schema: z.ZodType<T>, given: unknown[] | undefined) =>
    given && { [name]: readRows(name, schema, given, faults) };
  const file: DirectoryFile = {
    ...rows('agencies', agencyRow, agencies),
    ...rows('contactPoints', pointRow, contactPoints),
    ...rows('capabilities', capabilityRow, capabilities),
  };
  const now = new Date().toISOString();
  const { changes, missing, faults: found } = compareWithFile({ directory, closedDays: [], now }, editor, file);
  faults.push(...found);
  for (const [place, { list: name, row, id: entry, edits }] of changes.entries()) {
    try {
      for (const edit of edits) await guardTexts({ ...(guard && { guard }) }, textsOf(edit));
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      faults.push({ list: name, row, id: entry, field: error.field ?? '', message: error.message });
    }
    progress?.(place + 1, changes.length);
  }
  if (faults.length > 0) throw new InvalidDirectoryFile(faults);
  if (changes.length > MOST_CHANGES) {
    const message = `The file changes ${changes.length} entries. Import at most ${MOST_CHANGES} changes at once.`;
    throw new ReferralError('INVALID_INPUT', message, 'file');
  }
  return { changes, missing, edits: changes.flatMap(({ edits }) => edits) };
}

function readRows<T>(
  name: FileList,
  schema: z.ZodType<T>,
  given: readonly unknown[],
  faults: RowFault[],
): FileRow<T>[] {
  return given.flatMap((value, place) => {
    const row = place + 1;
    const parsed = parseInput(schema, value);
    if (parsed.success) return [{ row, value: parsed.data }];
    const entry = idOf(value);
    for (const { field, message } of faultsOf(parsed.error)) {
      faults.push({ list: name, row, ...(entry !== undefined && { id: entry }), field, message });
    }
    return [];
  });
}

function idOf(value: unknown): string | undefined {
  const parsed = z.object({ id }).safeParse(value);
  return parsed.success ? parsed.data.id : undefined;
}

/** `contactPoints, row 4 (fi-birch.ncp), hours: must be …`; the first row is 1. */
function describeFault({ list: name, row, id: entry, field, message }: RowFault): string {
  const place = `${name}, row ${row}${entry === undefined ? '' : ` (${entry})`}`;
  return `${field === '' ? place : `${place}, ${field}`}: ${message}`;
}
