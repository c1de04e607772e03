/** Puts a moment into words: in English of codes and ids, or in a person's language with names. */

import type { ClockUnit } from '../../domain/events.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { countryName } from './countries.ts';
import { type Key, type Language, type Words, wordsFor } from './i18n.ts';
import type { ClockFacts, Moment, Value } from './moment.ts';

/** What ids are called where they are shown; a recipient's is only known within its referral. */
export type Names = Record<'agency' | 'person' | 'point' | 'recipient' | 'referral', (id: string) => string>;

/** `r1 declined: no-jurisdiction`. */
export function tellInCodes(moment: Moment): string {
  const words = wordsFor('en');
  const plain = (text: string) => text;
  const names = { agency: plain, person: plain, point: plain, recipient: plain, referral: plain };
  return tell(moment, {
    words,
    names,
    code: (key) => key.slice(key.lastIndexOf('.') + 1),
    country: plain,
    span: (amount, unit) => `${amount} ${unit}`,
  });
}

/** `Alder National Contact Point declined: No jurisdiction`, with a capital letter first. */
export function tellInWords(moment: Moment, language: Language, names: Names): string {
  const words = wordsFor(language);
  const told = tell(
    { ...moment, key: moment.named ?? moment.key },
    {
      words,
      names,
      code: (key) => words(key),
      country: (code) => countryName(language, code),
      span: (count, unit) => words(`moments:span.${unit}`, { count }),
    },
  );
  return told.charAt(0).toLocaleUpperCase(language) + told.slice(1);
}

interface Teller {
  words: Words;
  names: Names;
  code: (key: Key) => string;
  country: (code: Country) => string;
  span: (amount: number, unit: ClockUnit) => string;
}

function tell({ key, values }: Moment, teller: Teller): string {
  const told = Object.entries(values).map(([name, value]) => [name, valueIn(teller, value)]);
  return teller.words(key, Object.fromEntries(told));
}

function valueIn(teller: Teller, value: Value): string | number {
  const { words, names } = teller;
  if (typeof value !== 'object') return value;
  if ('code' in value) return teller.code(value.code);
  if ('agency' in value) return names.agency(value.agency);
  if ('person' in value) return names.person(value.person);
  if ('point' in value) return names.point(value.point);
  if ('recipient' in value) return names.recipient(value.recipient);
  if ('referral' in value) return names.referral(value.referral);
  if ('country' in value) return teller.country(value.country);
  if ('span' in value) return teller.span(value.span, value.unit);
  if ('addressee' in value) return addresseeIn(teller, value.addressee);
  if ('clock' in value) return clockIn(teller, value.clock, value.start);
  return value.list.map((each) => valueIn(teller, each)).join(', ') || words(value.none);
}

function addresseeIn({ words, names }: Teller, addressee: Addressee): string {
  if (addressee.kind === 'person') return names.person(addressee.personId);
  return words(`moments:line.${addressee.line}`, { point: names.point(addressee.contactPointId) });
}

function clockIn({ words, names, code }: Teller, id: string, start: ClockFacts | undefined): string {
  if (start === undefined) return words('moments:clock.unknown', { id });
  const { subject } = start;
  const name = code(`codes:clockName.${start.name}`);
  if (subject.of === 'recipient') {
    return words('moments:clock.recipient', { id, name, recipient: names.recipient(subject.recipientId) });
  }
  if (subject.of === 'question') return words('moments:clock.question', { id, name, question: subject.questionId });
  return words('moments:clock.referral', { id, name });
}
