/** Whether another person acted after a form was opened, from the journal as the viewer sees it. */

import { expect, test } from 'vitest';
import { othersActs } from '../../../../client/web/referral/referral-view.ts';
import { Case } from '../../../support/case.ts';
import { CAST } from '../../../support/factories.ts';

const { coordinator, otherCoordinator } = CAST;

test('an act of another person makes a form stale, an act of the engine does not', () => {
  const it = new Case();
  const seen = it.referral.seq;
  it.settle();
  expect(othersActs(it.journal, seen, coordinator, 'not-sent')).toEqual([]);
  it.act({ type: 'take' }, otherCoordinator);
  expect(othersActs(it.journal, seen, coordinator, 'not-sent').map(({ event }) => event.type)).toEqual([
    'handler-assigned',
  ]);
  expect(othersActs(it.journal, it.referral.seq, coordinator, 'not-sent')).toEqual([]);
});

test('a form that was sent before gets its answer, also after acts of others', () => {
  const it = new Case();
  it.settle();
  const seen = it.referral.seq;
  it.act({ type: 'take' }, coordinator);
  const { actId } = it.journal.at(-1) ?? {};
  it.act({ type: 'take' }, otherCoordinator);
  expect(othersActs(it.journal, seen, coordinator, String(actId))).toEqual([]);
});

test('another act of the same person does not count as this form, so a later act of a colleague makes it stale', () => {
  const it = new Case();
  it.settle();
  const seen = it.referral.seq;
  it.act({ type: 'take' }, coordinator);
  it.act({ type: 'take' }, otherCoordinator);
  expect(othersActs(it.journal, seen, coordinator, 'not-sent').map(({ event }) => event.type)).toEqual([
    'handler-assigned',
  ]);
});
