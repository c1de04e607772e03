/** Where the bench runs: database, Temporal and mail catcher of its own, and one worker in this process. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createMailer } from '../activities/mail.ts';
import { connectTemporal, dataConverter } from '../client/connect.ts';
import { createEngine, type Engine } from '../client/engine.ts';
import { type Mail, startMail } from '../dev/mail.ts';
import { freePort } from '../dev/ports.ts';
import { startPostgres } from '../dev/postgres.ts';
import { startTemporal } from '../dev/temporal.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { defaultPolicies } from '../domain/clocks/policy.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../domain/keyring.ts';
import { migrate } from '../prisma/migrate.ts';
import { loadSeed } from '../prisma/seed/load.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { replaceDirectory } from '../prisma/store/directory.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';

export interface Place {
  databaseUrl: string;
  db: Database;
  temporal: Client;
  keyring: Keyring;
  engine: Engine;
  mail: Mail;
  /** Size of the workflow bundle without its source map, in bytes. */
  bundleSize: number;
  stop(): Promise<void>;
}

export const BARE_QUEUE = 'bare';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export async function openPlace({ letters }: { letters: boolean }): Promise<Place> {
  const folder = await temporaryFolder('bench');
  const postgres = await startPostgres({ dataDir: join(folder.path, 'postgres'), port: await freePort() });
  const dbFile = join(folder.path, 'temporal.db');
  const server = await startTemporal({ dbFile, port: await freePort(), uiPort: await freePort() });
  const mail = await startMail({ smtpPort: await freePort(), httpPort: await freePort() });
  await migrate(postgres.url);
  const db = connectDatabase({ databaseUrl: postgres.url });
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(db, directory, people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('bench')));
  const temporal = connectTemporal({ address: server.address, namespace: 'default', keyring });
  const connection = await NativeConnection.connect({ address: server.address });
  const mailer = createMailer({
    ...{ host: '127.0.0.1', port: mail.smtpPort, secure: false },
    ...{ from: 'Liaise <liaise@hub.example>', messageIdDomain: 'hub.example' },
  });
  const quiet = letters ? {} : { consequences: () => [] };
  const activities = createActivities({
    ...{ db, policies: defaultPolicies, mailer, publicUrl: 'https://liaise.example', ...quiet },
  });
  const bundle = await bundleWorkflows();
  const common = { connection, namespace: 'default', activities, dataConverter: dataConverter(keyring) };
  const workers = await Promise.all([
    Worker.create({ ...common, taskQueue: TASK_QUEUES.referrals, workflowBundle: bundle }),
    Worker.create({ ...common, taskQueue: TASK_QUEUES.letters }),
    Worker.create({ ...common, taskQueue: BARE_QUEUE, workflowBundle: await bundleBare() }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    ...{ databaseUrl: postgres.url, db, temporal, keyring, mail },
    engine: createEngine({ db, temporal, keyring }),
    bundleSize:
      bundle.code.indexOf('\n//# sourceMappingURL') === -1
        ? bundle.code.length
        : bundle.code.lastIndexOf('\n//# sourceMappingURL'),
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await running;
      mailer.close();
      await temporal.connection.close();
      await connection.close();
      await db.$disconnect();
      await mail.stop();
      await server.stop();
      await postgres.stop();
      await folder.remove();
    },
  };
}

function bundleBare() {
  const here = (path: string) => fileURLToPath(import.meta.resolve(path));
  return bundleWorkflowCode({
    workflowsPath: here('./bare-workflow.ts'),
    failureConverterPath: here('../workflows/failure-converter.ts'),
    logger: new DefaultLogger('ERROR'),
  });
}
