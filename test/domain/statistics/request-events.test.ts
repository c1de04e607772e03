/** The journal entries that statistics count. Later entries, and the way of reading, do not change what is counted. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, stepsOf } from '../../../domain/apply.ts';
import { type RequestEvent, requestEvents } from '../../../domain/statistics/request-events.ts';
import { Case } from '../../support/case.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../../support/factories.ts';
import { randomCases } from '../../support/random-cases.ts';
import { examples } from '../../support/seeds.ts';

const ID = 'referral-1';
const R1 = { recipientId: 'r1' } as const;
const HOUR = 3_600_000;

const eventsOf = ({ journal }: Case) => requestEvents(stepsOf(ID, journal));
const ofR1 = (it: Case) => eventsOf(it).filter(({ agencyId }) => agencyId === 'fi-birch');
const short = (events: readonly RequestEvent[]) =>
  events.map(({ name, inTime, ground }) => [name, ...(inTime === null ? [] : [inTime]), ...(ground ? [ground] : [])]);

/** Accepted by r1, which the officer chose. */
function anInformationRequest(): Case {
  const it = new Case({ kind: 'information-request' });
  it.settle();
  const triage = { type: 'complete-triage', urgency: 'standard', capability: 'investigation' } as const;
  it.act({ ...triage, urgencyGrounds: [], countries: [], wanted: [choice('fi-1')] }, CAST.coordinator);
  it.settle();
  it.act({ type: 'accept', ...R1 }, officerAt('fi-1'));
  return it;
}

test('a recipient that takes the case has granted the request', () => {
  const it = RECIPIENT_IN.acknowledged();
  it.pass(5);
  it.act({ type: 'accept', ...R1 }, officerAt('fi-1'));
  it.act(
    { type: 'report-outcome', ...R1, outcome: 'not-actionable', because: 'proxy', final: true },
    officerAt('fi-1'),
  );
  expect(short(ofR1(it))).toEqual([['requested'], ['granted', true]]);
  expect(ofR1(it)[1]).toMatchObject({
    ...{ senderAgencyId: 'ee-amber', coordinatorAgencyId: 'xr-desk', agencyId: 'fi-birch', country: 'FI' },
    ...{ kind: 'case-referral', urgency: 'standard', authorisation: false, tookMs: 5 * HOUR },
  });
});

test('a decline is a refusal with its ground, and an onward referral before a decision is neither', () => {
  expect(short(ofR1(RECIPIENT_IN.declined()))).toEqual([['requested'], ['refused', true, 'minor-or-no-offence']]);
  const it = RECIPIENT_IN.acknowledged();
  it.act({ type: 'refer-onward', ...R1, choice: choice('nl-1'), text: 'text-on' }, officerAt('fi-1'));
  expect(short(ofR1(it))).toEqual([['requested'], ['onward', true]]);
});

test('a request for information is answered by the first report', () => {
  const it = anInformationRequest();
  expect(short(ofR1(it))).toEqual([['requested']]);
  it.act({ type: 'report-outcome', ...R1, outcome: 'information-provided', final: false }, officerAt('fi-1'));
  it.act({ type: 'report-outcome', ...R1, outcome: 'no-further-action', final: true }, officerAt('fi-1'));
  expect(short(ofR1(it))).toEqual([['requested'], ['granted', true]]);
});

test('a report without information is an answer without a result', () => {
  const it = anInformationRequest();
  it.act(
    { type: 'report-outcome', ...R1, outcome: 'not-actionable', because: 'proxy', final: true },
    officerAt('fi-1'),
  );
  expect(short(ofR1(it))).toEqual([['requested'], ['without-result', true]]);
});

test('a deadline that passes is overdue when it passes, and the answer is late when it comes', () => {
  const it = anInformationRequest();
  it.pass(8 * 24);
  it.act({ type: 'report-outcome', ...R1, outcome: 'information-provided', final: true }, officerAt('fi-1'));
  const [, overdue, granted] = ofR1(it);
  expect(short(ofR1(it))).toEqual([['requested'], ['overdue'], ['granted', false]]);
  expect([overdue?.at, granted?.at].toSorted()).toEqual([overdue?.at, granted?.at]);
  expect(overdue?.at).not.toBe(granted?.at);
});

test('a case that nobody acknowledges is overdue, and its late acknowledgement makes the answer late', () => {
  const it = RECIPIENT_IN.unresponsive();
  expect(short(ofR1(it))).toEqual([['requested'], ['overdue']]);
  it.pass(16 * 24);
  it.act({ type: 'acknowledge', ...R1 }, officerAt('fi-1'));
  it.act({ type: 'accept', ...R1 }, officerAt('fi-1'));
  expect(short(ofR1(it))).toEqual([['requested'], ['overdue'], ['granted', false]]);
});

test('a request is overdue once, even if the decision is late too', () => {
  const it = RECIPIENT_IN.unresponsive();
  it.act({ type: 'acknowledge', ...R1 }, officerAt('fi-1'));
  it.pass(60 * 24);
  it.act({ type: 'accept', ...R1 }, officerAt('fi-1'));
  expect(short(ofR1(it))).toEqual([['requested'], ['overdue'], ['granted', false]]);
});

test('a judicial authorisation is a departure, and the reason of a late answer', () => {
  const it = anInformationRequest();
  const extend = { type: 'extend', ...R1, clock: 'first-answer', amount: 2, text: 'text-court' } as const;
  it.act({ ...extend, reason: 'complexity' }, officerAt('fi-1'));
  it.act({ ...extend, reason: 'judicial-authorisation' }, officerAt('fi-1'));
  it.pass(20 * 24);
  it.act({ type: 'report-outcome', ...R1, outcome: 'information-provided', final: true }, officerAt('fi-1'));
  expect(ofR1(it).map(({ name, inTime, authorisation }) => ({ name, inTime, authorisation }))).toEqual([
    { name: 'requested', inTime: null, authorisation: false },
    { name: 'departure', inTime: null, authorisation: true },
    { name: 'overdue', inTime: null, authorisation: true },
    { name: 'granted', inTime: false, authorisation: true },
  ]);
});

test('a request keeps the urgency that it had', () => {
  const it = RECIPIENT_IN.accepted();
  const before = eventsOf(it);
  it.act({ type: 'supplement', text: 'text-2', indicators: [], origins: [], materialCount: 0 }, CAST.sender);
  it.act({ type: 'reopen-triage' }, CAST.coordinator);
  const again = { urgency: 'urgent', capability: 'investigation', urgencyGrounds: [], wanted: [] } as const;
  it.act({ type: 'complete-triage', ...again, urgencyGrounds: [], countries: ['SE'], wanted: [] }, CAST.coordinator);
  it.settle();
  expect(eventsOf(it).slice(0, before.length)).toEqual(before);
  expect(eventsOf(it).at(-1)).toMatchObject({ name: 'requested', country: 'SE', urgency: 'urgent' });
});

test('later entries change nothing, and acts one by one give the same as the whole journal', () => {
  fc.assert(
    fc.property(randomCases, fc.nat(), (it, at) => {
      const cut = at % (it.journal.length + 1);
      const [earlier, later] = [it.journal.slice(0, cut), it.journal.slice(cut)];
      const first = requestEvents(stepsOf(ID, earlier));
      const rest = requestEvents(stepsOf(ID, later, fold(ID, earlier)));
      expect([...first, ...rest]).toEqual(eventsOf(it));
      const answers = eventsOf(it).filter(({ tookMs }) => tookMs !== null);
      const requests = eventsOf(it).filter(({ name }) => name === 'requested');
      expect(answers.length).toBeLessThanOrEqual(requests.length);
    }),
    { numRuns: examples(30) },
  );
});
