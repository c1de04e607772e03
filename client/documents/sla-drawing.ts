/** Draws the bars of clocks on one time axis into a PDF page: as on the page, with texts at the bars. */

import type { Instant } from '../../domain/vocabulary.ts';
import type { Bar } from '../queries/sla-bar.ts';
import type { TimelineEntry } from '../queries/timeline.ts';
import type { BarTexts } from './bar-texts.ts';
import { INK, line, type Pdf, QUIET, RED, widthOf } from './pdf.ts';
import { clusters, numbersOf, placeLabels } from './place-labels.ts';
import { hatched } from './sla-hatching.ts';
import type { TimeScale } from './time-axis.ts';

/** Heights in points. */
export const AXIS_HEIGHT = 30;
export const LANE_HEIGHT = 16;
export const BAR_ROW = 43;
const BAR = { top: 13, height: 9 };
const SIZE = 6.5;

/** Where the chart is: labels from `left`, bars from `plot` on. */
export interface ChartPlace {
  left: number;
  plot: number;
  width: number;
  top: number;
}

interface Row {
  bar: Bar;
  texts: BarTexts;
}

interface Chart {
  rows: readonly Row[];
  events: readonly TimelineEntry[];
  scale: TimeScale;
  now: Instant;
  titles: { axis: string; lane: string; now: string };
}

/** Draws axis, lane of events and bars. */
export function drawChart(doc: Pdf, place: ChartPlace, { rows, events, scale, now, titles }: Chart): void {
  const { left, plot, width, top } = place;
  const bottom = top + AXIS_HEIGHT + LANE_HEIGHT + rows.length * BAR_ROW;
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
    drawRow(doc, { ...place, top: top + AXIS_HEIGHT + LANE_HEIGHT + n * BAR_ROW }, row, scale);
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

function drawRow(doc: Pdf, place: ChartPlace, { bar, texts }: Row, { x }: TimeScale): void {
  const { left, plot, width, top } = place;
  const at = (instant: Instant) => plot + x(instant);
  const y = top + BAR.top;
  doc
    .moveTo(left, top)
    .lineTo(plot + width, top)
    .lineWidth(0.4)
    .stroke('#b1b4b6');
  const label = plot - left - 8;
  line(doc, texts.clock, left, top + 11, { size: 7, bold: true, width: label });
  line(doc, texts.who, left, top + 20, { size: 6, width: label, lines: 3 });
  for (const { from, to } of bar.closed) {
    doc.rect(at(from), top + 1, Math.max(0.5, at(to) - at(from)), BAR_ROW - 2).fill('#eeefef');
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
  drawWarnings(doc, place, { bar, texts }, x);
  const ending = widthOf(doc, texts.end, 7, true);
  const endAt = plot + Math.min(Math.max(0, x(bar.stop?.at ?? bar.endsAt) - ending / 2), width - ending);
  backed(doc, texts.end, endAt, top + 3, { size: 7, bold: true, colour: texts.late ? RED : INK });
  below(doc, place, [
    { text: texts.start, x: x(bar.startedAt) },
    { text: texts.due, x: x(bar.dueAt) },
  ]);
}

/** Triangles below the bar, each with its text. */
function drawWarnings(doc: Pdf, place: ChartPlace, { bar, texts }: Row, x: TimeScale['x']): void {
  const { plot, width, top } = place;
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
  const widths = texts.warnings.map(({ text }) => widthOf(doc, text, 5.5));
  const wanted = texts.warnings.map(({ at }, n) => ({ x: x(at), width: widths[n] ?? 0 }));
  const lefts = placeLabels(wanted, width, 6);
  for (const [n, { text }] of texts.warnings.entries()) {
    backed(doc, text, plot + (lefts[n] ?? 0), foot + 4.5, { size: 5.5 });
  }
}

function below(doc: Pdf, { plot, width, top }: ChartPlace, labels: readonly { text: string; x: number }[]): void {
  const widths = labels.map(({ text }) => widthOf(doc, text, SIZE));
  const lefts = placeLabels(
    labels.map(({ x }, n) => ({ x, width: widths[n] ?? 0 })),
    width,
    8,
  );
  for (const [n, { text }] of labels.entries())
    backed(doc, text, plot + (lefts[n] ?? 0), top + BAR.top + BAR.height + 11.5);
}

/** Text on white, so that no line of the chart crosses it. */
function backed(
  doc: Pdf,
  text: string,
  x: number,
  y: number,
  { size = SIZE, bold = false, colour = INK }: { size?: number; bold?: boolean; colour?: string } = {},
): void {
  doc.rect(x - 1, y, widthOf(doc, text, size, bold) + 2, size * 1.15).fill('#ffffff');
  line(doc, text, x, y, { size, bold, colour });
}
