/** A report and the details of its files together stay within the limits of one referral. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseReports } from '../../../client/contract/parse-report.ts';
import { submission as contract } from '../../../client/contract/submission.ts';
import { guardMaterial } from '../../../domain/material-guard.ts';

const SENTENCE = 'The account holder wrote to the child on three evenings and asked for pictures. ';

function details(n: number, pairs: readonly (readonly [name: string, value: string])[]): string {
  const inside = pairs.map(
    ([name, value]) => `<nameValuePair><name>${name}</name><value>${value}</value></nameValuePair>`,
  );
  return `<fileDetails><reportId>4711</reportId><fileId>file ${n}</fileId>
    <details type="EXIF">${inside.join('')}</details></fileDetails>`;
}

function twelve(pairs: readonly (readonly [name: string, value: string])[]) {
  return Array.from({ length: 12 }, (_, n) => ({ name: `${n}.xml`, content: Buffer.from(details(n, pairs)) }));
}

describe('twelve files', () => {
  test.each([
    ['with long texts are cut', [['Comment', SENTENCE.repeat(1_250)]], 'cut'],
    [
      'with many lines lose the last',
      Array.from({ length: 500 }, () => ['Comment', SENTENCE] as const),
      'too-many-identifiers',
    ],
  ] as const)('%s', (_, pairs, reason) => {
    const { submission, loss } = parseReports(twelve(pairs));
    expect(contract.safeParse(submission).success).toBe(true);
    expect(() => guardMaterial(submission)).not.toThrow();
    expect(loss.map((entry) => entry.reason)).toContain(reason);
    const characters = submission.particulars.map(({ value }) => value).filter((value) => value.length > 500);
    expect(characters.join('').length).toBeLessThanOrEqual(200_000);
  });
});

test('a time in the future is kept as particulars only', () => {
  const file = readFileSync(new URL('../../domain/exchange/files/chat.xml', import.meta.url), 'utf8');
  const [time = ''] = /<incidentDateTime>.*?<\/incidentDateTime>/.exec(file) ?? [];
  const later = file.replace(time, '<incidentDateTime>2099-05-17T17:45:30Z</incidentDateTime>');
  const { submission, loss } = parseReports([{ name: 'report.xml', content: Buffer.from(later) }]);
  expect(submission.incidentAt).toBeUndefined();
  expect(loss).toContainEqual(
    expect.objectContaining({ path: 'report/incidentSummary/incidentDateTime', reason: 'value-not-usable' }),
  );
  expect(contract.safeParse(submission).success).toBe(true);
});
