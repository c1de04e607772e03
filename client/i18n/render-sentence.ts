/** Renders a sentence: in English with codes and ids, or in a person's language with names. */

import type { Absence } from '../../domain/absence.ts';
import type { ClockUnit } from '../../domain/clocks/counting.ts';
import type { Addressee } from '../../domain/letter-kinds.ts';
import type { Country } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import { capitalised } from './capitalised.ts';
import { countryName } from './countries.ts';
import { type Key, type Translate, translatorFor } from './i18n.ts';
import type { Sentence, SentenceValue, StartedClock } from './sentence.ts';

/** What ids are called where they are shown; a recipient's is only known within its referral. */
export type Names = Record<'agency' | 'person' | 'point' | 'recipient' | 'referral', (id: string) => string> & {
  /** The present or next absence of a person, with the person's time zone. */
  absenceOf?(personId: string): (Absence & { zone: string }) | undefined;
};

/** `r1 declined: no-jurisdiction`. Other referrals are named by `referralName`, by default their ids. */
export function renderWithCodes(moment: Sentence, referralName = (id: string) => id): string {
  const t = translatorFor('en');
  const plain = (text: string) => text;
  const names = { agency: plain, person: plain, point: plain, recipient: plain, referral: referralName };
  return render(moment, {
    t,
    names,
    number: plain,
    numbered: (_key, id) => id,
    code: (key) => key.slice(key.lastIndexOf('.') + 1),
    country: plain,
    span: (amount, unit) => `${amount} ${unit}`,
  });
}

/** `Alder National Contact Point declined: No jurisdiction`, with a capital letter first. */
export function renderWithNames(moment: Sentence, language: Language, names: Names): string {
  const t = translatorFor(language);
  const sentence = render(
    { ...moment, key: moment.named ?? moment.key },
    {
      t,
      names,
      number: numberOf,
      numbered: (key, id) => t(key, { id: numberOf(id) }),
      code: (key) => t(key),
      country: (code) => countryName(language, code),
      span: (count, unit) => t(`timeline:span.${unit}`, { count }),
    },
  );
  return capitalised(sentence, language);
}

/** The number by which people know a recipient, a question or a translation: 1 for `q1`. */
export function numberOf(id: string): string {
  return id.replace(/^[a-z]+(?=\d+$)/, '');
}

interface Renderer {
  t: Translate;
  names: Names;
  /** A question or translation, where the sentence says which of them it is. */
  number: (id: string) => string;
  /** A question or translation, with the word for it. */
  numbered: (key: 'referral:question' | 'clarification:translation', id: string) => string;
  code: (key: Key) => string;
  country: (code: Country) => string;
  span: (amount: number, unit: ClockUnit) => string;
}

function render({ key, values }: Sentence, teller: Renderer): string {
  const texts = Object.entries(values).map(([name, value]) => {
    const isNumbered = typeof value === 'string' && (name === 'question' || name === 'translation');
    return [name, isNumbered ? teller.number(value) : valueIn(teller, value)];
  });
  return teller.t(key, Object.fromEntries(texts));
}

function valueIn(teller: Renderer, value: SentenceValue): string | number {
  const { t, names } = teller;
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
  return value.list.map((each) => valueIn(teller, each)).join(', ') || t(value.none);
}

function addresseeIn({ t, names }: Renderer, addressee: Addressee): string {
  if (addressee.kind === 'person') return names.person(addressee.personId);
  return t(`timeline:line.${addressee.line}`, { point: names.point(addressee.contactPointId) });
}

function clockIn({ t, names, code, numbered }: Renderer, id: string, start: StartedClock | undefined): string {
  if (start === undefined) return t('timeline:clock.unknown', { id });
  const { subject } = start;
  const name = code(`codes:clockName.${start.name}`);
  if (subject.of === 'recipient') {
    return t('timeline:clock.recipient', { id, name, recipient: names.recipient(subject.recipientId) });
  }
  if (subject.of === 'question') {
    return t('timeline:clock.question', { id, name, question: numbered('referral:question', subject.questionId) });
  }
  if (subject.of === 'translation') {
    const translation = numbered('clarification:translation', subject.translationId);
    return t('timeline:clock.translation', { id, name, translation });
  }
  return t('timeline:clock.referral', { id, name });
}
