/** The hatching of bars in a PDF page, and the legend that explains it. */

import { artifact, INK, line, type Pdf, RED, SMALLEST, widthOf } from './pdf.ts';

/** Slanted lines for pauses, crossed red lines for overdue time. */
export function hatched(doc: Pdf, x: number, y: number, width: number, kind: 'pause' | 'breach', height: number): void {
  doc.save();
  doc.rect(x, y, width, height).clip();
  doc.rect(x, y, width, height).fill('#ffffff');
  for (let at = x - height; at < x + width; at += 3) {
    doc.moveTo(at, y + height).lineTo(at + height, y);
    if (kind === 'breach') doc.moveTo(at, y).lineTo(at + height, y + height);
  }
  doc.lineWidth(0.7).stroke(kind === 'breach' ? RED : INK);
  doc.restore();
  doc
    .rect(x, y, width, height)
    .lineWidth(0.6)
    .stroke(kind === 'breach' ? RED : INK);
}

/** What the shapes mean, in one line. */
export function drawLegend(
  doc: Pdf,
  x: number,
  y: number,
  names: { paused: string; breach: string; closed: string; due: string; firstDue: string },
): void {
  let at = x;
  const sign = (draw: () => void, name: string) => {
    artifact(doc, draw);
    line(doc, name, at + 22, y, { size: SMALLEST });
    at += 22 + widthOf(doc, name, SMALLEST) + 14;
  };
  sign(() => hatched(doc, at, y, 18, 'pause', 7), names.paused);
  sign(() => hatched(doc, at, y, 18, 'breach', 7), names.breach);
  sign(() => doc.rect(at, y, 18, 7).fill('#eeefef'), names.closed);
  sign(
    () =>
      doc
        .moveTo(at + 9, y - 1)
        .lineTo(at + 9, y + 8)
        .lineWidth(2)
        .stroke(INK),
    names.due,
  );
  sign(
    () =>
      doc
        .moveTo(at + 9, y - 1)
        .lineTo(at + 9, y + 8)
        .lineWidth(1)
        .dash(1.5, { space: 1 })
        .stroke(INK)
        .undash(),
    names.firstDue,
  );
}
