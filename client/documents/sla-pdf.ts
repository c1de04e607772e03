/** The deadlines of one referral on one page of PDF, fit for a court: bars, events, and what the page relies on. */

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
import { element, endPdf, fitted, line, openPdf, type Pdf, QUIET, wrapped } from './pdf.ts';
import { AXIS_HEIGHT, BAR_ROW, drawChart, LANE_HEIGHT } from './sla-drawing.ts';
import { type EventText, eventsHeight, eventTexts, writeEvents } from './sla-event-list.ts';
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
const FACTS = { size: 8, line: 10 };

/** The bytes of the document. The page is as large as its content needs: A4 if possible. */
export async function slaPdf(picture: SlaPicture): Promise<Buffer> {
  const { referral, reader, imprint } = picture;
  const t = translatorFor(reader.language);
  const title = t('supervisor:sla.title', { reference: referral.reference });
  const margins = { top: 0, bottom: 0, left: 0, right: 0 };
  const doc = openPdf({
    ...{ title, author: reader.agency, language: reader.language, margins, madeAt: new Date(imprint.madeAt) },
  });
  const events = eventTexts(doc, picture, t);
  doc.addPage({ size: sizeFor(doc, picture, events, t), margins });
  writePage(doc, picture, { title, events }, t);
  return endPdf(doc);
}

function sizeFor(doc: Pdf, picture: SlaPicture, events: readonly EventText[], t: Translate): [number, number] {
  const { bars } = picture.sla;
  const needed = ([width]: readonly [number, number]) => {
    const inner = width - 2 * MARGIN;
    const facts = factLines(doc, picture, inner, t).length * FACTS.line;
    return 2 * MARGIN + HEAD + facts + chartHeight(bars.length) + eventsHeight(events, inner) + FOOT;
  };
  const largest = SIZES[4] ?? [0, 0];
  const fitting = SIZES.find((size) => needed(size) <= size[1]);
  return fitting ? [...fitting] : [largest[0], needed(largest)];
}

function chartHeight(bars: number): number {
  return AXIS_HEIGHT + LANE_HEIGHT + bars * BAR_ROW + 16;
}

interface Content {
  title: string;
  events: readonly EventText[];
}

function writePage(doc: Pdf, picture: SlaPicture, { title, events: listed }: Content, t: Translate): void {
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
  const facts = factLines(doc, picture, width, t);
  const factsAt = MARGIN + 36;
  const summaryAt = factsAt + facts.length * FACTS.line + 1;
  const place = { size: FACTS.size, width };
  root.add(
    element(doc, 'P', () => {
      for (const [n, text] of facts.entries()) line(doc, text, MARGIN, factsAt + n * FACTS.line, { size: FACTS.size });
    }),
  );
  root.add(element(doc, 'P', () => line(doc, slaSummary(sla.bars, t), MARGIN, summaryAt, place)));
  const top = summaryAt + 15;
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
  writeEvents(doc, root, listed, { left: MARGIN, top: bottom, width }, t);
  const lines = imprintLines(imprint, reader, t);
  for (const [n, text] of lines.entries()) {
    const y = doc.page.height - MARGIN - (lines.length - n) * 10;
    root.add(element(doc, 'P', () => fitted(doc, text, MARGIN, y, { size: 7, colour: QUIET, width })));
  }
  root.end();
}

/** Status, urgency and agencies, on as many lines as they need. */
function factLines(doc: Pdf, { referral, names }: SlaPicture, width: number, t: Translate): string[] {
  const { status, senderAgencyId, coordinatorAgencyId } = referral;
  const facts = [
    [t('everywhere:column.status'), t(`codes:referralStatus.${status}`)],
    [t('everywhere:column.urgency'), t(`codes:urgency.${currentUrgency(referral)}`)],
    [t('everywhere:column.sender'), names.agency(senderAgencyId)],
    [t('codes:relation.coordinator'), names.agency(coordinatorAgencyId)],
  ];
  const text = facts.map(([label = '', value = '']) => t('everywhere:labelled', { label, value })).join(' · ');
  return wrapped(doc, text, { size: FACTS.size, width });
}
