/** Parses a report file of any format to a submission and a loss report. */

import { readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { detectFormat } from '../../domain/exchange/detect-format.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import type { Submission } from '../../domain/submission.ts';
import { parse } from './parse.ts';
import { submission as submissionSchema } from './submission.ts';

/** @throws ReferralError INVALID_REPORT or INVALID_INPUT, with the line or field and the reason. */
export function parseReport(file: Uint8Array): { submission: Submission; loss: LossEntry[] } {
  const detected = detectFormat(file);
  if (detected.form === 'referral') {
    return { submission: parse(submissionSchema, detected.value), loss: [] };
  }
  return readCyberTipline(detected.xml);
}
