/** What is held about a data subject: finds an identifier in particulars, and the categories of data in which it occurs. */

import { ReferralError } from './errors.ts';
import { SUBJECT_CATEGORIES, type SubjectCategory } from './vocabulary.ts';

/** Categories of personal data in particulars. */
export const DATA_CATEGORIES = [
  'identity',
  'contact',
  'account',
  'network-address',
  'device',
  'location',
  'case-number',
  'material-reference',
  'free-text',
  'other',
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** Categories of data in which an identifier occurs, and those that the same text holds besides. */
export interface HeldData {
  found: DataCategory[];
  held: DataCategory[];
  /** Categories of the people in the case (Directive (EU) 2016/680 art. 6). */
  people: SubjectCategory[];
}

/** Whether a value contains the identifier as a whole. */
export type IdentifierTest = (value: string) => boolean;

const SHORTEST = 4;
const LONGEST = 320;

/**
 * A test for an e-mail address, account, IP address, telephone number, name or number of a case. Upper and lower case, and
 * the spaces and signs in a telephone number, make no difference.
 *
 * @throws ReferralError INVALID_INPUT if it is too short or too long to identify a person
 */
export function identifierTest(text: string): IdentifierTest {
  const identifier = normal(text);
  if (identifier.length < SHORTEST || identifier.length > LONGEST) {
    const message = `An identifier has ${SHORTEST} to ${LONGEST} characters.`;
    throw new ReferralError('INVALID_INPUT', message, 'identifier');
  }
  const escaped = identifier.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const whole = new RegExp(`(?<![\\p{L}\\p{N}._%+@-])${escaped}(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`, 'u');
  const isWhole = (value: string) => whole.test(normal(value));
  if (!isPhone(identifier)) return isWhole;
  const digits = new RegExp(`(?<!\\d)(?:\\+|00)?${compact(identifier).replace(/^(\+|00)/, '')}(?!\\d)`);
  return (value) => isWhole(value) || digits.test(compact(value));
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function isPhone(identifier: string): boolean {
  return /^\+?[\d\s()/.-]{7,}$/.test(identifier) && !/^\d{1,3}(\.\d{1,3}){3}$/.test(identifier);
}

function compact(text: string): string {
  return text.replaceAll(/[\s()/.-]/g, '');
}

/** Undefined if the identifier does not occur in the content of a text. @param content as it was sealed */
export function heldIn(content: unknown, occursIn: IdentifierTest): HeldData | undefined {
  const values = [...valuesOf(content, [])].filter(({ value }) => value.trim() !== '');
  const found = inOrder(values.filter(({ value }) => occursIn(value)));
  if (found.length === 0) return undefined;
  const people = new Set(values.filter(({ path }) => isSubjectCategory(path)).map(({ value }) => value));
  return { found, held: inOrder(values), people: SUBJECT_CATEGORIES.filter((category) => people.has(category)) };
}

/** Both in the order of the categories, each once. */
export function bothOf(one: HeldData, other: HeldData): HeldData {
  const union = <T>(all: readonly T[], these: readonly T[], those: readonly T[]) =>
    all.filter((each) => these.includes(each) || those.includes(each));
  return {
    found: union(DATA_CATEGORIES, one.found, other.found),
    held: union(DATA_CATEGORIES, one.held, other.held),
    people: union(SUBJECT_CATEGORIES, one.people, other.people),
  };
}

/** One value, the names that lead to it, and its label if it has one. */
interface LabelledValue {
  path: readonly string[];
  value: string;
  /** The label of a line of particulars, or the basis of an indicator. */
  label: string;
}

function* valuesOf(content: unknown, path: readonly string[], label = ''): Generator<LabelledValue> {
  if (typeof content === 'string') yield { path, value: content, label };
  if (typeof content !== 'object' || content === null) return;
  if (Array.isArray(content)) {
    for (const each of content) yield* valuesOf(each, path);
    return;
  }
  const fields = Object.entries(content);
  const [, named] = fields.find(([name]) => LABELS.includes(name)) ?? [];
  for (const [name, value] of fields) {
    if (!LABELS.includes(name)) yield* valuesOf(value, [...path, name], String(named ?? ''));
  }
}

const LABELS = ['label', 'basis'];

function inOrder(values: readonly LabelledValue[]): DataCategory[] {
  const among = new Set(values.filter(({ path }) => !isCode(path)).map(categoryOf));
  return DATA_CATEGORIES.filter((category) => among.has(category));
}

const isSubjectCategory = (path: readonly string[]) => path.includes('subjects') && path.at(-1) === 'category';

/** Fields of a submission that hold codes. They do not identify people. */
const CODES = [
  ...['kind', 'urgency', 'urgencyGrounds', 'crimeAreas', 'capability', 'evaluation', 'tlp', 'legalInstrument'],
  ...['transferBasis', 'languages', 'incidentAt', 'country', 'party', 'observedAt', 'system', 'algorithm', 'category'],
  ...['classification', 'industryClassification', 'instrument', 'requestedAt', 'endsAt', 'code', 'source'],
];

function isCode(path: readonly string[]): boolean {
  return path.some((name) => CODES.includes(name));
}

/** Lists of a submission whose entries are all of one category. */
const LISTS = new Map<string, DataCategory>([
  ['originReferences', 'case-number'],
  ['materials', 'material-reference'],
  ['subjects', 'identity'],
  ['preservation', 'account'],
]);

function categoryOf({ path, label }: LabelledValue): DataCategory {
  for (const name of path) {
    const category = LISTS.get(name);
    if (category) return category;
  }
  if (path.includes('indicators')) return OF_INDICATOR.get(label) ?? 'location';
  if (path.includes('particulars')) return categoryOfLabel(label);
  const last = path.at(-1);
  return last === undefined || ['summary', 'text', 'note'].includes(last) ? 'free-text' : 'other';
}

/** By the basis of an indicator; all others are locations. */
const OF_INDICATOR = new Map<string, DataCategory>([
  ['ip-geolocation', 'network-address'],
  ['hosting-location', 'network-address'],
  ['phone-prefix', 'contact'],
  ['nationality', 'identity'],
  ['prior-report', 'case-number'],
]);

/** The first category one of whose words is in the label. */
const WORDS: [DataCategory, readonly string[]][] = [
  ['material-reference', ['hash', 'md5', 'sha1', 'sha256', 'file', 'filename', 'photodna']],
  ['network-address', ['ip', 'port', 'mac', 'hostname', 'domain']],
  ['contact', ['email', 'mail', 'phone', 'telephone', 'fax', 'mobile']],
  ['device', ['device', 'imei', 'imsi', 'browser', 'agent', 'advertising', 'serial']],
  ['account', ['esp', 'user', 'username', 'screen', 'profile', 'account', 'url', 'login', 'handle', 'wallet', 'chat']],
  ['location', ['address', 'city', 'street', 'postal', 'zip', 'state', 'latitude', 'longitude', 'location', 'geo']],
  ['identity', ['name', 'birth', 'dob', 'age', 'gender', 'sex', 'nationality', 'passport', 'person']],
  ['case-number', ['report', 'case', 'reference', 'number']],
];

/** The last part of the label that has such a word decides: `reporter/address/city` is a location. */
function categoryOfLabel(label: string): DataCategory {
  for (const part of label.split(/[/.]/).toReversed()) {
    const words = part
      .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z\d]+/);
    const [category] = WORDS.find(([, known]) => known.some((word) => words.includes(word))) ?? [];
    if (category) return category;
  }
  return 'other';
}
