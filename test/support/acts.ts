/** One example of each act, for a referral with recipient r1 at fi-1. */

import type { Act, ActOf, ActType } from '../../domain/acts.ts';
import { proposeTriage } from '../../domain/triage.ts';
import { choice, START, someFacts } from './factories.ts';

type Examples = { [T in Exclude<ActType, 'submit'>]: ActOf<T> };

const text = 'text-some';
const recipientId = 'r1';

export const EXAMPLES: Examples = {
  supplement: { type: 'supplement', text, indicators: [], origins: [], materialCount: 0 },
  take: { type: 'take' },
  assign: { type: 'assign', personId: 'a.colleague' },
  'set-own-reference': { type: 'set-own-reference', text },
  'add-note': { type: 'add-note', text },
  'take-back': { type: 'take-back', act: 'assign' },
  'ask-information': { type: 'ask-information', text },
  'answer-information': { type: 'answer-information', questionId: 'q1', text },
  'ask-translation': { type: 'ask-translation', recipientId, of: 'sender', languages: ['fi'], text },
  'deliver-translation': { type: 'deliver-translation', translationId: 't1', language: 'fi', text },
  'record-oral-request': { type: 'record-oral-request', requestedAt: START, text },
  'confirm-oral-request': { type: 'confirm-oral-request', text },
  'propose-triage': { type: 'propose-triage', proposal: proposeTriage(someFacts()) },
  'reject-at-intake': { type: 'reject-at-intake', ground: 'no-location' },
  'mark-duplicate': { type: 'mark-duplicate', otherId: 'referral-2' },
  'file-informational': { type: 'file-informational' },
  'complete-triage': {
    type: 'complete-triage',
    urgency: 'standard',
    urgencyGrounds: [],
    countries: ['FI'],
    capability: 'investigation',
    wanted: [],
  },
  'reopen-triage': { type: 'reopen-triage' },
  route: { type: 'route', decision: { ruleVersion: 'r', countries: ['FI'], candidates: [], taken: [], without: [] } },
  'assign-recipient': { type: 'assign-recipient', choice: choice('se-1'), text },
  'add-country': { type: 'add-country', country: 'SE', text },
  acknowledge: { type: 'acknowledge', recipientId },
  accept: { type: 'accept', recipientId },
  decline: { type: 'decline', recipientId, ground: 'no-jurisdiction' },
  extend: { type: 'extend', recipientId, clock: 'decide', amount: 1, text },
  'report-preservation': { type: 'report-preservation', recipientId, text },
  'confirm-production': { type: 'confirm-production', recipientId, text },
  'refer-onward': { type: 'refer-onward', recipientId, choice: choice('nl-2'), text },
  'consent-onward': { type: 'consent-onward', recipientId },
  'refuse-onward': { type: 'refuse-onward', recipientId, text },
  'report-outcome': { type: 'report-outcome', recipientId, outcome: 'arrest', final: true },
  'correct-outcome': { type: 'correct-outcome', recipientId, outcome: 'prosecution', text },
  recall: { type: 'recall', recipientId, text },
  'confirm-recall': { type: 'confirm-recall', recipientId },
  withdraw: { type: 'withdraw', text },
  'propose-closure': { type: 'propose-closure' },
  'approve-closure': { type: 'approve-closure' },
  'return-closure': { type: 'return-closure', text },
  reopen: { type: 'reopen', text },
  'set-lead': { type: 'set-lead', recipientId },
  'raise-hash-limit': { type: 'raise-hash-limit', max: 1_000, text },
  link: { type: 'link', otherId: 'referral-2', kind: 'related' },
  'order-erasure': { type: 'order-erasure', text },
  'ask-retention-review': { type: 'ask-retention-review', dueAt: '2026-11-20T00:00:00.000Z' },
  retain: { type: 'retain', until: '2027-11-20T00:00:00.000Z', text },
  'place-legal-hold': { type: 'place-legal-hold', text },
  'lift-legal-hold': { type: 'lift-legal-hold', text },
  erase: { type: 'erase' },
  'confirm-erasure': { type: 'confirm-erasure', recipientId },
  'warn-clock': { type: 'warn-clock', clockId: 'c1' },
  'expire-clock': { type: 'expire-clock', clockId: 'c1' },
  'resume-clock': { type: 'resume-clock', clockId: 'c1' },
  'release-recipient': { type: 'release-recipient', recipientId: 'r1' },
  'set-sender-status': { type: 'set-sender-status', disabled: true },
  'settle-letters': { type: 'settle-letters', results: [] },
};

/** Every example, and a question of a recipient. */
export const EVERY_ACT: readonly Act[] = [...Object.values(EXAMPLES), { type: 'ask-information', recipientId, text }];
