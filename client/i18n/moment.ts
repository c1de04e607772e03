/** What is said of an event or a letter: which sentence, and codes and ids to stand in it. Not a word of the case. */

import type { ClockUnit, EventOf } from '../../domain/events.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Country } from '../../domain/vocabulary.ts';
import type { Key } from './i18n.ts';

/** A sentence of `moments` and what stands in its gaps. */
export interface Moment {
  key: Key;
  /** Reads better where a recipient goes by the name of its contact point. */
  named?: Key;
  values: Readonly<Record<string, Value>>;
}

/** A `code` is the key of its own words and ends in the code itself; a clock's `start` is known where it was seen. */
export type Value =
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
  | { clock: string; start?: ClockFacts }
  | { list: readonly Value[]; none: Key };

export type ClockFacts = Pick<EventOf<'clock-started'>, 'name' | 'subject' | 'unit'>;

export function say(key: Key, values: Moment['values'] = {}): Moment {
  return { key, values };
}
