/** The deadlines of one referral on one page of PDF, fit for a court: bars, events, and what the page relies on. */

import type { Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { formatInstant } from '../i18n/dates.ts';
import { documentMarking } from '../i18n/handling-text.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import { type Names, renderWithNames } from '../i18n/render-sentence.ts';
import type { Sla } from '../queries/sla.ts';
import type { TimelineEntry } from '../queries/timeline.ts';
import { barTexts } from './bar-texts.ts';
import { type DocumentReader, type Imprint, imprintLines } from './imprint.ts';
import { element, endPdf, fitted, line, openPdf, type Pdf, QUIET } from './pdf.ts';
import { AXIS_HEIGHT, BAR_ROW, drawChart, LANE_HEIGHT } from './sla-drawing.ts';
import { drawLegend } from './sla-hatching.ts';
import { timeScale, widened } from './time-axis.ts';

/** What the page shows. Everything is as disclosed to the reader. */
export interface SlaPicture {
  referral: Referral;
  sla: Sla;
  /** Acts, in order. */
  events: readonly TimelineEntry[];
  names: Names;
  reader: DocumentReader;
  imprint: Imprint;
}

/** A4 to A0, landscape, in points. Texts have the same size on each. */
const SIZES: readonly [number, number][] = [
  [841.89, 595.28],
  [1190.55, 841.89],
  [1683.78, 1190.55],
  [2383.94, 1683.78],
  [3370.39, 2383.94],
];
const MARGIN = 28;
const HEAD = 62;
const FOOT = 40;
const LABELS = 178;
const EVENT = { size: 6.5, row: 10, column: 380, head: 26 };

/** The bytes of the document. The page is as large as its content needs: A4 if possible. */
export async function slaPdf(picture: SlaPicture): Promise<Buffer> {
  const { referral, reader, imprint } = picture;
  const t = translatorFor(reader.language);
  const title = t('supervisor:sla.title', { reference: referral.reference });
  const doc = openPdf({
    ...{ title, author: reader.agency, language: reader.language, size: sizeFor(picture) },
    ...{ margins: { top: 0, bottom: 0, left: 0, right: 0 }, madeAt: new Date(imprint.madeAt) },
  });
  writePage(doc, picture, title, t);
  return endPdf(doc);
}

function sizeFor({ sla: { bars }, events }: SlaPicture): [number, number] {
  const needed = ([width]: readonly [number, number]) =>
    2 * MARGIN + HEAD + chartHeight(bars.length) + EVENT.head + eventRows(events.length, width) * EVENT.row + FOOT;
  const largest = SIZES[4] ?? [0, 0];
  const fitting = SIZES.find((size) => needed(size) <= size[1]);
  return fitting ? [...fitting] : [largest[0], needed(largest)];
}

function chartHeight(bars: number): number {
  return AXIS_HEIGHT + LANE_HEIGHT + bars * BAR_ROW + 16;
}

function columnsOn(width: number): number {
  return Math.max(1, Math.floor((width - 2 * MARGIN) / EVENT.column));
}

function eventRows(events: number, width: number): number {
  return Math.ceil(events / columnsOn(width));
}

function writePage(doc: Pdf, picture: SlaPicture, title: string, t: Translate): void {
  const { referral, sla, events, names, reader, imprint } = picture;
  const { language, zone } = reader;
  const width = doc.page.width - 2 * MARGIN;
  const write = (at: Instant) => formatInstant(at, language, zone);
  const rows = sla.bars.map((bar) => ({ bar, texts: barTexts(bar, { t, language, names, now: sla.axis.now, write }) }));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const handling = documentMarking(t, referral.facts);
  root.add(
    element(doc, 'P', () => line(doc, handling, MARGIN, MARGIN, { size: 10, bold: true, width, align: 'center' })),
  );
  root.add(element(doc, 'H1', () => line(doc, title, MARGIN, MARGIN + 14, { size: 15, bold: true })));
  root.add(element(doc, 'P', () => fitted(doc, factsOf(referral, names, t), MARGIN, MARGIN + 36, { size: 8, width })));
  root.add(element(doc, 'P', () => line(doc, summaryOf(picture, t), MARGIN, MARGIN + 47, { size: 8, width })));
  const top = MARGIN + HEAD;
  const plot = MARGIN + LABELS;
  const bottom = top + chartHeight(rows.length);
  const alt = [
    t('supervisor:sla.chart', { reference: referral.reference }),
    ...rows.map(({ texts }) => texts.sentence),
  ];
  const bbox: [number, number, number, number] = [MARGIN, top, MARGIN + width, bottom];
  const scale = timeScale(widened(sla.axis), width - LABELS, zone, language);
  const titles = {
    axis: t('documents:axis', { zone, from: write(sla.axis.from), to: write(widened(sla.axis).to) }),
    ...{ lane: t('documents:lane'), now: t('supervisor:sla.now') },
  };
  const chart = { rows, events, scale, now: sla.axis.now, titles };
  root.add(
    element(doc, 'Figure', () => drawChart(doc, { left: MARGIN, plot, width: width - LABELS, top }, chart), {
      ...{ alt: alt.join(' '), bbox },
    }),
  );
  const legend = {
    ...{ paused: t('supervisor:sla.legend.paused'), breach: t('supervisor:sla.legend.breach') },
    ...{ closed: t('supervisor:sla.legend.closed'), due: t('supervisor:sla.legend.due') },
    firstDue: t('supervisor:sla.legend.first-due'),
  };
  root.add(element(doc, 'P', () => drawLegend(doc, MARGIN, bottom - 11, legend)));
  writeEvents(doc, root, picture, bottom, t);
  const lines = imprintLines(imprint, reader, t);
  for (const [n, text] of lines.entries()) {
    const y = doc.page.height - MARGIN - (lines.length - n) * 10;
    root.add(element(doc, 'P', () => fitted(doc, text, MARGIN, y, { size: 7, colour: QUIET, width })));
  }
  root.end();
}

function factsOf(
  { status, urgency, senderAgencyId, coordinatorAgencyId }: Referral,
  names: Names,
  t: Translate,
): string {
  const facts = [
    [t('everywhere:column.status'), t(`codes:referralStatus.${status}`)],
    [t('everywhere:column.urgency'), t(`codes:urgency.${urgency}`)],
    [t('everywhere:column.sender'), names.agency(senderAgencyId)],
    [t('codes:relation.coordinator'), names.agency(coordinatorAgencyId)],
  ];
  return facts.map(([label = '', value = '']) => t('everywhere:labelled', { label, value })).join('   ');
}

/** What is seen: how many deadlines there are, and how many were missed. */
function summaryOf({ sla: { bars } }: SlaPicture, t: Translate): string {
  return t('documents:summary', {
    count: bars.length,
    late: bars.filter(({ stop }) => stop?.late).length,
    overdue: bars.filter(({ stop, breach }) => breach && !stop).length,
  });
}

/** The events of the lane, in columns. */
function writeEvents(
  doc: Pdf,
  root: PDFKit.PDFStructureElement,
  { events, names, reader }: SlaPicture,
  top: number,
  t: Translate,
): void {
  if (events.length === 0) return;
  const { language, zone, person } = reader;
  root.add(element(doc, 'H2', () => line(doc, t('documents:events'), MARGIN, top, { size: 9, bold: true })));
  const perColumn = eventRows(events.length, doc.page.width);
  const width = (doc.page.width - 2 * MARGIN) / columnsOn(doc.page.width);
  const cells = [
    { x: 0, width: 18 },
    { x: 20, width: 98 },
    { x: 120, width: width - 126 },
  ];
  const row = (texts: readonly string[], x: number, y: number, kind: 'TH' | 'TD') =>
    element(
      doc,
      'TR',
      cells.map((cell, n) =>
        element(
          doc,
          kind,
          () =>
            fitted(doc, texts[n] ?? '', x + cell.x, y, { size: EVENT.size, bold: kind === 'TH', width: cell.width }),
          kind === 'TH' ? { scope: 'Column' } : {},
        ),
      ),
    );
  const titles = [t('referral:column.number'), t('referral:column.at'), t('referral:column.what')];
  const lines = events.map(({ seq, at, said, by }, n) => {
    const whose = by.kind === 'person' && by.agencyId === person.agencyId ? names.person(by.personId) : undefined;
    const who = by.kind === 'engine' ? t('referral:by-rule') : (whose ?? names.agency(by.agencyId));
    const texts = [
      String(seq),
      formatInstant(at, language, zone),
      `${renderWithNames(said, language, names)} (${who})`,
    ];
    const y = top + 24 + (n % perColumn) * EVENT.row;
    return row(texts, MARGIN + Math.floor(n / perColumn) * width, y, 'TD');
  });
  root.add(element(doc, 'Table', [row(titles, MARGIN, top + 13, 'TH'), ...lines]));
}
