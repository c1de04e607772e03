/** A desk in Bavaria: its deadline skips a holiday that the rest of Germany does not have, and API and page say so. */

import { beforeAll, expect, test } from 'vitest';
import type { Submission } from '../../domain/submission.ts';
import { callerOf } from '../client/api/api-client.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted } from '../support/submit-and-triage.ts';

const DAY = 24 * 3_600_000;
/** Bavarian law on holidays (FTG), article 1: in Berlin, for example, these are working days. */
const HOLIDAYS = { '01-06': 'Epiphany', '11-01': "All Saints' Day" };

let liaise: TestEngine & { skip(duration: string): Promise<void> };
let desk: TestDesk;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
  desk = await testDesk(liaise);
  await liaise.db.contactPoint.update({ where: { id: 'de-hazel-ncp' }, data: { calendar: 'DE-BY' } });
});

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

/** The first of the holidays that is not on a weekend, at least a week after `now`. */
function nextHoliday(now: number): { day: string; name: string } {
  for (let at = now + 7 * DAY; ; at += DAY) {
    const day = dayOf(at);
    const [, name] = Object.entries(HOLIDAYS).find(([date]) => day.endsWith(date)) ?? [];
    if (name !== undefined && !isWeekend(day)) return { day, name };
  }
}

/** The third day after `from` that is neither on a weekend nor the holiday. */
function thirdWorkingDay(from: number, holiday: string): string {
  let [at, counted] = [from, 0];
  while (counted < 3) {
    at += DAY;
    if (!isWeekend(dayOf(at)) && dayOf(at) !== holiday) counted += 1;
  }
  return dayOf(at);
}

test('three working days at the desk do not count the Bavarian holiday, and the explanation names it', async () => {
  const submission: Submission = anUrgentSubmission({
    ...{ urgency: 'standard', urgencyGrounds: [], languages: ['en'] },
    indicators: [{ country: 'DE', basis: 'legal-process', verified: true, proxySuspected: false }],
  });
  const referralId = await submitted(liaise, submission);
  const { submittedAt, reference } = await liaise.read(referralId);
  const holiday = nextHoliday(Date.parse(submittedAt));
  // At noon UTC, so that the day in Berlin is the same.
  const start = Date.parse(`${holiday.day}T12:00:00Z`) - DAY;
  await liaise.skip(`${start - Date.parse(submittedAt)} ms`);
  await liaise.act('ines.rowan', referralId, {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], capability: submission.capability },
    ...{ countries: ['DE'], contactPoints: [] },
  });
  const { clocks, recipients } = await liaise.waitUntil(referralId, (each) => each.recipients.length === 1);
  expect(recipients).toMatchObject([{ contactPointId: 'de-hazel-ncp' }]);
  const clock = clocks.find(({ name }) => name === 'acknowledge') ?? expect.fail('There is no such clock.');
  expect(dayOf(Date.parse(clock.startedAt))).toBe(dayOf(start));
  // The end of the day in Berlin, in winter.
  expect(clock.dueAt).toBe(`${thirdWorkingDay(start, holiday.day)}T22:59:59.999Z`);

  const noor = await callerOf(desk, 'noor.rowan');
  const answer = (await noor.get(`/referrals/${reference}/clocks`)).json<{ clocks: unknown[] }>();
  expect(answer.clocks[1]).toMatchObject({
    clock: { id: clock.id, dueAt: clock.dueAt, counted: { counting: { calendar: { place: 'DE-BY' } } } },
    computation: [{ steps: expect.arrayContaining([expect.objectContaining({ why: 'holiday', ...holiday })]) }],
    text: expect.stringContaining(holiday.name),
  });
  const browser = await desk.browser('vera.rowan');
  const { body } = await browser.get(`/sla/${reference}/${clock.id}`);
  expect(body).toContain(holiday.name);
  expect(body).toMatch(/Public holidays of<\/dt><dd[^>]*>DE-BY</);
});
