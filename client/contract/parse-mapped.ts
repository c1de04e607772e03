/** Reads the cases of a JSON or CSV file by a mapping file. Each becomes a submission, or is refused for itself. */

import { ReferralError } from '../../domain/errors.ts';
import { casesIn, settle } from '../../domain/exchange/mapping/cases.ts';
import { indexLeaves } from '../../domain/exchange/mapping/find-leaves.ts';
import type { Leaf } from '../../domain/exchange/mapping/leaves.ts';
import type { MappingFile } from '../../domain/exchange/mapping/mapping-file.ts';
import { parsePath } from '../../domain/exchange/mapping/path.ts';
import { type CaseReading, readCase } from '../../domain/exchange/mapping/read-case.ts';
import { guardMaterial } from '../../domain/material-guard.ts';
import type { Submission } from '../../domain/submission.ts';
import { faultsOf, InvalidInput, parseInput } from './parse.ts';
import type { ParsedReport } from './parse-report.ts';
import { submission as submissionSchema } from './submission.ts';

export interface MappedCase {
  /** The line on which the case begins. */
  line: number;
  /** The values of the case as they are in the file: equal for equal cases, whatever the mapping is. */
  sent: readonly (readonly [path: string, text: string])[];
  /** @throws ReferralError INVALID_INPUT or MATERIAL_REFUSED */
  read(): ParsedReport;
}

/** @throws ReferralError INVALID_INPUT or MATERIAL_REFUSED if the file as a whole cannot be read. */
export function parseMapped(mapping: MappingFile, file: Uint8Array): MappedCase[] {
  return casesIn(mapping, file).map((leaves) => ({
    line: leaves.reduce((first, { line }) => Math.min(first, line), Number.POSITIVE_INFINITY),
    sent: leaves.map(({ path, text }) => [JSON.stringify(path), text]),
    read: () => readMapped(mapping, leaves),
  }));
}

function readMapped(mapping: MappingFile, leaves: readonly Leaf[]): ParsedReport {
  const reading = readCase(mapping, indexLeaves(leaves));
  const mapped = validMapped(reading);
  const known = namesIn(mapping);
  const isKnown = (name: string) => known.has(name);
  const isShown = (name: string) => isKnown(name) || /^[A-Za-z_][\w -]{0,39}$/.test(name);
  return finished(
    mapped,
    settle(mapping, leaves, reading.outcomes(), areAccepted(leaves, isShown) ? isShown : isKnown),
  );
}

/** Values that the schema refuses are given up until it accepts the rest. */
function validMapped(reading: CaseReading): Submission {
  for (;;) {
    const parsed = parseInput(submissionSchema, reading.value());
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path,
      ...(issue.code === 'too_big' && issue.origin === 'array' && { max: Number(issue.maximum) }),
    }));
    if (reading.giveUp(faults) === 0) throw new InvalidInput(faultsOf(parsed.error));
  }
}

/** @throws ReferralError MATERIAL_REFUSED, or INVALID_INPUT if there are too many lines of particulars. */
function finished(mapped: Submission, { particulars, loss }: ReturnType<typeof settle>): ParsedReport {
  const parsed = parseInput(submissionSchema, { ...mapped, particulars: [...mapped.particulars, ...particulars] });
  if (!parsed.success) throw new InvalidInput(faultsOf(parsed.error));
  guardMaterial(parsed.data);
  return { submission: parsed.data, loss };
}

/** Names of the file are stored in the loss report, so the guard checks them as well. */
function areAccepted(leaves: readonly Leaf[], isShown: (name: string) => boolean): boolean {
  const names = new Set(leaves.flatMap(({ path }) => path.filter((part) => typeof part === 'string')));
  try {
    guardMaterial([...names].filter(isShown));
    return true;
  } catch (error) {
    if (error instanceof ReferralError) return false;
    throw error;
  }
}

/** The operator chose these names. */
function namesIn({ fields, lists, ignore, cases, split, csv }: MappingFile): Set<string> {
  const definitions = [...Object.values(fields), ...lists.flatMap((list) => Object.values(list.fields))];
  const paths = [
    ...definitions.flatMap((field) => [field?.from ?? []].flat()),
    ...lists.flatMap(({ each }) => each ?? []),
    ...[...ignore, ...(cases === undefined ? [] : [cases]), ...Object.keys(split)],
  ];
  const names = paths.flatMap((path) => parsePath(path) ?? []).filter((part) => typeof part === 'string');
  return new Set([...names, ...(csv?.columns ?? [])]);
}
