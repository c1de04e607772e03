/** Reads the cases of a JSON or CSV file by a mapping file. Each becomes a submission, or is refused for itself. */

import type { LossReason } from '../../domain/exchange/loss-report.ts';
import { casesIn, settle } from '../../domain/exchange/mapping/cases.ts';
import { indexLeaves } from '../../domain/exchange/mapping/find-leaves.ts';
import type { SourceLeaf } from '../../domain/exchange/mapping/leaves.ts';
import type { MappingFile } from '../../domain/exchange/mapping/mapping-file.ts';
import { parsePath } from '../../domain/exchange/mapping/path.ts';
import { type CaseReading, mapCaseToSubmission } from '../../domain/exchange/mapping/read-case.ts';
import { mayShowNames } from '../../domain/exchange/names-of-file.ts';
import { shareOf } from '../../domain/guard/budget.ts';
import { defaultGuardPolicy, type GuardPolicy } from '../../domain/guard/policy.ts';
import { guardMaterial, textsToLeaveOut } from '../../domain/material-guard.ts';
import type { Submission } from '../../domain/submission.ts';
import { faultsOf, InvalidInput, parse, parseInput } from './parse.ts';
import type { ParsedReport } from './parse-report.ts';
import { submission as submissionSchema } from './submission.ts';

/** A case of a mapped file. `read` maps it to a submission. */
export interface MappedCase {
  /** The line on which the case begins. */
  line: number;
  /** The values of the case as they are in the file: equal for equal cases, whatever the mapping is. */
  sent: readonly (readonly [path: string, text: string])[];
  /** @throws ReferralError INVALID_INPUT or MATERIAL_REFUSED */
  read(): ParsedReport;
}

/**
 * @param policy the bounds of the material guard
 * @throws ReferralError INVALID_INPUT or MATERIAL_REFUSED if the file as a whole cannot be read.
 */
export function parseMapped(mapping: MappingFile, file: Uint8Array, policy = defaultGuardPolicy): MappedCase[] {
  return casesIn(mapping, file).map(({ line, leaves }) => ({
    line,
    sent: leaves.map(({ path, text }) => [JSON.stringify(path), text]),
    read: () => readMapped(mapping, leaves, policy),
  }));
}

/** What is left out can join or separate other texts, so the rest is checked again. */
const MOST_ROUNDS = 10;

/** A value that the guard refuses is left out, with an entry in the loss report. */
function readMapped(mapping: MappingFile, leaves: readonly SourceLeaf[], policy: GuardPolicy): ParsedReport {
  const reading = mapCaseToSubmission(mapping, indexLeaves(leaves));
  const isShown = shownNames(mapping, leaves);
  const leftOut = new Map<SourceLeaf, LossReason>();
  for (let round = 1; ; round += 1) {
    const mapped = validMapped(reading);
    const { lines, loss } = settle(mapping, leaves, new Map([...reading.outcomes(), ...leftOut]), isShown);
    const own = mapped.particulars.length;
    for (const { leaf } of lines.slice(MOST_PARTICULARS - own)) leftOut.set(leaf, 'too-many-entries');
    if (lines.length + own > MOST_PARTICULARS) continue;
    const entries = lines.map(({ entry }) => entry);
    const submission = parse(submissionSchema, { ...mapped, particulars: [...mapped.particulars, ...entries] });
    const { reasons } = textsToLeaveOut(submission, shareOf(policy, 'sender'));
    const before = leftOut.size;
    const faults = [...reasons].flatMap(([field, reason]) => {
      const path = field.split('.');
      const line = path[0] === 'particulars' ? lines[Number(path[1]) - own] : undefined;
      if (line) leftOut.set(line.leaf, reason);
      return line ? [] : [{ path, reason }];
    });
    const isChanged = reading.giveUp(faults) > 0 || leftOut.size > before;
    if (isChanged && round < MOST_ROUNDS) continue;
    guardMaterial(submission, policy);
    return { submission, loss };
  }
}

const MOST_PARTICULARS = 5_000;

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

/** Names of the mapping, and others of a usual form if the guard accepts them. */
function shownNames(mapping: MappingFile, leaves: readonly SourceLeaf[]): (name: string) => boolean {
  const known = namesIn(mapping);
  const isShown = (name: string) => known.has(name) || /^[A-Za-z_][\w -]{0,39}$/.test(name);
  const names = leaves.flatMap(({ path }) => path.filter((part) => typeof part === 'string'));
  const others = names.filter((name) => isShown(name) && !known.has(name));
  return mayShowNames(others) ? isShown : (name) => known.has(name);
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
