/** The reasons for which a deadline may be extended: Directive (EU) 2023/977 art. 5(2) has only one. */

import { expect, test } from 'vitest';
import { ReferralError } from '../../../domain/errors.ts';
import { EXTENSION_REASONS, type ExtensionReason } from '../../../domain/vocabulary.ts';
import { DAY, History, partner, sent, withTerms } from './history.ts';

const recipientId = 'r1';
const request = { kind: 'information-request', legalInstrument: 'directive-2023-977' } as const;

function extend(
  history: History,
  reason: ExtensionReason | undefined,
  clock: 'first-answer' | 'decide' = 'first-answer',
) {
  const act = { type: 'extend', recipientId, clock, amount: 7, text: 't', ...(reason && { reason }) } as const;
  return history.play(partner(1), act);
}

function refusal(step: () => unknown): Pick<ReferralError, 'code' | 'field'> | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return { code: error.code, field: error.field };
    throw error;
  }
}

const acknowledged = (facts: object) => sent({ facts }).play(partner(1), { type: 'acknowledge', recipientId });

test.each(EXTENSION_REASONS)('the statutory first answer, with the reason %s', (reason) => {
  const history = acknowledged(request);
  const { dueAt } = history.clock('first-answer');
  const isAccepted = reason === 'judicial-authorisation';
  expect(refusal(() => extend(history, reason))).toEqual(
    isAccepted ? undefined : { code: 'EXTENSION_REASON', field: 'reason' },
  );
  expect(Date.parse(history.clock('first-answer').dueAt) - Date.parse(dueAt)).toBe(isAccepted ? 7 * DAY : 0);
});

test('the statutory first answer is not extended without a reason', () => {
  expect(refusal(() => extend(acknowledged(request), undefined))).toEqual({
    code: 'EXTENSION_REASON',
    field: 'reason',
  });
});

test('a first answer that is a target is extended for any reason', () => {
  const target = { kind: 'information-request', legalInstrument: 'national-law' };
  for (const reason of [...EXTENSION_REASONS, undefined]) {
    expect(refusal(() => extend(acknowledged(target), reason))).toBeUndefined();
  }
});

test('a policy names the reasons for any deadline, and an open deadline keeps those with which it started', () => {
  const extension = {
    max: 30,
    count: 1,
    reasonRequired: true,
    reasons: ['third-party' as const, 'complexity' as const],
  };
  const history = sent({ policies: withTerms('decide', { extension }) });
  history.play(partner(1), { type: 'acknowledge', recipientId });
  history.policies = new History().policies;
  expect(history.clock('decide').extension.reasons).toEqual(['third-party', 'complexity']);
  expect(refusal(() => extend(history, 'other', 'decide'))?.code).toBe('EXTENSION_REASON');
  expect(refusal(() => extend(history, 'third-party', 'decide'))).toBeUndefined();
});
