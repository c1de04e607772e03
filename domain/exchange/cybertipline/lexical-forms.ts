/** Checks the lexical form of values (XML Schema 1.0) and normalises them. */

import { toInstant } from '../../instant.ts';
import type { Instant } from '../../vocabulary.ts';
import type { Value } from './grammar.ts';

/** A description of the expected form; null if `text` has that form. */
export function expectedForm(value: Value, text: string): string | null {
  if (typeof value === 'string')
    return LEXICAL_FORMS[value].holds(lexicalValue(value, text)) ? null : LEXICAL_FORMS[value].meaning;
  if ('pattern' in value) return value.pattern.test(text) ? null : value.meaning;
  return value.oneOf.includes(text) ? null : describeChoices(value.oneOf);
}

/** The text with white space collapsed, unless the type is `string`; an empty `true` becomes "true". */
export function lexicalValue(value: Value, text: string): string {
  if (typeof value !== 'string' || value === 'string') return text;
  if (value === 'true' && text === '') return 'true';
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Whether the value is a true boolean of XML Schema: `true` or `1`. */
export function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}

/** The instant of a dateTime in UTC; null if it names no zone, or if its year in UTC is not 0001 to 9999. */
export function instantFromDateTime(dateTime: string): Instant | null {
  if (!/^[0-9]{4}-/.test(dateTime) || !/(Z|[+-][0-9]{2}:[0-9]{2})$/.test(dateTime)) return null;
  return toInstant(dateTime.replace(/(\.[0-9]{3})[0-9]+/, '$1'));
}

interface LexicalForm {
  meaning: string;
  holds: (text: string) => boolean;
}

const LEXICAL_FORMS: Record<Extract<Value, string>, LexicalForm> = {
  string: { meaning: 'text', holds: () => true },
  token: { meaning: 'text', holds: () => true },
  boolean: { meaning: 'true or false', holds: (text) => /^(true|false|1|0)$/.test(text) },
  true: { meaning: 'nothing, or true', holds: isTrue },
  int: { meaning: 'a whole number of 32 bits', holds: (text) => isInteger(text, 32) },
  long: { meaning: 'a whole number of 64 bits', holds: (text) => isInteger(text, 64) },
  double: {
    meaning: 'a number',
    holds: (text) => /^([+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|-?INF|NaN)$/.test(text),
  },
  date: { meaning: 'a date such as 2024-02-29', holds: isDate },
  dateTime: { meaning: 'a date and time such as 2024-02-29T09:30:00Z', holds: isDateTime },
};

function isInteger(text: string, bits: 32 | 64): boolean {
  return /^[+-]?[0-9]{1,40}$/.test(text) && BigInt.asIntN(bits, integer(text)) === integer(text);
}

function integer(text: string): bigint {
  return BigInt(text.replace(/^\+/, '').replace(/^-0*(?=[0-9])/, '-'));
}

const DATE = /^(-?(?:[1-9][0-9]{4,}|[0-9]{4}))-([0-9]{2})-([0-9]{2})/;
const ZONE = /(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?$/;
const TIME = /^T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)$/;

function isDate(text: string): boolean {
  return startsWithDate(text) && text.replace(DATE, '').replace(ZONE, '') === '';
}

function isDateTime(text: string): boolean {
  return startsWithDate(text) && TIME.test(text.replace(DATE, '').replace(ZONE, ''));
}

/** Whether the text starts with a date that exists; there is no year 0. */
function startsWithDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const inLeapYear = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, inLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(year) !== 0 && Number(day) >= 1 && Number(day) <= days;
}

function describeChoices(choices: readonly string[]): string {
  const named = choices.filter((choice) => choice !== '');
  if (named.length > 12) return `one of the ${named.length} codes of the schema, such as ${named.slice(-1).join('')}`;
  return named.length === 1 ? named.join('') : `one of: ${named.join(' | ')}`;
}
