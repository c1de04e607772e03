/** The codes that are listed for each act, crossed with those that the rules answer. */

import { expect, test } from 'vitest';
import type { ActType } from '../../domain/acts.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { refusalCodes } from '../../domain/lifecycle/refusal-codes.ts';
import { everyReachableCase } from '../support/cases-by-status.ts';
import { attempts, sampleCases } from '../support/random-cases.ts';

/** Of the sample of random referrals, every eighth is enough. */
const SHARE = 8;

test('every refusal of an act has a code that is listed for the act', () => {
  const cases = [
    ...sampleCases().filter((_, number) => number % SHARE === 0),
    ...everyReachableCase().map(([, make]) => make()),
  ];
  const answered = new Map<ActType, Set<ErrorCode>>();
  for (const it of cases) {
    for (const { act, actor } of attempts(it.referral)) {
      const code = it.refusalOf(act, actor);
      if (code !== undefined) answered.set(act.type, (answered.get(act.type) ?? new Set()).add(code));
    }
  }
  expect(answered.size).toBeGreaterThan(45);
  const unlisted = [...answered].flatMap(([act, codes]) =>
    [...codes].filter((code) => !refusalCodes(act).includes(code)).map((code) => `${act} ${code}`),
  );
  expect(unlisted).toEqual([]);
});

test('the role of a supervisor is listed where a row of the table requires it, and a closed referral where it matters', () => {
  expect(refusalCodes('approve-closure')).toEqual([
    ...['ALREADY_CLOSED', 'ALREADY_ERASED', 'NOT_COORDINATOR', 'ROLE_REQUIRED', 'SAME_PERSON'],
    ...['SUPERVISOR_REQUIRED', 'WRONG_STATUS'],
  ]);
  expect(refusalCodes('reopen')).toContain('NOT_CLOSED');
  expect(refusalCodes('reopen')).not.toContain('ALREADY_CLOSED');
});
