/** Texts in every language: none is missing, each uses all its values, and none is a copy of another language's. */

import { describe, expect, test } from 'vitest';
import { countryName, languageName } from '../../../client/i18n/countries.ts';
import { english } from '../../../client/i18n/english.ts';
import { french } from '../../../client/i18n/french.ts';
import { german } from '../../../client/i18n/german.ts';
import { translatorFor } from '../../../client/i18n/i18n.ts';
import { withSemicolons } from '../../../client/i18n/with-semicolons.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${path}${key}`, text] as [string, string]] : flat(text, `${path}${key}.`),
  );

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const source = new Map(flat(english));

const COUNTED_BY_ANOTHER_NAME =
  /\{\{(?!count\b)\w+\}\}(?: or more| more)? (?:referrals|entries|deadlines|points|hours|days|times|files|countries|attempts|seconds|sessions|characters|texts|rows)\b/;

/** Texts with a number that is never 1. */
const MORE_THAN_ONE = new Set([
  ...['documents.imprint.checkpoint', 'everywhere.error.too-many-text', 'everywhere.list.more-than'],
  ...['everywhere.settings.session-limit', 'intake.error.too-long', 'integration.calendar.what-for'],
  ...['protection.erasures.about', 'registry.seen', 'registry.gaps.hint'],
  ...['supervisor.readings.none-notable', 'supervisor.readings.none-unusual'],
]);

/** Texts with a number that is never 0. */
const ONE_OR_MORE = new Set([
  ...['administrator.policy.extension_one', 'officer.triage.compare_one', 'pictures.map.seen-load_one'],
  ...['referral.hop_one', 'supervisor.approvals.all_one', 'supervisor.log-alarms.open_one'],
  ...['cases', 'newCountries', 'offHours', 'refusals'].map((reason) => `supervisor.readings.reason.${reason}_one`),
  'waiting.triage.select-agreeing_one',
]);

describe.each([
  ['French', french],
  ['German', german],
])('%s', (_, language) => {
  test('has every key of English and no other', () => {
    expect(
      flat(language)
        .map(([key]) => key)
        .sort(),
    ).toEqual([...source.keys()].sort());
  });

  test('leaves nothing empty', () => {
    expect(flat(language).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('says everything that English says of the facts', () => {
    const forgetful = flat(language).filter(([key, text]) => {
      const said = new Set(holes(text));
      // The number itself may be a word: "eine Verweisung".
      return holes(source.get(key) ?? '').some((name) => name !== 'count' && !said.has(name));
    });
    expect(forgetful).toEqual([]);
  });

  test('says no facts that English leaves out', () => {
    const talkative = flat(language).filter(([key, text]) => {
      const inEnglish = new Set(holes(source.get(key) ?? ''));
      return holes(text).some((name) => name !== 'count' && !inEnglish.has(name));
    });
    expect(talkative).toEqual([]);
  });
});

test('a number chooses the form, and is written as the language writes it', () => {
  const t = translatorFor('de');
  expect(t('everywhere:list.total', { count: 1 })).toBe('1 Übermittlung');
  expect(t('everywhere:list.total', { count: 1000 })).toBe('1.000 Übermittlungen');
  expect(t('referral:proposal.score', { count: 37.5 })).toBe('37,5 Punkte');
  expect(translatorFor('fr')('timeline:span.hours', { count: 1 })).toBe('1 heure');
});

test('what is counted has a form for one', () => {
  const lonely = [...source.keys()].filter(
    (key) => key.endsWith('_other') && !source.has(key.replace('_other', '_one')),
  );
  const uncounted = [...source].filter(([key, text]) => text.includes('{{count}}') && !/_(one|other)$/.test(key));
  const byAnotherName = [...source].filter(
    ([key, text]) => !/_(one|other)$/.test(key) && COUNTED_BY_ANOTHER_NAME.test(text),
  );
  expect(byAnotherName.map(([key]) => key).filter((key) => !MORE_THAN_ONE.has(key))).toEqual([]);
  // A list of figures is read as one, however many there are.
  const readAlike = [
    'supervisor.performance.late',
    ...['verified', 'doubted', 'of-suspect', 'of-victim'].map((why) => `officer.why.${why}`),
  ];
  expect([lonely, uncounted.map(([key]) => key).filter((key) => !readAlike.includes(key))]).toEqual([[], []]);
});

test('in French, the form for one has the number, because it is also the form for none', () => {
  const unnumbered = flat(french).filter(([key, text]) => key.endsWith('_one') && !text.includes('{{count}}'));
  expect(unnumbered.map(([key]) => key).filter((key) => !ONE_OR_MORE.has(key))).toEqual([]);
  expect(translatorFor('fr')('pictures:debtors.seen', { count: 0, overdue: 0 })).toMatch(/^0 délai est en cours/);
});

test('countries and languages have names, and an unknown code is shown unchanged', () => {
  const finland = (['en', 'fr', 'de'] as const).map((language) => countryName(language, 'FI'));
  expect(finland).toEqual(['Finland', 'Finlande', 'Finnland']);
  expect(languageName('de', 'fi')).toBe('Finnisch');
  expect([countryName('en', 'XR'), countryName('en', 'nowhere at all')]).toEqual(['XR', 'nowhere at all']);
});

test('what is put into a text is neither escaped there nor read as a key', () => {
  const name = '<b>{{x}} $t(everywhere:yes)</b>';
  expect(translatorFor('en')('everywhere:list.remove', { name })).toBe(`Remove ${name}`);
});

test('a number is written as the language writes it, also in a text without a plural form', () => {
  const warning = { percent: 1234.5, at: '$& {{percent}}' };
  expect(translatorFor('en')('supervisor:explain.warning', warning)).toBe('warning at 1,234.5% on $& {{percent}}');
  expect(translatorFor('de')('supervisor:explain.warning', warning)).toContain('1.234,5');
});

test('a French “de” is shortened before a name that begins with a vowel', () => {
  const from = (agency: string) => translatorFor('fr')('everywhere:search.from', { agency });
  expect([from('Europol'), from('Suède')]).toEqual(['Transmissions d’Europol', 'Transmissions de Suède']);
});

test('texts on one line have semicolons as the language writes them', () => {
  const joined = (language: 'en' | 'fr', ...texts: string[]) => withSemicolons(texts, translatorFor(language));
  expect([joined('en'), joined('en', 'a'), joined('en', 'a', 'b', '{{first}}')]).toEqual(['', 'a', 'a; b; {{first}}']);
  expect(joined('fr', 'a', 'b', 'c')).toBe('a\u202f; b\u202f; c');
});

test('a text without one of its facts shows which one is missing', () => {
  expect(translatorFor('en')('supervisor:explain.warning', { percent: 80 })).toBe('warning at 80% on {{at}}');
});
