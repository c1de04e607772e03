/** Draws the bars of clocks on one time axis into a PDF page: as on the page, with texts at the bars. */

import type { Instant } from '../../domain/vocabulary.ts';
import type { Bar } from '../queries/sla-bar.ts';
import type { TimelineEntry } from '../queries/timeline.ts';
import type { BarTexts } from './bar-texts.ts';
import { INK, line, type Pdf, QUIET, RED, SMALLEST, widthOf, wrapped } from './pdf.ts';
import { clusters, numbersOf, placeLabels } from './place-labels.ts';
import { hatched } from './sla-hatching.ts';
import type { TimeScale } from './time-axis.ts';

/** Heights in points. */
const AXIS_HEIGHT = 30;
const LANE_HEIGHT = 16;
const BAR = { top: 13, height: 9 };
/** Of a line of text, and of a row with one line of labels below its bar and without notes. */
const LINE = 8.5;
const ROW = 36;
/** Between two labels on one line. */
const GAP = 8;
const SIZE = SMALLEST;

/** Where the chart is: labels from `left`, bars from `plot` on. */
export interface ChartPlace {
  left: number;
  plot: number;
  width: number;
  top: number;
}

/** A bar with its texts as lines, and its height in points. */
export interface DrawnRow {
  bar: Bar;
  texts: BarTexts;
  label: { clock: string[]; who: string[] };
  /** What is below the bar, line by line: one line for all labels if they fit. */
  below: BelowLabel[][];
  notes: string[];
  height: number;
}

/** A label below a bar, and the instant that it names. */
interface BelowLabel {
  at: Instant;
  text: string;
}

interface Chart {
  rows: readonly DrawnRow[];
  events: readonly TimelineEntry[];
  scale: TimeScale;
  now: Instant;
  titles: { axis: string; lane: string; now: string };
}

/** Breaks the texts of a bar into lines. Nothing is cut off: the row is as high as they need. */
export function measureRow(
  doc: Pdf,
  { bar, texts }: { bar: Bar; texts: BarTexts },
  { labels, width }: { labels: number; width: number },
): DrawnRow {
  const label = {
    clock: wrapped(doc, texts.clock, { size: SIZE, bold: true, width: labels - 8 }),
    who: wrapped(doc, texts.who, { size: SIZE, width: labels - 8 }),
  };
  const notes = wrapped(doc, texts.notes.join(' · '), { size: SIZE, width });
  const below = belowLines(doc, bar, texts, width);
  const labelHeight = 14 + (label.clock.length + label.who.length) * LINE;
  const height = ROW + (below.length - 1 + notes.length) * LINE;
  return { bar, texts, label, below, notes, height: Math.max(height, labelHeight) };
}

/** The warnings, start and due instant: on one line if they fit, otherwise the warnings are above the others. */
function belowLines(doc: Pdf, bar: Bar, { start, due, warnings }: BarTexts, width: number): BelowLabel[][] {
  const bounds = [
    { at: bar.startedAt, text: start },
    { at: bar.dueAt, text: due },
  ];
  const all = [...warnings, ...bounds];
  const needed = all.reduce((sum, { text }) => sum + widthOf(doc, text, SIZE) + GAP, 0);
  return needed <= width || warnings.length === 0 ? [all] : [warnings, bounds];
}

/** The height of a chart with these rows. */
export function chartHeight(rows: readonly DrawnRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, AXIS_HEIGHT + LANE_HEIGHT);
}

/** Draws axis, lane of events and bars. */
export function drawChart(doc: Pdf, place: ChartPlace, { rows, events, scale, now, titles }: Chart): void {
  const { left, plot, width, top } = place;
  const bottom = top + chartHeight(rows);
  line(doc, titles.axis, left, top, { size: SIZE, colour: QUIET });
  for (const { x, label } of scale.ticks) {
    doc
      .moveTo(plot + x, top + 22)
      .lineTo(plot + x, bottom)
      .lineWidth(0.4)
      .stroke('#b1b4b6');
    const own = widthOf(doc, label, SIZE);
    line(doc, label, plot + Math.min(Math.max(0, x - own / 2), width - own), top + 12, { size: SIZE });
  }
  const nowAt = plot + scale.x(now);
  doc
    .moveTo(nowAt, top + 22)
    .lineTo(nowAt, bottom)
    .lineWidth(1)
    .dash(2, { space: 2 })
    .stroke(INK)
    .undash();
  const own = widthOf(doc, titles.now, SIZE, true);
  backed(doc, titles.now, Math.min(nowAt + 2, plot + width - own), top + 21, { bold: true });
  drawLane(doc, { ...place, top: top + AXIS_HEIGHT }, events, scale, titles.lane);
  for (const [n, row] of rows.entries()) {
    drawRow(doc, { ...place, top: top + chartHeight(rows.slice(0, n)) }, row, scale);
  }
}

/** Each event as a mark with the number of its entry. Numbers that would overlap are joined: 3–7. */
function drawLane(
  doc: Pdf,
  place: ChartPlace,
  events: readonly TimelineEntry[],
  { x }: TimeScale,
  title: string,
): void {
  const { left, plot, width, top } = place;
  line(doc, title, left, top + 3, { size: SIZE, bold: true });
  const marks = clusters(events, ({ at }) => x(at), 22);
  const texts = marks.map(numbersOf);
  const widths = texts.map((text) => widthOf(doc, text, SIZE));
  const lefts = placeLabels(
    marks.map((mark, n) => ({ x: mark.x, width: widths[n] ?? 0 })),
    width,
    3,
  );
  for (const event of events) {
    const at = plot + x(event.at);
    doc
      .moveTo(at, top + 9)
      .lineTo(at, top + 13)
      .lineWidth(0.8)
      .stroke(INK);
  }
  for (const [n, text] of texts.entries()) backed(doc, text, plot + (lefts[n] ?? 0), top + 1);
}

function drawRow(doc: Pdf, place: ChartPlace, row: DrawnRow, { x }: TimeScale): void {
  const { bar, texts } = row;
  const { left, plot, width, top } = place;
  const at = (instant: Instant) => plot + x(instant);
  const y = top + BAR.top;
  doc
    .moveTo(left, top)
    .lineTo(plot + width, top)
    .lineWidth(0.4)
    .stroke('#b1b4b6');
  const { clock, who } = row.label;
  for (const [n, text] of [...clock, ...who].entries()) {
    line(doc, text, left, top + 11 + n * LINE, { size: SIZE, bold: n < clock.length });
  }
  for (const { from, to } of bar.closed) {
    doc.rect(at(from), top + 1, Math.max(0.5, at(to) - at(from)), row.height - 2).fill('#eeefef');
  }
  const [start, end] = [at(bar.startedAt), at(bar.endsAt)];
  const whole = Math.max(1, end - start);
  doc
    .rect(start, y, whole, BAR.height)
    .lineWidth(0.6)
    .fillAndStroke(bar.stop ? '#ffffff' : '#dbe7ea', INK);
  for (const { from, to } of bar.pauses) hatched(doc, at(from), y, Math.max(1, at(to) - at(from)), 'pause', BAR.height);
  if (bar.breach) {
    hatched(doc, at(bar.breach.from), y, Math.max(1, at(bar.breach.to) - at(bar.breach.from)), 'breach', BAR.height);
  }
  if (bar.firstDueAt !== bar.dueAt) {
    const first = at(bar.firstDueAt);
    doc
      .moveTo(first, y - 2)
      .lineTo(first, y + BAR.height + 2)
      .lineWidth(1)
      .dash(1.5, { space: 1 })
      .stroke(INK)
      .undash();
  }
  const due = at(bar.dueAt);
  doc
    .moveTo(due, y - 2)
    .lineTo(due, y + BAR.height + 2)
    .lineWidth(2)
    .stroke(INK);
  for (const { at: granted, amount } of bar.extensions) line(doc, `+${amount}`, at(granted) - 4, y + 1, { size: SIZE });
  drawWarnings(doc, place, row, x);
  const ending = widthOf(doc, texts.end, SIZE, true);
  const endAt = plot + Math.min(Math.max(0, x(bar.stop?.at ?? bar.endsAt) - ending / 2), width - ending);
  backed(doc, texts.end, endAt, top + 3, { bold: true, colour: texts.late ? RED : INK });
  for (const [n, labels] of row.below.entries()) writeBelow(doc, place, labels, n, x);
  const notesAt = y + BAR.height + 4.5 + row.below.length * LINE;
  for (const [n, text] of row.notes.entries()) backed(doc, text, plot, notesAt + n * LINE);
}

/** Triangles below the bar. */
function drawWarnings(doc: Pdf, place: ChartPlace, { bar }: DrawnRow, x: TimeScale['x']): void {
  const { plot, top } = place;
  const foot = top + BAR.top + BAR.height;
  for (const { at, given } of bar.warnings) {
    const tip = plot + x(at);
    doc
      .moveTo(tip, foot)
      .lineTo(tip - 2.5, foot + 4)
      .lineTo(tip + 2.5, foot + 4)
      .closePath()
      .lineWidth(0.5);
    doc.fillAndStroke(given ? INK : '#ffffff', INK);
  }
}

function writeBelow(
  doc: Pdf,
  { plot, width, top }: ChartPlace,
  labels: readonly BelowLabel[],
  number: number,
  x: TimeScale['x'],
): void {
  const wanted = labels.map(({ at, text }) => ({ x: x(at), width: widthOf(doc, text, SIZE) }));
  const lefts = placeLabels(wanted, width, GAP);
  const down = top + BAR.top + BAR.height + 4.5 + number * LINE;
  for (const [n, { text }] of labels.entries()) backed(doc, text, plot + (lefts[n] ?? 0), down);
}

/** Text on white, so that no line of the chart crosses it. */
function backed(
  doc: Pdf,
  text: string,
  x: number,
  y: number,
  { bold = false, colour = INK }: { bold?: boolean; colour?: string } = {},
): void {
  doc.rect(x - 1, y, widthOf(doc, text, SIZE, bold) + 2, SIZE * 1.15).fill('#ffffff');
  line(doc, text, x, y, { size: SIZE, bold, colour });
}
