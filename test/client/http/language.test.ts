/** The language of an answer to a browser without a session. */

import fastifyAccepts from '@fastify/accepts';
import fastify from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { languageOf } from '../../../client/http/language.ts';
import { atEnd } from '../../support/at-end.ts';

const app = fastify();

beforeAll(async () => {
  atEnd(() => app.close());
  await app.register(fastifyAccepts);
  app.decorateRequest('principal', undefined);
  app.get('/', async (request) => languageOf(request));
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['sv, fr;q=0.5', 'fr'],
  ['fr;q=0.3, de;q=0.7', 'de'],
  ['en;q=0.1, fr-CA;q=0.2', 'fr'],
  ['de;q=0, fr;q=0.1', 'fr'],
  ['DE', 'de'],
  ['*', 'en'],
  ['zz', 'en'],
  ['', 'en'],
  [';;q=,=', 'en'],
  [undefined, 'en'],
  [`${'x'.repeat(100_000)},fr`, 'fr'],
])('Accept-Language %s is answered in %s', async (header, language) => {
  const headers = header === undefined ? {} : { 'accept-language': header };
  expect((await app.inject({ url: '/', headers })).body).toBe(language);
});
