/** The same lifecycle on Restate: one virtual object per referral, an exclusive handler for acts, a delayed call as deadline. */

import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as restate from '@restatedev/restate-sdk';
import * as clients from '@restatedev/restate-sdk-clients';
import { Pool } from 'pg';
import { startChild } from '../../dev/child.ts';
import { ownPort } from '../../dev/own-ports.ts';
import type { EngineStart, WrittenAct } from './messages.ts';
import { type OtherEngine, serve, timed } from './serve.ts';
import { writeAct } from './write-act.ts';

const DEADLINE_MS = 4 * 3600 * 1000;
const HOST = '127.0.0.1';

interface Referral {
  act(context: restate.ObjectContext, number: number): Promise<{ referralId: string; seq: number }>;
  idle(context: restate.ObjectContext): Promise<void>;
  expire(context: restate.ObjectContext): Promise<void>;
}

const REFERRAL = { name: 'referral' } as const;

serve(start);

async function start({ databaseUrl, folder, acts }: EngineStart): Promise<OtherEngine> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const port = await restate.serve({ services: [referralObject(pool, acts)], port: await ownPort() });
  const server = await startServer(join(folder, 'restate'));
  await register(server.admin, `http://${HOST}:${port}`);
  const ingress = clients.connect({ url: server.ingress });
  return {
    runLifecycle: async () => {
      const referral = ingress.objectClient<Referral>(REFERRAL, crypto.randomUUID());
      const taken: number[] = [];
      for (const [number, { byEngine, isAwaited }] of acts.entries()) {
        const request = async () => referral.act(number, clients.rpc.opts({ idempotencyKey: crypto.randomUUID() }));
        if (!byEngine) await timed(taken, request);
        // The object handles one call after another, so this returns after the act of the engine.
        else if (isAwaited) await referral.idle();
      }
      return taken;
    },
    stop: async () => {
      await server.stop();
      await pool.end();
    },
  };
}

function referralObject(pool: Pool, acts: readonly WrittenAct[]) {
  return restate.object({
    ...REFERRAL,
    handlers: {
      act: async (context: restate.ObjectContext, number: number) => {
        const act = acts[number];
        if (act === undefined) throw new restate.TerminalError('There is no such act.');
        await context.run('record', () => writeAct(pool, context.key, act));
        context.set('seq', number);
        const itself = context.objectSendClient<Referral>(REFERRAL, context.key);
        if (number === 0) itself.expire(restate.rpc.sendOpts({ delay: DEADLINE_MS }));
        if (acts[number + 1]?.byEngine) itself.act(number + 1);
        return { referralId: context.key, seq: number };
      },
      idle: async (_: restate.ObjectContext) => {},
      expire: async (_: restate.ObjectContext) => {},
    },
  });
}

/** Starts the server with its default durability: it writes its log to disk before it acknowledges a call. */
async function startServer(folder: string): Promise<{ ingress: string; admin: string; stop(): Promise<void> }> {
  const [ingress, admin, node] = [await ownPort(), await ownPort(), await ownPort()];
  const program = `@restatedev/restate-server-${platform}-${arch}/bin/restate-server`;
  const server = await startChild({
    command: fileURLToPath(import.meta.resolve(program)),
    args: ['--no-logo', '--listen-mode', 'tcp', '--bind-ip', HOST],
    env: {
      RESTATE_BASE_DIR: folder,
      RESTATE_BIND_PORT: String(node),
      RESTATE_INGRESS__BIND_PORT: String(ingress),
      RESTATE_ADMIN__BIND_PORT: String(admin),
      RESTATE_LOG_FILTER: 'warn,restate_admin=info,restate_ingress_http=info',
      RESTATE_DISABLE_TELEMETRY: 'true',
    },
    stopSignal: 'SIGTERM',
  });
  return { ingress: `http://${HOST}:${ingress}`, admin: `http://${HOST}:${admin}`, stop: server.stop };
}

/** Registers the handlers with the server as soon as it listens. */
async function register(admin: string, uri: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${admin}/deployments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ uri }),
    }).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(100);
  }
}
