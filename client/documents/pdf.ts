/** Opens and ends a tagged PDF document (PDF/UA-1, ISO 14289-1) with embedded fonts. */

import PDFDocument from 'pdfkit';
import { type Language, LOCALES } from '../../domain/words/languages.ts';
import { documentFonts, printable } from './fonts.ts';

/** A document that is being written. */
export type Pdf = PDFKit.PDFDocument;

/** The media type of a PDF document. */
export const PDF_TYPE = 'application/pdf';

interface DocumentOptions {
  title: string;
  author: string;
  language: Language;
  /** In points. Without it, the caller adds the first page. */
  size?: [width: number, height: number];
  margins: { top: number; bottom: number; left: number; right: number };
  madeAt: Date;
}

/** Opens a document. */
export function openPdf({ title, author, language, size, margins, madeAt }: DocumentOptions): Pdf {
  const { regular, bold } = documentFonts();
  const options: PDFKit.PDFDocumentOptions = {
    ...{ margins, bufferPages: true, pdfVersion: '1.7', tagged: true },
    ...(size ? { size } : { autoFirstPage: false }),
    ...{ lang: LOCALES[language], displayTitle: true },
    info: { Title: title, Author: author, Creator: 'Liaise', CreationDate: madeAt },
    // Otherwise Helvetica, which is not embedded, would be the first font.
    font: '',
  };
  // The published types lack this subset.
  const doc = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  // The published types lack fonts that are open already.
  for (const font of [
    ['regular', regular],
    ['bold', bold],
  ])
    Reflect.apply(doc.registerFont, doc, font);
  return doc.font('regular');
}

/** Ends the document. Returns its bytes. */
export function endPdf(doc: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

/** Draws what a reader of the text does not need: lines, shades, and what each page repeats. */
export function artifact(doc: Pdf, draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** The smallest font, in points. What does not fit is written on more lines or pages. */
export const SMALLEST = 7;

/** How a line of text is written. */
export interface TextStyle {
  size: number;
  bold?: boolean;
  colour?: string;
  width?: number;
  /** The most lines, 1 if absent. */
  lines?: number;
  align?: 'left' | 'center' | 'right';
}

/** Writes a text at a place, on one line; with `width`, on as many as `lines`, and cut off with an ellipsis if it is longer. */
export function line(doc: Pdf, text: string, x: number, y: number, style: TextStyle): void {
  const { size, bold = false, colour = INK, width, lines = 1, align = 'left' } = style;
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(colour);
  doc.text(printable(text).replaceAll('\n', ' '), x, y, {
    ...{ lineBreak: width !== undefined, align },
    ...(width !== undefined && { width, height: size * 1.2 * lines, ellipsis: true }),
  });
}

/**
 * The lines of a text that is at most `width` wide, each with the space after it. A word that is wider than a line is
 * divided.
 */
export function wrapped(
  doc: Pdf,
  text: string,
  { size, bold = false, width }: Pick<TextStyle, 'size' | 'bold'> & { width: number },
): string[] {
  const most = width / size;
  const space = unitWidth(doc, ' ', bold);
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let [line, used] = ['', 0];
    const write = (piece: string, own: number) => {
      if (line !== '' && used + own - (piece.endsWith(' ') ? space : 0) > most) {
        lines.push(line);
        [line, used] = ['', 0];
      }
      line += piece;
      used += own;
    };
    for (const piece of paragraph.split(BREAKS)) {
      const own = unitWidth(doc, piece, bold);
      if (own - space <= most) write(piece, own);
      else for (const character of piece) write(character, unitWidth(doc, character, bold));
    }
    lines.push(line);
  }
  return lines;
}

/** After spaces, and after hyphens and slashes within words. */
const BREAKS = /(?<= )(?! )|(?<=[\p{L}\d][-–/])(?=\p{L})/u;

/** The widths of words and spaces at a size of one point. Each is measured once for a document. */
const unitWidths = new WeakMap<Pdf, Map<string, number>>();

function unitWidth(doc: Pdf, text: string, bold: boolean): number {
  const known = unitWidths.get(doc) ?? new Map<string, number>();
  unitWidths.set(doc, known);
  const key = `${bold} ${text}`;
  const width = known.get(key) ?? widthOf(doc, text, 1000, bold) / 1000;
  known.set(key, width);
  return width;
}

/** The width of a text on one line, in points. */
export function widthOf(doc: Pdf, text: string, size: number, bold = false): number {
  return doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .widthOfString(printable(text));
}

/** The colours of texts and lines. */
export const INK = '#0b0c0c';
export const QUIET = '#505a5f';
export const RED = '#942514';

/** The content of an element: what draws it, or the elements in it. */
export type ElementContent = (() => void) | PDFKit.PDFStructureElement | PDFKit.PDFStructureElement[];

interface ElementOptions extends PDFKit.Mixins.StructureElementOptions {
  /** Of a header cell. */
  scope?: 'Column' | 'Row';
  /** Of a figure, in points from the top left corner: left, top, right, bottom. */
  bbox?: [number, number, number, number];
}

/** An element of the structure, by which assistive technology reads the document: P, H1, Table (ISO 32000-1, 14.8.4). */
export function element(
  doc: Pdf,
  type: string,
  content: ElementContent,
  options: ElementOptions = {},
): PDFKit.PDFStructureElement {
  return doc.struct(type, options, content);
}
