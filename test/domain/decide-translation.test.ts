/** Translations: requests, paused clocks, readers, and every end of their clock. */

import { describe, expect, test } from 'vitest';
import { agencyViewOf } from '../../domain/agency-view.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { aReceivedCase, aReferredCase } from '../support/cases-by-status.ts';
import { CAST, COORDINATOR, officerAt, SENDER } from '../support/factories.ts';

const birch = officerAt('fi-1');
const ask = EXAMPLES['ask-translation'];
const deliver = EXAMPLES['deliver-translation'];
const question = { ...EXAMPLES['ask-information'], recipientId: 'r1', language: 'fi' } as const;
const answer = { ...EXAMPLES['answer-information'], language: 'en' } as const;

/** Acknowledged, so that the decision is due. */
function acknowledged(urgency: Urgency = 'standard', countries = ['FI']): Case {
  const it = aReferredCase({ urgency }, countries);
  it.act(EXAMPLES.acknowledge, birch);
  return it;
}

const clock = (it: Case) => it.referral.clocks.find(({ name }) => name === 'translation');
const states = (it: Case) => it.referral.translations?.map(({ id, state }) => `${id} ${state}`);
const letters = (it: Case) =>
  it.notices.filter(({ letter }) => letter.startsWith('translation')).map(({ letter, to }) => `${letter}: ${to.who}`);

describe('a party that has the case asks another one', () => {
  test('the recipient asks the sender: its decision is paused until the translation is delivered', () => {
    const it = acknowledged();
    it.act(ask, birch);
    expect(it.clock('decide', 'r1')?.state).toMatchObject({ status: 'paused', reason: 'translation' });
    expect(clock(it)).toMatchObject({ debtor: 'sender', amount: 5, unit: 'working-days', onExpiry: 'escalate' });
    it.pass(2 * 24);
    it.act(deliver, CAST.sender);
    expect(it.clock('decide', 'r1')?.state.status).toBe('running');
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: false });
    expect(it.referral.particulars).toContain(deliver.text);
    expect(letters(it)).toEqual(['translation-asked: sender', 'translation-delivered: recipient']);
  });

  test.each([
    ['emergency', 4, 'hours'],
    ['urgent', 24, 'hours'],
    ['standard', 5, 'working-days'],
  ] as const)('%s: within %i %s', (urgency, amount, unit) => {
    const it = acknowledged(urgency);
    it.act(ask, birch);
    expect(clock(it)).toMatchObject({ amount, unit });
  });

  test('the coordinator asks the sender before triage: the triage is paused', () => {
    const it = aReceivedCase({ urgency: 'standard' });
    it.act({ type: 'ask-translation', of: 'sender', languages: ['en', 'fr'] }, CAST.coordinator);
    expect(it.clock('triage')?.state).toMatchObject({ status: 'paused', reason: 'translation' });
    it.act({ ...deliver, language: 'fr' }, CAST.sender);
    expect(it.clock('triage')?.state.status).toBe('running');
  });

  test('the sender asks a recipient, which is then the debtor and pauses nothing', () => {
    const it = acknowledged();
    it.act({ ...ask, of: 'recipient' }, CAST.sender);
    expect(clock(it)).toMatchObject({
      debtor: 'recipient',
      subject: { asked: { kind: 'recipient', recipientId: 'r1' } },
    });
    expect(it.clock('decide', 'r1')?.state.status).toBe('running');
    expect(agencyViewOf(it.referral, birch.agencyId).owes).toBeDefined();
    expect(it.refusalOf(deliver, CAST.coordinator)).toBe('NOT_RECIPIENT');
    it.act(deliver, birch);
    expect(it.referral.particulars).not.toContain(deliver.text);
  });

  test('nobody asks its own agency, and a recipient no other recipient', () => {
    const it = acknowledged('standard', ['FI', 'NL']);
    expect(it.refusalOf({ type: 'ask-translation', of: 'sender', languages: ['fi'] }, CAST.sender)).toBe(
      'INVALID_INPUT',
    );
    expect(it.refusalOf({ ...ask, of: 'recipient' }, birch)).toBe('INVALID_INPUT');
    expect(it.refusalOf({ ...ask, recipientId: 'r2', of: 'recipient' }, birch)).toBe('NOT_SENDER');
  });

  test('a translation must be in a language that was asked for, and is delivered once', () => {
    const it = acknowledged();
    it.act(ask, birch);
    expect(it.refusalOf({ ...deliver, language: 'en' }, CAST.sender)).toBe('INVALID_INPUT');
    expect(it.refusalOf(ask, birch)).toBe('TRANSLATION_OPEN');
    it.act(deliver, CAST.sender);
    expect(it.refusalOf(deliver, CAST.sender)).toBe('TRANSLATION_CLOSED');
    for (const translationId of ['t2', 't3', 't4', 't5']) {
      it.act(ask, birch);
      it.act({ ...deliver, translationId }, CAST.sender);
    }
    expect(it.refusalOf(ask, birch)).toBe('TRANSLATION_CAP');
  });
});

describe('a translation as a step of a clarification', () => {
  test('follows an answer in another language, and the pause goes on for its own reason', () => {
    const it = acknowledged();
    it.act(question, birch);
    expect(it.clock('decide', 'r1')?.state).toMatchObject({ status: 'paused' });
    it.pass(24);
    const events = it.act(answer, CAST.sender).map((event) => ('reason' in event ? event.reason : event.type));
    expect(events).toEqual(
      expect.arrayContaining(['question-answered', 'translation-asked', 'clock-resumed', 'translation']),
    );
    expect(it.clock('decide', 'r1')?.state).toMatchObject({ status: 'paused', reason: 'translation' });
    expect(it.referral.translations).toMatchObject([{ ofQuestion: 'q1', languages: ['fi'], of: { kind: 'sender' } }]);
    it.pass(24);
    it.act(deliver, CAST.sender);
    expect(it.clock('decide', 'r1')?.state.status).toBe('running');
    expect(it.referral.particulars).not.toContain(deliver.text);
  });

  test('does not follow an answer in the language that was needed', () => {
    const it = acknowledged();
    it.act(question, birch);
    it.act({ ...answer, language: 'fi' }, CAST.sender);
    expect(it.referral.translations).toBeUndefined();
  });

  test('both sides see why the clock is paused, and other recipients see nothing of it', () => {
    const it = acknowledged('standard', ['FI', 'NL']);
    it.act(question, birch);
    it.act(answer, CAST.sender);
    it.act(deliver, CAST.sender);
    const entries = it.journal.filter(({ event }) => event.type.startsWith('translation'));
    const seenBy = (viewer: typeof birch) => entries.map((entry) => disclose(it.referral, viewer).mayRead(entry));
    expect([seenBy(CAST.sender), seenBy(birch)]).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(seenBy(officerAt('nl-1'))).toEqual([false, false]);
    expect(disclose(it.referral, officerAt('nl-1')).referral.translations).toBeUndefined();
  });
});

test('a translation of the case is read by every recipient, but not who asked for it', () => {
  const it = acknowledged('standard', ['FI', 'NL']);
  it.act(ask, birch);
  it.act(deliver, CAST.sender);
  const { maySee, mayRead } = disclose(it.referral, officerAt('nl-1'));
  const entries = it.journal.filter(({ event }) => event.type.startsWith('translation'));
  expect(entries.map((entry) => [maySee(entry), mayRead(entry)])).toEqual([
    [false, false],
    [true, true],
  ]);
});

describe('the clock of a translation ends', () => {
  test('overdue: the asker continues, the debtor is notified, and a late translation is accepted', () => {
    const it = acknowledged('urgent');
    it.act(ask, birch);
    const { id } = clock(it) ?? { id: '' };
    it.pass(24);
    it.settle();
    expect([states(it), clock(it)?.state.status]).toEqual([['t1 expired'], 'expired']);
    expect(it.clock('decide', 'r1')?.state.status).toBe('running');
    const overdue = it.notices.filter(({ letter, clockId }) => letter === 'overdue' && clockId === id);
    expect(overdue.map(({ to }) => (to.who === 'supervisors' ? to.of : to.who))).toEqual([
      ...['sender', 'sender', 'sender', 'coordinator'],
    ]);
    expect(letters(it)).toEqual(['translation-asked: sender', 'translation-expired: recipient']);
    expect(agencyViewOf(it.referral, SENDER).owes?.clock).toBe('translation');
    it.act(deliver, CAST.sender);
    expect(clock(it)?.state).toMatchObject({ status: 'stopped', late: true });
    expect(agencyViewOf(it.referral, SENDER).owes).toBeUndefined();
  });

  test('when the recipient that asked has finished', () => {
    const it = acknowledged();
    it.act(ask, birch);
    it.act({ ...EXAMPLES.decline, ground: 'minor-or-no-offence' }, birch);
    expect([states(it), clock(it)?.state]).toMatchObject([['t1 lapsed'], { status: 'stopped', late: false }]);
  });

  test('when triage is completed without the translated answer', () => {
    const it = aReceivedCase({ urgency: 'standard' });
    it.act({ ...EXAMPLES['ask-information'], language: 'fr' }, CAST.coordinator);
    it.act(answer, CAST.sender);
    expect(it.referral.status).toBe('received');
    expect(it.clock('triage')?.state).toMatchObject({ status: 'paused', reason: 'translation' });
    it.act(EXAMPLES['complete-triage'], CAST.coordinator);
    expect([states(it), clock(it)?.state.status]).toEqual([['t1 lapsed'], 'stopped']);
  });

  test('when the referral is closed', () => {
    const it = aReceivedCase();
    it.act({ type: 'ask-translation', of: 'coordinator', languages: ['en'] }, CAST.sender);
    expect(agencyViewOf(it.referral, COORDINATOR).owes).toBeDefined();
    it.act(EXAMPLES['reject-at-intake'], CAST.coordinator);
    expect([states(it), clock(it)?.state.status]).toEqual([['t1 lapsed'], 'stopped']);
  });
});

test('pauses are capped: a question and a translation together pause a decision for 30 days at most', () => {
  const it = acknowledged();
  for (const id of ['q1', 'q2', 'q3', 'q4', 'q5']) {
    it.act(question, birch);
    it.pass(4 * 24);
    it.act({ ...answer, questionId: id }, CAST.sender);
    it.pass(6 * 24);
    const open = it.referral.translations?.at(-1);
    if (open?.state === 'open') it.act({ ...deliver, translationId: open.id }, CAST.sender);
  }
  const decide = it.clock('decide', 'r1');
  const paused = decide?.counted?.pauses.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0) ?? 0;
  expect(Math.round(paused / 86_400_000)).toBe(30);
});
