/** The files of a supplement: JSON, a CyberTipline report with file details, or a list of hash values. */

import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import type { TextCosts } from '../../domain/guard/budget.ts';
import { additionOfHashes } from '../contract/hash-list.ts';
import type { UploadedFile } from '../contract/parse-report.ts';
import { additionOf } from '../contract/report-addition.ts';
import { sentFiles } from '../contract/sent-files.ts';
import { countryLocator } from '../platform/add-countries.ts';
import type { Guard } from '../platform/guard/guard.ts';
import { readFiles, readJson } from './files.ts';

/** What files add to a referral. */
export class FileAddition {
  /** Fields of an addition, before validation. */
  readonly fields: object;
  /** What repetitions under one idempotency key are compared with. */
  readonly sent: unknown;
  readonly loss: readonly LossEntry[];

  constructor(fields: object, sent: unknown, loss: readonly LossEntry[] = []) {
    this.fields = fields;
    this.sent = sent;
    this.loss = loss;
  }
}

/** Reports and file details as XML. They are read when it is known how much they may add. */
export class AdditionReports {
  readonly files: readonly UploadedFile[];

  constructor(files: readonly UploadedFile[]) {
    this.files = files;
  }

  /** As `FileAddition.sent`. */
  get sent(): unknown {
    return sentFiles(this.files);
  }

  /** What exceeds the limits is left out, and listed as lost. @throws ReferralError as `guard.reports`. */
  async read(guard: Guard, limits: TextCosts): Promise<FileAddition> {
    const { submission, loss } = await guard.reports(this.files, { isXmlOnly: true, limits });
    return new FileAddition(additionOf(countryLocator()(submission)), this.sent, loss);
  }
}

/** One JSON file, or CyberTipline reports and file details as XML. */
export async function readAddition(paths: readonly string[]): Promise<FileAddition | AdditionReports> {
  const [path = '', ...others] = paths;
  const files = await readFiles(paths);
  const isXml = files.some(({ content }) => /^\s*</.test(new TextDecoder().decode(content.subarray(0, 1_000))));
  if (isXml || others.length > 0) return new AdditionReports(files);
  const fields = await readJson(path);
  return new FileAddition(Object(fields), fields);
}

/**
 * A list of hash values as CSV. Every faulty line is reported.
 *
 * @throws InvalidReport with the faulty lines, unless `skipInvalid` leaves them out.
 */
export async function readHashes(
  path: string,
  skipInvalid: boolean,
  warn: (text: string) => void,
): Promise<FileAddition> {
  const files = await readFiles([path]);
  const { fields, faults } = additionOfHashes(files[0]?.content ?? new Uint8Array(), skipInvalid);
  if (faults.length > 0) {
    const skipped = faults.map(({ line, reason }) => `  line ${line}: ${reason}\n`).join('');
    warn(`Left out ${faults.length} lines of the hash list:\n${skipped}`);
  }
  return new FileAddition(fields, sentFiles(files));
}
