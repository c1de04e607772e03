/** The deadlines of one referral as PDF, fit for a court: bars, events, and what the document relies on. */

import { currentUrgency } from '../../domain/current-urgency.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { formatInstant } from '../i18n/dates.ts';
import { documentMarking } from '../i18n/handling-text.ts';
import { type Translate, translatorFor } from '../i18n/i18n.ts';
import type { Names } from '../i18n/render-sentence.ts';
import type { Sla } from '../queries/sla.ts';
import type { TimelineEntry } from '../queries/timeline.ts';
import { barTexts, slaSummary } from './bar-texts.ts';
import { type DocumentReader, type Imprint, imprintLines } from './imprint.ts';
import { artifact, element, endPdf, line, openPdf, type Pdf, QUIET, SMALLEST, widthOf, wrapped } from './pdf.ts';
import { chartHeight, type DrawnRow, drawChart, measureRow } from './sla-drawing.ts';
import { eventTexts, writeEvents } from './sla-event-list.ts';
import { drawLegend } from './sla-hatching.ts';
import { timeScale, widened } from './time-axis.ts';

/** What the document shows. Everything is as disclosed to the reader. */
export interface SlaPicture {
  referral: Referral;
  sla: Sla;
  /** Acts, in order. */
  events: readonly TimelineEntry[];
  names: Names;
  reader: DocumentReader;
  imprint: Imprint;
}

/** A4, landscape, in points. */
const PAGE: [width: number, height: number] = [841.89, 595.28];
const MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };
const MARGIN = 28;
const WIDTH = PAGE[0] - 2 * MARGIN;
const LABELS = 178;
const FACTS = { size: 8, line: 10 };
const FOOT_LINE = 9;
const LEGEND = 16;
/** The list of events begins on another page if less is left. */
const LEAST_LIST = 120;

/** The document while it is written. */
interface Sheet {
  doc: Pdf;
  root: PDFKit.PDFStructureElement;
  picture: SlaPicture;
  title: string;
  /** What the document states about itself, at the foot of each page. */
  foot: string[];
  /** The end of what is above the foot. */
  bottom: number;
  t: Translate;
}

/** The bytes of the document: one page of A4 if possible. */
export async function slaPdf(picture: SlaPicture): Promise<Buffer> {
  const { reader, imprint } = picture;
  const t = translatorFor(reader.language);
  const title = t('supervisor:sla.title', { reference: picture.referral.reference });
  const doc = openPdf({
    ...{ title, author: reader.agency, language: reader.language, margins: MARGINS, madeAt: new Date(imprint.madeAt) },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const foot = imprintLines(imprint, reader, t).flatMap((text) => wrapped(doc, text, { size: SMALLEST, width: WIDTH }));
  const bottom = PAGE[1] - MARGIN - (foot.length + 1) * FOOT_LINE;
  const sheet: Sheet = { doc, root, picture, title, foot, bottom, t };
  writeEventPages(sheet, writeCharts(sheet, writeHead(sheet)));
  writeFeet(sheet);
  return endPdf(doc);
}

/** The title of the document and what it is about. Returns the top of the rest. */
function writeHead(sheet: Sheet): number {
  const { doc, root, picture, title, t } = sheet;
  const handling = documentMarking(t, picture.referral.facts);
  const centred = { size: 10, bold: true, width: WIDTH, align: 'center' } as const;
  doc.addPage({ size: PAGE, margins: MARGINS });
  root.add(element(doc, 'P', () => line(doc, handling, MARGIN, MARGIN, centred)));
  root.add(element(doc, 'H1', () => line(doc, title, MARGIN, MARGIN + 14, { size: 15, bold: true })));
  const facts = factLines(sheet);
  const top = MARGIN + 36;
  const summaryAt = top + facts.length * FACTS.line + 1;
  root.add(
    element(doc, 'P', () => {
      for (const [n, text] of facts.entries()) line(doc, text, MARGIN, top + n * FACTS.line, { size: FACTS.size });
    }),
  );
  const summary = slaSummary(picture.sla.bars, t);
  root.add(element(doc, 'P', () => line(doc, summary, MARGIN, summaryAt, { size: FACTS.size, width: WIDTH })));
  return summaryAt + 15;
}

/** Starts another page. Returns the top of its content. */
function continuePage({ doc, picture, title, t }: Sheet): number {
  doc.addPage({ size: PAGE, margins: MARGINS });
  const head = `${documentMarking(t, picture.referral.facts)} · ${title}`;
  const style = { size: 10, bold: true, width: WIDTH, align: 'center' } as const;
  artifact(doc, () => line(doc, head, MARGIN, MARGIN, style), 'Pagination');
  return MARGIN + 20;
}

/** The bars, with axis and legend on each page. Returns where they end. */
function writeCharts(sheet: Sheet, top: number): number {
  const { doc, picture, bottom, t } = sheet;
  const { sla, names, reader } = picture;
  const { language, zone } = reader;
  const write = (at: Instant) => formatInstant(at, language, zone);
  // The imprint names the policy version if there is only one.
  const namesPolicy = picture.imprint.policyVersions.length > 1;
  const context = { t, language, names, now: sla.axis.now, write, namesPolicy };
  const rows = sla.bars.map((bar) =>
    measureRow(doc, { bar, texts: barTexts(bar, context) }, { labels: LABELS, width: WIDTH - LABELS }),
  );
  let [done, y] = [0, top];
  do {
    if (done > 0) y = continuePage(sheet);
    let count = 1;
    while (done + count < rows.length && y + chartHeight(rows.slice(done, done + count + 1)) + LEGEND <= bottom)
      count += 1;
    y = writeChart(sheet, rows.slice(done, done + count), y);
    done += count;
  } while (done < rows.length);
  return y;
}

function writeChart({ doc, root, picture, t }: Sheet, rows: readonly DrawnRow[], top: number): number {
  const { referral, sla, events, reader } = picture;
  const { language, zone } = reader;
  const shown = widened(sla.axis);
  const write = (at: Instant) => formatInstant(at, language, zone);
  const titles = {
    axis: t('documents:axis', { zone, from: write(shown.from), to: write(shown.to) }),
    ...{ lane: t('documents:lane'), now: t('supervisor:sla.now') },
  };
  const scale = timeScale(shown, WIDTH - LABELS, zone, language);
  const chart = { rows, events, scale, now: sla.axis.now, titles };
  const place = { left: MARGIN, plot: MARGIN + LABELS, width: WIDTH - LABELS, top };
  const end = top + chartHeight(rows);
  const alt = [
    t('supervisor:sla.chart', { reference: referral.reference }),
    ...rows.map(({ texts }) => texts.sentence),
  ];
  const bbox: [number, number, number, number] = [MARGIN, top, MARGIN + WIDTH, end];
  root.add(element(doc, 'Figure', () => drawChart(doc, place, chart), { alt: alt.join(' '), bbox }));
  const legend = {
    ...{ paused: t('supervisor:sla.legend.paused'), breach: t('supervisor:sla.legend.breach') },
    ...{ closed: t('supervisor:sla.legend.closed'), due: t('supervisor:sla.legend.due') },
    firstDue: t('supervisor:sla.legend.first-due'),
  };
  root.add(element(doc, 'P', () => drawLegend(doc, MARGIN, end + 5, legend)));
  return end + LEGEND + 4;
}

function writeEventPages(sheet: Sheet, top: number): void {
  const { doc, root, picture, bottom, t } = sheet;
  let [events, y] = [eventTexts(doc, picture, t), top];
  while (events.length > 0) {
    if (bottom - y < LEAST_LIST) y = continuePage(sheet);
    const written = writeEvents(doc, root, events, { left: MARGIN, top: y, bottom, width: WIDTH }, t);
    [events, y] = [events.slice(written), bottom];
  }
}

/** The imprint on each page, which is read once, and the numbers of the pages. */
function writeFeet({ doc, root, picture, foot, bottom, t }: Sheet): void {
  const { start, count } = doc.bufferedPageRange();
  const style = { size: SMALLEST, colour: QUIET };
  const write = () => {
    for (const [n, text] of foot.entries()) line(doc, text, MARGIN, bottom + (n + 1) * FOOT_LINE, style);
  };
  doc.switchToPage(start);
  root.add(element(doc, 'P', write));
  root.end();
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(start + n);
    if (n > 0) artifact(doc, write, 'Pagination');
    const { reference } = picture.referral;
    const text = t('documents:dossier.foot', { reference, page: n + 1, pages: count });
    const at = MARGIN + WIDTH - widthOf(doc, text, SMALLEST);
    if (count > 1) artifact(doc, () => line(doc, text, at, PAGE[1] - MARGIN, style), 'Pagination');
  }
}

/** Status, urgency and agencies, on as many lines as they need. */
function factLines({ doc, picture: { referral, names }, t }: Sheet): string[] {
  const { status, senderAgencyId, coordinatorAgencyId } = referral;
  const facts = [
    [t('everywhere:column.status'), t(`codes:referralStatus.${status}`)],
    [t('everywhere:column.urgency'), t(`codes:urgency.${currentUrgency(referral)}`)],
    [t('everywhere:column.sender'), names.agency(senderAgencyId)],
    [t('codes:relation.coordinator'), names.agency(coordinatorAgencyId)],
  ];
  const text = facts.map(([label = '', value = '']) => t('everywhere:labelled', { label, value })).join(' · ');
  return wrapped(doc, text, { size: FACTS.size, width: WIDTH });
}
