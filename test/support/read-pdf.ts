/** Reads a PDF document back: texts, structure, language and embedded fonts. */

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** `smallest` is the size of its smallest text, in points. */
  pages: { text: string; roles: string[]; width: number; height: number; smallest: number }[];
  /** The alternative texts of figures. */
  alts: string[];
  title: string;
  language: string;
  marked: boolean;
  /** `/FontFile2` streams, and fonts that are not embedded. */
  fonts: { embedded: number; all: number };
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const bytes = Buffer.from(file).toString('latin1');
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const mark = await document.getMarkInfo();
  const pages: ReadPdf['pages'] = [];
  const alts: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
    const sizes = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.height] : []));
    const roles: string[] = [];
    visit((await page.getStructTree()) as Node, (node) => {
      if (node.role) roles.push(node.role);
      if (node.alt) alts.push(node.alt);
    });
    const [, , width = 0, height = 0] = page.view;
    pages.push({ text: text.replaceAll(/ +/g, ' '), roles, width, height, smallest: Math.min(...sizes) });
  }
  await task.destroy();
  return {
    ...{ pages, alts, title: info.Title ?? '', language: info.Language ?? '' },
    marked: mark !== null && bytes.includes('/MarkInfo'),
    fonts: {
      embedded: bytes.match(/\/FontFile2 /g)?.length ?? 0,
      all: bytes.match(/\/Type \/FontDescriptor/g)?.length ?? 0,
    },
  };
}

function visit(node: Node | null, see: (node: Node) => void): void {
  if (node === null) return;
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}
