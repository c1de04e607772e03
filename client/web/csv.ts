/** Lists as CSV files (RFC 4180). Spreadsheets show every cell as text and never as a formula (CWE-1236). */

import { Readable } from 'node:stream';
import { type Options, stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

/** The value of one cell. */
export type Cell = string | number | boolean | null | undefined;

/** Sends the rows as the file `name`.csv. */
export function sendCsv(reply: FastifyReply, name: string, rows: readonly (readonly Cell[])[]): FastifyReply {
  return asFile(reply, name).send(csv(rows));
}

interface Paged<Row> {
  head: readonly Cell[];
  pages: AsyncIterator<readonly Row[]>;
  /** The CSV rows of one page of results. */
  lines: (rows: readonly Row[]) => Cell[][];
}

/**
 * Sends page after page, so that memory use does not grow with the length of the list. An error on the first page is
 * answered as an error; an error on a later page aborts the download.
 */
export async function streamCsv<Row>(
  reply: FastifyReply,
  name: string,
  { head, pages, lines }: Paged<Row>,
): Promise<FastifyReply> {
  const first = await pages.next();
  return asFile(reply, name).send(Readable.from(chunks()));

  async function* chunks() {
    yield csv([head]);
    for (let page = first; !page.done; page = await pages.next()) yield stringify(lines(page.value), FORMAT);
  }
}

function asFile(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}.csv"`);
}

/** Each row ends in CRLF. The text starts with a byte order mark, by which spreadsheets recognise UTF-8. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows], { ...FORMAT, bom: true });
}

const FORMAT: Options = {
  record_delimiter: 'windows',
  // A bare line end would start a row. Semicolons separate columns in some locales; spaces that are not quoted are trimmed.
  quoted_match: /[;\r\n]|^\s|\s$/,
  escape_formulas: true,
  cast: { boolean: String, string: asText },
};

/** `escape_formulas` looks at the first character alone: spreadsheets skip white space, and some know `|` and `%`. */
function asText(value: string): string {
  return /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
}
