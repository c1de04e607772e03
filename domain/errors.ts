/** Refusing is loud: every refusal has a code about the case, and one table gives each code its answers. */

interface ErrorStatus {
  /** HTTP status of the problem detail (RFC 9457). */
  http: number;
  /** Exit status of the command line; by family, see `liaise --help`. */
  exit: number;
}

const malformed: ErrorStatus = { http: 422, exit: 2 };
const forbidden: ErrorStatus = { http: 403, exit: 3 };
const missing: ErrorStatus = { http: 404, exit: 4 };
const conflict: ErrorStatus = { http: 409, exit: 5 };
const unavailable: ErrorStatus = { http: 503, exit: 6 };

/** Code → HTTP status and exit status. The only such table. */
export const ERRORS = {
  INVALID_INPUT: malformed,
  INVALID_REPORT: malformed,
  MATERIAL_REFUSED: malformed,
  TEXT_REQUIRED: malformed,
  UNKNOWN_AGENCY: malformed,
  UNKNOWN_CONTACT_POINT: malformed,
  IDEMPOTENCY_MISMATCH: malformed,
  NOT_SIGNED_IN: { http: 401, exit: 3 },
  /** Of a form: it was not made for this session, or another site sent it. */
  FORM_NOT_OURS: forbidden,
  /** Of a token: it does not grant this. */
  SCOPE_REQUIRED: forbidden,
  ROLE_REQUIRED: forbidden,
  NOT_SENDER: forbidden,
  NOT_COORDINATOR: forbidden,
  NOT_RECIPIENT: forbidden,
  SUPERVISOR_REQUIRED: forbidden,
  SAME_PERSON: forbidden,
  UNKNOWN_PERSON: forbidden,
  UNKNOWN_REFERRAL: missing,
  UNKNOWN_RECIPIENT: missing,
  UNKNOWN_QUESTION: missing,
  UNKNOWN_CLOCK: missing,
  ALREADY_SUBMITTED: conflict,
  ALREADY_CLOSED: conflict,
  ALREADY_ERASED: conflict,
  NOT_CLOSED: conflict,
  WRONG_STATUS: conflict,
  RECIPIENT_FINAL: conflict,
  RECIPIENT_WRONG_STATUS: conflict,
  RECIPIENTS_STILL_OPEN: conflict,
  QUESTION_OPEN: conflict,
  QUESTION_CLOSED: conflict,
  QUESTION_CAP: conflict,
  EXTENSION_EXHAUSTED: conflict,
  CONSENT_PENDING: conflict,
  CONSENT_NOT_ASKED: conflict,
  WITHDRAWAL_NOT_ASKED: conflict,
  NOTHING_SUPPLEMENTED: conflict,
  ONWARD_LOOP: conflict,
  DUPLICATE_ORIGIN: conflict,
  DUPLICATE_OF_ITSELF: conflict,
  DUPLICATE_OF_ANOTHER: conflict,
  NO_COUNTRY: conflict,
  TRANSFER_BASIS_REQUIRED: conflict,
  /** A conflict of interest stands between it and the sender. */
  AGENCY_EXCLUDED: conflict,
  /** For the handling code of the referral. */
  CLEARANCE_REQUIRED: conflict,
  ALREADY_RECIPIENT: conflict,
  STALE_JOURNAL: conflict,
  /** It is not any more as whoever acts has seen it (RFC 9110, 15.5.13). */
  CHANGED_MEANWHILE: { http: 412, exit: 5 },
  NOT_WHOLE: conflict,
  ENGINE_UNAVAILABLE: unavailable,
  /** Who signs people in, or says whose keys sign tokens, cannot be reached. */
  IDENTITY_UNAVAILABLE: unavailable,
} as const satisfies Record<string, ErrorStatus>;

export type ErrorCode = keyof typeof ERRORS;

/** What a refusal says beside its code in any language; never content of the case. */
export interface ErrorFacts {
  /** Of the referral that stands in the way. */
  reference?: string;
  /** How much, or how many, there may be. */
  max?: number;
}

/** A refusal. `message` is for people: what was refused, why, what to do; never content of the case. */
export class ReferralError extends Error {
  override readonly name = 'ReferralError';
  readonly code: ErrorCode;
  /** Where the fault lies, for example `indicators.2.country`; absent when it is not about one field. */
  readonly field: string | undefined;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, field?: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.field = field;
    this.facts = facts;
  }

  /** What of it goes through Temporal beside code and message. */
  get details(): [field: string | null, facts: ErrorFacts] {
    return [this.field ?? null, this.facts];
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
