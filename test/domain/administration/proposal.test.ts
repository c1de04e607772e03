/** Who may confirm a proposal: two different people, neither of them the person in whose favour it is. */

import { describe, expect, test } from 'vitest';
import {
  type Administrator,
  countsProposer,
  decideConfirmation,
  hasNoColleague,
  PROPOSAL_LIFETIME_MS,
  type Proposal,
  type ProposalDecision,
  requireReachOver,
  requireSameBefore,
  statusOf,
  WAITING_PERIOD_MS,
} from '../../../domain/administration/proposal.ts';
import type { Person } from '../../../domain/people.ts';
import { codeOf } from './refusal-code.ts';

const AT = '2026-11-30T08:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(AT) + ms).toISOString();
const admin = (personId: string, agencyId = 'xr-desk', email = `${personId}@desk.example`): Administrator => ({
  ...{ personId, agencyId, everywhere: agencyId === 'xr-desk', email },
});
const person = (personId: string, agencyId = 'xr-desk'): Person => ({
  ...{ kind: 'person', personId, agencyId, roles: ['administrator'] },
});

const PROPOSAL: Proposal = {
  ...{ id: 'p', proposer: { personId: 'anna', agencyId: 'xr-desk' }, channel: 'page' },
  edit: { type: 'set-roles', personId: 'noor', agencyId: 'fi-birch', roles: ['supervisor'] },
  plan: {
    ...{ part: 'roles', id: 'noor', change: 'changed', agencies: ['fi-birch'], agreement: 'second-administrator' },
    ...{ before: { roles: [] }, after: { roles: ['supervisor'] }, favours: 'noor' },
  },
  ...{ proposedAt: AT, expiresAt: later(PROPOSAL_LIFETIME_MS) },
};
const TWO = [admin('anna'), admin('bela')];

function confirm(
  confirmer: Person,
  { proposal = PROPOSAL, administrators = TWO, decisions = [] as ProposalDecision[], now = later(60_000) } = {},
) {
  return decideConfirmation(proposal, decisions, { confirmer, administrators, now });
}

describe('a proposal', () => {
  test('is confirmed by another administrator, at once', () => {
    expect(confirm(person('bela'))).toBe('enough');
  });

  test('is never confirmed by its proposer, also at another agency or as a second record with the same mailbox', () => {
    expect(codeOf(() => confirm(person('anna')))).toBe('SAME_PERSON');
    const administrators = [...TWO, admin('anna', 'fi-birch'), admin('anna2', 'xr-desk', 'Anna+2@desk.example')];
    expect(codeOf(() => confirm(person('anna', 'fi-birch'), { administrators }))).toBe('SAME_PERSON');
    expect(codeOf(() => confirm(person('anna2'), { administrators }))).toBe('SAME_PERSON');
  });

  test('is not confirmed by the person in whose favour it is', () => {
    const administrators = [...TWO, admin('noor', 'fi-birch')];
    expect(codeOf(() => confirm(person('noor', 'fi-birch'), { administrators }))).toBe('SELF_GRANT');
  });

  test('is confirmed by an administrator of the agency concerned, and not by one of another agency', () => {
    const administrators = [admin('anna'), admin('birgit', 'fi-birch'), admin('aleksi', 'fi-alder')];
    expect(confirm(person('birgit', 'fi-birch'), { administrators })).toBe('enough');
    expect(codeOf(() => confirm(person('aleksi', 'fi-alder'), { administrators }))).toBe('UNKNOWN_PROPOSAL');
    expect(codeOf(() => confirm(person('stranger'), { administrators }))).toBe('UNKNOWN_PROPOSAL');
  });

  test('of a person who is no longer an administrator is not confirmed', () => {
    expect(codeOf(() => confirm(person('bela'), { administrators: [admin('bela'), admin('carl')] }))).toBe(
      'ROLE_REQUIRED',
    );
  });

  test('is decided once, and expires', () => {
    for (const step of ['applied', 'rejected', 'withdrawn'] as const) {
      const decisions = [{ step, personId: 'bela', at: AT }];
      expect(codeOf(() => confirm(person('bela'), { decisions }))).toBe('PROPOSAL_DECIDED');
      expect(statusOf(PROPOSAL, decisions, AT)).toBe(step);
    }
    const now = later(PROPOSAL_LIFETIME_MS);
    expect(codeOf(() => confirm(person('bela'), { now }))).toBe('PROPOSAL_EXPIRED');
    expect(statusOf(PROPOSAL, [], now)).toBe('expired');
  });

  test('is not confirmed if the entry has changed', () => {
    expect(codeOf(() => requireSameBefore(PROPOSAL, { before: { roles: ['auditor'] } }))).toBe('CHANGED_MEANWHILE');
    requireSameBefore(PROPOSAL, { before: { roles: [] } });
  });
});

describe('a proposal by command', () => {
  const proposal: Proposal = { ...PROPOSAL, channel: 'command' };

  test('needs two administrators who signed in, because a command has no sign-in', () => {
    expect(confirm(person('bela'), { proposal })).toBe('one-of-two');
    const decisions: ProposalDecision[] = [{ step: 'confirmed', personId: 'bela', at: AT }];
    expect(codeOf(() => confirm(person('bela'), { proposal, decisions }))).toBe('SAME_PERSON');
    expect(confirm(person('anna'), { proposal, decisions })).toBe('enough');
  });

  test('does not count a confirmation of a person who is no longer an administrator', () => {
    const decisions: ProposalDecision[] = [{ step: 'confirmed', personId: 'gone', at: AT }];
    expect(confirm(person('bela'), { proposal, decisions })).toBe('one-of-two');
  });
});

describe('an administrator without a colleague', () => {
  test('confirms alone, a day after the proposal', () => {
    const administrators = [admin('anna'), admin('anna2', 'xr-desk', 'anna@desk.example')];
    const alone = { administrators: [admin('anna'), admin('aleksi', 'fi-alder')] };
    expect(codeOf(() => confirm(person('anna'), { ...alone, now: later(WAITING_PERIOD_MS - 1) }))).toBe(
      'WAITING_PERIOD',
    );
    expect(confirm(person('anna'), { ...alone, now: later(WAITING_PERIOD_MS) })).toBe('enough');
    expect(codeOf(() => confirm(person('anna2'), { administrators }))).toBe('WAITING_PERIOD');
  });

  test('has one as soon as a second administrator is added', () => {
    expect(codeOf(() => confirm(person('anna'), { now: later(2 * WAITING_PERIOD_MS) }))).toBe('SAME_PERSON');
  });

  test('needs a third one if the change is in favour of the second', () => {
    const proposal: Proposal = { ...PROPOSAL, plan: { ...PROPOSAL.plan, favours: 'bela' } };
    const now = later(2 * WAITING_PERIOD_MS);
    expect(codeOf(() => confirm(person('bela'), { proposal, now }))).toBe('SELF_GRANT');
    expect(codeOf(() => confirm(person('anna'), { proposal, now }))).toBe('SAME_PERSON');
  });
});

test('a system proposes, is not counted as an administrator, and decides nothing', () => {
  const system: Administrator = { ...admin('system'), isSystem: true };
  const proposal: Proposal = { ...PROPOSAL, proposer: { personId: 'system', agencyId: 'xr-desk' }, channel: 'api' };
  const administrators = [...TWO, system];
  const options = { proposal, administrators };
  expect(countsProposer(proposal, administrators)).toBe(false);
  expect(confirm(person('anna'), options)).toBe('one-of-two');
  const decisions: ProposalDecision[] = [{ step: 'confirmed', personId: 'anna', at: AT }];
  expect(confirm(person('bela'), { ...options, decisions })).toBe('enough');
  expect(codeOf(() => confirm(person('system'), { ...options, decisions }))).toBe('UNKNOWN_PROPOSAL');
  expect(codeOf(() => requireReachOver(proposal, person('system'), administrators))).toBe('UNKNOWN_PROPOSAL');
  // Systems are no colleagues.
  expect(hasNoColleague('anna', ['fi-birch'], [admin('anna'), system])).toBe(true);
});
