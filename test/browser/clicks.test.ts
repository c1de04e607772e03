/** Common jobs, from the page on which the desk opens, with the number of clicks that each needs. */

import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Desks, openDesks } from '../support/browser.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { aSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';

let liaise: TestEngine;
let desks: Desks;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  desks = await openDesks(liaise);
});

/** Clicks in the browser of one person. Typing does not count. */
class Desk {
  clicks = 0;
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** The page on which the desk of that person opens. */
  static async of(personId: string): Promise<Desk> {
    const page = await desks.signIn(personId);
    expect(new URL(page.url()).pathname).toBe('/waiting');
    return new Desk(page);
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('link', { name }).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name }).first();
  }

  async done(message: string | RegExp, most: number): Promise<void> {
    await this.page.getByRole('main').getByText(message).first().waitFor();
    expect(this.clicks).toBeLessThanOrEqual(most);
    await this.page.context().close();
  }
}

const referenceOf = async (id: string) => (await liaise.read(id)).reference;
/** A submission of its own: with the origin reference of another it would be the same referral. */
const another = (more: Parameters<typeof aSubmission>[0] = {}) =>
  aSubmission({ materials: [], originReferences: [{ system: 'case-register', id: crypto.randomUUID() }], ...more });
const toFinland = (more: Parameters<typeof aSubmission>[0] = {}) => triagedTo(liaise, another(more), ['FI']);

test('consent is given with at most 3 clicks, to a named receiver', async () => {
  const id = await toFinland({ handling: { code: 'H2' } });
  await liaise.act('aino.alder', id, { type: 'accept', recipientId: 'r1' });
  await liaise.act('aino.alder', id, {
    ...{ type: 'refer-onward', recipientId: 'r1', contactPoint: 'se-juniper-ncp', text: 'They live there.' },
  });
  const quinn = await Desk.of('quinn.quartz');
  await quinn.click(quinn.link(new RegExp(`consent.*${await referenceOf(id)}`, 'i')));
  await quinn.page.getByRole('main').getByText('Sweden').first().waitFor();
  await quinn.click(quinn.page.getByRole('checkbox'));
  await quinn.click(quinn.button(/consent/i));
  await quinn.done('Done', 3);
});

test('a report file is submitted with at most 4 clicks', async () => {
  const quinn = await Desk.of('quinn.quartz');
  await quinn.click(quinn.page.getByRole('link', { name: 'New referral' }));
  // A person clicks the field to select the file.
  quinn.clicks += 1;
  await quinn.page.getByLabel('File', { exact: true }).setInputFiles('dev/demo-report.xml');
  await quinn.click(quinn.button('Check file'));
  await quinn.click(quinn.button('Send the referral'));
  await quinn.done(/ was submitted to /, 4);
});

test('a closure is approved on its summary with at most 3 clicks', async () => {
  const id = await toFinland();
  const ground = { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' } as const;
  await liaise.act('aino.alder', id, ground);
  await liaise.act('ines.rowan', id, { type: 'propose-closure' });
  const otto = await Desk.of('otto.rowan');
  await otto.click(otto.link(new RegExp(`Abschluss genehmigen.*${await referenceOf(id)}`)));
  await otto.page.getByRole('region', { name: 'Zusammenfassung' }).getByText('Model Unit Alder').waitFor();
  await otto.click(otto.button('Abschluss genehmigen'));
  await otto.done('Erledigt', 3);
});
