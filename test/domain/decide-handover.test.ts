/** Answers of a recipient and their effects: late acknowledgement, acceptance, return, extension and outcome. */

import { describe, expect, test } from 'vitest';
import type { ActOf } from '../../domain/acts.ts';
import { DECLINE_GROUNDS } from '../../domain/vocabulary.ts';
import { EXAMPLES } from '../support/acts.ts';
import { aReferredCase, RECIPIENT_IN, retriaged, triage } from '../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../support/factories.ts';

const birch = officerAt('fi-1');
const cedar = officerAt('fi-2');
const acknowledge = EXAMPLES.acknowledge;
const decline = (ground: ActOf<'decline'>['ground'], recipientId = 'r1') =>
  ({ type: 'decline', recipientId, ground }) as const;

describe('acknowledging', () => {
  test('in time is not late', () => {
    const it = aReferredCase();
    it.pass(24);
    it.act(acknowledge, birch);
    expect(it.recipient('r1').acknowledged).toEqual({ state: 'yes', at: it.now, late: false });
  });

  test('after its clock expired is taken and marked late', () => {
    const it = RECIPIENT_IN.unresponsive();
    it.act(acknowledge, birch);
    expect(it.recipient('r1')).toMatchObject({ status: 'acknowledged', acknowledged: { state: 'yes', late: true } });
    expect(it.clock('acknowledge', 'r1')?.state).toMatchObject({ status: 'stopped', late: true });
  });

  test('after the due instant is late, also before the engine has recorded the expiry', () => {
    const it = aReferredCase();
    it.now = '2026-06-30T00:00:00.000Z';
    it.act(acknowledge, birch);
    expect(it.recipient('r1').acknowledged).toMatchObject({ late: true });
    expect(it.clock('acknowledge', 'r1')?.state).toMatchObject({ late: true });
  });

  test('by a recipient that mail could not reach is accepted', () => {
    const it = RECIPIENT_IN['delivery-failed']();
    it.act(acknowledge, birch);
    expect(it.recipient('r1').status).toBe('acknowledged');
  });

  test('spares the replacement that a supervisor was asked for', () => {
    const it = RECIPIENT_IN.unresponsive();
    expect(it.recipient('r1').replacement).toEqual({ state: 'awaits-supervisor' });
    it.act(acknowledge, birch);
    expect(it.recipient('r1').replacement).toEqual({ state: 'not-needed' });
  });

  test('twice is refused', () => {
    expect(RECIPIENT_IN.acknowledged().refusalOf(acknowledge, birch)).toBe('RECIPIENT_WRONG_STATUS');
  });
});

describe('accepting or declining without having acknowledged records both', () => {
  const types = (act: ActOf<'accept' | 'decline'>, it = aReferredCase()) => it.act(act, birch).map(({ type }) => type);

  test('accepting', () => {
    expect(types(EXAMPLES.accept)).toEqual(expect.arrayContaining(['acknowledged', 'accepted']));
    expect(types(EXAMPLES.accept, RECIPIENT_IN.acknowledged())).not.toContain('acknowledged');
  });

  test('declining', () => {
    expect(types(decline('no-jurisdiction'))).toEqual(expect.arrayContaining(['acknowledged', 'declined']));
    expect(types(decline('no-jurisdiction'), RECIPIENT_IN.acknowledged())).not.toContain('acknowledged');
  });

  test('late', () => {
    const it = RECIPIENT_IN.unresponsive();
    it.act(EXAMPLES.accept, birch);
    expect(it.recipient('r1')).toMatchObject({ status: 'accepted', acknowledged: { late: true } });
  });
});

describe('declining', () => {
  const ends = (ground: ActOf<'decline'>['ground']) => {
    const it = aReferredCase();
    it.act({ ...decline(ground), text: 'text-why' }, birch);
    it.settle();
    return it.referral.status === 'held';
  };

  test('opens the next on the chain unless the ground ends the matter', () => {
    expect(DECLINE_GROUNDS.filter(ends)).toEqual([
      'authorisation-refused',
      'national-security',
      'jeopardises-investigation-or-safety',
      'minor-or-no-offence',
      'duplicate',
      'data-expired',
    ]);
  });

  test('goes down the chain of contact points, and is held at its end', () => {
    const it = aReferredCase();
    for (const [recipientId, desk] of Object.entries({ r1: 'fi-1', r2: 'fi-2', r3: 'fi-3' })) {
      expect(it.recipient(recipientId)).toMatchObject({ contactPointId: desk, hop: 0 });
      it.act(decline('no-jurisdiction', recipientId), officerAt(desk));
      it.settle();
    }
    expect(it.referral.status).toBe('held');
    expect(it.eventTypes.at(-1)).toBe('held');
  });

  test('leaves the referral with the other recipients', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act(decline('duplicate'), birch);
    it.settle();
    expect(it.referral.status).toBe('referred');
  });

  test('needs no further replacement where it was replaced already', () => {
    const it = aReferredCase({ urgency: 'emergency' });
    it.pass(1);
    it.settle();
    it.act(decline('no-jurisdiction'), birch);
    it.settle();
    expect(it.referral.recipients.map(({ contactPointId }) => contactPointId)).toEqual(['fi-1', 'fi-2']);
  });

  test("for the reason 'other' needs a text", () => {
    expect(aReferredCase().refusalOf(decline('other'), birch)).toBe('TEXT_REQUIRED');
    expect(aReferredCase().refusalOf({ ...decline('other'), text: 'text-why' }, birch)).toBeUndefined();
  });

  test('while triage is repeated is replaced only by the new triage', () => {
    const it = retriaged(aReferredCase());
    it.act(decline('no-jurisdiction'), birch);
    triage(it, ['NL']);
    it.settle();
    expect(it.referral.recipients.map(({ contactPointId }) => contactPointId)).toEqual(['fi-1', 'nl-1']);
  });
});

describe('extending', () => {
  const extend = (amount: number, more: Partial<ActOf<'extend'>> = {}): ActOf<'extend'> => ({
    ...EXAMPLES.extend,
    amount,
    ...more,
  });

  test('moves the clock, within the most that the policy allows', () => {
    const it = RECIPIENT_IN.acknowledged();
    const due = it.clock('decide', 'r1')?.dueAt ?? '';
    expect(it.refusalOf(extend(31), birch)).toBe('EXTENSION_EXHAUSTED');
    it.act(extend(30, { estimateAt: '2026-07-20T00:00:00.000Z' }), birch);
    expect(Date.parse(it.clock('decide', 'r1')?.dueAt ?? '') - Date.parse(due)).toBe(30 * 24 * 3_600_000);
  });

  test('is granted as often as the policy allows and no more', () => {
    const it = RECIPIENT_IN.acknowledged();
    it.act(extend(1), birch);
    expect(it.refusalOf(extend(1), birch)).toBe('EXTENSION_EXHAUSTED');
  });

  test('needs a reason, and a whole amount', () => {
    const it = RECIPIENT_IN.acknowledged();
    expect(it.refusalOf({ type: 'extend', recipientId: 'r1', clock: 'decide', amount: 1 }, birch)).toBe(
      'TEXT_REQUIRED',
    );
    for (const amount of [0, -3, 1.5]) expect(it.refusalOf(extend(amount), birch)).toBe('INVALID_INPUT');
  });

  test('is possible for a running or paused clock of the same recipient only', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act(EXAMPLES.accept, birch);
    expect(it.refusalOf(extend(1), birch)).toBe('UNKNOWN_CLOCK');
    expect(it.refusalOf(extend(1, { clock: 'outcome' }), birch)).toBeUndefined();
    expect(it.refusalOf(extend(1, { recipientId: 'r2' }), birch)).toBe('NOT_RECIPIENT');
    it.act({ ...EXAMPLES['ask-information'], recipientId: 'r1' }, birch);
    expect(it.refusalOf(extend(1, { clock: 'outcome' }), birch)).toBeUndefined();
  });
});

describe('reporting an outcome', () => {
  test('comes in parts, any number of times, and once for good', () => {
    const it = RECIPIENT_IN.accepted();
    const interim = { type: 'report-outcome', recipientId: 'r1', outcome: 'case-opened', final: false } as const;
    it.act(interim, birch);
    it.act(interim, birch);
    expect(it.recipient('r1').status).toBe('accepted');
    it.act({ ...interim, outcome: 'arrest', final: true }, birch);
    expect(it.recipient('r1').outcomes.map(({ final }) => final)).toEqual([false, false, true]);
    expect(it.refusalOf(interim, birch)).toBe('RECIPIENT_FINAL');
    expect(it.referral.status).toBe('referred');
  });

  test('says why where nothing can be done', () => {
    const it = RECIPIENT_IN.accepted();
    const outcome = { type: 'report-outcome', recipientId: 'r1', outcome: 'not-actionable', final: true } as const;
    expect(it.refusalOf(outcome, birch)).toBe('INVALID_INPUT');
    expect(it.act({ ...outcome, because: 'old-data' }, birch)[0]).toMatchObject({ because: 'old-data' });
    const other = RECIPIENT_IN.accepted();
    expect(other.act({ ...outcome, final: false, because: 'proxy' }, birch)[0]).toMatchObject({ because: 'proxy' });
  });
});

describe('recalling', () => {
  test('asks the recipient to erase and to confirm, which it does once', () => {
    const it = aReferredCase();
    it.act(EXAMPLES.recall, CAST.supervisor);
    expect(it.referral.status).toBe('held');
    it.act(EXAMPLES['confirm-recall'], birch);
    expect(it.recipient('r1').recallConfirmed).toBe(true);
    expect(it.refusalOf(EXAMPLES['confirm-recall'], birch)).toBe('RECIPIENT_FINAL');
  });

  test('reaches every recipient of a chain of onward referrals, and no other', () => {
    const it = RECIPIENT_IN['referred-onward']();
    it.act({ type: 'assign-recipient', choice: choice('se-1'), text: 'text-also' }, CAST.supervisor);
    it.act({ type: 'recall', recipientId: 'r2', text: 'text-back' }, CAST.sender);
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['recalled', 'recalled', 'sent']);
    const notified = it.notices.filter(({ letter }) => letter === 'recalled').map(({ recipientId }) => recipientId);
    expect(notified).toEqual(['r1', 'r2']);
    expect(it.referral.status).toBe('referred');
    it.act({ type: 'confirm-recall', recipientId: 'r1' }, birch);
    expect(it.recipient('r1').recallConfirmed).toBe(true);
  });

  test('of one that referred it onward reaches those that have it now', () => {
    const it = RECIPIENT_IN['referred-onward']();
    it.act({ type: 'recall', recipientId: 'r1', text: 'text-back' }, CAST.sender);
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['recalled', 'recalled']);
    expect(it.referral.status).toBe('held');
  });

  test.each(['r1', 'r3'])('of %s reaches both ends of a chain whose middle was replaced', (recipientId) => {
    const it = RECIPIENT_IN['referred-onward']();
    it.act(decline('no-jurisdiction', 'r2'), officerAt('nl-1'));
    it.settle();
    expect(it.recipient('r3')).toMatchObject({ opened: 'replacement', parentId: 'r2', hop: 1 });
    it.act({ type: 'recall', recipientId, text: 'text-back' }, CAST.sender);
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['recalled', 'declined', 'recalled']);
    expect(it.referral.status).toBe('held');
  });

  test('does not reach a recipient that was replaced before the case was referred onward', () => {
    const it = RECIPIENT_IN.unresponsive();
    it.act({ type: 'assign-recipient', choice: choice('fi-2'), text: 'text-also', replaces: 'r1' }, CAST.supervisor);
    it.act({ type: 'recall', recipientId: 'r2', text: 'text-back' }, CAST.sender);
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['unresponsive', 'recalled']);
  });

  test('of a silent one ends the wait for its replacement', () => {
    const it = aReferredCase({ urgency: 'urgent' });
    it.pass(9);
    expect(it.recipient('r1').replacement.state).toBe('due');
    it.act(EXAMPLES.recall, CAST.sender);
    it.pass(24);
    expect(it.referral).toMatchObject({ status: 'held', recipients: [{ replacement: { state: 'not-needed' } }] });
  });

  test('is not for another recipient to confirm', () => {
    const it = aReferredCase();
    it.act(EXAMPLES.recall, CAST.sender);
    expect(it.refusalOf(EXAMPLES['confirm-recall'], cedar)).toBe('NOT_RECIPIENT');
  });
});

test('the own number that a recipient gives with an answer is set in the same act', () => {
  const it = aReferredCase();
  it.act({ type: 'accept', recipientId: 'r1', ownReference: 'text-first' }, birch);
  expect(it.referral.ownReferences).toEqual({ [birch.agencyId]: 'text-first' });
  const outcome = { type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true } as const;
  const events = it.act({ ...outcome, ownReference: 'text-second' }, birch);
  expect(events).toContainEqual({ type: 'own-reference-set', agencyId: birch.agencyId, text: 'text-second' });
  expect(it.referral.ownReferences).toEqual({ [birch.agencyId]: 'text-second' });
});
