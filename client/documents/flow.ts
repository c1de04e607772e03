/** Writes a document of several pages from top to bottom: headings, texts, facts and tables, with head and foot on each page. */

import type { Language } from '../../domain/words/languages.ts';
import { printable } from './fonts.ts';
import { artifact, element, endPdf, INK, line, openPdf, type Pdf, QUIET } from './pdf.ts';

/** A column of a table: its title, and its share of the width. */
export interface FlowColumn {
  title: string;
  share: number;
}

/** A document that is written from top to bottom. */
export interface Flow {
  heading(level: 1 | 2 | 3, text: string): void;
  text(text: string): void;
  /** Labels with their values. A value may be longer than a page. */
  facts(rows: readonly (readonly [label: string, value: string])[]): void;
  table(columns: readonly FlowColumn[], rows: readonly (readonly string[])[]): void;
  /** Ends the document. Returns its bytes. */
  end(): Promise<Buffer>;
}

interface FlowOptions {
  title: string;
  author: string;
  language: Language;
  madeAt: Date;
  /** At the top of each page, for example the handling code. */
  head: string;
  /** At the foot of page `page` of `pages`. */
  foot: (page: number, pages: number) => string;
}

/** A4 in points. */
const PAGE: [number, number] = [595.28, 841.89];
const MARGINS = { top: 62, bottom: 54, left: 48, right: 48 };
const WIDTH = PAGE[0] - MARGINS.left - MARGINS.right;
const HEADINGS = { 1: 17, 2: 12, 3: 10 } as const;
const SIZE = 8.5;
const GAP = 4;

/** Opens a document. */
export function openFlow({ head, foot, ...options }: FlowOptions): Flow {
  const doc = openPdf({ ...options, size: PAGE, margins: MARGINS });
  doc.y = MARGINS.top;
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = (type: string, text: string, size: number, bold: boolean) => {
    root.add(element(doc, type, () => flowing(doc, text, size, bold)));
  };
  return {
    heading: (level, text) => {
      keepTogether(doc, 90);
      doc.y += level === 1 ? 0 : 8;
      write(`H${level}`, text, HEADINGS[level], true);
      doc.y += GAP;
    },
    text: (text) => {
      keepTogether(doc, 24);
      write('P', text, SIZE, false);
      doc.y += GAP;
    },
    facts: (rows) => {
      for (const [label, value] of rows) {
        keepTogether(doc, 30);
        write('P', label, SIZE, true);
        write('P', value, SIZE, false);
        doc.y += GAP;
      }
    },
    table: (columns, rows) => writeTable(doc, root, columns, rows),
    end: () => {
      root.end();
      const { start, count } = doc.bufferedPageRange();
      for (let n = start; n < start + count; n += 1) {
        doc.switchToPage(n);
        repeatOnPage(doc, head, foot(n - start + 1, count));
      }
      return endPdf(doc);
    },
  };
}

/** Continues on the next page if necessary. */
function flowing(doc: Pdf, text: string, size: number, bold: boolean): void {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(INK);
  doc.text(printable(text), MARGINS.left, doc.y, { width: WIDTH });
}

/** Starts a page if less than `height` is left on this one. @returns whether it did */
function keepTogether(doc: Pdf, height: number): boolean {
  if (doc.y + height <= PAGE[1] - MARGINS.bottom) return false;
  doc.addPage();
  doc.y = MARGINS.top;
  return true;
}

/** Writes the rows one after another. A row is not divided between pages, and each page repeats the titles. */
function writeTable(
  doc: Pdf,
  root: PDFKit.PDFStructureElement,
  columns: readonly FlowColumn[],
  rows: readonly (readonly string[])[],
): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * WIDTH);
  const lefts = widths.map((_, n) => widths.slice(0, n).reduce((sum, width) => sum + width, MARGINS.left));
  const table = doc.struct('Table');
  root.add(table);
  const setFont = (kind: 'TH' | 'TD') => void doc.font(kind === 'TH' ? 'bold' : 'regular').fontSize(SIZE - 0.5);
  const measured = (texts: readonly string[], kind: 'TH' | 'TD') => {
    setFont(kind);
    const cells = texts.map((text, n) => ({ text: printable(text), left: lefts[n] ?? 0, width: (widths[n] ?? 0) - 6 }));
    return { cells, height: Math.max(...cells.map(({ text, width }) => doc.heightOfString(text || ' ', { width }))) };
  };
  const titles = columns.map(({ title }) => title);
  const repeatTitles = () => {
    const { cells, height } = measured(titles, 'TH');
    const top = doc.y;
    artifact(
      doc,
      () => {
        for (const { text, left, width } of cells) {
          doc.fillColor(INK).text(text, left, top + 2, { width, height: height + 1 });
        }
      },
      'Pagination',
    );
    doc.y = top + height + 4;
  };
  const row = (texts: readonly string[], kind: 'TH' | 'TD') => {
    const { cells, height } = measured(texts, kind);
    if (keepTogether(doc, height + 4) && kind === 'TD') repeatTitles();
    setFont(kind);
    const top = doc.y;
    artifact(
      doc,
      () =>
        void doc
          .moveTo(MARGINS.left, top)
          .lineTo(MARGINS.left + WIDTH, top)
          .lineWidth(0.4)
          .stroke('#b1b4b6'),
    );
    const drawn = cells.map(({ text, left, width }) =>
      element(
        doc,
        kind,
        () => void doc.fillColor(INK).text(text, left, top + 2, { width, height: height + 1 }),
        kind === 'TH' ? { scope: 'Column' } : {},
      ),
    );
    table.add(element(doc, 'TR', drawn));
    doc.y = top + height + 4;
  };
  const [first = []] = rows;
  keepTogether(doc, measured(titles, 'TH').height + measured(first, 'TD').height + 8);
  row(titles, 'TH');
  for (const texts of rows) row(texts, 'TD');
  table.end();
  doc.y += GAP;
}

/** Head and foot are outside the margins, where a text would start a page. */
function repeatOnPage(doc: Pdf, head: string, foot: string): void {
  const { margins } = doc.page;
  doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
  const place = { width: WIDTH, align: 'center' } as const;
  artifact(doc, () => line(doc, head, MARGINS.left, 28, { ...place, size: 10, bold: true }), 'Pagination');
  artifact(doc, () => line(doc, foot, MARGINS.left, PAGE[1] - 36, { ...place, size: 7, colour: QUIET }), 'Pagination');
  doc.page.margins = margins;
}
