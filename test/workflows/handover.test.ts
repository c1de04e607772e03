/** Every act of a recipient, through the real engine. */

import { beforeAll, describe, expect, test } from 'vitest';
import { drillsOf } from '../../prisma/store/drills.ts';
import { compareStatistics } from '../../prisma/store/statistics.ts';
import { startDueDrills } from '../../worker/drills.ts';
import { testDesk } from '../support/desk.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { readPdf } from '../support/read-pdf.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { ended, expectAgreement, followed } from './what-followed.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const R1 = { recipientId: 'r1' } as const;
const DESK_OF_ALDER = 'fi-alder-ncp/desk';

const sent = () => triagedTo(liaise, anUrgentSubmission(), ['FI']);

async function accepted(): Promise<string> {
  const referralId = await sent();
  await liaise.act('aino.alder', referralId, { type: 'accept', ...R1 });
  return referralId;
}

async function runningClocks(referralId: string): Promise<string[]> {
  const { clocks } = await liaise.read(referralId);
  return clocks.filter(({ state }) => state.status === 'running').map(({ name }) => name);
}

describe('a drill', () => {
  test('runs the whole path to the acknowledgement, ends with it, and is in no statistics', async () => {
    const statistics = () => liaise.db.recipientChange.count();
    const before = await statistics();
    const otto = await liaise.person('otto.rowan');
    await expect(liaise.engine.startDrill(await liaise.person('noor.rowan'), 'fi-alder-ncp')).rejects.toMatchObject({
      code: 'ROLE_REQUIRED',
    });
    const both = await Promise.all([1, 2].map(() => liaise.engine.startDrill(otto, 'fi-alder-ncp')));
    expect(new Set(both.map(({ reference }) => reference)).size).toBe(1);
    const referralId = both[0]?.referralId ?? '';
    await liaise.lettersSent(referralId);
    const letter = liaise.mail.letters().findLast(({ to }) => to.includes('ncp@fi-alder.example'));
    expect(letter?.subject).toMatch(/^DRILL: /);
    expect(letter?.text).toContain('This is a drill');
    await expect(liaise.engine.startDrill(otto, 'fi-alder-ncp')).rejects.toMatchObject({ code: 'WRONG_STATUS' });
    const desk = await testDesk(liaise);
    const aino = await desk.browser('aino.alder');
    expect((await aino.get('/inbox')).body).toContain('DRILL');
    expect((await aino.get(`/referrals/${referralId}`)).body).toContain('This is a drill');
    const { reference } = await liaise.read(referralId);
    const otherDesk = await desk.browser('otto.rowan');
    for (const path of [`/referrals/${reference}/dossier`, `/sla/${reference}/pdf`]) {
      const { pages } = await readPdf((await otherDesk.post(path)).rawPayload);
      for (const { text } of pages) expect(text, path).toContain('ÜBUNG (DRILL); ');
    }
    const json = (await aino.post(`/referrals/${reference}/dossier`, { format: 'json' })).json();
    expect(json.referral.facts.drill).toBe(true);
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
    const { status, recipients, clocks } = await liaise.read(referralId);
    expect([status, recipients[0]?.status]).toEqual(['closed', 'acknowledged']);
    expect(clocks.every(({ state }) => state.status === 'stopped')).toBe(true);
    expect(await statistics()).toBe(before);
    expect(await compareStatistics(liaise.db)).toEqual([]);
    expect((await aino.get('/agency')).body).toContain('acknowledged after 0 hours');
    expect((await otherDesk.get('/drills')).body).toContain('nach 0 Stunden bestätigt');
    expect((await otherDesk.get('/drills?format=csv')).body).toMatch(/\r\nFI,fi-alder-ncp,.*,acknowledged,/);
    await expectAgreement(liaise, referralId);
  });

  test('starts by schedule for contact points that have an interval, once', async () => {
    const started = () => startDueDrills({ db: liaise.db, temporal: liaise.temporal });
    expect(await started()).toEqual({ started: 0 });
    await liaise.owner.contactPoint.update({ where: { id: 'se-juniper-ncp' }, data: { drillDays: 30 } });
    expect(await started()).toEqual({ started: 1 });
    expect(await started()).toEqual({ started: 0 });
    const [drill] = await drillsOf(liaise.db, [{ id: 'se-juniper-ncp', agencyId: 'se-juniper' }], 1);
    expect(drill).toMatchObject({ result: 'running' });
  });
});

describe('receiving a referral', () => {
  test('triage selects the contact point of the country, notifies it, and records the delivery', async () => {
    const referralId = await sent();
    const { recipients, status } = await liaise.read(referralId);
    expect(status).toBe('referred');
    expect(recipients).toMatchObject([{ id: 'r1', contactPointId: 'fi-alder-ncp', status: 'delivered', hop: 0 }]);
    expect(await runningClocks(referralId)).toEqual(['acknowledge']);
    const subjects = liaise.mail.letters().filter(({ to }) => to.includes('ncp@fi-alder.example'));
    expect(subjects.at(-1)?.subject).toContain('Acknowledge this new referral');
    await expectAgreement(liaise, referralId);
  });
});

describe('acknowledging, accepting, declining', () => {
  test('acknowledging in time stops one clock, starts the next, and sends no letter', async () => {
    const referralId = await sent();
    const receipt = await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
    expect(receipt).toMatchObject({ status: 'referred', opened: [] });
    expect(await followed(liaise, receipt)).toMatchObject({
      events: ['acknowledged', 'clock-stopped', 'clock-started'],
      letters: [],
    });
    expect((await liaise.read(referralId)).recipients[0]).toMatchObject({
      status: 'acknowledged',
      acknowledged: { state: 'yes', late: false },
    });
    expect(await runningClocks(referralId)).toEqual(['decide']);
  });

  test('accepting without an acknowledgement records both, and notifies the sender', async () => {
    const referralId = await sent();
    const receipt = await liaise.act('aino.alder', referralId, { type: 'accept', ...R1 });
    const { events, letters } = await followed(liaise, receipt);
    expect(events.filter((type) => !type.startsWith('clock-'))).toEqual(['acknowledged', 'accepted']);
    expect(letters).toEqual(['accepted → quinn.quartz']);
    expect(await runningClocks(referralId)).toEqual(['outcome']);
  });

  test('declining selects the next contact point of the fallback chain', async () => {
    const referralId = await sent();
    const decline = { type: 'decline', ...R1, ground: 'no-jurisdiction', text: 'Not ours.' } as const;
    const receipt = await liaise.act('aino.alder', referralId, decline);
    expect((await followed(liaise, receipt)).letters).toEqual(['declined → quinn.quartz', 'declined → xr-desk/desk']);
    const { recipients } = await liaise.waitUntil(
      referralId,
      ({ recipients }) => recipients[1]?.status === 'delivered',
    );
    expect(recipients[0]).toMatchObject({ status: 'declined', replacement: { state: 'done' } });
    expect(recipients[1]).toMatchObject({ contactPointId: 'fi-birch-spoc', opened: 'replacement', parentId: 'r1' });
  });

  test('a ground that excludes other recipients leaves the referral held', async () => {
    const referralId = await sent();
    const decline = { type: 'decline', ...R1, ground: 'national-security' } as const;
    const receipt = await liaise.act('aino.alder', referralId, decline);
    expect(receipt.status).toBe('held');
    expect((await followed(liaise, receipt)).letters).toEqual([
      'declined → quinn.quartz',
      'declined → xr-desk/desk',
      'held → ines.rowan',
      'held → otto.rowan',
    ]);
  });

  test('the ground "other" requires a text', async () => {
    const referralId = await sent();
    const decline = liaise.act('aino.alder', referralId, { type: 'decline', ...R1, ground: 'other' });
    await expect(decline).rejects.toMatchObject({ code: 'TEXT_REQUIRED', field: 'text' });
  });
});

describe('extensions and questions', () => {
  test('an extension moves the due time once, and requires a reason', async () => {
    const referralId = await sent();
    await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
    const dueAt = async () => (await liaise.read(referralId)).clocks.find(({ name }) => name === 'decide')?.dueAt ?? '';
    const before = await dueAt();
    const extend = { type: 'extend', ...R1, clock: 'decide', amount: 2 } as const;
    expect(await refusalCodeOf(liaise.act('aino.alder', referralId, extend))).toBe('TEXT_REQUIRED');
    const receipt = await liaise.act('aino.alder', referralId, { ...extend, text: 'The provider is slow.' });
    expect((await followed(liaise, receipt)).events).toEqual(['extension-granted', 'clock-extended']);
    // Two days in Helsinki without a change of daylight saving time.
    expect(Date.parse(await dueAt()) - Date.parse(before)).toBe(2 * 24 * 3_600_000);
    const again = liaise.act('aino.alder', referralId, { ...extend, text: 'Still.' });
    expect(await refusalCodeOf(again)).toBe('EXTENSION_EXHAUSTED');
  });

  test('the answer of the sender goes to the recipient that asked', async () => {
    const referralId = await sent();
    const asked = await liaise.act('aino.alder', referralId, { type: 'ask-information', ...R1, text: 'Which one?' });
    expect(asked).toMatchObject({ status: 'referred', opened: ['q1'] });
    expect((await followed(liaise, asked)).letters).toEqual(['question-asked → quinn.quartz']);
    const answer = { type: 'answer-information', questionId: 'q1', text: 'The second.' } as const;
    const answered = await liaise.act('quinn.quartz', referralId, answer);
    expect((await followed(liaise, answered)).letters).toEqual([`question-answered → ${DESK_OF_ALDER}`]);
    expect(await refusalCodeOf(liaise.act('quinn.quartz', referralId, answer))).toBe('QUESTION_CLOSED');
  });
});

describe('outcomes', () => {
  test('interim outcomes are unlimited, the final outcome is unique, and both sides are notified each time', async () => {
    const referralId = await accepted();
    const report = { type: 'report-outcome', ...R1, outcome: 'case-opened' } as const;
    const interim = await liaise.act('aino.alder', referralId, { ...report, final: false });
    const letters = ['outcome → quinn.quartz', 'outcome → xr-desk/desk'];
    expect(await followed(liaise, interim)).toMatchObject({
      events: ['interim-outcome-reported', 'clock-stopped'],
      letters,
    });
    const final = await liaise.act('aino.alder', referralId, { ...report, outcome: 'arrest', final: true });
    expect((await followed(liaise, final)).letters).toEqual(letters);
    const { recipients } = await liaise.read(referralId);
    expect(recipients[0]).toMatchObject({
      status: 'outcome-reported',
      outcomes: [
        { outcome: 'case-opened', final: false },
        { outcome: 'arrest', final: true },
      ],
    });
    expect(await refusalCodeOf(liaise.act('aino.alder', referralId, { ...report, final: true }))).toBe(
      'RECIPIENT_FINAL',
    );
  });

  test('"not actionable" requires a reason', async () => {
    const referralId = await accepted();
    const report = { type: 'report-outcome', ...R1, outcome: 'not-actionable', final: true } as const;
    await expect(liaise.act('aino.alder', referralId, report)).rejects.toMatchObject({ field: 'because' });
    const receipt = await liaise.act('aino.alder', referralId, { ...report, because: 'old-data' });
    const { entries } = await followed(liaise, receipt);
    expect(entries[0]?.event).toMatchObject({ outcome: 'not-actionable', because: 'old-data' });
  });
});

describe('recalling', () => {
  test('the recipient is asked to erase, and confirms it once', async () => {
    const referralId = await accepted();
    const receipt = await liaise.act('quinn.quartz', referralId, { type: 'recall', ...R1, text: 'It was a mistake.' });
    expect(receipt.status).toBe('held');
    expect((await followed(liaise, receipt)).letters).toContain(`recalled → ${DESK_OF_ALDER}`);
    const confirm = { type: 'confirm-recall', ...R1 } as const;
    const confirmed = await liaise.act('aino.alder', referralId, confirm);
    expect((await followed(liaise, confirmed)).events).toEqual(['recall-confirmed']);
    expect((await liaise.read(referralId)).recipients[0]).toMatchObject({ status: 'recalled', recallConfirmed: true });
    expect(await refusalCodeOf(liaise.act('aino.alder', referralId, confirm))).toBe('RECIPIENT_FINAL');
  });

  test('can be confirmed after closure, when the workflow has ended', async () => {
    const referralId = await accepted();
    await liaise.act('otto.rowan', referralId, { type: 'recall', ...R1, text: 'Handled here.' });
    await liaise.act('ines.rowan', referralId, { type: 'propose-closure' });
    await liaise.act('otto.rowan', referralId, { type: 'approve-closure' });
    await ended(liaise, referralId);
    const confirmed = await liaise.act('aino.alder', referralId, { type: 'confirm-recall', ...R1 });
    expect(confirmed.status).toBe('closed');
    expect((await followed(liaise, confirmed)).events).toEqual(['recall-confirmed']);
    await ended(liaise, referralId);
  });
});
