/** Who may do what with each table: the only place for grants. A table that is not listed here is closed to all processes. */

/** SQL privileges, as in GRANT. */
type Privileges = string;

/** The privileges of each runtime role on a table. `liaise_reader` may read every table. */
export interface TableAccess {
  engine: Privileges;
  pages: Privileges;
  sealer?: Privileges;
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
  journal: { engine: APPEND, pages: READ },
  audit_leaf: { engine: APPEND, pages: APPEND, sealer: READ },
  act_key: { engine: APPEND, pages: READ },
  write_key: { engine: READ, pages: READ },
  // The log. Only the sealer adds to it.
  log_entry: { engine: READ, pages: READ, sealer: APPEND },
  log_tile: { engine: READ, pages: READ, sealer: APPEND },
  log_checkpoint: { engine: READ, pages: READ, sealer: APPEND },
  log_cosignature: { engine: READ, pages: READ, sealer: APPEND },
  log_alarm: { engine: READ, pages: READ, sealer: APPEND },

  // Projections and the outbox.
  referral: { engine: WRITE, pages: 'SELECT, UPDATE (id)' },
  recipient: { engine: WRITE, pages: READ },
  party: { engine: WRITE, pages: READ },
  clock: { engine: WRITE, pages: READ },
  link: { engine: WRITE, pages: READ },
  letter: { engine: 'SELECT, INSERT, UPDATE', pages: READ },
  origin_reference: { engine: WRITE, pages: READ },
  material_digest: { engine: WRITE, pages: READ },
  reference_counter: { engine: 'SELECT, INSERT, UPDATE', pages: NONE },
  lookout: { engine: 'SELECT, INSERT, UPDATE', pages: NONE },

  // Encrypted texts. Pages delete those of drafts and of submissions that were refused.
  data_key: { engine: WRITE, pages: 'SELECT, INSERT, DELETE, UPDATE (referral_id)' },
  particulars: { engine: WRITE, pages: 'SELECT, INSERT, DELETE' },
  text_cost: { engine: WRITE, pages: 'SELECT, INSERT' },
  sealing_state: { engine: APPEND, pages: READ },

  // What people keep for themselves.
  draft: { engine: 'SELECT, DELETE', pages: WRITE },
  saved_view: { engine: READ, pages: WRITE },
  look: { engine: READ, pages: WRITE },
  session: { engine: 'SELECT, DELETE', pages: WRITE },
  kept_form: { engine: 'SELECT, DELETE', pages: WRITE },

  // The directory. Administrators change it by pages and commands.
  agency: { engine: WRITE, pages: 'SELECT, UPDATE' },
  contact_point: { engine: WRITE, pages: 'SELECT, INSERT, UPDATE' },
  closed_day: { engine: WRITE, pages: 'SELECT, INSERT, DELETE' },
  country_capability: { engine: WRITE, pages: READ },
  fallback_chain: { engine: WRITE, pages: READ },
  inner_country: { engine: WRITE, pages: READ },
  person: { engine: WRITE, pages: 'SELECT, INSERT, UPDATE' },
  membership: { engine: WRITE, pages: 'SELECT, INSERT, DELETE' },
  identity: { engine: WRITE, pages: WRITE },

  _prisma_migrations: { engine: NONE, pages: NONE },
};
