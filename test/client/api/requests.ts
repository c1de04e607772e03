/** Generates requests from the OpenAPI document: each violates it in one place, as an attacker's request may do. */

import fc from 'fast-check';
import type { Route, Schema } from './open-api.ts';

export interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

/** Values that break what is careless. */
const hostile: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, true, 0, -1, 1e308, 2 ** 53, 0.1, '', ' ', '0', 'null', '[]', [], {}, [[[[]]]], { a: { b: {} } }],
  ...['\0', 'a\0b', '\ud800', '\u202e\u0000', '😀'.repeat(300), 'x'.repeat(30_000), '%00', '%', '../../etc/passwd'],
  ...["' OR 1=1 --", '<script>alert(1)</script>', '{{7*7}}', '__proto__', 'constructor', 'toString'],
  ...['2026-02-30T00:00:00Z', '+275760-09-13T00:00:00Z', 'r99999999999999999999', 'XX'],
);

/** The first and the last that can be written in UTC, and their neighbours that cannot. */
export const LIMITS = [
  ...['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
  ...['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59'],
] as const;

const ODD_NAMES = [
  '__proto__',
  'constructor',
  'type',
  'hasOwnProperty',
  'senderAgencyId',
  'status',
  'x',
  '',
  '\0',
  'é',
];

type Part = Partial<Omit<Request, 'headers'>> & { ref?: string; query?: Pair[]; headers?: Record<string, string> };
type Pair = readonly [name: string, value: string];

/** As the document says, but for one thing at most: so that it is that which is answered. */
export function requestsOf(route: Route, references: readonly string[]): fc.Arbitrary<Request> {
  const parameters = (route.parameters ?? []).filter((each) => each.in === 'query');
  const body = route.requestBody?.content['application/json']?.schema;
  const valid = fc.record({
    ref: fc.constantFrom(...references),
    query: fc.tuple(...parameters.map(seldom)).map((pairs) => pairs.filter((pair) => pair !== undefined)),
    sent: body ? validOf(body).map(asJson) : fc.constant<Part>({}),
  });
  const change = fc.oneof(
    { weight: 1, arbitrary: fc.constant<Part>({}) },
    { weight: 1, arbitrary: oddPath },
    { weight: 2, arbitrary: oddHeader },
    ...(parameters.length > 0 ? [{ weight: 6, arbitrary: oddQuery(parameters) }] : []),
    ...(parameters.some(({ name }) => name === 'cursor') ? [{ weight: 3, arbitrary: craftedCursor }] : []),
    ...(body ? [{ weight: 8, arbitrary: oddBody(body) }] : []),
  );
  return fc.tuple(valid, change).map(([{ ref, query, sent }, odd]) => {
    const search = new URLSearchParams(Object.fromEntries([...query, ...(odd.query ?? [])]));
    const url = route.path.replace('{ref}', odd.ref ?? ref) + (search.size > 0 ? `?${search}` : '');
    const { payload, headers } = odd.payload === undefined ? sent : odd;
    return {
      method: route.method,
      url,
      headers: { ...headers, ...odd.headers },
      ...(payload !== undefined && { payload }),
    };
  });
}

type Parameter = NonNullable<Route['parameters']>[number];

function seldom({ name, schema }: Parameter): fc.Arbitrary<Pair | undefined> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: validOf(schema).map((value): Pair => [name, String(value)]) },
  );
}

const oddPath: fc.Arbitrary<Part> = fc
  .constantFrom('XR-2026-999999', '%00', '%ff', '..%2f..%2fme', 'a'.repeat(300), "'--", '%', 'é')
  .map((ref) => ({ ref }));

const oddHeader: fc.Arbitrary<Part> = fc
  .oneof(
    fc.record({ 'idempotency-key': fc.constantFrom('a-key', 'k'.repeat(201), 'spaced key', '') }),
    fc.record({ 'if-match': fc.constantFrom('*', '"nothing"', 'W/"x"', ',', '"') }),
    fc.record({ 'if-none-match': fc.constantFrom('*', '"nothing"') }),
    fc.record({ accept: fc.constantFrom('application/json', '*/*', 'text/html', 'application/json;q=0', ';;,') }),
  )
  .map((headers: Record<string, string>) => ({ headers }));

function oddQuery(parameters: readonly Parameter[]): fc.Arbitrary<Part> {
  const lone = fc
    .constantFrom(...parameters)
    .chain(({ name, schema }) => oddOf(schema).map((value): Pair => [name, String(value).slice(0, 500)]));
  const unknown = fc.constantFrom(...ODD_NAMES).map((name): Pair => [name, '1']);
  return fc.oneof({ weight: 9, arbitrary: lone }, { weight: 1, arbitrary: unknown }).map((pair) => ({ query: [pair] }));
}

/** A cursor of the requested list with invented content. */
const craftedCursor: fc.Arbitrary<Part> = fc
  .tuple(
    fc.constantFrom('due', 'submitted', 'changed', 'reference', 'urgency'),
    fc.constantFrom('asc', 'desc'),
    fc.constantFrom(...LIMITS, null, '', '\0', '\ud800', 'infinity', '2026-02-30T00:00:00Z', 'XR-2026-000001'),
    fc.constantFrom(crypto.randomUUID(), 'x'),
  )
  .map(([sort, order, value, id]) => {
    const cursor = Buffer.from(JSON.stringify([sort, order, value, id])).toString('base64url');
    return { query: Object.entries({ sort, order, cursor }) };
  });

function oddBody(schema: Schema): fc.Arbitrary<Part> {
  return fc.oneof(
    { weight: 9, arbitrary: spoilt(schema).map(asJson) },
    { weight: 1, arbitrary: hostile.map(asJson) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_BODIES) },
  );
}

/** A valid body except one field at any depth: another value, a missing field, or an unknown one. */
function spoilt(schema: Schema): fc.Arbitrary<unknown> {
  const { type, anyOf, items = {}, properties = {} } = schema;
  if (anyOf) return fc.oneof(...anyOf.map(spoilt));
  if (type === 'array') {
    const list = fc.tuple(validOf(schema), spoilt(items)).map(([valid, odd]) => [...(valid as unknown[]), odd]);
    return fc.oneof({ weight: 4, arbitrary: list }, { weight: 1, arbitrary: hostile });
  }
  const fields = Object.entries(properties);
  if (fields.length === 0) return oddOf(schema);
  const known = fc.constantFrom(...fields).chain(([name, field]) => fc.tuple(fc.constant(name), spoilt(field)));
  const missing = fc.constantFrom(...fields).map(([name]) => [name, undefined] as const);
  const unknown = fc.tuple(fc.constantFrom(...ODD_NAMES), hostile);
  return fc
    .tuple(validOf(schema), fc.oneof({ weight: 6, arbitrary: known }, missing, unknown))
    .map(([valid, [name, odd]]) => ({ ...Object(valid), [name]: odd }));
}

/** Instants go wrong at their limits, everything else as it will. */
function oddOf({ format }: Schema): fc.Arbitrary<unknown> {
  const limits = format === 'date-time' ? [{ weight: 3, arbitrary: fc.constantFrom<unknown>(...LIMITS) }] : [];
  return fc.oneof({ weight: 1, arbitrary: hostile }, ...limits);
}

const JSON_TYPE = { 'content-type': 'application/json' };

const ODD_BODIES: readonly Part[] = [
  {},
  { headers: JSON_TYPE, payload: '' },
  { headers: JSON_TYPE, payload: '{"a":' },
  { headers: JSON_TYPE, payload: '{"__proto__":{"a":1}}' },
  { headers: JSON_TYPE, payload: '{"constructor":{"prototype":{"a":1}}}' },
  { headers: JSON_TYPE, payload: `${'['.repeat(5_000)}${']'.repeat(5_000)}` },
  { headers: { 'content-type': 'application/xml' }, payload: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
  { headers: { 'content-type': 'text/xml' }, payload: '<report>' },
  { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'a=b' },
  { headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' },
  { headers: { 'content-type': 'nonsense' }, payload: 'a' },
];

function asJson(value: unknown): Part {
  return { headers: JSON_TYPE, payload: JSON.stringify(value) ?? 'null' };
}

/** What the schema describes. */
function validOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, enum: options, anyOf, items, properties, required = [] } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (options) return fc.constantFrom(...options);
  if (anyOf) return fc.oneof(...anyOf.map(validOf));
  if (schema.format === 'date-time') return fc.constantFrom('2026-11-24T14:00:00+01:00', '2026-02-28T23:59:59.999Z');
  if (type === 'string') return textOf(schema);
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 5 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return fc.array(validOf(items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 });
  if (type === 'object') {
    const fields = Object.fromEntries(Object.entries(properties ?? {}).map(([name, field]) => [name, validOf(field)]));
    return fc.record(fields, { requiredKeys: required });
  }
  return fc.constant('anything');
}

function textOf({ pattern, minLength = 0, maxLength = 50 }: Schema): fc.Arbitrary<string> {
  if (pattern === '^r\\d+$') return fc.constantFrom('r1', 'r1', 'r2');
  if (pattern) return fc.stringMatching(new RegExp(pattern), { maxLength: 80 });
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, 50), unit: 'grapheme' }),
    fc.constantFrom('quinn.quartz', 'fi-alder-ncp', 'XR-2026-000001', 'An invented text.'),
  );
}
