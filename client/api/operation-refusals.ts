/** The problem codes that each operation can answer, beside those that follow from its method and its parts. */

import type { ErrorCode } from '../../domain/errors.ts';
import { refusalCodes } from '../../domain/lifecycle/refusal-codes.ts';
import { type ActRequest, actRequest } from '../contract/acts.ts';

type Codes = readonly ErrorCode[];

const NONE: Codes = [];
const BY_ROLE: Codes = ['ROLE_REQUIRED'];
/** A change of the directory that is proposed, or made at once. */
const CHANGE: Codes = ['ROLE_REQUIRED', 'UNKNOWN_AGENCY', 'INVALID_INPUT', 'MATERIAL_REFUSED', 'CHANGED_MEANWHILE'];
const CHANGE_OF_POINT: Codes = [...CHANGE, 'UNKNOWN_CONTACT_POINT'];
const OF_WEBHOOK: Codes = ['ROLE_REQUIRED', 'UNKNOWN_WEBHOOK'];
/** A decision about a proposal plans the change again, so it can be refused like the change. */
const DECISION: Codes = [
  ...(['UNKNOWN_PROPOSAL', 'SAME_PERSON', 'SELF_GRANT', 'PROPOSAL_DECIDED', 'PROPOSAL_EXPIRED'] as const),
  ...(['WAITING_PERIOD', 'UNKNOWN_CONTACT_POINT', 'UNKNOWN_PERSON', 'WRONG_STATUS'] as const),
  ...CHANGE,
];
const READING: Codes = ['ROLE_REQUIRED', 'READING_ALLOWANCE', 'TEXT_REQUIRED', 'MATERIAL_REFUSED', 'ALREADY_ERASED'];
const SUBMISSION: Codes = ['ROLE_REQUIRED', 'MATERIAL_REFUSED', 'INVALID_REPORT'];
const CONTACT_POINT: Codes = [
  ...(['UNKNOWN_CONTACT_POINT', 'AGENCY_EXCLUDED', 'CLEARANCE_REQUIRED', 'TRANSFER_BASIS_REQUIRED'] as const),
];

const OPERATIONS: Readonly<Record<string, Codes>> = {
  ...{ listReferrals: NONE, readReferral: NONE, readTimeline: NONE, readPossibleDuplicates: NONE, readClocks: NONE },
  ...{ readParticulars: READING, makeDossier: READING },
  submitReferral: [...SUBMISSION, ...CONTACT_POINT, 'UNKNOWN_AGENCY', 'DUPLICATE_ORIGIN', 'IDEMPOTENCY_MISMATCH'],
  ...{ submitBatch: SUBMISSION, examineMaterial: ['MATERIAL_REFUSED', 'INVALID_REPORT'] },
  ...{ proveReferral: ['WRONG_STATUS'], certifyErasure: ['WRONG_STATUS'] },
  ...{ listen: NONE, readDirectory: NONE, findMatches: NONE, readMe: NONE, readStatus: NONE },
  ...{ listDrills: BY_ROLE, startDrill: ['ROLE_REQUIRED', 'UNKNOWN_CONTACT_POINT', 'INVALID_INPUT', 'WRONG_STATUS'] },
  ...{ listAdministeredAgencies: BY_ROLE, addAgency: CHANGE, renameAgency: CHANGE },
  ...{ disableAgency: CHANGE, enableAgency: CHANGE },
  ...{ listProposals: BY_ROLE, readProposal: ['ROLE_REQUIRED', 'UNKNOWN_PROPOSAL'] },
  ...{ confirmProposal: DECISION, rejectProposal: DECISION, withdrawProposal: DECISION },
  ...{ listPointHours: BY_ROLE, changePointHours: CHANGE_OF_POINT },
  ...{ disableContactPoint: CHANGE_OF_POINT, enableContactPoint: CHANGE_OF_POINT },
  ...{ listClosedDays: ['ROLE_REQUIRED', 'UNKNOWN_AGENCY'], addClosedDay: CHANGE, removeClosedDay: CHANGE },
  ...{ listWebhooks: BY_ROLE, addWebhook: CHANGE, removeWebhook: [...CHANGE, 'UNKNOWN_WEBHOOK'] },
  ...{ renewWebhookSecret: OF_WEBHOOK, enableWebhook: [...OF_WEBHOOK, 'CHANGED_MEANWHILE'] },
  ...{ listWebhookDeliveries: OF_WEBHOOK, sendWebhookDeliveryAgain: OF_WEBHOOK, sendFailedDeliveriesAgain: OF_WEBHOOK },
  listAbsences: BY_ROLE,
  ...{ announce: BY_ROLE, withdrawAnnouncement: ['ROLE_REQUIRED', 'INVALID_INPUT'] },
  ...{ enterAbsence: ['ROLE_REQUIRED', 'UNKNOWN_PERSON'], removeAbsence: ['ROLE_REQUIRED', 'UNKNOWN_PERSON'] },
  ...{ listErasures: BY_ROLE, readStatistics: BY_ROLE },
};

/** Codes of every act: its key, its text, and a journal that another act has changed. */
const EVERY_ACT: Codes = [
  ...(['IDEMPOTENCY_MISMATCH', 'MATERIAL_REFUSED', 'TEXT_PURGED'] as const),
  ...(['CHANGED_MEANWHILE', 'STALE_JOURNAL'] as const),
];

/** Codes for what an act names: a person, a contact point, another referral, a file. */
const NAMED: Partial<Record<ActRequest['type'], Codes>> = {
  supplement: ['INVALID_REPORT'],
  assign: ['UNKNOWN_PERSON'],
  'mark-duplicate': ['DUPLICATE_OF_ANOTHER', 'ALREADY_ERASED'],
  ...{ 'complete-triage': CONTACT_POINT, 'assign-recipient': CONTACT_POINT, 'refer-onward': CONTACT_POINT },
};

/** The codes of an operation. @throws Error if it has no row in the tables. */
export function ownCodesOf(operationId: string): Codes {
  const act = actRequest.options.map(({ shape }) => shape.type.value).find((type) => type === operationId);
  if (act !== undefined) return [...EVERY_ACT, ...refusalCodes(act), ...(NAMED[act] ?? [])];
  const codes = OPERATIONS[operationId];
  if (codes === undefined) throw new Error(`Add the problem codes of the operation ${operationId} to OPERATIONS.`);
  return codes;
}
