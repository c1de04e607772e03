/** The sentence about an event or a letter: its key, and the codes and ids to insert. It never has particulars. */

import type { ClockUnit } from '../../domain/clocks/counting.ts';
import type { EventOf } from '../../domain/events.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Country } from '../../domain/vocabulary.ts';
import type { Key } from './i18n.ts';

/** A sentence of the timeline, and the values of its placeholders. */
export interface Sentence {
  key: Key;
  /** Reads better where a recipient goes by the name of its contact point. */
  named?: Key;
  values: Readonly<Record<string, SentenceValue>>;
}

/** A `code` is the key of its text and ends in the code. The `start` of a clock is present if its start was read. */
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

/** The facts of a clock that a sentence needs. */
export type StartedClock = Pick<EventOf<'clock-started'>, 'name' | 'subject' | 'unit'>;

/** A sentence as a text key with its values, before it is translated. */
export function sentence(key: Key, values: Sentence['values'] = {}): Sentence {
  return { key, values };
}
