/** Requests made from the OpenAPI document: as it says, nearly so, and as somebody sends them who means no good. */

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
  ...['2026-02-30T00:00:00Z', '+275760-09-13T00:00:00Z', '9999-12-31T23:59:59-23:59', 'r99999999999999999999', 'XX'],
);

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

export function requestsOf(route: Route, references: readonly string[]): fc.Arbitrary<Request> {
  const parameters = route.parameters ?? [];
  const path = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...references) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('XR-2026-999999', '%00', '%ff', '..%2f..%2fme', 'a'.repeat(300), "'--", '%', 'é'),
    },
  );
  const query = fc.tuple(
    ...parameters
      .filter((each) => each.in === 'query')
      .map(({ name, schema }) =>
        fc.oneof(
          { weight: 4, arbitrary: fc.constant(undefined) },
          { weight: 2, arbitrary: validOf(schema).map((value) => [name, String(value)] as const) },
          { weight: 1, arbitrary: hostile.map((value) => [name, String(value).slice(0, 500)] as const) },
        ),
      ),
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...ODD_NAMES).map((name) => [name, '1'] as const) },
      { weight: 1, arbitrary: fc.constant(['limit', '1'] as const) },
    ),
  );
  const headers = fc.record(
    {
      'idempotency-key': fc.constantFrom('a-key', 'k'.repeat(201), 'spaced key', ''),
      'if-match': fc.constantFrom('*', '"nothing"', 'W/"x"', ',', '"'),
      'if-none-match': fc.constantFrom('*', '"nothing"'),
      accept: fc.constantFrom('application/json', '*/*', 'text/html', 'application/json;q=0', ';;,'),
      'last-event-id': fc.constantFrom('x', '2026-01-01T00:00:00Z'),
    },
    { requiredKeys: [] },
  );
  const body = route.requestBody?.content['application/json']?.schema;
  return fc
    .tuple(
      path,
      query,
      fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, headers),
      body ? payloadOf(body) : fc.constant<Sent>({}),
    )
    .map(([ref, pairs, headers, sent]) => {
      const search = new URLSearchParams(
        pairs.filter((pair) => pair !== undefined).map(([name, value]) => [name, value]),
      );
      const url = route.path.replace('{ref}', ref) + (search.size > 0 ? `?${search}` : '');
      return { method: route.method, url, ...sent, headers: { ...headers, ...sent.headers } };
    });
}

interface Sent {
  headers?: Record<string, string>;
  payload?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

function payloadOf(schema: Schema): fc.Arbitrary<Sent> {
  const valid = validOf(schema);
  return fc.oneof(
    { weight: 4, arbitrary: valid.map(asJson) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(valid, fc.array(fc.tuple(fc.nat(), hostile, fc.nat(3)), { minLength: 1, maxLength: 3 }))
        .map(([value, changes]) => asJson(changes.reduce((old, change) => changed(old, change), value))),
    },
    { weight: 1, arbitrary: hostile.map(asJson) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_BODIES) },
  );
}

const ODD_BODIES: readonly Sent[] = [
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

function asJson(value: unknown): Sent {
  return { headers: JSON_TYPE, payload: JSON.stringify(value) ?? 'null' };
}

/** Somewhere inside something is another value, missing, or one field too many. */
function changed(value: unknown, [where, other, how]: [where: number, other: unknown, how: number]): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const names = Object.keys(value);
  const name = names[where % Math.max(names.length, 1)];
  const copy: Record<string, unknown> = { ...value };
  if (how === 0 || name === undefined) copy[ODD_NAMES[where % ODD_NAMES.length] ?? 'x'] = other;
  else if (how === 1) delete copy[name];
  else if (how === 2) copy[name] = other;
  else copy[name] = changed(copy[name], [Math.floor(where / 7), other, 2]);
  return Array.isArray(value) ? Object.values(copy) : copy;
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
