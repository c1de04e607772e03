/** Pauses the statement that writes a chosen journal entry, so that a test can kill its worker at that point. */

import { Client } from 'pg';
import { atEnd } from '../support/at-end.ts';
import type { TestEngine } from '../support/engine.ts';

/** The result of the statement after its worker is killed. With `committed`, the worker does not receive the reply. */
export type StatementResult = 'rolled-back' | 'committed';

export interface StatementPauses {
  /** Pauses at entry `seq` of the referral. An empty id means the next new referral. */
  pauseAt(referralId: string, seq: number, fate: StatementResult): Promise<void>;
  /** The number of statements that are paused now. */
  pausedCount(): Promise<number>;
  /** Ends every pause: each statement is committed or rolled back. */
  end(): Promise<void>;
}

const STATEMENT_RESULTS: readonly StatementResult[] = ['rolled-back', 'committed'];

const WAITING = `pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Call it once for each database. Works as the administrator, who may end statements of every role. */
export async function statementPauses({ adminUrl }: Pick<TestEngine, 'adminUrl'>): Promise<StatementPauses> {
  const holder = new Client({ connectionString: adminUrl });
  await holder.connect();
  atEnd(() => holder.end());
  await holder.query(`
    CREATE TABLE halt (id int GENERATED ALWAYS AS IDENTITY, referral_id uuid, seq int, fate int);
    CREATE FUNCTION halt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF NEW.seq = 1 THEN
        UPDATE halt SET referral_id = NEW.referral_id
        WHERE id = (SELECT id FROM halt WHERE referral_id IS NULL LIMIT 1 FOR UPDATE SKIP LOCKED);
      END IF;
      PERFORM pg_advisory_xact_lock_shared(fate, id) FROM halt WHERE referral_id = NEW.referral_id AND seq = NEW.seq;
      RETURN NEW;
    END $$;
    CREATE TRIGGER halt BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION halt()`);
  return {
    pauseAt: async (referralId, seq, fate) => {
      const values = [referralId || null, seq, STATEMENT_RESULTS.indexOf(fate)];
      const { rows } = await holder.query(
        'INSERT INTO halt (referral_id, seq, fate) VALUES ($1, $2, $3) RETURNING *',
        values,
      );
      await holder.query('SELECT pg_advisory_lock($1, $2)', [rows[0].fate, rows[0].id]);
    },
    pausedCount: async () => {
      const { rows } = await holder.query(`SELECT count(DISTINCT objid)::int AS count FROM ${WAITING}`);
      return rows[0].count;
    },
    end: async () => {
      const cut = STATEMENT_RESULTS.indexOf('rolled-back');
      await holder.query(`SELECT pg_terminate_backend(pid, 10000) FROM ${WAITING} AND classid = ${cut}`);
      await holder.query('SELECT pg_advisory_unlock_all()');
      await holder.query('DELETE FROM halt');
    },
  };
}
