/** The tutorial and the invented referrals of `npm start -- --with-cases`, on a complete local stack. */

import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { openChromium } from '../../dev/chromium.ts';
import { type DemoContext, openDemoContext } from '../../dev/demo-context.ts';
import { recordSamples } from '../../dev/sample-cases/record.ts';
import { SAMPLES } from '../../dev/sample-cases/samples.ts';
import { STATES } from '../../dev/sample-cases/states.ts';
import { type Stack, startStackOnOwnPorts } from '../../dev/stack.ts';
import { tutorialDocument } from '../../dev/tutorial/document.ts';
import { playTries, playTutorial } from '../../dev/tutorial/play.ts';
import { startStartPage } from '../../dev/tutorial/server.ts';
import { STEPS } from '../../dev/tutorial/steps.ts';
import { Visit } from '../../dev/tutorial/visit.ts';
import { RECIPIENT_STATUSES, REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { atEnd } from '../support/at-end.ts';
import { expectUsable } from '../support/browser.ts';
import { testFolder } from '../support/folder.ts';

let stack: Stack;
let context: DemoContext;
let references: string[];

beforeAll(async () => {
  stack = await startStackOnOwnPorts({ folder: await testFolder(), progress: () => {} });
  atEnd(stack.stop);
  context = openDemoContext(stack);
  atEnd(context.close);
  references = await recordSamples(stack, () => {});
});

/** These pass while the engine works, before a person can see them. */
const BRIEF = ['triaged', 'sent'];

test('the invented referrals are in every state', async () => {
  expect(new Set(references).size).toBe(40);
  expect(Object.keys(STATES).filter((state) => SAMPLES.every((sample) => sample.state !== state))).toEqual([]);
  const [referrals, recipients] = [
    await context.db.referral.findMany({ distinct: ['status'], select: { status: true } }),
    await context.db.recipient.findMany({ distinct: ['status'], select: { status: true } }),
  ];
  const missing = (all: readonly string[], found: readonly { status: string }[]) =>
    all.filter((status) => !BRIEF.includes(status) && !found.some((each) => each.status === status));
  expect(missing(REFERRAL_STATUSES, referrals)).toEqual([]);
  expect(missing(RECIPIENT_STATUSES, recipients)).toEqual([]);
  await expect(recordSamples(stack, () => {})).rejects.toThrow('There are referrals already.');
});

test('each person can try what the start page says, with the invented referrals', async () => {
  const browser = await openChromium();
  atEnd(() => browser.close());
  await playTries(browser, stack.pages, references[0] ?? '');
});

test('an instruction that names a label that its play does not use is reported', async () => {
  const browser = await openChromium();
  atEnd(() => browser.close());
  const page = await browser.newPage();
  await page.setContent('<button>Send</button>');
  const play = (visit: Visit) => visit.button('Send').click();
  const visit = new Visit(page);
  await visit.follow({ text: 'Press _Send_.', play }, { reference: '' });
  await expect(visit.follow({ text: 'Press _Send all_.', play }, { reference: '' })).rejects.toThrow(
    'without: Send all',
  );
});

test('each step of the tutorial can be followed, and the referral is then closed', async () => {
  const browser = await openChromium();
  atEnd(() => browser.close());
  const played: string[] = [];
  const reference = await playTutorial(browser, stack.pages, async ({ title }) => void played.push(title));
  expect(played).toEqual(STEPS.map(({ title }) => title));
  const { status } = await context.db.referral.findFirstOrThrow({ where: { reference } });
  expect(status).toBe('closed');
  const waiting = () => context.db.letter.count({ where: { status: 'waiting' } });
  await expect.poll(waiting).toBe(0);
  expect(await check({ db: context.db, temporal: context.temporal })).toEqual([]);
});

test('the start page says who to sign in as and what to try, and every person can use it', async () => {
  const browser = await openChromium();
  atEnd(() => browser.close());
  const { url, stop } = await startStartPage(0, { pages: stack.pages, letters: stack.mail.url });
  atEnd(stop);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  await page.goto(url);
  for (const { title } of STEPS) await page.getByRole('heading', { name: title }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectUsable(page);
  }
});

test('the written tutorial is made from the steps', async () => {
  expect(await readFile('docs/tutorial.md', 'utf8'), 'npm run tutorial').toBe(tutorialDocument());
});
