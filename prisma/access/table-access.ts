/** Who may do what with each table: the only place for grants and policies. A table that is not listed is closed to all. */

import {
  ANNOUNCEMENT,
  AUDIT_LEAF,
  CALENDAR_FEED,
  CLOSED,
  CONTACT_POINT,
  DATA_KEY,
  HOST_CLOCK,
  IDENTITY,
  LINK,
  OF_COORDINATOR,
  ORIGIN_REFERENCE,
  OWN,
  ofReferral,
  PARTICULARS,
  PERSON,
  PROPOSAL,
  PROPOSAL_DECISION,
  PUBLISHED,
  RECIPIENT,
  REFERRAL,
  type RowRules,
  SAVED_FORM,
  SESSION,
  TEXT_COST,
} from './row-rules.ts';

/** SQL privileges, as in GRANT. */
type Privileges = string;

/** The privileges of each runtime role on a table. `liaise_reader` may read every table. */
export interface TableAccess {
  engine: Privileges;
  pages: Privileges;
  sealer?: Privileges;
  /** The rows to which `pages` applies. All other roles see every row. */
  rows: RowRules;
}

const READ = 'SELECT';
const APPEND = 'SELECT, INSERT';
const WRITE = 'SELECT, INSERT, UPDATE, DELETE';
const NONE = '';

/**
 * `engine`: workers and the commands that repair, rebuild and rotate keys. `pages`: pages, API and commands that act for a
 * person. UPDATE (id) only permits SELECT … FOR UPDATE.
 */
export const TABLE_ACCESS: Readonly<Record<string, TableAccess>> = {
  // The record. Nobody may update, delete or truncate it.
  journal: { engine: APPEND, pages: READ, rows: ofReferral('journal') },
  audit_leaf: { engine: APPEND, pages: APPEND, sealer: READ, rows: AUDIT_LEAF },
  // Erasure deletes the digests of its requests.
  act_key: { engine: 'SELECT, INSERT, DELETE', pages: READ, rows: OWN },
  write_key: { engine: READ, pages: READ, rows: OWN },
  // The log. Only the sealer adds to it.
  log_entry: { engine: READ, pages: READ, sealer: APPEND, rows: PUBLISHED },
  log_tile: { engine: READ, pages: READ, sealer: APPEND, rows: PUBLISHED },
  log_checkpoint: { engine: READ, pages: READ, sealer: APPEND, rows: PUBLISHED },
  log_cosignature: { engine: READ, pages: READ, sealer: APPEND, rows: PUBLISHED },
  // A command raises an alarm when a lost key is given up.
  log_alarm: { engine: APPEND, pages: READ, sealer: APPEND, rows: PUBLISHED },
  log_alarm_acknowledgement: { engine: READ, pages: APPEND, rows: OF_COORDINATOR },
  log_alarm_letter: { engine: APPEND, pages: NONE, rows: CLOSED },
  reading_letter: { engine: APPEND, pages: NONE, rows: CLOSED },

  // Projections and the outbox.
  referral: { engine: WRITE, pages: 'SELECT, UPDATE (id)', rows: REFERRAL },
  recipient: { engine: WRITE, pages: READ, rows: RECIPIENT },
  party: { engine: WRITE, pages: READ, rows: OWN },
  statistic: { engine: WRITE, pages: READ, rows: OWN },
  request_event: { engine: 'SELECT, INSERT, DELETE', pages: READ, rows: RECIPIENT },
  request_statistic: { engine: WRITE, pages: READ, rows: OWN },
  // Triggers of recipient, party and request_event add to them.
  recipient_change: { engine: 'SELECT, INSERT, DELETE', pages: READ, rows: RECIPIENT },
  request_change: { engine: 'SELECT, INSERT, DELETE', pages: READ, rows: RECIPIENT },
  party_change: { engine: 'SELECT, INSERT, DELETE', pages: READ, rows: OWN },
  clock: { engine: WRITE, pages: READ, rows: ofReferral('clock') },
  // Triggers of clock and party write it.
  open_deadline: { engine: WRITE, pages: READ, rows: OWN },
  link: { engine: WRITE, pages: READ, rows: LINK },
  letter: { engine: 'SELECT, INSERT, UPDATE', pages: READ, rows: ofReferral('letter') },
  letter_reader: { engine: WRITE, pages: NONE, rows: CLOSED },
  letter_report: { engine: WRITE, pages: NONE, rows: CLOSED },
  // Pages make secrets, enable a webhook again, and send a delivery again.
  webhook: { engine: WRITE, pages: 'SELECT, UPDATE (failing_since, disabled_at, notified)', rows: OWN },
  webhook_secret: { engine: 'SELECT, DELETE, UPDATE (key_id, sealed)', pages: APPEND, rows: OWN },
  webhook_event: { engine: WRITE, pages: NONE, rows: CLOSED },
  webhook_delivery: {
    ...{ engine: WRITE, rows: OWN },
    pages: 'SELECT, UPDATE (status, queued_at, due_at, tries, result, settled_at, claim, claimed_until)',
  },
  origin_reference: { engine: WRITE, pages: READ, rows: ORIGIN_REFERENCE },
  material_digest: { engine: WRITE, pages: READ, rows: ofReferral('material_digest') },
  reference_counter: { engine: 'SELECT, INSERT, UPDATE', pages: NONE, rows: CLOSED },
  lookout: { engine: 'SELECT, INSERT, UPDATE', pages: NONE, rows: CLOSED },

  // Encrypted texts. Pages delete those of drafts and of submissions that were refused.
  data_key: { engine: WRITE, pages: 'SELECT, INSERT, DELETE, UPDATE (referral_id)', rows: DATA_KEY },
  particulars: { engine: WRITE, pages: 'SELECT, INSERT, DELETE', rows: PARTICULARS },
  text_cost: { engine: WRITE, pages: 'SELECT, INSERT', rows: TEXT_COST },
  erasure_register: { engine: 'SELECT, INSERT, UPDATE', pages: READ, rows: PUBLISHED },
  sealing_state: { engine: APPEND, pages: READ, rows: PUBLISHED },

  // What operators announce, and what processes measure.
  announcement: {
    ...{ engine: 'SELECT, INSERT, UPDATE', rows: ANNOUNCEMENT },
    pages: 'SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by)',
  },
  host_clock: { engine: WRITE, pages: WRITE, rows: HOST_CLOCK },

  // What people keep for themselves.
  draft: { engine: 'SELECT, DELETE', pages: WRITE, rows: OWN },
  saved_view: { engine: READ, pages: WRITE, rows: OWN },
  calendar_feed: { engine: 'SELECT, DELETE', pages: WRITE, rows: CALENDAR_FEED },
  look: { engine: READ, pages: WRITE, rows: OWN },
  session: { engine: 'SELECT, DELETE', pages: WRITE, rows: SESSION },
  kept_form: { engine: 'SELECT, DELETE', pages: WRITE, rows: SAVED_FORM },

  // The directory. The engine writes it when a change is confirmed. Pages write what people set for themselves, and when an
  // agency confirmed its contact points.
  agency: { engine: WRITE, pages: READ, rows: PUBLISHED },
  contact_point: { engine: WRITE, pages: 'SELECT, UPDATE (verified_at)', rows: CONTACT_POINT },
  closed_day: { engine: WRITE, pages: READ, rows: PUBLISHED },
  country_capability: { engine: WRITE, pages: READ, rows: PUBLISHED },
  fallback_chain: { engine: WRITE, pages: READ, rows: PUBLISHED },
  directory_version: { engine: READ, pages: READ, rows: PUBLISHED },
  inner_country: { engine: WRITE, pages: READ, rows: PUBLISHED },
  person: {
    engine: WRITE,
    pages:
      'SELECT, UPDATE (language, zone, digest_hour, receipts, colour_scheme, absent_from, absent_until, deputy_id)',
    rows: PERSON,
  },
  membership: { engine: WRITE, pages: READ, rows: PUBLISHED },
  identity: { engine: WRITE, pages: READ, rows: IDENTITY },
  clock_policy_version: { engine: APPEND, pages: READ, rows: PUBLISHED },
  // Pages propose changes, and the engine decides about them. `keys rotate` re-seals them.
  proposal: { engine: 'SELECT, DELETE, UPDATE (key_id, sealed)', pages: APPEND, rows: PROPOSAL },
  proposal_decision: { engine: 'SELECT, INSERT, DELETE', pages: READ, rows: PROPOSAL_DECISION },

  _prisma_migrations: { engine: NONE, pages: NONE, rows: CLOSED },
};
