/** Onward referral and rerouting, through the real engine: consent, loops, overrides, a second triage. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { ActRequestOf } from '../../client/contract/acts.ts';
import type { Submission } from '../../domain/submission.ts';
import { refusalCodeOf, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { expectAgreement, followed } from './what-followed.ts';

let liaise: TestEngine;

beforeAll(async () => {
  liaise = await timeSkippingEngine();
});

const R1 = { recipientId: 'r1' } as const;
const onward = { type: 'refer-onward', ...R1, contactPoint: 'se-juniper-ncp', text: 'They live there now.' } as const;

async function acknowledged(more: Partial<Submission> = {}): Promise<string> {
  const referralId = await triagedTo(liaise, { ...anUrgentSubmission(), ...more }, ['FI']);
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', ...R1 });
  return referralId;
}

describe('referring onward', () => {
  test('adds a recipient one hop further, and ends the previous one', async () => {
    const referralId = await acknowledged();
    const receipt = await liaise.act('aino.alder', referralId, onward);
    expect(receipt.opened).toEqual(['r2']);
    expect((await followed(liaise, receipt)).letters).toEqual(['new-referral → se-juniper-ncp/desk']);
    const { recipients } = await liaise.waitUntil(
      referralId,
      ({ recipients }) => recipients[1]?.status === 'delivered',
    );
    expect(recipients).toMatchObject([
      { status: 'referred-onward' },
      { contactPointId: 'se-juniper-ncp', hop: 1, parentId: 'r1', opened: 'onward' },
    ]);
    await expectAgreement(liaise, referralId);
  });

  test('cannot return to an earlier agency', async () => {
    const referralId = await acknowledged();
    await liaise.act('aino.alder', referralId, onward);
    await liaise.act('astrid.juniper', referralId, { type: 'acknowledge', recipientId: 'r2' });
    const back = { ...onward, recipientId: 'r2', contactPoint: 'fi-alder-night' };
    expect(await refusalCodeOf(liaise.act('astrid.juniper', referralId, back))).toBe('ONWARD_LOOP');
    const toSender = { ...back, contactPoint: 'us-quartz-hotline' };
    expect(await refusalCodeOf(liaise.act('astrid.juniper', referralId, toSender))).toBe('TRANSFER_BASIS_REQUIRED');
    const toNobody = { ...back, contactPoint: 'fi-nobody' };
    expect(await refusalCodeOf(liaise.act('astrid.juniper', referralId, toNobody))).toBe('UNKNOWN_CONTACT_POINT');
  });

  test('under H2 it requires the consent of the sender, and the requesting agency is notified', async () => {
    const referralId = await acknowledged({ handling: { code: 'H2' } });
    const asked = await liaise.act('aino.alder', referralId, onward);
    expect(asked.opened).toEqual([]);
    expect(await followed(liaise, asked)).toMatchObject({
      events: ['onward-consent-asked', 'clock-started'],
      letters: ['consent-asked → quinn.quartz'],
    });
    expect(await refusalCodeOf(liaise.act('aino.alder', referralId, onward))).toBe('CONSENT_PENDING');
    const consented = await liaise.act('quinn.quartz', referralId, { type: 'consent-onward', ...R1 });
    expect(consented.opened).toEqual(['r2']);
    expect((await followed(liaise, consented)).letters).toEqual([
      'consent-given → fi-alder-ncp/desk',
      'new-referral → se-juniper-ncp/desk',
    ]);
  });

  test('under H2 a refused consent changes no recipient', async () => {
    const referralId = await acknowledged({ handling: { code: 'H2' } });
    await liaise.act('aino.alder', referralId, onward);
    const refused = await liaise.act('quinn.quartz', referralId, {
      type: 'refuse-onward',
      ...R1,
      text: 'Not to them.',
    });
    expect(await followed(liaise, refused)).toMatchObject({
      events: ['onward-refused', 'clock-stopped'],
      letters: ['consent-refused → fi-alder-ncp/desk'],
    });
    expect((await liaise.read(referralId)).recipients).toMatchObject([{ status: 'acknowledged' }]);
    const consent = liaise.act('quinn.quartz', referralId, { type: 'consent-onward', ...R1 });
    expect(await refusalCodeOf(consent)).toBe('CONSENT_NOT_ASKED');
  });
});

function triage(decision: Partial<ActRequestOf<'complete-triage'>>): ActRequestOf<'complete-triage'> {
  const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
  const rest = { urgency, urgencyGrounds, capability, countries: [], contactPoints: [] };
  return { type: 'complete-triage', ...rest, ...decision };
}

describe('routing', () => {
  test('without a contact point in the directory, the referral is held until a supervisor assigns one', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', referralId, triage({ countries: ['US'] }));
    const held = await liaise.waitUntil(referralId, ({ status }) => status === 'held');
    expect(held.recipients).toEqual([]);
    const assign = { type: 'assign-recipient', contactPoint: 'us-obsidian-ncp', text: 'They asked for it.' } as const;
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, assign))).toBe('SUPERVISOR_REQUIRED');
    const receipt = await liaise.act('otto.rowan', referralId, assign);
    expect(receipt).toMatchObject({ status: 'referred', opened: ['r1'] });
    expect((await followed(liaise, receipt)).letters).toEqual(['new-referral → us-obsidian-ncp/desk']);
    expect((await liaise.read(referralId)).recipients[0]).toMatchObject({ opened: 'override' });
  });

  test('outside the Union the rules find a contact point if there is a transfer basis', async () => {
    const referralId = await submitted(liaise, { ...anUrgentSubmission(), transferBasis: 'derogation' });
    await liaise.act('noor.rowan', referralId, triage({ countries: ['JP'] }));
    const { recipients } = await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
    expect(recipients).toMatchObject([{ contactPointId: 'jp-camellia-ncp', opened: 'route' }]);
  });

  test('an added country is routed as well', async () => {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    const add = { type: 'add-country', country: 'SE', text: 'A second child lives there.' } as const;
    const receipt = await liaise.act('ines.rowan', referralId, add);
    expect((await followed(liaise, receipt)).events).toEqual(['country-added']);
    const { recipients } = await liaise.waitUntil(referralId, ({ recipients }) => recipients.length === 2);
    expect(recipients[1]).toMatchObject({ contactPointId: 'se-juniper-ncp', opened: 'route', hop: 0 });
  });

  test('triage can name a contact point, which takes precedence over the rules', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    await liaise.act('noor.rowan', referralId, triage({ countries: ['FI'], contactPoints: ['fi-birch-spoc'] }));
    const { recipients } = await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
    expect(recipients).toMatchObject([{ contactPointId: 'fi-birch-spoc' }]);
  });

  test('only a supervisor can lower the urgency that the rules propose', async () => {
    const referralId = await submitted(liaise, anUrgentSubmission());
    const lower = triage({ countries: ['FI'], urgency: 'standard' });
    const refused = liaise.act('noor.rowan', referralId, lower);
    await expect(refused).rejects.toMatchObject({ code: 'SUPERVISOR_REQUIRED', field: 'urgency' });
    expect((await liaise.act('ines.rowan', referralId, lower)).status).toBe('triaged');
  });

  test('a later supplement notifies the recipients, and permits a second triage', async () => {
    const referralId = await acknowledged();
    expect(await refusalCodeOf(liaise.act('noor.rowan', referralId, { type: 'reopen-triage' }))).toBe(
      'NOTHING_SUPPLEMENTED',
    );
    const addition = { summary: 'More.', indicators: [], originReferences: [], materials: [], particulars: [] };
    const supplemented = await liaise.act('quinn.quartz', referralId, { type: 'supplement', addition });
    expect((await followed(liaise, supplemented)).letters).toEqual([
      'supplemented → fi-alder-ncp/desk',
      'supplemented → xr-desk/desk',
    ]);
    const reopened = await liaise.act('noor.rowan', referralId, { type: 'reopen-triage', text: 'It changes much.' });
    expect(reopened.status).toBe('received');
    expect((await followed(liaise, reopened)).events).toEqual(['triage-reopened', 'clock-started']);
    await liaise.waitUntil(referralId, ({ triage }) => triage.state === 'proposed');
    await liaise.act('noor.rowan', referralId, triage({ countries: ['FI', 'SE'] }));
    const { recipients } = await liaise.waitUntil(referralId, ({ status }) => status === 'referred');
    expect(recipients.map(({ contactPointId }) => contactPointId)).toEqual(['fi-alder-ncp', 'se-juniper-ncp']);
  });
});
