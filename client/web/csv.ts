/** Lists as CSV (RFC 4180) that a spreadsheet opens as text and never as a formula (CWE-1236). */

import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export type Cell = string | number | boolean | null | undefined;

/** `name` without its ending. */
export function sendCsv(reply: FastifyReply, name: string, rows: readonly (readonly Cell[])[]): FastifyReply {
  return asFile(reply, name).send(csv(rows));
}

interface Paged<Row> {
  head: readonly Cell[];
  pages: AsyncIterator<readonly Row[]>;
  /** The lines of one page. */
  lines: (rows: readonly Row[]) => Cell[][];
}

/** Written as it is read, however long it is. What fails before the first page is answered; later the file breaks off. */
export async function streamCsv<Row>(
  reply: FastifyReply,
  name: string,
  { head, pages, lines }: Paged<Row>,
): Promise<FastifyReply> {
  const first = await pages.next();
  return asFile(reply, name).send(Readable.from(text()));

  async function* text() {
    yield csv([head]);
    for (let page = first; !page.done; page = await pages.next()) yield lined(lines(page.value));
  }
}

function asFile(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}.csv"`);
}

/** With a byte order mark, by which spreadsheets know UTF-8. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${lined(rows)}`;
}

function lined(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[\s]*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
