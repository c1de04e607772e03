/** What is said of an event or a letter: which sentence, and codes and ids to stand in it. Not a word of the case. */

import type { ClockUnit, EventOf } from '../../domain/events.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Country } from '../../domain/vocabulary.ts';
import type { Key } from './i18n.ts';

/** A sentence of `moments` and what stands in its gaps. */
export interface Sentence {
  key: Key;
  /** Reads better where a recipient goes by the name of its contact point. */
  named?: Key;
  values: Readonly<Record<string, SentenceValue>>;
}

/** A `code` is the key of its own words and ends in the code itself; a clock's `start` is known where it was seen. */
export type SentenceValue =
  | string
  | number
  | { code: Key }
  | { agency: string }
  | { person: string }
  | { point: string }
  | { recipient: string }
  | { referral: string }
  | { country: Country }
  | { span: number; unit: ClockUnit }
  | { addressee: Addressee }
  | { clock: string; start?: StartedClock }
  | { list: readonly SentenceValue[]; none: Key };

export type StartedClock = Pick<EventOf<'clock-started'>, 'name' | 'subject' | 'unit'>;

export function sentence(key: Key, values: Sentence['values'] = {}): Sentence {
  return { key, values };
}
