/** Writes a document of several pages from top to bottom: headings, texts, facts and tables, with head and foot on each page. */

import type { Language } from '../../domain/words/languages.ts';
import { printable } from './fonts.ts';
import { artifact, element, endPdf, INK, line, openPdf, type Pdf, QUIET, wrapped } from './pdf.ts';

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
  setFont(doc, size, bold).text(printable(text), MARGINS.left, doc.y, { width: WIDTH });
}

/** Starts a page if less than `height` is left on this one. */
function keepTogether(doc: Pdf, height: number): void {
  if (!fits(doc, height)) startPage(doc);
}

function fits(doc: Pdf, height: number): boolean {
  return doc.y + height <= PAGE[1] - MARGINS.bottom;
}

function startPage(doc: Pdf): void {
  doc.addPage();
  doc.y = MARGINS.top;
}

const CELL = { size: SIZE - 0.5, above: 2, below: 2, right: 6 };

/** A row of a table, with the lines of each cell. A text is broken into lines once, because that takes most of the time. */
interface MeasuredRow {
  cells: { left: number; lines: string[] }[];
  line: number;
  height: number;
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
  const measured = (texts: readonly string[], bold: boolean): MeasuredRow => {
    const cells = texts.map((text, n) => ({
      left: lefts[n] ?? 0,
      lines: wrapped(doc, text, { size: CELL.size, bold, width: (widths[n] ?? 0) - CELL.right }),
    }));
    const line = setFont(doc, CELL.size, bold).currentLineHeight(true);
    const most = Math.max(1, ...cells.map(({ lines }) => lines.length));
    return { cells, line, height: CELL.above + most * line + CELL.below };
  };
  const titles = measured(
    columns.map(({ title }) => title),
    true,
  );
  const table = doc.struct('Table');
  root.add(table);
  /** The top of each row on this page. */
  let tops: number[] = [];
  const endPart = () => {
    artifact(doc, () => {
      for (const top of tops) doc.moveTo(MARGINS.left, top).lineTo(MARGINS.left + WIDTH, top);
      doc.lineWidth(0.4).stroke('#b1b4b6');
    });
    tops = [];
  };
  const write = ({ cells, line, height }: MeasuredRow, kind: 'TH' | 'TD') => {
    setFont(doc, CELL.size, kind === 'TH');
    const top = doc.y;
    tops.push(top);
    const drawn = cells.map((cell) =>
      element(doc, kind, () => writeLines(doc, cell, top, line), kind === 'TH' ? { scope: 'Column' } : {}),
    );
    table.add(element(doc, 'TR', drawn));
    doc.y = top + height;
  };
  const repeatTitles = () => {
    setFont(doc, CELL.size, true);
    const top = doc.y;
    const draw = () => {
      for (const cell of titles.cells) writeLines(doc, cell, top, titles.line);
    };
    artifact(doc, draw, 'Pagination');
    doc.y = top + titles.height;
  };
  keepTogether(doc, titles.height + measured(rows[0] ?? [], false).height);
  write(titles, 'TH');
  for (const texts of rows) {
    const row = measured(texts, false);
    if (!fits(doc, row.height)) {
      endPart();
      startPage(doc);
      repeatTitles();
    }
    write(row, 'TD');
  }
  endPart();
  table.end();
  doc.y += GAP;
}

function setFont(doc: Pdf, size: number, bold: boolean): Pdf {
  return doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(INK);
}

/** With a width, which only links need, pdfkit does not measure the line again. */
const ONE_LINE = { lineBreak: false, textWidth: 0, wordCount: 1 };

function writeLines(doc: Pdf, { left, lines }: MeasuredRow['cells'][number], top: number, line: number): void {
  for (const [n, text] of lines.entries()) doc.text(text, left, top + CELL.above + n * line, ONE_LINE);
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
