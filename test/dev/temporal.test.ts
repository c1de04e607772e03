/** The Temporal development server: starts, restarts, and the errors of a start. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { ownPort } from '../../dev/own-ports.ts';
import { startTemporal, type Temporal } from '../../dev/temporal.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';
import { realServer, timeSkippingServer } from '../support/temporal.ts';

async function start(dbFile: string): Promise<Temporal> {
  const temporal = await startTemporal({ dbFile });
  atEnd(temporal.stop);
  return temporal;
}

async function connect({ address }: Temporal): Promise<Client> {
  const connection = await Connection.connect({ address });
  atEnd(() => connection.close());
  return new Client({ connection });
}

let server: Temporal;

beforeAll(async () => {
  server = await realServer();
});

describe('the development server', () => {
  test('keeps its workflows over a restart', async () => {
    const dbFile = join(await testFolder(), 'deep/temporal.db');
    const first = await start(dbFile);
    await (await connect(first)).workflow.start('waits', { taskQueue: 'nobody', workflowId: 'kept' });
    await first.stop();
    const second = await start(dbFile);
    const described = await (await connect(second)).workflow.getHandle('kept').describe();
    expect(described.status.name).toBe('RUNNING');
  });

  test('has a web interface, and permits time skipping for an execution', async () => {
    expect((await fetch(server.uiUrl)).status).toBe(200);
    const { connection, workflow } = await connect(server);
    await workflow.start('waits', { taskQueue: 'nobody', workflowId: 'skips' });
    await connection.workflowService.updateWorkflowExecutionOptions({
      namespace: 'default',
      workflowExecution: { workflowId: 'skips' },
      workflowExecutionOptions: { timeSkippingConfig: { enabled: true } },
      updateMask: { paths: ['time_skipping_config'] },
    });
  });
});

test('the test server skips time', async () => {
  const environment = await timeSkippingServer();
  const before = await environment.currentTimeMs();
  await environment.sleep('4 days');
  expect((await environment.currentTimeMs()) - before).toBeGreaterThan(3.9 * 86_400_000);
});

describe('the error is one sentence with the remedy for', () => {
  async function fault(dbFile: string, port: number, uiPort: number): Promise<string> {
    const refused = await startTemporal({ dbFile, ports: { port, uiPort } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StackFault);
    return (refused as StackFault).message;
  }

  test('a busy port of the server or of its web interface', async () => {
    const [, port] = server.address.split(':');
    const uiPort = new URL(server.uiUrl).port;
    const dbFile = join(await testFolder(), 'temporal.db');
    expect(await fault(dbFile, Number(port), await ownPort())).toMatch(
      `Temporal needs port ${port}, which is busy: stop`,
    );
    expect(await fault(dbFile, await ownPort(), Number(uiPort))).toMatch(
      `Temporal's web interface needs port ${uiPort}, which is busy: stop`,
    );
  });

  test('a file that is not a database', async () => {
    const dbFile = join(await testFolder(), 'temporal.db');
    await writeFile(dbFile, 'certainly not a database, despite its name');
    expect(await fault(dbFile, await ownPort(), await ownPort())).toMatch(
      /^Temporal cannot start from .*not a database.*: move that file away or start with --fresh/,
    );
  });
});
