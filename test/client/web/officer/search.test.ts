/** The search for agencies by a part of their names. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { mainOf } from '../../../support/forms.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
  const names = ['Polícia Modelo', ...Array.from({ length: 23 }, (_, n) => `Modellbehörde ${n + 1}`)];
  await desk.db.agency.createMany({
    data: names.map((name, n) => ({
      id: `xx-${n}`,
      name,
      type: 'law-enforcement',
      country: 'LV',
      coordinating: false,
    })),
  });
});

async function found(text: string): Promise<string> {
  const { statusCode, body } = await (await desk.browser('noor.rowan')).get(
    `/search?${new URLSearchParams({ q: text })}`,
  );
  expect(statusCode).toBe(200);
  return mainOf(body);
}

test.each(['policia', 'POLÍCIA', 'políc', 'poli\u0301cia'])('%s finds the name with its accents', async (text) => {
  expect(await found(text)).toContain('Polícia Modelo');
});

test('names with other letters are not found', async () => {
  expect(await found('polizia')).not.toContain('Polícia Modelo');
});

test('a text in many names says how many agencies there are', async () => {
  const body = await found('modellbehorde');
  expect(body).toContain('20 of 23 agencies. Enter more of the name to see the others.');
  expect(body.match(/\?sender=xx-/g)).toHaveLength(20);
  const one = await found('modellbehörde 23');
  expect(one.match(/\?sender=xx-/g)).toHaveLength(1);
  expect(one).not.toContain('Enter more of the name');
});

test('the heading and the search box have the text that was searched for', async () => {
  const noor = await desk.browser('noor.rowan');
  const box = (body: string) => body.match(/<input id="search"[^>]*>/)?.[0];
  const { body } = await noor.get('/search?q=K-1%22');
  expect(body).toContain('Results for “K-1&quot;”');
  expect(box(body)).toContain(' value="K-1&quot;"');
  expect(box((await noor.get('/help?q=K-1')).body)).not.toContain('value');
});
