/** Webhooks: which addresses are accepted, who is notified of which events, and what a message contains. */

import { describe, expect, test } from 'vitest';
import { planEdit } from '../../domain/administration/plan-edit.ts';
import type { EventType } from '../../domain/events.ts';
import {
  isWebhookUrl,
  MAX_WEBHOOKS,
  retryAfter,
  WEBHOOK_KINDS,
  webhookKindOf,
  webhookMessages,
} from '../../domain/webhooks.ts';
import type { Case } from '../support/case.ts';
import { aReferredCase, RECIPIENT_IN } from '../support/cases-by-status.ts';
import { COORDINATOR, DIRECTORY, officerAt, SENDER } from '../support/factories.ts';
import { codeOf } from './administration/refusal-code.ts';

test.each([
  ['https://hooks.agency.example/liaise', true],
  ['https://hooks.agency.example:8443/liaise?token=1', true],
  ['http://hooks.agency.example/', false],
  ['https://user@hooks.agency.example/', false],
  ['https://user:password@hooks.agency.example/', false],
  ['https://hooks.agency.example/#part', false],
  ['https://hooks/', false],
  ['https://localhost/', false],
  ['https://hooks.localhost./', false],
  ['https://vault.internal/', false],
  ['https://printer.local/', false],
  ['https://127.0.0.1/', false],
  ['https://2130706433/', false],
  ['https://0x7f.1/', false],
  ['https://[::1]/', false],
  ['https://[2a00:1450::1]/', false],
  ['ftp://hooks.agency.example/', false],
  [`https://hooks.agency.example/${'x'.repeat(300)}`, false],
  ['no address', false],
])('the address %s is accepted: %s', (url, isAccepted) => {
  expect(isWebhookUrl(url)).toBe(isAccepted);
});

test('the time between attempts grows, up to some hours', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 20].map((tries) => retryAfter(tries, 0));
  expect(seconds).toEqual([5, 60, 300, 1_800, 3_600, 7_200, 14_400, 14_400]);
  expect(retryAfter(1, 1)).toBe(6);
});

describe('messages', () => {
  const webhook = (agencyId: string, kinds: readonly string[] = WEBHOOK_KINDS) => ({
    ...{ id: `webhook of ${agencyId}`, agencyId, kinds, createdAt: '2020-01-01T00:00:00.000Z' },
  });

  function messagesTo(agencyId: string, referred: Case, kinds?: readonly string[]) {
    const { journal, referral } = referred;
    const seqs = new Set(journal.map(({ seq }) => seq));
    return webhookMessages(referral.id, journal, seqs, [webhook(agencyId, kinds)], 'https://liaise.example');
  }

  function declined(): Case {
    const referred = aReferredCase();
    const { id: recipientId, contactPointId } = referred.recipient('r1');
    const officer = officerAt(contactPointId);
    referred.act({ type: 'acknowledge', recipientId }, officer);
    referred.act({ type: 'decline', recipientId, ground: 'minor-or-no-offence' }, officer);
    return referred;
  }

  test('name the event, the reference, the deadline of the agency and a link, and nothing else', () => {
    const referred = aReferredCase();
    const [first] = messagesTo(referred.recipient('r1').agencyId, referred, ['arrivals']).slice(-1);
    const { type, timestamp, data } = JSON.parse(first?.payload ?? '');
    expect({ type, timestamp }).toEqual({ type: 'referral.recipient-opened', timestamp: expect.any(String) });
    expect(data).toEqual({
      ...{ referralId: first?.referralId, reference: first?.reference, kind: 'arrivals', event: 'recipient-opened' },
      ...{ dueAt: expect.stringMatching(/^\d{4}-.*Z$/), link: `https://liaise.example/referrals/${first?.reference}` },
    });
  });

  test('are about the selected kinds, and entries that the agency sees', () => {
    const referred = declined();
    const { agencyId: recipient } = referred.recipient('r1');
    const events = (agencyId: string, kinds?: readonly string[]) =>
      messagesTo(agencyId, referred, kinds).map(({ event }) => event);
    expect(events(SENDER, ['answers'])).toEqual(['acknowledged', 'declined']);
    expect(events(COORDINATOR, ['answers'])).toEqual(['acknowledged', 'declined']);
    expect(events(recipient, ['answers'])).toEqual(['acknowledged', 'declined']);
    expect(events(recipient, ['outcomes'])).toEqual([]);
    expect(events('xx-stranger')).toEqual([]);
  });

  test('are not about entries from before the webhook, and none is about internal events', () => {
    const { journal, referral } = declined();
    const seqs = new Set(journal.map(({ seq }) => seq));
    const later = { ...webhook(SENDER), createdAt: '2099-01-01T00:00:00.000Z' };
    expect(webhookMessages(referral.id, journal, seqs, [later], '')).toEqual([]);
    const internal: EventType[] = ['letters-decided', 'clock-started', 'possible-duplicate-found', 'triage-proposed'];
    expect(internal.map(webhookKindOf)).toEqual(internal.map(() => null));
  });
});

test.each([
  ['outcome-corrected', 'outcomes'],
  ['translation-asked', 'questions'],
  ['translation-expired', 'questions'],
  ['oral-request-recorded', 'questions'],
  ['preservation-reported', 'outcomes'],
  ['held', 'transfers'],
  ['erasure-ordered', 'closures'],
] as const)('a webhook learns of %s with the %s', (event, kind) => {
  expect(webhookKindOf(event)).toBe(kind);
});

test('a webhook that reports an outcome also reports its correction', () => {
  const reported = RECIPIENT_IN['outcome-reported']();
  reported.act(
    { type: 'correct-outcome', recipientId: 'r1', outcome: 'victim-safeguarded', text: 'c' },
    officerAt('fi-1'),
  );
  const { journal, referral } = reported;
  const created = { createdAt: '2020-01-01T00:00:00.000Z', kinds: ['outcomes'] };
  const sent = webhookMessages(
    referral.id,
    journal,
    new Set(journal.map(({ seq }) => seq)),
    [{ id: 'w', agencyId: SENDER, ...created }],
    '',
  );
  expect(sent.map(({ event }) => event)).toEqual(['outcome-reported', 'outcome-corrected']);
});

describe('an edit', () => {
  const webhook = {
    ...{ id: '5f0c9a52-6b4a-4d0f-9f63-7d1f0c2f8a31', agencyId: COORDINATOR, url: 'https://hooks.agency.example/' },
    kinds: ['answers'],
  } as const;
  const editor = (agencyId: string, role: 'administrator' | 'supervisor' = 'administrator') => ({
    person: { kind: 'person', personId: 'anna', agencyId, roles: [role] } as const,
    everywhere: agencyId === COORDINATOR,
  });
  const facts = { directory: DIRECTORY, closedDays: [], now: '2026-11-30T08:00:00.000Z' };
  const add = (more: object = {}, by = editor(COORDINATOR), known: object = {}) =>
    planEdit({ ...facts, ...known }, by, { type: 'add-webhook', webhook: { ...webhook, ...more } });

  test('by an administrator of the agency waits for a second one', () => {
    expect(add()).toMatchObject({ agreement: 'second-administrator', agencies: [COORDINATOR], change: 'added' });
    const remove = { type: 'remove-webhook', webhook } as const;
    const removed = planEdit({ ...facts, webhooks: [webhook] }, editor(COORDINATOR), remove);
    expect(removed).toMatchObject({ agreement: 'second-administrator', before: { url: webhook.url }, after: {} });
    expect(codeOf(() => planEdit(facts, editor(COORDINATOR), remove))).toBe('CHANGED_MEANWHILE');
  });

  test('is refused for another agency, another role, a private address, no kinds, and too many', () => {
    expect(codeOf(() => add({ agencyId: SENDER }))).toBe('UNKNOWN_AGENCY');
    expect(codeOf(() => add({}, editor(COORDINATOR, 'supervisor')))).toBe('UNKNOWN_AGENCY');
    for (const wrong of [{ url: 'https://10.0.0.1/' }, { kinds: [] }, { kinds: ['anything'] }]) {
      expect(codeOf(() => add(wrong))).toBe('INVALID_INPUT');
    }
    const webhooks = Array.from({ length: MAX_WEBHOOKS }, () => webhook);
    expect(codeOf(() => add({}, editor(COORDINATOR), { webhooks }))).toBe('INVALID_INPUT');
  });
});
