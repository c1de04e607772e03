/** Onward referral: no loops, no long chains, and under H2 only with the sender's consent. */

import { describe, expect, test } from 'vitest';
import type { ActOf } from '../../domain/acts.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { Person } from '../../domain/people.ts';
import type { Case } from '../support/case.ts';
import { RECIPIENT_IN } from '../support/cases-by-status.ts';
import { aPerson, CAST, choice, officerAt } from '../support/factories.ts';

const refer = (to: string, recipientId = 'r1'): ActOf<'refer-onward'> => ({
  type: 'refer-onward',
  recipientId,
  choice: choice(to),
  text: 'text-on',
});

/** Accepts it there and hands it on. */
function handOn(it: Case, recipientId: string, to: string): void {
  const officer = aPerson('partner-officer', it.recipient(recipientId).agencyId);
  if (it.recipient(recipientId).status !== 'accepted') it.act({ type: 'accept', recipientId }, officer);
  it.act(refer(to, recipientId), officer);
  it.settle();
}

describe('referring onward', () => {
  test('opens a new recipient one hop further, and is the end for the one that handed it on', () => {
    const it = RECIPIENT_IN['referred-onward']();
    expect(it.recipient('r1').status).toBe('referred-onward');
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'nl-1', hop: 1, parentId: 'r1', opened: 'onward' });
    expect(it.referral.status).toBe('referred');
  });

  test('goes neither to the sender, nor to itself, nor back to an earlier recipient of the chain', () => {
    const it = RECIPIENT_IN.accepted();
    expect(it.refusalOf(refer('ee-1'), officerAt('fi-1'))).toBe('ONWARD_LOOP');
    expect(it.refusalOf(refer('fi-1'), officerAt('fi-1'))).toBe('ONWARD_LOOP');
    handOn(it, 'r1', 'nl-1');
    handOn(it, 'r2', 'se-1');
    it.act({ type: 'acknowledge', recipientId: 'r3' }, officerAt('se-1'));
    expect(it.refusalOf(refer('fi-1', 'r3'), officerAt('se-1'))).toBe('ONWARD_LOOP');
    expect(it.refusalOf(refer('nl-1', 'r3'), officerAt('se-1'))).toBe('ONWARD_LOOP');
    expect(it.refusalOf(refer('nl-2', 'r3'), officerAt('se-1'))).toBeUndefined();
  });

  test('goes five hops and no further', () => {
    const it = RECIPIENT_IN.accepted();
    for (const [index, to] of ['nl-1', 'se-1', 'nl-2', 'fi-2', 'fi-3'].entries()) handOn(it, `r${index + 1}`, to);
    it.act({ type: 'accept', recipientId: 'r6' }, officerAt('fi-3'));
    expect(it.recipient('r6').hop).toBe(5);
    expect(it.refusalOf(refer('no-1', 'r6'), officerAt('fi-3'))).toBe('ONWARD_LOOP');
  });

  test('keeps the id of its chain at each hop, also for those who see no other recipient', () => {
    const it = RECIPIENT_IN.accepted();
    handOn(it, 'r1', 'nl-1');
    handOn(it, 'r2', 'se-1');
    const chainsFor = (viewer: Person) =>
      disclose(it.referral, viewer).referral.recipients.map(({ chainId }) => chainId);
    expect(chainsFor(CAST.coordinator)).toEqual(['r1', 'r1', 'r1']);
    expect(chainsFor(officerAt('se-1'))).toEqual(['r1']);
  });

  test('goes only as many hops as the policies at its submission permit', () => {
    const it = RECIPIENT_IN.accepted();
    it.referral = { ...it.referral, onwardLimit: 1 };
    handOn(it, 'r1', 'nl-1');
    it.act({ type: 'accept', recipientId: 'r2' }, officerAt('nl-1'));
    expect(it.refusalOf(refer('se-1', 'r2'), officerAt('nl-1'))).toBe('ONWARD_LOOP');
  });

  test('continues with a replacement, which has the same hop as the replaced recipient', () => {
    const it = RECIPIENT_IN.accepted();
    handOn(it, 'r1', 'nl-1');
    it.act({ type: 'decline', recipientId: 'r2', ground: 'no-jurisdiction' }, officerAt('nl-1'));
    it.settle();
    expect(it.recipient('r3')).toMatchObject({ contactPointId: 'nl-2', opened: 'replacement', hop: 1, parentId: 'r2' });
    it.act({ type: 'accept', recipientId: 'r3' }, officerAt('nl-2'));
    expect(it.refusalOf(refer('fi-1', 'r3'), officerAt('nl-2'))).toBe('ONWARD_LOOP');
  });

  test('does not go to a contact point that has it', () => {
    const it = RECIPIENT_IN.accepted();
    it.act({ type: 'assign-recipient', choice: choice('se-1'), text: 'text-also' }, CAST.supervisor);
    expect(it.refusalOf(refer('se-1'), officerAt('fi-1'))).toBe('ALREADY_RECIPIENT');
  });
});

describe('under H2', () => {
  const asked = () => {
    const it = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
    it.act(refer('nl-1'), officerAt('fi-1'));
    return it;
  };

  test('the sender is asked first, and nothing is sent meanwhile', () => {
    const it = asked();
    expect(it.recipient('r1')).toMatchObject({ status: 'accepted', onward: { state: 'consent-asked' } });
    expect(it.referral.recipients).toHaveLength(1);
    expect(it.clock('consent-onward', 'r1')).toMatchObject({ debtor: 'sender', state: { status: 'running' } });
    expect(it.refusalOf(refer('se-1'), officerAt('fi-1'))).toBe('CONSENT_PENDING');
  });

  test('with consent it goes where it was asked for', () => {
    const it = asked();
    it.act({ type: 'consent-onward', recipientId: 'r1' }, CAST.sender);
    expect(it.recipient('r1')).toMatchObject({ status: 'referred-onward', onward: { state: 'consented' } });
    expect(it.recipient('r2')).toMatchObject({ contactPointId: 'nl-1', hop: 1 });
    expect(it.clock('consent-onward', 'r1')?.state.status).toBe('stopped');
  });

  test('refused, it stays, and may be asked for elsewhere', () => {
    const it = asked();
    it.act({ type: 'refuse-onward', recipientId: 'r1', text: 'text-no' }, CAST.sender);
    expect(it.recipient('r1')).toMatchObject({ status: 'accepted', onward: { state: 'none' } });
    it.act(refer('se-1'), officerAt('fi-1'));
    expect(it.recipient('r1').onward).toMatchObject({ choice: { contactPointId: 'se-1' } });
  });

  test('consent needs a request, and only the sender gives it', () => {
    const it = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
    expect(it.refusalOf({ type: 'consent-onward', recipientId: 'r1' }, CAST.sender)).toBe('CONSENT_NOT_ASKED');
    const other = asked();
    for (const person of [CAST.coordinator, CAST.supervisor, officerAt('fi-1')]) {
      expect(other.refusalOf({ type: 'consent-onward', recipientId: 'r1' }, person)).toBe('NOT_SENDER');
    }
    expect(other.refusalOf({ type: 'consent-onward', recipientId: 'r1' }, CAST.sendersSupervisor)).toBe(
      'ROLE_REQUIRED',
    );
  });

  test('the request is checked again at the consent, because the desk may have the referral by then', () => {
    const it = asked();
    it.act({ type: 'assign-recipient', choice: choice('nl-1'), text: 'text-also' }, CAST.supervisor);
    expect(it.refusalOf({ type: 'consent-onward', recipientId: 'r1' }, CAST.sender)).toBe('ALREADY_RECIPIENT');
  });

  test('a recipient that declined meanwhile needs no consent any more', () => {
    const it = asked();
    it.act({ type: 'report-outcome', recipientId: 'r1', outcome: 'arrest', final: true }, officerAt('fi-1'));
    expect(it.refusalOf({ type: 'consent-onward', recipientId: 'r1' }, CAST.sender)).toBe('RECIPIENT_FINAL');
    expect(it.clock('consent-onward', 'r1')?.state.status).toBe('stopped');
  });
});
