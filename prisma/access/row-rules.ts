/** Conditions of row-level security for liaise_pages, which sees the rows of one agency in each transaction. */

/** The rows of a table that liaise_pages may touch: an SQL condition for each kind of statement; absent: none. */
export interface RowRules {
  select: string;
  insert?: string;
  update?: string;
  delete?: string;
  /** UPDATE is granted only for SELECT … FOR UPDATE: no changed row is accepted. */
  onlyLocks?: true;
}

/** The agency of the transaction, evaluated once for each query; null before a person or system is known. */
const AGENCY = "(SELECT nullif(current_setting('liaise.agency', true), ''))";
const NO_AGENCY = `${AGENCY} IS NULL`;

const isOwn = (column: string) => `${column} = ${AGENCY}`;
/** OFFSET 0: one lookup for each row. Without it, the planner may read all referrals of the agency for each query. */
const hasParty = (referralId: string, more = '') =>
  `EXISTS (SELECT FROM party p WHERE p.agency_id = ${AGENCY} AND p.referral_id = ${referralId}${more} OFFSET 0)`;
const either = (...conditions: string[]) => conditions.map((condition) => `(${condition})`).join(' OR ');

/** Every agency reads the table: the directory, and the digests of all leaves, which proofs need. */
export const PUBLISHED: RowRules = { select: 'true' };
/** Row of one agency, which alone reads and writes it. */
export const OWN: RowRules = {
  select: isOwn('agency_id'),
  insert: isOwn('agency_id'),
  update: isOwn('agency_id'),
  delete: isOwn('agency_id'),
};
export const CLOSED: RowRules = { select: 'false' };

const isCoordinator = `EXISTS (SELECT FROM agency a WHERE a.id = ${AGENCY} AND a.coordinating)`;
/** Rows about the whole installation, which the coordinating agency reads and adds. */
export const OF_COORDINATOR: RowRules = { select: isCoordinator, insert: isCoordinator };

/** Every agency reads announcements. The coordinating agency makes and withdraws them. */
export const ANNOUNCEMENT: RowRules = { select: 'true', insert: isCoordinator, update: isCoordinator };

/** Every agency reads the measurements. A process writes them outside the transactions of people. */
export const HOST_CLOCK: RowRules = { select: 'true', insert: NO_AGENCY, update: NO_AGENCY, delete: NO_AGENCY };

/** Rows about a referral: for its parties. */
export const ofReferral = (table: string, column = 'referral_id'): RowRules => ({
  select: hasParty(`${table}.${column}`),
});

export const REFERRAL: RowRules = { select: hasParty('referral.id'), update: hasParty('referral.id'), onlyLocks: true };

/** The same condition as in lists of recipients. */
export const RECIPIENT: RowRules = {
  select: either(isOwn('agency_id'), isOwn('sender_agency_id'), isOwn('coordinator_agency_id')),
};

export const LINK: RowRules = { select: either(hasParty('link.referral_id'), hasParty('link.other_id')) };

export const ORIGIN_REFERENCE: RowRules = {
  select: either(isOwn('agency_id'), hasParty('origin_reference.referral_id')),
};

/** Nothing of the referral or draft is recorded. */
const IS_UNRECORDED = (table: string) =>
  `NOT EXISTS (SELECT FROM journal WHERE journal.referral_id = ${table}.referral_id)`;

const seesKey = either(isOwn('agency_id'), hasParty('data_key.referral_id'));
export const DATA_KEY: RowRules = {
  select: seesKey,
  insert: isOwn('agency_id'),
  update: seesKey,
  onlyLocks: true,
  delete: `${isOwn('agency_id')} AND ${IS_UNRECORDED('data_key')}`,
};

/** An agency deletes its own texts that no entry of the journal names: drafts, and texts of acts that were refused. */
export const PARTICULARS: RowRules = {
  select: either(isOwn('agency_id'), hasParty('particulars.referral_id')),
  insert: isOwn('agency_id'),
  delete: `${isOwn('agency_id')} AND NOT EXISTS (SELECT FROM journal WHERE journal.referral_id = particulars.referral_id
    AND position(particulars.id::text IN journal.event::text) > 0)`,
};

export const TEXT_COST: RowRules = {
  select: either(isOwn('agency_id'), hasParty('text_cost.referral_id')),
  insert: isOwn('agency_id'),
};

/**
 * Leaves of the agency's own people, and of referrals to which it is a party: all for sender and coordinator, for others
 * none about readings and refusals. The coordinating agency also reads changes of the directory.
 */
export const AUDIT_LEAF: RowRules = {
  select: either(
    isOwn('by_agency_id'),
    hasParty(
      'audit_leaf.referral_id',
      ` AND (p.sender OR p.coordinator OR audit_leaf.operation NOT IN ('consultation', 'refused-attempt'))`,
    ),
    // Changes of people and roles name the agencies that they concern.
    `audit_leaf.leaf #> '{about,agencies}' @> to_jsonb(${AGENCY})`,
    `audit_leaf.referral_id IS NULL AND audit_leaf.operation = 'alteration'
       AND ${isCoordinator}`,
  ),
  // A generated column is not set yet when this is checked.
  insert: either(NO_AGENCY, isOwn("(leaf #>> '{by,agencyId}')")),
};

/** An account has sessions at several agencies, and is found before its agency is known. */
export const SESSION: RowRules = {
  select: either(NO_AGENCY, isOwn('agency_id')),
  insert: NO_AGENCY,
  update: NO_AGENCY,
  delete: NO_AGENCY,
};

/** A calendar is found by the digest of its secret, before its agency is known. */
export const CALENDAR_FEED: RowRules = { ...OWN, select: either(NO_AGENCY, isOwn('agency_id')) };

/** Proposals: of the agency, about the agency, and all for the coordinating agency. */
export const PROPOSAL: RowRules = {
  select: either(
    isOwn('agency_id'),
    `concerns @> ARRAY[${AGENCY}]`,
    `EXISTS (SELECT FROM agency a WHERE a.id = ${AGENCY} AND a.coordinating)`,
  ),
  insert: isOwn('agency_id'),
};

/** As the proposal. */
export const PROPOSAL_DECISION: RowRules = {
  select: 'EXISTS (SELECT FROM proposal WHERE proposal.id = proposal_decision.proposal_id)',
};

/** The person holds a role at the agency. */
const isMember = (personId: string) =>
  `EXISTS (SELECT FROM membership m WHERE m.person_id = ${personId} AND m.agency_id = ${AGENCY})`;

/** People of every agency are read; those of the agency change their settings. */
export const PERSON: RowRules = { select: 'true', update: isMember('person.id') };

/** A sign-in account is found before its agency is known. Afterwards, agencies see the accounts of their own people. */
export const IDENTITY: RowRules = {
  select: either(NO_AGENCY, isOwn('agency_id'), isMember('identity.person_id'), isCoordinator),
};

/** Every agency reads contact points, and confirms its own. */
export const CONTACT_POINT: RowRules = { select: 'true', update: isOwn('agency_id') };

const savedForm = either(NO_AGENCY, isMember('kept_form.person_id'));
export const SAVED_FORM: RowRules = { select: savedForm, insert: savedForm, update: savedForm, delete: savedForm };
