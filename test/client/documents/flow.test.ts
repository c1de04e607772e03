/** Tables in documents: each page repeats the column titles, and no row is lost. */

import { expect, test } from 'vitest';
import { openFlow } from '../../../client/documents/flow.ts';
import { readPdf } from '../../support/read-pdf.ts';

test('a table of several pages repeats its titles on each, and has every row', async () => {
  const flow = openFlow({
    ...{ title: 'Table', author: 'Quartz', language: 'en', madeAt: new Date('2026-06-01T08:00:00.000Z'), head: 'H0' },
    foot: (page, pages) => `${page} of ${pages}`,
  });
  const columns = [
    { title: 'Number', share: 1 },
    { title: 'Deadline', share: 3 },
  ];
  flow.table(
    columns,
    Array.from({ length: 120 }, (_, n) => [`row-${n}`, 'Acknowledgement']),
  );
  const { pages } = await readPdf(await flow.end());
  expect(pages.length).toBeGreaterThan(1);
  for (const { text } of pages) expect(text).toMatch(/Number +Deadline/);
  const text = pages.map((page) => page.text).join(' ');
  for (let n = 0; n < 120; n += 1) expect(text).toMatch(new RegExp(`row-${n}\\b`));
});
