/** Estimates the width of texts in pictures on pages, where the font is not known, and breaks texts into lines. */

/** Shares of the font size: the average character of DejaVu Sans, the widest font in `$govuk-font-family`. */
const CHARACTER = { regular: 0.6, bold: 0.67 };

/** The width of a text on one line, in the unit of `size`. */
export function estimatedWidth(text: string, size: number, bold = false): number {
  return text.length * size * (bold ? CHARACTER.bold : CHARACTER.regular);
}

/** The lines of a text that is at most `width` wide. Words that are longer than a line are divided. */
export function brokenLines(text: string, size: number, width: number, bold = false): string[] {
  const most = Math.max(1, Math.floor(width / estimatedWidth('x', size, bold)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((each) => divided(each, most))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function divided(word: string, most: number): string[] {
  return word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];
}
