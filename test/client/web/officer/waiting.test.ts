/** Waiting for us: every kind of task on one list, its counters, its acts and acts on many referrals. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let atTriage: string;
let delivered: string;
let asked: string;

beforeAll(async () => {
  desk = await testDesk();
  ({ reference: atTriage } = await (await RecordedReferral.submit(desk, 'quinn.quartz')).read());
  ({ reference: delivered } = await (await referred()).read());
  const questioned = await referred();
  await questioned.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  const text = await questioned.storeText('Which time zone?');
  ({ reference: asked } = await questioned.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text }));
});

async function referred(): Promise<RecordedReferral> {
  const recorded = await RecordedReferral.submit(desk, 'quinn.quartz');
  await recorded.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
    ...{ capability: 'investigation', wanted: [] },
  });
  return recorded;
}

async function mainOf(personId: string, path: string): Promise<string> {
  const { statusCode, body } = await (await desk.browser(personId)).get(path);
  expect(statusCode).toBe(200);
  return body;
}

test('is where each desk opens, with the number in the title', async () => {
  for (const personId of ['noor.rowan', 'quinn.quartz', 'aino.alder', 'otto.rowan']) {
    expect((await (await desk.browser(personId)).get('/')).headers.location).toBe('/waiting');
  }
  expect(await mainOf('noor.rowan', '/waiting')).toContain('<title>Waiting for us (1) – Liaise</title>');
  expect(await mainOf('saga.larch', '/waiting')).toContain('No tasks are waiting.');
});

test('has its links below the list of tasks, above who is overdue', async () => {
  const body = await mainOf('otto.rowan', '/waiting');
  const [foot, overdue] = [body.indexOf('desk-list-foot'), body.indexOf('class="desk-part"')];
  expect(foot).toBeGreaterThan(0);
  expect(overdue).toBeGreaterThan(foot);
});

test('has the task of each party, with the act that does it, which returns to the list', async () => {
  const ofDesk = await mainOf('noor.rowan', '/waiting');
  expect(ofDesk).toContain(`href="/triage?show=${atTriage}"`);
  expect(ofDesk).not.toContain(delivered);
  const back = encodeURIComponent('/waiting?task=acknowledge').replaceAll('%20', '+');
  const ofRecipient = await mainOf('aino.alder', '/waiting?task=acknowledge');
  expect(ofRecipient).toContain(`/referrals/${delivered}/acts/acknowledge?recipient=r1&amp;back=${back}`);
  expect(ofRecipient).not.toContain(`/referrals/${asked}/acts/accept`);
  expect(await mainOf('aino.alder', '/waiting')).toContain('Your question is not answered yet.');
  const ofSender = await mainOf('quinn.quartz', '/waiting');
  expect(ofSender).toContain(`/referrals/${asked}/acts/answer-information?question=q1`);
  expect(ofSender).toMatch(/aria-current="page">All <span class="desk-count">\(1\)/);
});

test('counts each kind of task, and says who handles it', async () => {
  const body = await mainOf('aino.alder', '/waiting');
  expect(body).toMatch(/To acknowledge <span class="desk-count">\(1\)/);
  expect(body).toMatch(/To decide <span class="desk-count">\(1\)/);
  expect(body).toContain('data-label="Handled by">Nobody</td>');
  // Kinds that other agencies have are not offered.
  expect(body).not.toContain('task=triage');
});

test('shows a supervisor the tasks of others, without their acts', async () => {
  const body = await mainOf('otto.rowan', '/waiting');
  expect(body).toContain(`href="/triage?show=${atTriage}"`);
  await desk.db.membership.create({ data: { personId: 'saga.larch', agencyId: 'fi-alder', role: 'supervisor' } });
  const { body: ofAlder } = await (await desk.browser('saga.larch', 'fi-alder')).get('/waiting');
  expect(ofAlder).toContain(delivered);
  expect(ofAlder).toContain('Another role does this.');
  expect(ofAlder).not.toContain('/acts/acknowledge');
});

test('selects all rows without script, for acts on many', async () => {
  const body = await mainOf('aino.alder', '/waiting?select=all');
  const boxes = body.match(/<input[^>]*name="reference" type="checkbox"[^>]*>/g) ?? [];
  expect(boxes).toHaveLength(2);
  for (const box of boxes) expect(box).toContain('checked');
  expect(body).toContain('formaction="/inbox/acknowledge"');
  expect(body).toContain('href="/waiting">Select none</a>');
});

test('each selected referral that cannot be assigned says why', async () => {
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.post('/waiting/assign', { reference: [delivered, 'XR-2026-999999'], personId: 'me' });
  // Without an engine, none is assigned.
  expect(body).toContain('0 assigned, 2 refused.');
  expect(body).toContain('>XR-2026-999999</a>');
  expect((await aino.post('/waiting/assign')).body).toContain('No referrals were selected.');
});

test('referrals beyond the most that are done at once are not left out silently', async () => {
  const aino = await desk.browser('aino.alder');
  const reference = Array.from({ length: 205 }, (_, n) => `XR-2026-${900_000 + n}`);
  const { body } = await aino.post('/waiting/assign', { reference, personId: 'me' });
  expect(body).toContain('0 assigned, 200 refused. 5 selected referrals were left out: at most 200 are done at once.');
});

test('an act from the list returns to it, with its filters, and to no other server', async () => {
  const aino = await desk.browser('aino.alder');
  const form = async (back: string) =>
    (await aino.get(`/referrals/${delivered}/acts/acknowledge?back=${encodeURIComponent(back)}`)).body;
  const returned = await form('/waiting?task=acknowledge&done=take&select=all');
  expect(returned).toContain('name="back" value="/waiting?task=acknowledge"');
  for (const foreign of ['//evil.example/waiting', 'https://evil.example/waiting', '/settings']) {
    expect(await form(foreign)).not.toContain('name="back"');
  }
});

test('lists translations, requests to confirm and closures to propose, with the acts that do them', async () => {
  const recorded = await referred();
  const { reference } = await recorded.act('aino.alder', { type: 'accept', recipientId: 'r1' });
  const text = await recorded.storeText('Some text.');
  await recorded.act('aino.alder', {
    type: 'ask-translation',
    recipientId: 'r1',
    of: 'sender',
    languages: ['fi'],
    text,
  });
  await recorded.act('aino.alder', { type: 'report-preservation', recipientId: 'r1', text });
  const ofSender = await mainOf('quinn.quartz', '/waiting');
  expect(ofSender).toMatch(/To translate <span class="desk-count">\(1\)/);
  expect(ofSender).toContain(`/referrals/${reference}/acts/deliver-translation?translation=t1&amp;back=`);
  expect(ofSender).toContain(`/referrals/${reference}/acts/confirm-production?recipient=r1&amp;back=`);
  expect(ofSender).not.toContain(`/referrals/${reference}/acts/confirm-oral-request`);
  expect(await mainOf('quinn.quartz', '/waiting?task=translate')).not.toContain('/acts/confirm-production');
  const ofDesk = '/waiting?task=propose-closure';
  expect(await mainOf('noor.rowan', ofDesk)).not.toContain(reference);
  await recorded.act('aino.alder', {
    ...{ type: 'report-outcome', recipientId: 'r1', outcome: 'no-further-action', final: true },
  });
  expect(await mainOf('noor.rowan', ofDesk)).toContain(`/referrals/${reference}/acts/propose-closure`);
  expect(await mainOf('aino.alder', '/waiting')).not.toContain('task=propose-closure');
});

test('has a tab for what the person handles, with its number', async () => {
  const recorded = await referred();
  const { reference } = await recorded.act('aino.alder', { type: 'take' });
  expect(await mainOf('aino.alder', '/waiting')).toMatch(
    /<a href="\/waiting\?handler=me">Mine <span class="desk-count">\(1\)/,
  );
  const mine = await mainOf('aino.alder', '/waiting?handler=me');
  expect(mine).toMatch(/aria-current="page">Mine <span class="desk-count">\(1\)/);
  expect(mine).toContain(`/referrals/${reference}/acts/acknowledge`);
  expect(mine).not.toContain(delivered);
  expect(await mainOf('aino.alder', '/waiting?handler=me&format=csv')).not.toContain(delivered);
  expect(await mainOf('noor.rowan', '/waiting?handler=me')).toContain(
    'No tasks of referrals that you handle are waiting.',
  );
});

test('the list can be downloaded', async () => {
  expect(await mainOf('aino.alder', '/waiting?format=csv')).toContain(delivered);
});

test('an emergency that only the rules recognise is listed, filtered and marked as one until triage', async () => {
  const raised = await RecordedReferral.submit(desk, 'quinn.quartz', {
    ...{ urgency: 'standard', urgencyGrounds: ['threat-to-life-or-integrity', 'ongoing-child-abuse'] },
  });
  const { reference } = await raised.read();
  const [row = ''] = (await mainOf('noor.rowan', '/waiting')).match(`<tr[^>]*data-row="${reference}[^]*?</tr>`) ?? [];
  expect(row).toContain('data-emergency');
  expect(row).toContain('raised by the rules (sender: Standard)');
  const queue = await mainOf('noor.rowan', '/triage?urgency=emergency');
  expect(queue).toContain(`data-row="${reference}"`);
  expect(queue).not.toContain(`data-row="${atTriage}"`);
  expect(queue).toContain('raised by the rules (sender: Standard)');
  expect(await mainOf('noor.rowan', '/triage?urgency=standard')).not.toContain(`data-row="${reference}"`);
  expect(await mainOf('noor.rowan', `/referrals/${reference}`)).toContain('raised by the rules (sender: Standard)');
});
