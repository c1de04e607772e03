/** The letters that the mail catcher received: in memory, and in a folder if one is given. */

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { writeAtomically } from './write-atomically.ts';

/** A letter that the mail catcher received. */
export interface CaughtLetter {
  /** Counts from 1 in the order of arrival. */
  number: number;
  at: string;
  from: string;
  /** The recipients of the envelope. */
  to: string[];
  subject: string;
  messageId: string;
  headers: [name: string, value: string][];
  text: string;
  html: string;
}

/** The stored letters. */
export interface Mailbox {
  /** In the order of arrival. */
  letters: readonly CaughtLetter[];
  put(source: AsyncIterable<Buffer>, to: string[]): Promise<void>;
}

/** Opens the letters of a folder, or an empty mailbox in memory. */
export async function openMailbox(dir: string | undefined): Promise<Mailbox> {
  const letters = dir ? await readStoredLetters(dir) : [];
  return {
    letters,
    put: async (source, to) => {
      const content = await readLetter(source);
      const letter = { number: (letters.at(-1)?.number ?? 0) + 1, at: new Date().toISOString(), to, ...content };
      letters.push(letter);
      if (dir) await writeAtomically(join(dir, fileName(letter.number)), JSON.stringify(letter));
    },
  };
}

async function readStoredLetters(dir: string): Promise<CaughtLetter[]> {
  await mkdir(dir, { recursive: true });
  const names = (await readdir(dir)).filter((name) => /^\d{6}\.json$/.test(name)).sort();
  const kept = await Promise.all(names.map((name) => readStoredLetter(join(dir, name))));
  return kept.filter((letter) => letter !== undefined);
}

/** A damaged file is skipped: these letters are only for display. */
async function readStoredLetter(path: string): Promise<CaughtLetter | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function readLetter(source: AsyncIterable<Buffer>): Promise<Omit<CaughtLetter, 'number' | 'at' | 'to'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  const parsed = await simpleParser(Buffer.concat(chunks), { skipTextToHtml: true });
  return {
    from: parsed.from?.text ?? '',
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    headers: parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    text: parsed.text ?? '',
    html: parsed.html || '',
  };
}

function fileName(number: number): string {
  return `${String(number).padStart(6, '0')}.json`;
}
