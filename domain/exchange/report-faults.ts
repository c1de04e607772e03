/** Why a report file is refused: every fault with its place, in one error. */

import { ReferralError } from '../errors.ts';

/** Lines and columns count from 1; a column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** One thing wrong with a file. Names elements and what was expected, never what the file says. */
export interface ReportFault extends Position {
  /** From the root, for example `report/victim[2]/ipCaptureEvent`; empty where no element is meant. */
  path: string;
  reason: string;
}

/** `INVALID_REPORT` with every fault, in document order. The message names the first. */
export class InvalidReport extends ReferralError {
  readonly faults: readonly ReportFault[];

  constructor(faults: readonly ReportFault[]) {
    super('INVALID_REPORT', messageOf(faults), faults[0]?.path || undefined);
    this.faults = faults;
  }
}

export function reportFault({ line, column }: Position, path: string, reason: string): ReportFault {
  return { line, column, path, reason };
}

/** The name of an element or attribute as a fault may show it: a name of the usual form, or a question mark. */
export function shownName(name: string): string {
  return /^[A-Za-z][\w.-]{0,59}$/.test(name) ? name : '?';
}

/** `line 3, column 5, report/incidentSummary: …` */
export function describeFault({ line, column, path, reason }: ReportFault): string {
  return `line ${line}, column ${column}${path && `, ${path}`}: ${reason}`;
}

function messageOf(faults: readonly ReportFault[]): string {
  const [first, ...others] = faults;
  if (!first) return 'The report was refused.';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `The report was refused at ${describeFault(first)}${more}`;
}
