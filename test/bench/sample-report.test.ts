/** The report whose reading is measured is a valid one of about 30 KB with many elements, and is read without a loss. */

import { expect, test } from 'vitest';
import { sampleReport } from '../../bench/guard/sample-report.ts';
import { parseReport } from '../../client/contract/parse-report.ts';
import { isLeftOut } from '../../domain/exchange/loss-report.ts';

test('the report has about 30 KB and hundreds of values, all of which are kept', () => {
  const content = Buffer.from(sampleReport());
  const { submission, loss } = parseReport(content, { isStrict: true });
  expect(content.length).toBeGreaterThan(28_000);
  expect(content.length).toBeLessThan(34_000);
  expect(submission.particulars.length).toBeGreaterThan(300);
  expect(submission.indicators.length).toBeGreaterThan(60);
  expect(loss.filter(isLeftOut)).toEqual([]);
});
