/** A table of pages: one row for each page, with its time by number of referrals. */

import type { Measurement } from '../measurements.ts';
import { markdown, number } from '../report.ts';

const NAME = /^page-(?!processor-|size-)([\w-]+)-(\d+)$/;

export function isOfPage({ name }: Measurement): boolean {
  return name.startsWith('page-');
}

/** The table, or an empty string if no page was measured. */
export function pageTable(figures: readonly Measurement[]): string {
  const pages = figures.flatMap((figure) => {
    const [, page, referrals] = NAME.exec(figure.name) ?? [];
    return page && referrals ? [{ ...figure, page, referrals: Number(referrals) }] : [];
  });
  if (pages.length === 0) return '';
  const loads = [...new Set(pages.map(({ referrals }) => referrals))];
  const measuredAs = (name: string) => figures.find((figure) => figure.name === name)?.value ?? 0;
  const rows = [...Map.groupBy(pages, ({ page }) => page)].map(([page, measured]) => [
    measured[0]?.label ?? page,
    ...loads.flatMap((load) => {
      const figure = measured.find(({ referrals }) => referrals === load);
      const cell = figure ? `${number(figure.value)} / ${number(figure.p95 ?? 0)}` : '–';
      return [cell, number(measuredAs(`page-processor-${page}-${load}`))];
    }),
    number(Math.max(...loads.map((load) => measuredAs(`page-size-${page}-${load}`)))),
  ]);
  const head = loads.flatMap((load) => [`${load.toLocaleString('en')}: p50 / p95`, 'CPU ms']);
  return markdown([['page, by number of referrals', ...head, 'KB'], ...rows]);
}
