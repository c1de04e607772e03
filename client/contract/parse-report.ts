/** Parses a report file of any format to a submission and a loss report. */

import { ReferralError } from '../../domain/errors.ts';
import { readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { detectFormat } from '../../domain/exchange/detect-format.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import type { Submission } from '../../domain/submission.ts';
import { parse } from './parse.ts';
import { submission as submissionSchema } from './submission.ts';

export interface ParsedReport {
  submission: Submission;
  /** In document order; empty for JSON. */
  loss: LossEntry[];
}

export interface ReportOptions {
  /** True if a referral in JSON is refused: an API validates a body of type application/json field by field. */
  isXmlOnly?: boolean;
}

/** @throws ReferralError INVALID_REPORT or INVALID_INPUT, with the line or field and the reason. */
export function parseReport(file: Uint8Array, { isXmlOnly = false }: ReportOptions = {}): ParsedReport {
  const detected = detectFormat(file);
  if (detected.form === 'referral') {
    if (isXmlOnly) {
      throw new ReferralError(
        'INVALID_REPORT',
        'This file is a referral in JSON, not a report. Send it as application/json.',
      );
    }
    return { submission: parse(submissionSchema, detected.value), loss: [] };
  }
  return readCyberTipline(detected.xml);
}
