/** Acts at intake: supplements, questions, triage, and closure before any handover. */

import { describe, expect, test } from 'vitest';
import type { ActOf } from '../../domain/acts.ts';
import { decide } from '../../domain/decide.ts';
import { MAX_QUESTIONS } from '../../domain/decisions/intake.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { type Actor, ENGINE } from '../../domain/people.ts';
import { EXAMPLES } from '../support/acts.ts';
import { Case } from '../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  closed,
  RECIPIENT_IN,
  REFERRAL_IN,
  reopened,
  retriaged,
} from '../support/cases-by-status.ts';
import { aPerson, CAST, COORDINATOR, choice, officerAt, SENDER, START, someFacts } from '../support/factories.ts';

const triage = EXAMPLES['complete-triage'];
const supplement = EXAMPLES.supplement;

describe('submitting', () => {
  const submit: ActOf<'submit'> = {
    type: 'submit',
    facts: someFacts(),
    origins: [],
    text: 'text-1',
    coordinatorAgencyId: COORDINATOR,
  };
  const submitAs = (actor: Actor) => () => decide(undefined, submit, actor, START);
  const refusal = (code: ErrorCode) => expect.objectContaining({ code });

  test('makes a received referral of its sender, with its codes and the id of its particulars', () => {
    expect(new Case().referral).toMatchObject({
      status: 'received',
      reference: 'XR-2026-000001',
      senderAgencyId: SENDER,
      senderPersonId: CAST.sender.personId,
      coordinatorAgencyId: COORDINATOR,
      submittedAt: START,
      facts: someFacts(),
      particulars: ['text-1'],
      triage: { state: 'open' },
    });
  });

  test('is for liaison officers, and for services that act as one', () => {
    for (const role of ['partner-officer', 'supervisor', 'auditor', 'administrator', 'service'] as const) {
      expect(submitAs(aPerson(role, SENDER))).toThrow(refusal('ROLE_REQUIRED'));
    }
    expect(submitAs(ENGINE)).toThrow(refusal('ROLE_REQUIRED'));
    const service = { ...aPerson('service', SENDER), roles: ['service', 'liaison-officer'] as const };
    expect(submitAs(service)()).toHaveLength(1);
  });

  test('is done once, and nothing else can be done before', () => {
    expect(aReceivedCase().refusalOf(submit, CAST.sender)).toBe('ALREADY_SUBMITTED');
    expect(() => decide(undefined, EXAMPLES.take, CAST.sender, START)).toThrow(refusal('UNKNOWN_REFERRAL'));
  });
});

describe('supplementing', () => {
  test('adds particulars, jurisdiction indicators and material, and the rules propose triage again', () => {
    const it = aReceivedCase();
    const sign = { country: 'NL', basis: 'manual', verified: false, proxySuspected: false } as const;
    it.act({ ...supplement, text: 'text-2', indicators: [sign], materialCount: 3 }, CAST.sender);
    expect(it.referral).toMatchObject({ particulars: ['text-1', 'text-2'], triage: { state: 'open' } });
    expect(it.referral.facts.indicators).toHaveLength(3);
    expect(it.referral.facts.materialCount).toBe(4);
    expect(it.settle()).toContainEqual({ type: 'propose-triage' });
  });

  test('after triage is the only act that lets the coordinator repeat triage', () => {
    const it = aReferredCase();
    expect(it.refusalOf(EXAMPLES['reopen-triage'], CAST.coordinator)).toBe('NOTHING_SUPPLEMENTED');
    it.act(supplement, CAST.sender);
    it.act(EXAMPLES['reopen-triage'], CAST.coordinator);
    expect(it.referral).toMatchObject({ status: 'received', triage: { state: 'open' } });
    expect(it.recipient('r1').status).toBe('delivered');
  });
});

test('each agency assigns its own handler', () => {
  const it = aReferredCase();
  it.act(EXAMPLES.take, CAST.coordinator);
  it.act(EXAMPLES.take, officerAt('fi-1'));
  it.act(EXAMPLES.assign, CAST.otherCoordinator);
  expect(it.referral.handlers).toEqual({
    [COORDINATOR]: EXAMPLES.assign.personId,
    'fi-birch': officerAt('fi-1').personId,
  });
});

describe('asking', () => {
  const ask = EXAMPLES['ask-information'];
  const askAs = (recipientId: string) => ({ ...ask, recipientId });
  const answer = (questionId: string) => ({ ...EXAMPLES['answer-information'], questionId });

  test('before triage makes it wait and pauses the triage; the answer resumes both', () => {
    const it = REFERRAL_IN['awaiting-information']();
    expect(it.clock('triage')?.state.status).toBe('paused');
    it.act(answer('q1'), CAST.sender);
    expect(it.referral.status).toBe('received');
    expect(it.question('q1')).toMatchObject({ state: 'answered', answer: 'text-some' });
    expect(it.clock('triage')?.state.status).toBe('running');
  });

  test('by a recipient pauses only its own clocks', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act(askAs('r1'), officerAt('fi-1'));
    expect(it.clock('acknowledge', 'r1')?.state.status).toBe('paused');
    expect(it.clock('acknowledge', 'r2')?.state.status).toBe('running');
    expect(it.referral.status).toBe('referred');
  });

  test('is one question at a time for each asker', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    it.act(askAs('r1'), officerAt('fi-1'));
    expect(it.refusalOf(askAs('r1'), officerAt('fi-1'))).toBe('QUESTION_OPEN');
    expect(it.refusalOf(askAs('r2'), officerAt('nl-1'))).toBeUndefined();
  });

  test('is limited in number for each party that asks', () => {
    const it = aReferredCase({}, ['FI', 'NL']);
    for (let count = 1; count <= MAX_QUESTIONS; count++) {
      it.act(askAs('r1'), officerAt('fi-1'));
      it.act(answer(`q${count}`), CAST.sender);
    }
    expect(it.refusalOf(askAs('r1'), officerAt('fi-1'))).toBe('QUESTION_CAP');
    expect(it.refusalOf(askAs('r2'), officerAt('nl-1'))).toBeUndefined();
  });

  test('is answered once, even late, and only what was asked', () => {
    const it = REFERRAL_IN['awaiting-information']();
    it.pass(6 * 24);
    expect(it.act(answer('q1'), CAST.sender)[0]).toMatchObject({ type: 'question-answered', late: true });
    expect(it.referral.status).toBe('received');
    expect(it.refusalOf(answer('q1'), CAST.sender)).toBe('QUESTION_CLOSED');
    expect(it.refusalOf(answer('q2'), CAST.sender)).toBe('UNKNOWN_QUESTION');
  });

  test('is late after the due instant, also before the engine has recorded the expiry', () => {
    const it = REFERRAL_IN['awaiting-information']();
    it.now = '2026-07-01T00:00:00.000Z';
    expect(it.act(answer('q1'), CAST.sender)[0]).toMatchObject({ late: true });
  });

  test('lapses if the party that asked has finished, or the referral is closed', () => {
    const it = aReferredCase();
    it.act(askAs('r1'), officerAt('fi-1'));
    it.act(EXAMPLES.decline, officerAt('fi-1'));
    expect(it.question('q1').state).toBe('lapsed');
    expect(it.refusalOf(answer('q1'), CAST.sender)).toBe('QUESTION_CLOSED');
    const other = REFERRAL_IN['awaiting-information']();
    other.act(EXAMPLES['reject-at-intake'], CAST.coordinator);
    expect(reopened(other).refusalOf(ask, CAST.coordinator)).toBeUndefined();
    expect(other.question('q1').state).toBe('lapsed');
  });
});

describe('triage', () => {
  test('keeps the proposal of the rules beside the choice of the person', () => {
    const it = aReceivedCase();
    it.act({ ...triage, countries: ['NL'] }, CAST.coordinator);
    expect(it.referral).toMatchObject({
      status: 'triaged',
      unrouted: ['NL'],
      triage: { proposal: { countries: [{ country: 'FI' }] }, decision: { countries: ['NL'] } },
    });
  });

  test('says where it goes: a country or a contact point, never the sender', () => {
    const it = aReceivedCase();
    expect(it.refusalOf({ ...triage, countries: [] }, CAST.coordinator)).toBe('NO_COUNTRY');
    expect(it.refusalOf({ ...triage, countries: [], wanted: [choice('se-1')] }, CAST.coordinator)).toBeUndefined();
    expect(it.refusalOf({ ...triage, wanted: [choice('ee-1')] }, CAST.coordinator)).toBe('ONWARD_LOOP');
  });

  test('lowers the urgency with a supervisor only, and raises it without', () => {
    const it = aReceivedCase({ urgency: 'urgent' });
    expect(it.refusalOf({ ...triage, urgency: 'standard' }, CAST.coordinator)).toBe('SUPERVISOR_REQUIRED');
    expect(it.refusalOf({ ...triage, urgency: 'emergency' }, CAST.coordinator)).toBeUndefined();
    it.act({ ...triage, urgency: 'standard' }, CAST.supervisor);
    expect(it.referral.urgency).toBe('standard');
  });

  test('measures what is lower by the rules where they ask for more than the sender', () => {
    const it = aReceivedCase({ urgency: 'standard', crimeAreas: ['live-streamed-abuse'] });
    expect(it.refusalOf(triage, CAST.coordinator)).toBe('SUPERVISOR_REQUIRED');
    expect(it.refusalOf({ ...triage, urgency: 'urgent' }, CAST.coordinator)).toBeUndefined();
  });

  test('repeated does not lower a raised urgency without a supervisor', () => {
    const it = aReceivedCase();
    it.act({ ...triage, urgency: 'emergency' }, CAST.coordinator);
    it.settle();
    retriaged(it);
    expect(it.refusalOf({ ...triage, urgency: 'urgent' }, CAST.coordinator)).toBe('SUPERVISOR_REQUIRED');
    expect(it.refusalOf({ ...triage, urgency: 'emergency' }, CAST.coordinator)).toBeUndefined();
  });

  test('is proposed once; a proposal that comes too late is refused', () => {
    const it = new Case();
    it.act(EXAMPLES['propose-triage'], ENGINE);
    expect(it.refusalOf(EXAMPLES['propose-triage'], ENGINE)).toBe('WRONG_STATUS');
  });
});

describe('closing at intake', () => {
  test.each([
    [EXAMPLES['reject-at-intake'], { kind: 'rejected-at-intake' }],
    [EXAMPLES['mark-duplicate'], { kind: 'duplicate', of: 'referral-2' }],
    [EXAMPLES['file-informational'], { kind: 'informational' }],
  ])('%j', (act, closure) => {
    const it = aReceivedCase();
    it.act(act, CAST.coordinator);
    expect(it.referral).toMatchObject({ status: 'closed', ending: { state: 'closed', closure, at: it.now } });
    expect(it.referral.clocks.filter(({ state }) => state.status !== 'stopped')).toEqual([]);
  });

  test('is not as a duplicate of itself', () => {
    const it = aReceivedCase();
    const itself = { ...EXAMPLES['mark-duplicate'], otherId: it.referral.id };
    expect(it.refusalOf(itself, CAST.coordinator)).toBe('DUPLICATE_OF_ITSELF');
  });

  test('recalls it from every recipient if triage was reopened', () => {
    const it = retriaged(RECIPIENT_IN.accepted());
    it.act(EXAMPLES['reject-at-intake'], CAST.coordinator);
    expect(it.recipient('r1').status).toBe('recalled');
    expect(it.refusalOf(EXAMPLES['confirm-recall'], officerAt('fi-1'))).toBeUndefined();
  });
});

test('links to others are kept once, and never to itself', () => {
  const it = aReceivedCase();
  it.act(EXAMPLES.link, CAST.coordinator);
  it.act(EXAMPLES.link, CAST.supervisor);
  expect(it.referral.links).toEqual([{ otherId: 'referral-2', kind: 'related' }]);
  expect(it.refusalOf({ ...EXAMPLES.link, otherId: it.referral.id }, CAST.supervisor)).toBe('DUPLICATE_OF_ITSELF');
  expect(closed(RECIPIENT_IN.declined()).refusalOf(EXAMPLES.link, CAST.supervisor)).toBe('ALREADY_CLOSED');
});
