/** The measurements as a Markdown table, for the terminal and the README. */

import { ENGINES, type Measurement } from './measurements.ts';

export function tableOf(figures: readonly Measurement[]): string {
  const engines = Object.entries(ENGINES).filter(([engine]) => figures.some(({ of }) => of === engine));
  const rows = [...Map.groupBy(figures, ({ name }) => name).values()].map((row) => [
    row[0]?.label ?? '',
    ...engines.map(([engine]) => cell(row.find(({ of }) => of === engine))),
  ]);
  return markdown([['', ...engines.map(([, title]) => title)], ...rows]);
}

/** The first row is the header. The first column contains text, the others numbers. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = '', ...body] = rows.map((row) =>
    line(widths.map((width, column) => (column === 0 ? row[0]?.padEnd(width) : row[column]?.padStart(width)) ?? '')),
  );
  const rule = line(widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  return [head, rule, ...body].join('\n');
}

function cell(figure: Measurement | undefined): string {
  if (figure === undefined) return '–';
  const { value, p95 } = figure;
  return p95 === undefined ? number(value) : `${number(value)} / ${number(p95)}`;
}

/** Rounded to three significant digits. */
export function number(value: number): string {
  return value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}
