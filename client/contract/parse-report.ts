/** A report file as it comes in: which form it has its content tells; what of it was not understood is listed. */

import { readCyberTipline } from '../../domain/exchange/cybertipline/read-report.ts';
import { detectFormat } from '../../domain/exchange/detect-format.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import type { Submission } from '../../domain/submission.ts';
import { parse } from './parse.ts';
import { submission as submissionSchema } from './submission.ts';

/** @throws ReferralError INVALID_REPORT or INVALID_INPUT with line or field and the reason. */
export function parseReport(file: Uint8Array): { submission: Submission; loss: LossEntry[] } {
  const recognised = detectFormat(file);
  if (recognised.form === 'referral') {
    return { submission: parse(submissionSchema, recognised.value), loss: [] };
  }
  return readCyberTipline(recognised.xml);
}
