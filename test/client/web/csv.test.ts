/** Lists for spreadsheets: what comes out is what was put in, and never a formula. */

import fc from 'fast-check';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { csv, streamCsv } from '../../../client/web/csv.ts';
import { everyPage } from '../../../client/web/parts/every-page.ts';

test('commas, quotes and line ends are quoted', () => {
  expect(csv([['a,b', 'say "x"', 'two\nlines', 7, null]])).toBe('\uFEFF"a,b","say ""x""","two\nlines",7,\r\n');
});

test('no text begins as a formula does, whatever it is', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '|', '%', ' =', '  @');
  fc.assert(
    fc.property(start, fc.string(), (before, rest) => {
      const [cell = ''] = csv([[before + rest]])
        .slice(1)
        .split('\r\n', 1);
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
    }),
  );
});

test('numbers stay numbers, the negative too', () => {
  expect(csv([[-3.5, true]])).toBe('\uFEFF-3.5,true\r\n');
});

/** Of so many pages of 200 rows; the one named fails. */
async function fileOf(pages: number, failing?: number) {
  const app = fastify();
  app.get('/', (_, reply) =>
    streamCsv(reply, 'rows', {
      head: ['row'],
      pages: everyPage(async (cursor = '1') => {
        if (Number(cursor) === failing) throw new Error('It is away.');
        const rows = Array.from({ length: 200 }, (_, row) => `${cursor}.${row}`);
        return { rows, ...(Number(cursor) < pages && { next: String(Number(cursor) + 1) }) };
      }),
      lines: (rows) => rows.map((row) => [row]),
    }),
  );
  return await app.inject('/');
}

test('a list of very many pages is written to its last row', async () => {
  const { body, headers } = await fileOf(60);
  expect(headers['content-disposition']).toContain('rows.csv');
  const lines = body.split('\r\n');
  expect([lines.length, lines[0], lines.at(-2)]).toEqual([60 * 200 + 2, '\uFEFFrow', '60.199']);
});

test('what fails at first is answered as a failure and no file, what fails later is seen to break off', async () => {
  const { statusCode, headers } = await fileOf(3, 1);
  expect([statusCode, headers['content-disposition']]).toEqual([500, undefined]);
  await expect(fileOf(3, 2)).rejects.toThrow();
});
