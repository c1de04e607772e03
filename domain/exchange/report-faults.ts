/** The faults of a report file, each with its position. */

import { ReferralError } from '../errors.ts';

/** Lines and columns start at 1; columns count UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** One fault. It names elements of the schema and what was expected. It repeats no content of the file and no other name. */
export interface ReportFault extends Position {
  /** From the root, for example `report/victim[2]/ipCaptureEvent`; empty if the fault is not about an element. */
  path: string;
  reason: string;
}

/** `INVALID_REPORT` with every fault in document order. The message contains the first, and what kind of file was read. */
export class InvalidReport extends ReferralError {
  readonly faults: readonly ReportFault[];

  constructor(faults: readonly ReportFault[], file = 'report') {
    super('INVALID_REPORT', messageOf(faults, file), faults[0]?.path || undefined);
    this.faults = faults;
  }
}

/** The error at a position of a report file. */
export function reportFault({ line, column }: Position, path: string, reason: string): ReportFault {
  return { line, column, path, reason };
}

/** The name of an element or attribute; a question mark if it has an unusual form. */
export function shownName(name: string): string {
  return /^[A-Za-z][\w.-]{0,59}$/.test(name) ? name : '?';
}

/** `line 3, column 5, report/incidentSummary: …` */
export function describeFault({ line, column, path, reason }: ReportFault): string {
  return `line ${line}, column ${column}${path && `, ${path}`}: ${reason}`;
}

function messageOf(faults: readonly ReportFault[], file: string): string {
  const [first, ...others] = faults;
  if (!first) return `The ${file} was refused.`;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `The ${file} was refused at ${describeFault(first)}${more}`;
}
