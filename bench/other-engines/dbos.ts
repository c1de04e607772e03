/** The same lifecycle on DBOS Transact: one durable workflow per referral, which waits for acts with a timeout. */

import { DBOS } from '@dbos-inc/dbos-sdk';
import { Pool } from 'pg';
import type { EngineStart } from './messages.ts';
import { type OtherEngine, serve, timed } from './serve.ts';
import { writeAct } from './write-act.ts';

const DEADLINE_SECONDS = 4 * 3600;
const ACT = 'act';

serve(start);

async function start({ databaseUrl, acts }: EngineStart): Promise<OtherEngine> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const referral = DBOS.registerWorkflow(
    async (referralId: string): Promise<void> => {
      for (const [number, act] of acts.entries()) {
        const isRequested = number > 0 && !act.byEngine;
        if (isRequested) await DBOS.recv(ACT, { timeoutSeconds: DEADLINE_SECONDS });
        await DBOS.runStep(() => writeAct(pool, referralId, act), { name: 'record' });
        await DBOS.setEvent(String(number), { referralId, seq: number });
      }
    },
    { name: 'referral' },
  );
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: databaseUrl.replace(/[^/]+$/, 'dbos'),
    logLevel: 'error',
    // The shortest possible delay of notifications.
    notificationCoalesceMs: 1,
  });
  await DBOS.launch();
  return {
    runLifecycle: async () => {
      const referralId = crypto.randomUUID();
      const taken: number[] = [];
      for (const [number, { byEngine, isAwaited }] of acts.entries()) {
        const answer = () => DBOS.getEvent(referralId, String(number));
        const request = async () => {
          if (number === 0) await DBOS.startWorkflow(referral, { workflowID: referralId })(referralId);
          else await DBOS.send(referralId, { number }, ACT, crypto.randomUUID());
          await answer();
        };
        if (!byEngine) await timed(taken, request);
        else if (isAwaited) await answer();
      }
      return taken;
    },
    stop: async () => {
      await DBOS.shutdown();
      await pool.end();
    },
  };
}
