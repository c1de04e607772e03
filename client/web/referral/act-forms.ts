/** Every act as a form: its fields in order, and what to know before it is done. Who may do it the lifecycle table says. */

import { REVERSIBLE_ACTS } from '../../../domain/acts.ts';
import {
  CAPABILITIES,
  DECLINE_GROUNDS,
  GIVEN_LINK_KINDS,
  NOT_ACTIONABLE_REASONS,
  OUTCOMES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../../domain/vocabulary.ts';
import type { ActRequest } from '../../contract/acts.ts';
import {
  type ActForm,
  type ActFormField,
  codes,
  languageField,
  note,
  other,
  ownReference,
  point,
  reason,
  text,
} from './act-form-fields.ts';
import {
  actOption,
  capabilityOption,
  declineOption,
  groundOption,
  linkOption,
  notActionableOption,
  outcomeOption,
  urgencyOption,
} from './act-options.ts';

export type OfferedActType = ActRequest['type'];

const none: readonly ActFormField[] = [];

/** In no order of its own. An act without fields, warning and confirmation is one button. */
export const ACT_FORMS: Readonly<Record<OfferedActType, ActForm>> = {
  supplement: { fields: [{ name: 'addition', kind: { of: 'addition' }, label: 'referral:field.addition' }] },
  take: { fields: none },
  assign: { fields: [{ name: 'personId', kind: { of: 'colleague' }, label: 'referral:field.colleague' }] },
  'set-own-reference': {
    fields: [
      {
        ...{ name: 'ownReference', kind: { of: 'reference' }, label: 'referral:field.own-reference' },
        hint: 'referral:field.own-reference-hint',
      },
    ],
  },
  'take-back': { fields: [codes('act', 'done:taking-back.act', REVERSIBLE_ACTS.map(actOption), 'radio')] },
  'add-note': { fields: [text('text', 'referral:field.note', 'referral:field.own-note-hint')] },
  'ask-information': {
    fields: [
      text('text', 'referral:field.question', 'referral:field.question-hint'),
      languageField('clarification:field.needed-language', 'clarification:field.needed-language-hint'),
    ],
  },
  'answer-information': {
    fields: [
      text('text', 'referral:field.answer', 'referral:field.answer-hint'),
      languageField('clarification:field.answer-language', 'clarification:field.answer-language-hint'),
    ],
  },
  'ask-translation': {
    fields: [
      { name: 'of', kind: { of: 'asked-party' }, label: 'clarification:field.of' },
      {
        ...{ name: 'languages', kind: { of: 'languages' }, label: 'clarification:field.languages' },
        hint: 'clarification:field.languages-hint',
      },
      { ...text('text', 'clarification:field.to-translate', 'referral:field.reason-hint'), optional: true },
    ],
  },
  'deliver-translation': {
    fields: [
      { name: 'language', kind: { of: 'language' }, label: 'clarification:field.translation-language' },
      text('text', 'clarification:field.translation', 'clarification:field.translation-hint'),
    ],
  },
  'record-oral-request': {
    fields: [
      { name: 'requestedBy', kind: { of: 'line' }, label: 'clarification:field.requested-by' },
      {
        ...{ name: 'requestedOf', kind: { of: 'line' }, label: 'clarification:field.requested-of' },
        hint: 'clarification:field.requested-hint',
      },
      {
        ...{ name: 'requestedAt', kind: { of: 'moment' }, label: 'clarification:field.requested-at' },
        hint: 'referral:field.moment-hint',
      },
      text('text', 'clarification:field.requested', 'referral:field.reason-hint'),
    ],
  },
  'confirm-oral-request': {
    fields: [text('text', 'clarification:field.confirmation', 'clarification:field.confirmation-hint')],
  },
  'report-preservation': {
    fields: [text('text', 'clarification:field.preserved', 'clarification:field.preserved-hint')],
  },
  'confirm-production': {
    fields: [text('text', 'clarification:field.production', 'clarification:field.production-hint')],
  },
  'reject-at-intake': {
    fields: [codes('ground', 'referral:field.ground', NOT_ACTIONABLE_REASONS.map(notActionableOption), 'radio'), note],
    warning: 'referral:warning.reject-at-intake',
  },
  'mark-duplicate': { fields: [other], warning: 'referral:warning.mark-duplicate' },
  'file-informational': { fields: [note], warning: 'referral:warning.file-informational' },
  'complete-triage': {
    fields: [
      codes('urgency', 'referral:field.urgency', URGENCIES.map(urgencyOption), 'radio'),
      {
        ...codes('urgencyGrounds', 'referral:field.urgency-grounds', URGENCY_GROUNDS.map(groundOption), 'checkbox'),
        optional: true,
      },
      {
        name: 'countries',
        kind: { of: 'countries' },
        label: 'referral:field.countries',
        hint: 'referral:field.countries-hint',
        optional: true,
      },
      codes('capability', 'referral:field.capability', CAPABILITIES.map(capabilityOption), 'select'),
      {
        name: 'contactPoints',
        kind: { of: 'points' },
        label: 'referral:field.points',
        hint: 'referral:field.points-hint',
        optional: true,
      },
      note,
    ],
  },
  'reopen-triage': { fields: [note] },
  'assign-recipient': {
    fields: [
      { ...point, kind: { of: 'candidate' } },
      { name: 'replaces', kind: { of: 'replaced' }, label: 'referral:field.replaces', optional: true },
      reason,
    ],
  },
  'add-country': { fields: [{ name: 'country', kind: { of: 'country' }, label: 'everywhere:column.country' }, reason] },
  'raise-hash-limit': {
    fields: [
      {
        ...{ name: 'max', kind: { of: 'number' }, label: 'referral:field.hash-limit' },
        hint: 'referral:field.hash-limit-hint',
      },
      reason,
    ],
  },
  'set-lead': { fields: none },
  acknowledge: { fields: none },
  accept: { fields: [ownReference], besideButton: true },
  decline: {
    fields: [
      codes('ground', 'referral:field.decline-ground', DECLINE_GROUNDS.map(declineOption), 'radio'),
      text('text', 'referral:field.note', 'referral:field.decline-hint'),
    ],
    warning: 'referral:warning.decline',
  },
  extend: {
    fields: [
      { name: 'clock', kind: { of: 'clock' }, label: 'referral:field.clock' },
      { name: 'amount', kind: { of: 'number' }, label: 'referral:field.amount', hint: 'referral:field.amount-hint' },
      { name: 'reason', kind: { of: 'extension-reason' }, label: 'referral:field.extension-reason', optional: true },
      {
        ...{ name: 'estimateAt', kind: { of: 'moment' }, label: 'referral:field.estimate' },
        ...{ hint: 'referral:field.moment-hint', optional: true },
      },
      { ...note, label: 'referral:field.extend-reason' },
    ],
  },
  'refer-onward': { fields: [point, reason] },
  'consent-onward': { fields: none, confirm: 'clarification:onward.confirm' },
  'refuse-onward': { fields: [reason] },
  'report-outcome': {
    fields: [
      codes('outcome', 'referral:field.outcome', OUTCOMES.map(outcomeOption), 'radio'),
      {
        ...{ name: 'final', label: 'referral:field.final' },
        kind: {
          ...{ of: 'yes-no', yes: 'referral:field.final-yes', no: 'referral:field.final-no' },
          unanswered: 'referral:field.final-unanswered',
        },
      },
      {
        ...codes('because', 'referral:field.because', NOT_ACTIONABLE_REASONS.map(notActionableOption), 'select'),
        hint: 'referral:field.because-hint',
      },
      note,
      ownReference,
    ],
  },
  'correct-outcome': {
    fields: [
      codes('outcome', 'referral:field.correct-outcome', OUTCOMES.map(outcomeOption), 'radio'),
      {
        ...codes('because', 'referral:field.because', NOT_ACTIONABLE_REASONS.map(notActionableOption), 'select'),
        hint: 'referral:field.because-hint',
      },
      reason,
    ],
  },
  recall: { fields: [reason], warning: 'referral:warning.recall' },
  'confirm-recall': { fields: none },
  withdraw: { fields: [reason], warning: 'referral:warning.withdraw' },
  'propose-closure': { fields: [text('text', 'referral:field.note', 'referral:field.closure-hint')] },
  'approve-closure': { fields: none, warning: 'referral:warning.approve-closure' },
  'return-closure': { fields: [reason] },
  reopen: { fields: [reason] },
  link: { fields: [other, codes('kind', 'referral:field.link', GIVEN_LINK_KINDS.map(linkOption), 'radio')] },
  'order-erasure': { fields: [reason], warning: 'referral:warning.order-erasure' },
  retain: {
    fields: [
      { name: 'until', kind: { of: 'moment' }, label: 'referral:field.until', hint: 'referral:field.until-hint' },
      reason,
    ],
  },
  'place-legal-hold': { fields: [reason] },
  'lift-legal-hold': { fields: [reason] },
  erase: { fields: none, warning: 'referral:warning.erase' },
  'confirm-erasure': { fields: none },
};

export function isActType(name: string): name is OfferedActType {
  return Object.hasOwn(ACT_FORMS, name);
}

/** Whether the button of the act does it at once. */
export function isOneButton(type: OfferedActType): boolean {
  const { fields, warning, confirm, besideButton = false } = ACT_FORMS[type];
  return (fields.length === 0 || besideButton) && warning === undefined && confirm === undefined;
}
