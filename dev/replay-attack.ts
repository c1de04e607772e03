/**
 * `npm run replay-attack`: without any key, sends the sealed messages of one referral to another, and shows each refusal.
 * With --cluster it does so on the topology of production, with the certificate of a service.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { connectionOptions } from '../client/platform/connect.ts';
import { readFlags } from '../client/platform/read-flags.ts';
import { readJournal } from '../prisma/store/journal.ts';
import { workflowIdOf } from '../workflows/messages.ts';
import { startClusterOnOwnPorts } from './cluster/start-cluster.ts';
import {
  type DemoContext,
  openDemoContext,
  printHeading,
  printStep,
  readReferral,
  runCommand,
  waitForLetters,
  waitUntil,
} from './demo-context.ts';
import { type RawTemporal, rawTemporal, type SealedHistory, type SealedUpdate, withNewId } from './forged-requests.ts';
import { startStackOnOwnPorts } from './stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

const { values } = readFlags('npm run replay-attack', { options: { cluster: { type: 'boolean' } } });
const folder = await temporaryFolder('replay-attack');
const start = values.cluster ? startClusterOnOwnPorts : startStackOnOwnPorts;
const stack = await start({ folder: folder.path, progress: (line) => console.log(`  ${line}`) });
const demo = openDemoContext(stack);
const connection = await Connection.connect(connectionOptions(demo.config.temporal));
try {
  await attack(demo, rawTemporal(connection, demo.config.temporal.namespace));
} finally {
  await connection.close();
  await demo.close();
  await stack.stop();
  await folder.remove();
}

async function attack(context: DemoContext, attacker: RawTemporal): Promise<void> {
  printHeading('Two referrals, and an act of an officer on the first');
  const from = await submit(context, 'midnight_otter');
  await runCommand(context, ['take', context.reference, '--as', 'noor.rowan']);
  const to = await submit(context, 'morning_heron');
  const copied = await attacker.historyOf(workflowIdOf(from));
  const [take] = copied.updates.filter(({ name }) => name === 'take');
  if (take === undefined) throw new Error('The history has no act.');
  const before = await readJournal(context.db, to);

  printHeading('Without a key, the sealed messages of the first are sent to the second');
  for (const [entryPoint, outcome] of await attempts(attacker, to, copied, take)) {
    printStep(`${entryPoint.padEnd(28)} ${outcome}`);
  }

  printHeading('What happened to the second referral');
  await waitUntil(context, ({ seq }) => seq >= before.length);
  const after = await readJournal(context.db, to);
  printStep(`Journal: ${before.length} entries before, ${after.length} after.`);
  const leaves = await context.db.auditLeaf.findMany({
    where: { operation: 'refused-attempt' },
    orderBy: { id: 'asc' },
  });
  printStep('Audit log:');
  for (const { at, leaf } of leaves) console.log(`    ${at.toISOString()} ${JSON.stringify(Object(leaf).about)}`);
  printStep('The referral goes on:');
  await runCommand(context, ['take', context.reference, '--as', 'noor.rowan']);
}

/** Submits the report of the demo about another account. Returns the id of the referral. */
async function submit(context: DemoContext, account: string): Promise<string> {
  const file = join(folder.path, `${account}.xml`);
  writeFileSync(file, readFileSync('dev/demo-report.xml', 'utf8').replaceAll('midnight_otter', account));
  const receipt = await runCommand(context, ['submit', '--file', file, '--json', '--as', 'quinn.quartz'], (out) =>
    out.slice(0, 100),
  );
  context.reference = JSON.parse(receipt).reference;
  await waitUntil(context, ({ triage }) => triage.state === 'proposed');
  await waitForLetters(context);
  return (await readReferral(context)).id;
}

/** Each entry point of Temporal, with the code of the refusal or the error. */
async function attempts(
  attacker: RawTemporal,
  to: string,
  { start }: SealedHistory,
  take: SealedUpdate,
): Promise<[string, string][]> {
  const workflowId = workflowIdOf(to);
  const elsewhere = workflowIdOf(crypto.randomUUID());
  const done = (work: Promise<unknown>, outcome: string) =>
    work.then(
      () => outcome,
      () => 'refused',
    );
  return [
    ['update', await attacker.update(workflowId, withNewId(take))],
    ['update with start', await attacker.updateWithStart(workflowId, start, withNewId(take))],
    ['start of the running referral', await done(attacker.start(workflowId, start), 'started')],
    ['start of a new referral', await done(attacker.start(elsewhere, start), 'started; the workflow fails at once')],
    ['signal', await done(attacker.signal(workflowId, take.payloads), 'delivered; the workflow drops it')],
    ['query', await done(attacker.query(workflowId, take.payloads), 'answered')],
    ['activity without a workflow', await attacker.startActivity('record', 'referrals', take.payloads)],
  ];
}
