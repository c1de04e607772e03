/** When somebody else was first: told by the journal as the person sees it. */

import { expect, test } from 'vitest';
import { othersActs } from '../../../../client/web/referral/referral-view.ts';
import { Case } from '../../../support/case.ts';
import { CAST } from '../../../support/factories.ts';

const { coordinator, otherCoordinator } = CAST;

test('what another person did is in the way, what the engine did is not', () => {
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

test('a form that was sent before is answered, whatever others did after it', () => {
  const it = new Case();
  it.settle();
  const seen = it.referral.seq;
  it.act({ type: 'take' }, coordinator);
  const { actId } = it.journal.at(-1) ?? {};
  it.act({ type: 'take' }, otherCoordinator);
  expect(othersActs(it.journal, seen, coordinator, String(actId))).toEqual([]);
});

test('another act of the same person does not count as this form, so what a colleague did after it is in the way', () => {
  const it = new Case();
  it.settle();
  const seen = it.referral.seq;
  it.act({ type: 'take' }, coordinator);
  it.act({ type: 'take' }, otherCoordinator);
  expect(othersActs(it.journal, seen, coordinator, 'not-sent').map(({ event }) => event.type)).toEqual([
    'handler-assigned',
  ]);
});
