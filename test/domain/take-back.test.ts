/** An author takes an act back: the referral is as before, and the effects of the act end. */

import { describe, expect, test } from 'vitest';
import { fold } from '../../domain/apply.ts';
import { recomputeAll } from '../../domain/clocks/clock-history.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Referral } from '../../domain/referral.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import {
  aReceivedCase,
  aReferredCase,
  proposed,
  RECIPIENT_IN,
  retriaged,
  triage,
  withOpenQuestion,
} from '../support/cases-by-status.ts';
import { aPerson, CAST, COORDINATOR, officerAt } from '../support/factories.ts';
import { forRandomCases } from '../support/random-cases.ts';

const birch = officerAt('fi-1');
const colleague = { ...CAST.coordinator, personId: 'another.officer' };

const takeBack = (act: 'complete-triage' | 'mark-duplicate' | 'propose-closure' | 'assign') =>
  ({ type: 'take-back', act }) as const;

/** Without the number of the last entry, letters, and what can be taken back. */
function stateOf({ seq: _s, undo: _u, unsentLetters: _l, ...referral }: Referral) {
  return referral;
}

/** Running, paused and expired clocks, without those that ended. */
const activeClocks = (it: Case) => it.referral.clocks.filter(({ state }) => state.status !== 'stopped');

describe('the author', () => {
  test('may take it back for five minutes', () => {
    const it = aReceivedCase();
    it.act(EXAMPLES.assign, CAST.coordinator);
    it.now = new Date(Date.parse(it.now) + 5 * 60_000).toISOString();
    expect(it.refusalOf(takeBack('assign'), CAST.coordinator)).toBeUndefined();
    it.now = new Date(Date.parse(it.now) + 1).toISOString();
    expect(it.refusalOf(takeBack('assign'), CAST.coordinator)).toBe('TAKE_BACK_EXPIRED');
  });

  test('may, and no other person', () => {
    const it = aReceivedCase();
    it.act(EXAMPLES.assign, CAST.coordinator);
    expect(it.refusalOf(takeBack('assign'), colleague)).toBe('NOT_AUTHOR');
    expect(it.refusalOf(takeBack('assign'), CAST.sender)).toBe('ACTED_SINCE');
    expect(it.refusalOf(takeBack('complete-triage'), CAST.coordinator)).toBe('ACTED_SINCE');
  });

  test('may not after another act, except one that an agency records for itself', () => {
    const it = aReferredCase();
    it.act({ type: 'add-note', text: 'text-note' }, birch);
    it.act({ type: 'set-own-reference', text: 'text-number' }, CAST.sender);
    expect(it.refusalOf(takeBack('complete-triage'), CAST.coordinator)).toBeUndefined();
    it.act({ type: 'acknowledge', recipientId: 'r1' }, birch);
    expect(it.refusalOf(takeBack('complete-triage'), CAST.coordinator)).toBe('ACTED_SINCE');
  });

  test('may take it back once', () => {
    const it = aReceivedCase();
    it.act(EXAMPLES.assign, CAST.coordinator);
    it.act(takeBack('assign'), CAST.coordinator);
    expect(it.refusalOf(takeBack('assign'), CAST.coordinator)).toBe('ACTED_SINCE');
  });
});

test('an assignment that is taken back leaves the handler of before', () => {
  const it = aReceivedCase();
  it.act(EXAMPLES.take, CAST.coordinator);
  const before = stateOf(it.referral);
  it.act(EXAMPLES.assign, CAST.coordinator);
  expect(it.act(takeBack('assign'), CAST.coordinator)).toEqual([
    { type: 'assignment-taken-back', agencyId: COORDINATOR },
  ]);
  expect(stateOf(it.referral)).toEqual(before);
});

describe('accepted triage that is taken back', () => {
  test('is open again with its deadline of before, and its recipients are recalled', () => {
    const it = aReceivedCase();
    const [before, due] = [stateOf(it.referral), it.clock('triage')?.dueAt];
    triage(it, ['FI', 'NL']);
    it.settle();
    it.act(takeBack('complete-triage'), CAST.coordinator);
    expect(it.referral).toMatchObject({ status: 'received', triage: before.triage, unrouted: [] });
    expect(it.referral.recipients.map(({ status }) => status)).toEqual(['recalled', 'recalled']);
    expect(activeClocks(it).map(({ name, dueAt }) => [name, dueAt])).toEqual([['triage', due]]);
    expect(recomputeAll(it.journal).differing).toEqual([]);
    expect(it.settle().filter(({ type }) => type !== 'wait')).toEqual([]);
    triage(it, ['FI']);
    it.settle();
    expect(it.referral.recipients.at(-1)).toMatchObject({ status: 'delivered', country: 'FI' });
  });

  test('keeps the recipients of before, and ends the search for a recipient', () => {
    const it = retriaged(RECIPIENT_IN.delivered());
    triage(it, ['DK']);
    it.settle();
    it.act(takeBack('complete-triage'), CAST.coordinator);
    expect(it.recipient('r1').status).toBe('delivered');
    const held = aReceivedCase();
    triage(held, ['DK']);
    held.settle();
    expect(held.referral.status).toBe('held');
    held.act(takeBack('complete-triage'), CAST.coordinator);
    expect(activeClocks(held).map(({ name }) => name)).toEqual(['triage']);
    expect(held.referral).not.toHaveProperty('unserved');
  });

  test('waits again for the answer that it waited for', () => {
    const it = withOpenQuestion(aReceivedCase({ urgency: 'standard' }));
    const before = stateOf(it.referral);
    triage(it, ['FI']);
    it.act(takeBack('complete-triage'), CAST.coordinator);
    expect(stateOf(it.referral)).toEqual(before);
    it.act({ type: 'answer-information', questionId: 'q1', text: 'text-late' }, CAST.sender);
    expect(it.clock('triage')?.state.status).toBe('running');
    expect(recomputeAll(it.journal).differing).toEqual([]);
  });

  test('by the rules cannot be taken back', () => {
    const it = aReceivedCase({ urgency: 'emergency', urgencyGrounds: ['ongoing-child-abuse'] });
    it.pass(2);
    expect(it.referral.triage.state).toBe('decided');
    expect(it.referral).not.toHaveProperty('undo');
  });
});

test('a duplicate that is taken back is as before, with its recipients and questions', () => {
  const it = withOpenQuestion(retriaged(RECIPIENT_IN.accepted()));
  const before = stateOf(it.referral);
  it.act(EXAMPLES['mark-duplicate'], CAST.coordinator);
  expect(it.referral.status).toBe('closed');
  expect(it.recipient('r1').status).toBe('recalled');
  it.act(takeBack('mark-duplicate'), CAST.coordinator);
  expect(stateOf(it.referral)).toEqual(before);
  expect(recomputeAll(it.journal).differing).toEqual([]);
  const seen = it.journal.filter(disclose(it.referral, birch).maySee).map(({ event }) => event.type);
  expect(seen).toContain('duplicate-taken-back');
});

test('a proposed closure that is taken back has the status and deadlines of before', () => {
  for (const make of [RECIPIENT_IN['outcome-reported'], RECIPIENT_IN.declined]) {
    const it = make();
    const before = stateOf(it.referral);
    it.act({ ...EXAMPLES['propose-closure'], text: 'text-why' }, CAST.coordinator);
    const [approval] = activeClocks(it).filter(({ name }) => name === 'closure-approval');
    expect(approval).toBeDefined();
    it.act(takeBack('propose-closure'), CAST.coordinator);
    const { clocks, ...rest } = stateOf(it.referral);
    expect({ ...rest, clocks: clocks.filter(({ id }) => id !== approval?.id) }).toEqual(before);
    expect(it.clock('closure-approval')?.state).toMatchObject({ status: 'stopped', late: false });
  }
});

test('what can be taken back is shown to the agency of the author alone', () => {
  const it = proposed(RECIPIENT_IN['outcome-reported']());
  expect(disclose(it.referral, aPerson('supervisor', COORDINATOR)).referral.undo?.act).toBe('propose-closure');
  for (const viewer of [CAST.sender, birch]) expect(disclose(it.referral, viewer).referral).not.toHaveProperty('undo');
});

test('a journal of an earlier version folds unchanged: nothing can be taken back', () => {
  const it = aReferredCase();
  const journal = it.journal.map((entry) => {
    if (entry.event.type !== 'triaged') return entry;
    const { takeBackUntil: _, ...event } = entry.event;
    return { ...entry, event };
  });
  const { undo: _, ...expected } = it.referral;
  expect(fold(it.referral.id, journal)).toEqual(expected);
});

describe('in every referral', () => {
  test('the status after an act that is taken back is the status before that act', () => {
    let count = 0;
    forRandomCases((it) => {
      for (const { act, before } of it.performed) {
        if (act.type !== 'take-back') continue;
        count += 1;
        const entry = it.journal.find(({ seq }) => seq === before.undo?.seq);
        const earlier = fold(before.id, it.journal.slice(0, (entry?.seq ?? 0) - 1));
        const after = fold(before.id, it.journal.slice(0, before.seq + 1));
        // The engine may have found recipients since an assignment.
        const isAssignment = before.undo?.act === 'assign';
        const partsOf = (it?: Referral) =>
          isAssignment ? [it?.handlers] : [it?.status, it?.handlers, it?.ending, it?.unserved];
        expect(partsOf(after)).toEqual(partsOf(earlier));
      }
    }, 200);
    expect(count).toBeGreaterThan(0);
  });

  test('what can be taken back is the last act of a person, apart from what an agency records for itself', () => {
    forRandomCases(({ referral: { undo }, journal }) => {
      if (undo === undefined) return;
      const own = ['own-reference-set', 'note-added'];
      const last = journal.findLast(({ by, event }) => by.kind === 'person' && !own.includes(event.type));
      expect(last?.actId).toBe(undo.actId);
    }, 200);
  });
});
