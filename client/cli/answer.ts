/** One answer: JSON for programs, words for people. */

import type { Io } from './io.ts';

export interface AnswerOptions {
  json?: boolean;
}

export function answer(io: Io, { json = false }: AnswerOptions, value: unknown, words: () => string): void {
  io.out(json ? `${JSON.stringify(value, null, 2)}\n` : words());
}
