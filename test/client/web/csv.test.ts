/** CSV files for spreadsheets: values survive, and no cell is a formula. */

import fc from 'fast-check';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { csv, streamCsv } from '../../../client/web/csv.ts';
import { everyPage } from '../../../client/web/parts/every-page.ts';

test('cells with commas, semicolons, quotes, line ends or outer spaces are quoted', () => {
  expect(csv([['a,b', 'say "x"', 'two\nlines', 'a;b', ' a', 'plain', '', 7, null]])).toBe(
    '\uFEFF"a,b","say ""x""","two\nlines","a;b"," a",plain,,7,\r\n',
  );
});

test('no text starts as a formula does', () => {
  const start = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '|',
    '%',
    ' =',
    '  @',
    '\uff1d',
    '\uff0b',
    '\uff0d',
    '\uff20',
  );
  fc.assert(
    fc.property(start, fc.string(), (before, rest) => {
      const [cell = ''] = csv([[before + rest]])
        .slice(1)
        .split('\r\n', 1);
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
    }),
  );
});

test('numbers stay numbers, also negative ones, and booleans are text', () => {
  expect(csv([[-3.5, 0, true, false]])).toBe('\uFEFF-3.5,0,true,false\r\n');
});

/** The answer with a CSV file of `pages` pages, 200 rows each. Reading the page number `failing` throws. */
async function fileOf(pages: number, failing?: number) {
  const app = fastify();
  app.get('/', (_, reply) =>
    streamCsv(reply, 'rows', {
      head: ['row'],
      pages: everyPage(async (cursor = '1') => {
        if (Number(cursor) === failing) throw new Error('The page cannot be read.');
        const rows = Array.from({ length: 200 }, (_, row) => `${cursor}.${row}`);
        return { rows, ...(Number(cursor) < pages && { next: String(Number(cursor) + 1) }) };
      }),
      lines: (rows) => rows.map((row) => [row]),
    }),
  );
  return await app.inject('/');
}

test('a list of many pages is sent to its last row', async () => {
  const { body, headers } = await fileOf(60);
  expect(headers['content-disposition']).toContain('rows.csv');
  const lines = body.split('\r\n');
  expect([lines.length, lines[0], lines.at(-2)]).toEqual([60 * 200 + 2, '\uFEFFrow', '60.199']);
});

test('an error on the first page is answered as an error, an error on a later page aborts the download', async () => {
  const { statusCode, headers } = await fileOf(3, 1);
  expect([statusCode, headers['content-disposition']]).toEqual([500, undefined]);
  await expect(fileOf(3, 2)).rejects.toThrow();
});
