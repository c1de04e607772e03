/** Expired deadlines: reminders, the next contact point of the chain, automatic triage, and expired questions. */

import { describe, expect, test } from 'vitest';
import { ENGINE } from '../../domain/people.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import { EXAMPLES } from '../support/acts.ts';
import { Case } from '../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  aTriagedCase,
  RECIPIENT_IN,
  REFERRAL_IN,
  retriaged,
  withOpenQuestion,
} from '../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../support/factories.ts';

const later = (hours: number, it: Case) => {
  it.pass(hours);
  it.settle();
  return it.referral;
};

describe('a recipient that does not answer', () => {
  test('in an emergency is replaced at once, in parallel', () => {
    const it = aReferredCase({ urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] });
    later(1, it);
    expect(it.recipient('r1')).toMatchObject({ status: 'unresponsive', replacement: { state: 'done' } });
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'fi-2', opened: 'replacement', parentId: 'r1', hop: 0 });
  });

  test('when urgent is replaced after one more interval', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    later(8, it);
    expect(it.recipient('r1')).toMatchObject({ status: 'unresponsive', replacement: { state: 'due' } });
    expect(later(7.9, it).recipients).toHaveLength(1);
    expect(later(0.1, it).recipients).toHaveLength(2);
  });

  test('when urgent is waited for one interval however long its first was paused', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    it.act({ ...EXAMPLES['ask-information'], recipientId: 'r1' }, officerAt('fi-1'));
    it.pass(5);
    it.act(EXAMPLES['answer-information'], CAST.sender);
    later(8, it);
    expect(it.recipient('r1').status).toBe('unresponsive');
    expect(later(8, it).recipients).toHaveLength(2);
  });

  test.each<Urgency>(['standard', 'informational'])('when %s is replaced when a supervisor says so', (urgency) => {
    const it = aReferredCase({ urgency });
    later(30 * 24, it);
    expect(it.referral.recipients).toHaveLength(1);
    expect(it.recipient('r1')).toMatchObject({ status: 'unresponsive', replacement: { state: 'awaits-supervisor' } });
    it.act({ ...EXAMPLES['assign-recipient'], choice: choice('fi-3'), replaces: 'r1' }, CAST.supervisor);
    expect(it.recipient('r1').replacement.state).toBe('done');
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'fi-3', opened: 'override', parentId: 'r1' });
  });

  test('is replaced down the chain; when that ends a supervisor is asked, and the referral still waits for answers', () => {
    const it = aReferredCase({ urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] });
    later(24, it);
    expect(it.referral.recipients.map(({ contactPointId, status }) => `${contactPointId} ${status}`)).toEqual([
      'fi-1 unresponsive',
      'fi-2 unresponsive',
      'fi-3 unresponsive',
    ]);
    expect(it.referral.status).toBe('referred');
    expect(it.recipient('r3').replacement.state).toBe('awaits-supervisor');
    expect(it.notices).toContainEqual(expect.objectContaining({ letter: 'replaced', recipientId: 'r3' }));
    it.act({ type: 'accept', recipientId: 'r3' }, officerAt('fi-3'));
    expect(it.recipient('r3')).toMatchObject({ acknowledged: { late: true }, replacement: { state: 'not-needed' } });
  });

  test('keeps the terms with which its clock began, also after a change of urgency', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    retriaged(it);
    it.act(EXAMPLES['complete-triage'], CAST.supervisor);
    expect(later(9, it).urgency).toBe('standard');
    expect(it.clock('acknowledge', 'r1')?.onExpiry).toBe('proceed-by-rule');
    expect(it.recipient('r1')).toMatchObject({ status: 'unresponsive', replacement: { state: 'due' } });
    expect(later(8, it).recipients).toHaveLength(2);
  });

  test('that answers before its replacement is due is not replaced', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    later(9, it);
    it.act(EXAMPLES.acknowledge, officerAt('fi-1'));
    expect(later(24, it).recipients).toHaveLength(1);
  });

  test('while triage is repeated is replaced after it', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    later(8, it);
    retriaged(it);
    expect(later(10, it).status).toBe('referred');
    expect(it.eventTypes.filter((type) => type === 'triaged')).toHaveLength(2);
    expect(it.referral.recipients.map(({ contactPointId }) => contactPointId)).toEqual(['fi-1', 'fi-2']);
  });
});

describe('triage that is not done in time', () => {
  test.each<[Urgency, number]>([
    ['emergency', 1],
    ['urgent', 4],
  ])('of %s is done by rule after %d h, as proposed', (urgency, hours) => {
    const it = aReceivedCase({ urgency, urgencyGrounds: ['ongoing-child-abuse'] });
    expect(later(hours - 0.1, it).status).toBe('received');
    expect(later(0.1, it)).toMatchObject({
      status: 'referred',
      urgency,
      triage: { state: 'decided', proposal: { verdict: 'clear' }, decision: { countries: ['FI'], wanted: [] } },
    });
    expect(it.journal.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'triaged', byRule: true }),
    );
  });

  test('of standard is escalated and waits for a person', () => {
    const it = aReceivedCase();
    expect(later(30 * 24, it).status).toBe('received');
    expect(it.clock('triage')?.state.status).toBe('expired');
  });

  test('without a leading country is not routed by the rules: the referral is held', () => {
    const it = aReceivedCase({ urgency: 'emergency', indicators: [] });
    expect(later(1, it)).toMatchObject({ status: 'held', recipients: [] });
  });

  test('uses the proposal of the rules even if the engine was not running', () => {
    const it = new Case({ urgency: 'emergency' });
    it.now = '2026-06-03T00:00:00.000Z';
    it.settle();
    expect(it.referral).toMatchObject({ status: 'referred', recipients: [{ contactPointId: 'fi-1' }] });
  });

  test('never lowers by rule what a person has raised', () => {
    const it = aReceivedCase({ urgency: 'urgent' });
    it.act({ ...EXAMPLES['complete-triage'], urgency: 'emergency' }, CAST.coordinator);
    it.settle();
    it.act(EXAMPLES.acknowledge, officerAt('fi-1'));
    retriaged(it);
    expect(later(1, it)).toMatchObject({ status: 'referred', urgency: 'emergency' });
  });
});

describe('a question without an answer', () => {
  test('before triage expires, and intake resumes: the party that asked decides', () => {
    const it = REFERRAL_IN['awaiting-information']();
    expect(it.clock('triage')?.state.status).toBe('paused');
    expect(later(6 * 24, it).status).toBe('received');
    expect(it.question('q1').state).toBe('expired');
    expect(it.clock('triage')?.state.status).toBe('running');
  });

  test('after triage expires, and the clocks of the party that asked resume', () => {
    const it = aReferredCase();
    it.act({ ...EXAMPLES['ask-information'], recipientId: 'r1' }, officerAt('fi-1'));
    expect(it.clock('acknowledge', 'r1')?.state.status).toBe('paused');
    later(6 * 24, it);
    expect(it.question('q1').state).toBe('expired');
    expect(it.clock('acknowledge', 'r1')?.state.status).toBe('running');
  });

  test('lapses if triage is completed without it, and another question may be asked', () => {
    const it = withOpenQuestion(aReceivedCase({ urgency: 'urgent' }));
    it.act({ ...EXAMPLES['complete-triage'], urgency: 'urgent' }, CAST.coordinator);
    expect(it.question('q1').state).toBe('lapsed');
    expect(it.clock('clarification')?.state.status).toBe('stopped');
    it.settle();
    it.act(EXAMPLES.accept, officerAt('fi-1'));
    retriaged(it);
    expect(it.clock('triage')?.state.status).toBe('running');
    expect(it.refusalOf(EXAMPLES['ask-information'], CAST.coordinator)).toBeUndefined();
  });
});

describe('the engine acts on clocks only when it is time', () => {
  test('no warning and no expiry before their instant, of a clock that is not there, or that does not run', () => {
    const it = aReferredCase();
    const [triage = '', acknowledge = ''] = it.referral.clocks.map(({ id }) => id);
    for (const type of ['warn-clock', 'expire-clock'] as const) {
      expect(it.refusalOf({ type, clockId: acknowledge }, ENGINE), type).toBe('WRONG_STATUS');
      expect(it.refusalOf({ type, clockId: triage }, ENGINE), type).toBe('WRONG_STATUS');
      expect(it.refusalOf({ type, clockId: 'c9' }, ENGINE), type).toBe('UNKNOWN_CLOCK');
    }
  });

  test('warnings are given one by one, and none after the expiry', () => {
    const it = aReferredCase();
    later(4 * 24, it);
    const { id } = it.clock('acknowledge', 'r1') ?? {};
    const moments = it.journal.flatMap(({ event }) => ('clockId' in event && event.clockId === id ? [event.type] : []));
    expect(moments).toEqual(['clock-started', 'clock-warned', 'clock-warned', 'clock-expired']);
  });

  test('warnings and expiry are carried out even if the engine was not running', () => {
    const it = aTriagedCase({ urgency: 'emergency' });
    it.settle();
    it.now = '2026-06-03T00:00:00.000Z';
    it.settle();
    expect(it.recipient('r1').status).toBe('unresponsive');
    expect(it.recipient('r2').status).toBe('delivered');
  });
});

describe('a recipient whose agency was disabled', () => {
  const release = (it: Case, recipientId = 'r1') => it.act({ type: 'release-recipient', recipientId }, ENGINE);

  test.each(['delivered', 'accepted'] as const)('is replaced at once, also if it is %s, and owes nothing', (status) => {
    const it = RECIPIENT_IN[status]();
    release(it);
    it.settle();
    expect(it.recipient('r1')).toMatchObject({ status: 'recalled', replacement: { state: 'done' } });
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'fi-2', opened: 'replacement', parentId: 'r1' });
    const waiting = it.referral.clocks.filter(({ state }) => state.status === 'running');
    expect(waiting.map(({ name, subject }) => [name, subject])).toEqual([
      ['acknowledge', { of: 'recipient', recipientId: 'r2' }],
    ]);
  });

  test('leaves a referral that is held, with a clock, if nobody is left', () => {
    const it = aReferredCase({ urgency: 'standard' });
    for (const recipientId of ['r1', 'r2', 'r3']) {
      release(it, recipientId);
      it.settle();
    }
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['recalled', 'recalled', 'recalled']);
    expect(it.referral.status).toBe('held');
    const waiting = it.referral.clocks.filter(({ state }) => state.status === 'running');
    expect(waiting.map(({ name }) => name)).toEqual(['find-recipient']);
  });

  test('is not replaced a second time, and people cannot do this', () => {
    const it = aReferredCase({ urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] });
    later(1, it);
    expect(it.referral.recipients).toHaveLength(2);
    release(it);
    it.settle();
    expect(it.referral.recipients).toHaveLength(2);
    expect(it.refusalOf({ type: 'release-recipient', recipientId: 'r2' }, CAST.supervisor)).toBe('ROLE_REQUIRED');
  });
});
