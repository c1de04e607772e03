/** The error codes of refusals, each with its HTTP status and its exit status. */

interface ErrorStatus {
  /** HTTP status of the problem detail (RFC 9457). */
  http: number;
  /** Exit status of the command line; `liaise --help` lists them. */
  exit: number;
}

const malformed: ErrorStatus = { http: 422, exit: 2 };
const forbidden: ErrorStatus = { http: 403, exit: 3 };
const missing: ErrorStatus = { http: 404, exit: 4 };
const conflict: ErrorStatus = { http: 409, exit: 5 };
const unavailable: ErrorStatus = { http: 503, exit: 6 };

/** The statuses of each code. No other table maps codes to statuses. */
export const ERRORS = {
  INVALID_INPUT: malformed,
  INVALID_REPORT: malformed,
  MATERIAL_REFUSED: malformed,
  TEXT_REQUIRED: malformed,
  UNKNOWN_AGENCY: malformed,
  UNKNOWN_CONTACT_POINT: malformed,
  IDEMPOTENCY_MISMATCH: malformed,
  NOT_SIGNED_IN: { http: 401, exit: 3 },
  /** The request requires a more recent sign-in, or a stronger one (RFC 9470). */
  REAUTHENTICATION_REQUIRED: { http: 401, exit: 3 },
  /** A form was not made for this session, or another site sent it. */
  FORM_NOT_OURS: forbidden,
  /** The access token lacks the scope. */
  SCOPE_REQUIRED: forbidden,
  ROLE_REQUIRED: forbidden,
  NOT_SENDER: forbidden,
  NOT_COORDINATOR: forbidden,
  NOT_RECIPIENT: forbidden,
  SUPERVISOR_REQUIRED: forbidden,
  SAME_PERSON: forbidden,
  /** Only the person who acted may take the act back. */
  NOT_AUTHOR: forbidden,
  /** The person has read as many referrals as the policy allows. A second purpose is needed. */
  READING_ALLOWANCE: forbidden,
  /** A person tried to give rights to themselves. */
  SELF_GRANT: forbidden,
  UNKNOWN_PERSON: forbidden,
  /** The person still has a role, acted within the retention period, or has an id that contains the name. */
  CANNOT_PSEUDONYMISE: conflict,
  /** An act or a sealed message that was not meant for this referral: it was copied from another place. */
  FORGED_ACT: forbidden,
  UNKNOWN_REFERRAL: missing,
  UNKNOWN_RECIPIENT: missing,
  UNKNOWN_QUESTION: missing,
  UNKNOWN_TRANSLATION: missing,
  UNKNOWN_CLOCK: missing,
  UNKNOWN_PROPOSAL: missing,
  UNKNOWN_WEBHOOK: missing,
  ALREADY_SUBMITTED: conflict,
  ALREADY_CLOSED: conflict,
  ALREADY_ERASED: conflict,
  NOT_CLOSED: conflict,
  /** Nothing of the referral may be erased. */
  LEGAL_HOLD: conflict,
  NO_LEGAL_HOLD: conflict,
  WRONG_STATUS: conflict,
  RECIPIENT_FINAL: conflict,
  RECIPIENT_WRONG_STATUS: conflict,
  RECIPIENTS_STILL_OPEN: conflict,
  QUESTION_OPEN: conflict,
  QUESTION_CLOSED: conflict,
  QUESTION_CAP: conflict,
  TRANSLATION_OPEN: conflict,
  TRANSLATION_CLOSED: conflict,
  TRANSLATION_CAP: conflict,
  /** Only an emergency can be requested by voice first. */
  NOT_EMERGENCY: conflict,
  ORAL_REQUEST_NOT_OPEN: conflict,
  PRESERVATION_REPORTED: conflict,
  PRESERVATION_NOT_OPEN: conflict,
  EXTENSION_EXHAUSTED: conflict,
  /** The law, or the policy, permits an extension of this deadline only for other reasons. */
  EXTENSION_REASON: conflict,
  CONSENT_PENDING: conflict,
  CONSENT_NOT_ASKED: conflict,
  WITHDRAWAL_NOT_ASKED: conflict,
  NOTHING_SUPPLEMENTED: conflict,
  /** Another act followed the act that is to be taken back. */
  ACTED_SINCE: conflict,
  TAKE_BACK_EXPIRED: conflict,
  ONWARD_LOOP: conflict,
  DUPLICATE_ORIGIN: conflict,
  DUPLICATE_OF_ITSELF: conflict,
  DUPLICATE_OF_ANOTHER: conflict,
  NO_COUNTRY: conflict,
  TRANSFER_BASIS_REQUIRED: conflict,
  /** The sending agency excludes the agency because of a conflict of interest. */
  AGENCY_EXCLUDED: conflict,
  /** The contact point lacks the clearance for the handling code of the referral. */
  CLEARANCE_REQUIRED: conflict,
  ALREADY_RECIPIENT: conflict,
  STALE_JOURNAL: conflict,
  /** The act took so long that its text was purged. */
  TEXT_PURGED: conflict,
  /** The referral changed after the principal last read it (RFC 9110, 15.5.13). */
  CHANGED_MEANWHILE: { http: 412, exit: 5 },
  NOT_WHOLE: conflict,
  /** The first administrators are entered only once. */
  ALREADY_ADMINISTERED: conflict,
  /** The proposal was confirmed, rejected or withdrawn before. */
  PROPOSAL_DECIDED: conflict,
  PROPOSAL_EXPIRED: conflict,
  /** Without a second administrator, a proposal is confirmed a day after it was made. */
  WAITING_PERIOD: conflict,
  /** Stored data was changed, or copied from another place. */
  NOT_AUTHENTIC: { http: 500, exit: 5 },
  ENGINE_UNAVAILABLE: unavailable,
  /** The OpenID provider, or its key set, cannot be reached. */
  IDENTITY_UNAVAILABLE: unavailable,
} as const satisfies Record<string, ErrorStatus>;

export type ErrorCode = keyof typeof ERRORS;

/** Facts of a refusal that its translations need; never content of the case. */
export interface ErrorFacts {
  /** The reference number of the conflicting referral. */
  reference?: string;
  /** The maximum that is accepted. */
  max?: number;
  /** The names of the fields that differ from those of the conflicting referral. */
  differing?: readonly string[];
}

/** A refusal. `message` states what was refused, why, and what to do next. It never has content of the case. */
export class ReferralError extends Error {
  override readonly name = 'ReferralError';
  readonly code: ErrorCode;
  /** The faulty field, for example `indicators.2.country`; absent if the refusal is not about one field. */
  readonly field: string | undefined;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, field?: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.field = field;
    this.facts = facts;
  }

  /** The details that pass through Temporal, beside code and message. */
  get details(): [field: string | null, facts: ErrorFacts] {
    return [this.field ?? null, this.facts];
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
