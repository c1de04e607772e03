/** The rows of a chart of deadlines: their texts as lines, and where each row begins. */

import type { BarTexts } from '../../documents/bar-texts.ts';
import { brokenLines } from '../../documents/estimate-text.ts';
import type { Bar } from '../../queries/sla-bar.ts';

/** What is drawn of a deadline. */
export type DrawnBar = Omit<
  Bar,
  'clockId' | 'name' | 'subject' | 'debtor' | 'agencyId' | 'zone' | 'explanation' | 'entries'
>;

/** One row of the chart. */
export interface ChartRow {
  bar: DrawnBar;
  /** The label at the left, which is a link. */
  title: { text: string; href: string };
  /** Below the label. */
  subtitle: string;
  /** Where the bar leads, and the name of that link. */
  link: { href: string; name: string };
  /** What is written at the bar. */
  texts: Pick<BarTexts, 'start' | 'due' | 'end' | 'late' | 'warnings' | 'notes'>;
}

/** Sizes in CSS pixels. */
export const CHART = {
  ...{ width: 1080, labels: 250, margin: 16 },
  /** Heights of the axis with its title, of the lane of events, and the least of a row. */
  ...{ axis: 46, lane: 40, row: 92 },
  /** Of the bar within its row. */
  bar: { top: 26, height: 18 },
  /** Of fonts. */
  ...{ titleSize: 14, textSize: 12 },
} as const;

/** The width from the first to the last instant. */
export const PLOT_WIDTH = CHART.width - CHART.labels - CHART.margin;

/** The height of a line of text. */
export const LINE = 16;

/** A row with its place. */
export interface PlacedRow extends ChartRow {
  top: number;
  height: number;
  titleLines: string[];
  subtitleLines: string[];
  /** What explains the due instant, below the bar. */
  noteLines: string[];
}

/** The rows below each other. Each is as high as its texts need. */
export function placeRows(rows: readonly ChartRow[], top: number): PlacedRow[] {
  const width = CHART.labels - 12;
  let next = top;
  return rows.map((row) => {
    const titleLines = brokenLines(row.title.text, CHART.titleSize, width, true);
    const subtitleLines = brokenLines(row.subtitle, CHART.textSize, width);
    const noteLines = row.texts.notes.flatMap((note) => brokenLines(note, CHART.textSize, PLOT_WIDTH));
    const labelHeight = (titleLines.length + subtitleLines.length) * LINE + 18;
    const height = Math.max(CHART.row + noteLines.length * LINE, labelHeight);
    const placed = { ...row, top: next, height, titleLines, subtitleLines, noteLines };
    next += height;
    return placed;
  });
}
