/** docs/cybertipline.md lists every meaning of the mapping, and every reason of the loss report. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  FILE_ANNOTATIONS,
  INCIDENT_MEANINGS,
  REPORT_ANNOTATIONS,
} from '../../domain/exchange/cybertipline/map/meanings.ts';
import { LOSS_REASONS } from '../../domain/exchange/loss-report.ts';

const rows = readFileSync(new URL('../../docs/cybertipline.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test.each([
  ['incidents', INCIDENT_MEANINGS],
  ['annotations of reports', REPORT_ANNOTATIONS],
  ['annotations of files', FILE_ANNOTATIONS],
])('%s are listed with crime area, urgency and ground', (_name, meanings) => {
  for (const [term, { area = '', urgency = '', ground = '' }] of Object.entries(meanings)) {
    expect(rows).toContainEqual([`\`${term}\``, area, urgency, ground]);
  }
});

test('every reason of the loss report is listed', () => {
  const listed = rows.map(([first]) => first);
  for (const reason of LOSS_REASONS) expect(listed).toContain(`\`${reason}\``);
});
