/** The events of a referral as a list in columns below the chart of its deadlines. A long text has several lines. */

import { formatInstant } from '../i18n/dates.ts';
import type { Translate } from '../i18n/i18n.ts';
import { type Names, renderWithNames } from '../i18n/render-sentence.ts';
import { actorName } from '../queries/names.ts';
import type { TimelineEntry } from '../queries/timeline.ts';
import type { DocumentReader } from './imprint.ts';
import { element, line, type Pdf, wrapped } from './pdf.ts';

/** Sizes in points. */
const EVENT = { size: 6.5, row: 10, line: 8, column: 380, head: 26 };
const CELLS = [
  { x: 0, width: 18 },
  { x: 20, width: 98 },
  { x: 120, width: 254 },
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
  return events.map(({ seq, at, said, by }) => {
    const text = `${renderWithNames(said, language, names)} (${actorName(by, names, person.agencyId, t)})`;
    const lines = wrapped(doc, text, { size: EVENT.size, width: CELLS[2]?.width ?? 0 });
    return { number: String(seq), at: formatInstant(at, language, zone), lines };
  });
}

/** The height of the list on a page whose inner width is `width`. */
export function eventsHeight(events: readonly EventText[], width: number): number {
  return EVENT.head + Math.max(0, ...placed(events, width).map(({ y, height }) => y + height));
}

/** Writes the list from `top` on. */
export function writeEvents(
  doc: Pdf,
  root: PDFKit.PDFStructureElement,
  events: readonly EventText[],
  { left, top, width }: { left: number; top: number; width: number },
  t: Translate,
): void {
  if (events.length === 0) return;
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
  const rows = placed(events, width).map(({ event: { number, at, lines }, column: n, y }) =>
    row([[number], [at], lines], left + n * column, top + EVENT.head - 2 + y, 'TD'),
  );
  root.add(element(doc, 'Table', [row(titles, left, top + 13, 'TH'), ...rows]));
}

interface PlacedEvent {
  event: EventText;
  column: number;
  y: number;
  height: number;
}

/** Columns of about the same height. */
function placed(events: readonly EventText[], width: number): PlacedEvent[] {
  const heights = events.map(({ lines }) => EVENT.row + (lines.length - 1) * EVENT.line);
  const share = heights.reduce((sum, height) => sum + height, 0) / columnsOn(width);
  let [column, y] = [0, 0];
  return events.map((event, n) => {
    if (y >= share) [column, y] = [column + 1, 0];
    const height = heights[n] ?? 0;
    y += height;
    return { event, column, y: y - height, height };
  });
}

function columnsOn(width: number): number {
  return Math.max(1, Math.floor(width / EVENT.column));
}
