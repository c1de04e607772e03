/** The material guard as the entry points use it: in this thread for one command, in worker threads for a server. */

import { guardMaterial, guardText } from '../../../domain/material-guard.ts';
import { type ParsedReport, parseReport, type ReportOptions } from '../../contract/parse-report.ts';

/** What `guardMaterial` returns. */
type Checked = ReturnType<typeof guardMaterial>;

/**
 * Every method throws a ReferralError: MATERIAL_REFUSED as the guard does, or ENGINE_UNAVAILABLE if the text could not be
 * checked in time. After ENGINE_UNAVAILABLE the caller may try again.
 */
export interface Guard {
  /** Checks plain data, as `guardMaterial`. */
  material(value: unknown): Promise<Checked>;
  /** Checks one text, as `guardText`. */
  text(text: string, field: string): Promise<void>;
  /** Reads a report file, maps it to a submission, and checks the submission. Throws as `parseReport` does, too. */
  report(file: Uint8Array, options?: ReportOptions): Promise<ParsedReport>;
}

/** Checks in the calling thread, which is blocked meanwhile: for a command, which does nothing else. */
export const directGuard: Guard = {
  material: async (value) => guardMaterial(value),
  text: async (text, field) => void guardText(text, field),
  report: async (file, options) => readReport(file, options),
};

function readReport(file: Uint8Array, options?: ReportOptions): ParsedReport {
  const report = parseReport(file, options);
  guardMaterial(report.submission);
  return report;
}
