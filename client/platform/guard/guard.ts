/** The material guard as the entry points use it: in this thread for one command, in worker threads for a server. */

import { type FieldCosts, shareOf } from '../../../domain/guard/budget.ts';
import { defaultGuardPolicy, type GuardPolicy } from '../../../domain/guard/policy.ts';
import { guardMaterial, guardText } from '../../../domain/material-guard.ts';
import { type ParsedReport, parseReports, type ReportOptions, type UploadedFile } from '../../contract/parse-report.ts';
import { openReportSchema } from '../report-schema.ts';
import { examineFile, type FileExamination } from './examine-file.ts';

/**
 * Every method throws a ReferralError: MATERIAL_REFUSED as the guard does, or ENGINE_UNAVAILABLE if the text could not be
 * checked in time. After ENGINE_UNAVAILABLE the caller may try again.
 */
export interface Guard {
  /** The bounds in force. */
  readonly policy: GuardPolicy;
  /** Checks plain data, as `guardMaterial`. */
  material(value: unknown): Promise<FieldCosts>;
  /** Checks one text, as `guardText`. */
  text(text: string, field: string): Promise<FieldCosts>;
  /** Reads report files and maps them to a submission that the guard accepts. Throws as `parseReports` does. */
  reports(files: readonly UploadedFile[], options?: Omit<ReportOptions, 'schema'>): Promise<ParsedReport>;
  /** Says what would be refused, left out or counted in a file. Refuses nothing. */
  examine(file: Uint8Array): Promise<FileExamination>;
}

/**
 * Checks in the calling thread, which is blocked meanwhile: for a command, which does nothing else.
 *
 * @param schemaFile the operator's schema of CyberTipline reports; `reports` throws a ConfigFault if it is not usable
 */
export function guardInProcess(policy: GuardPolicy, schemaFile?: string): Guard {
  return {
    policy,
    material: async (value) => guardMaterial(value, policy),
    text: async (text, field) => guardText(text, field, policy),
    reports: async (files, options) => {
      const schema = schemaFile === undefined ? undefined : await openReportSchema(schemaFile);
      return parseReports(files, { limits: shareOf(policy, 'sender'), ...options, policy, schema });
    },
    examine: async (file) => examineFile(file, policy),
  };
}

/** In the calling thread, with the built-in bounds. */
export const directGuard: Guard = guardInProcess(defaultGuardPolicy);
