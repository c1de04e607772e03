/** Generates documents from the schema table: valid ones, and ones with a few errors of every kind. */

import fc from 'fast-check';
import type { ContentPart, ElementType, Value } from '../../../../domain/exchange/cybertipline/grammar.ts';
import { ROOTS } from '../../../../domain/exchange/cybertipline/schema/roots.ts';

export interface Draft {
  name: string;
  attributes: [name: string, value: string][];
  children: Draft[];
  text: string;
}

/** A document of either root that keeps the schema, as far as the table tells. */
export function validDocument(): fc.Arbitrary<Draft> {
  return fc.oneof(...Object.entries(ROOTS).map(([name, type]) => elementOf(name, type)));
}

/** A document with one to three mistakes, most of which a schema refuses. */
export function mistakenDocument(): fc.Arbitrary<Draft> {
  return fc.tuple(validDocument(), fc.array(mistake(), { minLength: 1, maxLength: 3 })).map(([draft, mistakes]) => {
    const copy = structuredClone(draft);
    for (const make of mistakes) make(copy);
    return copy;
  });
}

export function toXml({ name, attributes, children, text }: Draft): string {
  const written = attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  return `<${name}${written}>${escaped(text)}${children.map(toXml).join('\n')}</${name}>`;
}

function elementOf(name: string, { attributes, content }: ElementType): fc.Arbitrary<Draft> {
  const given = attributes.map(({ name: key, required, value }) =>
    textFor(value).chain((text) => {
      const pair: [string, string][] = [[key, text]];
      return required ? fc.constant(pair) : fc.constantFrom(pair, []);
    }),
  );
  const children = content.kind === 'sequence' || content.kind === 'any-order' ? content.parts.map(childrenOf) : [];
  return fc.record({
    name: fc.constant(name),
    attributes: fc.tuple(...given).map((lists) => lists.flat()),
    children: fc.tuple(...children).chain((lists) => {
      const all = lists.flat();
      return content.kind === 'any-order' ? fc.shuffledSubarray(all, { minLength: all.length }) : fc.constant(all);
    }),
    text: content.kind === 'value' ? textFor(content.value) : fc.constant(''),
  });
}

function childrenOf({ choices, least, most }: ContentPart): fc.Arbitrary<Draft[]> {
  const child = fc.oneof(...choices.map(({ name, type }) => elementOf(name, type)));
  return fc.array(child, { minLength: least, maxLength: Math.min(most, 2), size: 'xsmall' });
}

/** Texts that are a value; the last few of each are at the edge of what the schema takes. */
export function textFor(value: Value): fc.Arbitrary<string> {
  if (typeof value === 'string') return fc.constantFrom(...EXAMPLES[value]);
  if ('oneOf' in value) return fc.constantFrom(...value.oneOf);
  return fc.constantFrom('+1', '+44', '+420').map((text) => (value.pattern.test(text) ? text : text.slice(1)));
}

const EXAMPLES: Record<Extract<Value, string>, string[]> = {
  string: ['', 'words', ' a & b < c ', 'Ελλάδα', '192.0.2.7'],
  token: ['', 'f1', ' f  2\n'],
  boolean: ['true', 'false', '1', '0', ' true '],
  true: ['', 'true'],
  int: ['0', '443', '-2147483648', '+2147483647', '007', ' 5 ', '-0'],
  long: ['0', '123456789012', '-9223372036854775808', '9223372036854775807', '+1'],
  double: ['0', '-48.21', '.5', '5.', '1e3', '-1.5E-7', 'INF', '-INF', 'NaN', '+0.0'],
  date: ['2024-02-29', '1999-12-31Z', '2000-01-01+14:00', '-0044-03-15', '12024-01-01'],
  dateTime: [
    '2012-10-15T09:00:00-06:00',
    '2024-02-29T23:59:59.999Z',
    '2024-01-01T00:00:00',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:00:00.000000001+14:00',
  ],
};

/** Texts that are no value of some type. */
export const WRONG = [
  'yes', 'TRUE', 'tru e', '2', '', ' ', '1.5', '2147483648', '-2147483649', '9223372036854775808', '1,5', '0x10', '+',
  '+INF', 'inf', 'nan', '.', 'e5', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01',
  '0000-01-01', '02024-01-01', '2024-1-1', '2024-01-01+14:01', '2024-01-01+15:00', '2024-01-01T25:00:00Z', '2024-01-01T24:00:01Z',
  '2024-01-01T10:60:00Z', '2024-01-01T10:00:60Z', '2024-01-01T10:00Z', '2024-01-01 10:00:00', '2024-01-01T10:00:00.Z',
  '2024-01-01T10:00:00-14:30', '+1234', '1', '+', '+12a', 'home', ' Home', 'XX', 'us', 'C1', 'falsE', 'Child sex tourism', '٣', '−1',
]; // biome-ignore format: a list

const NAMES = ['unheardOf', 'incidentSummary', 'additionalInfo', 'email', 'victim', 'potentialMeme', 'ipAddress'];

type Mistake = (root: Draft) => void;

function mistake(): fc.Arbitrary<Mistake> {
  const choices = {
    place: fc.nat(),
    other: fc.nat(),
    text: fc.constantFrom(...WRONG),
    make: fc.constantFrom(...MAKERS),
  };
  return fc.record(choices).map(({ place, other, text, make }) => (root) => {
    const all = everyElement(root);
    const leaves = all.filter(({ children }) => children.length === 0);
    make({ element: pick(all, place) ?? root, leaf: pick(leaves, place) ?? root, other, text });
  });
}

interface Place {
  element: Draft;
  leaf: Draft;
  other: number;
  text: string;
}

const MAKERS: ((place: Place) => void)[] = [
  ({ element: { children }, other }) => children.splice(other % (children.length + 1), 1),
  ({ element: { children }, other }) => children.splice(0, 0, ...structuredClone(children.slice(0, (other % 3) + 1))),
  ({ element: { children } }) => children.reverse(),
  ({ element: { children }, other }) => children.splice(other % (children.length + 1), 0, stranger(other)),
  ({ element: { children }, other }) => Object.assign(pick(children, other) ?? {}, { name: pick(NAMES, other) }),
  ({ element, text }) => Object.assign(element, { text }),
  ({ leaf, text }) => Object.assign(leaf, { text }),
  ({ element: { attributes }, other, text }) => pick(attributes, other)?.splice(1, 1, text),
  ({ element: { attributes }, other }) => attributes.splice(other % (attributes.length + 1), 1),
  ({ element: { attributes }, text }) => {
    if (!attributes.some(([name]) => name === 'verified')) attributes.push(['verified', text]);
  },
];

function stranger(number: number): Draft {
  return { name: pick(NAMES, number) ?? 'unheardOf', attributes: [], children: [], text: '' };
}

function everyElement(root: Draft): Draft[] {
  return [root, ...root.children.flatMap(everyElement)];
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;');
}
