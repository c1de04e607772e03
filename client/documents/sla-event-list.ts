/** The events of a referral as a list in columns, on as many pages as it needs. A long text has several lines. */

import { formatInstant } from '../i18n/dates.ts';
import type { Translate } from '../i18n/i18n.ts';
import { type Names, renderWithNames } from '../i18n/render-sentence.ts';
import { actorName } from '../queries/names.ts';
import { doneBy, type TimelineEntry } from '../queries/timeline.ts';
import type { DocumentReader } from './imprint.ts';
import { element, line, type Pdf, SMALLEST, wrapped } from './pdf.ts';

/** Sizes in points. */
const EVENT = { size: SMALLEST, row: 10.5, line: 8.5, column: 380, head: 26 };
const CELLS = [
  { x: 0, width: 18 },
  { x: 20, width: 104 },
  { x: 126, width: 254 },
];

/** What is written of one event. */
export interface EventText {
  number: string;
  at: string;
  /** What happened and who did it. */
  lines: string[];
}

interface ListedEvents {
  events: readonly TimelineEntry[];
  names: Names;
  reader: DocumentReader;
}

/** The texts of all events. */
export function eventTexts(doc: Pdf, { events, names, reader }: ListedEvents, t: Translate): EventText[] {
  const { language, zone, person } = reader;
  return events.map((event) => {
    const { seq, at, said } = event;
    const by = actorName(doneBy(event), names, person.agencyId, t);
    const text = `${renderWithNames(said, language, names)} (${by})`;
    const lines = wrapped(doc, text, { size: EVENT.size, width: CELLS[2]?.width ?? 0 });
    return { number: String(seq), at: formatInstant(at, language, zone), lines };
  });
}

/** Writes those events of the list that fit between `top` and `bottom`. Returns how many. */
export function writeEvents(
  doc: Pdf,
  root: PDFKit.PDFStructureElement,
  events: readonly EventText[],
  { left, top, bottom, width }: { left: number; top: number; bottom: number; width: number },
  t: Translate,
): number {
  root.add(element(doc, 'H2', () => line(doc, t('documents:events'), left, top, { size: 9, bold: true })));
  const row = (texts: readonly string[][], x: number, y: number, kind: 'TH' | 'TD') =>
    element(
      doc,
      'TR',
      CELLS.map((cell, n) =>
        element(
          doc,
          kind,
          () => {
            for (const [down, text] of (texts[n] ?? []).entries()) {
              line(doc, text, x + cell.x, y + down * EVENT.line, { size: EVENT.size, bold: kind === 'TH' });
            }
          },
          kind === 'TH' ? { scope: 'Column' } : {},
        ),
      ),
    );
  const titles = [[t('referral:column.number')], [t('referral:column.at')], [t('referral:column.what')]];
  const column = width / columnsOn(width);
  const fitting = placed(events, columnsOn(width), bottom - top - EVENT.head);
  const rows = fitting.map(({ event: { number, at, lines }, column: n, y }) =>
    row([[number], [at], lines], left + n * column, top + EVENT.head - 2 + y, 'TD'),
  );
  root.add(element(doc, 'Table', [row(titles, left, top + 13, 'TH'), ...rows]));
  return fitting.length;
}

interface PlacedEvent {
  event: EventText;
  column: number;
  y: number;
}

/** Those that fit into the columns. If all do, the columns have about the same height. */
function placed(events: readonly EventText[], columns: number, height: number): PlacedEvent[] {
  const fitting = filled(events, columns, height);
  if (fitting.length < events.length) return fitting;
  const heights = events.map(heightOf);
  const share = heights.reduce((sum, each) => sum + each, 0) / columns;
  return filled(events, columns, Math.min(height, share + Math.max(...heights)));
}

/** One column after another. The first event of a column always fits. */
function filled(events: readonly EventText[], columns: number, height: number): PlacedEvent[] {
  let [column, y] = [0, 0];
  return events.flatMap((event) => {
    const own = heightOf(event);
    if (y > 0 && y + own > height) [column, y] = [column + 1, 0];
    y += own;
    return column < columns ? [{ event, column, y: y - own }] : [];
  });
}

function heightOf({ lines }: EventText): number {
  return EVENT.row + (lines.length - 1) * EVENT.line;
}

function columnsOn(width: number): number {
  return Math.max(1, Math.floor(width / EVENT.column));
}
