/** The end of the demo: a proof bundle, its verification, and a changed copy that is found out. */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoContext, printHeading, printStep, runCommand } from './demo-context.ts';

const PAGE = 'client/web/public/verify.html';

/** Writes the bundle, the public keys and the page that verifies it to `folder`. They remain after the demo. */
export async function proveReferral(demo: DemoContext, viewer: string, folder: string): Promise<void> {
  printHeading('A proof bundle for a court');
  printStep(
    'The sealer signed the audit log, and a witness countersigned it. The bundle proves the events of this case.',
  );
  await mkdir(folder, { recursive: true });
  const bundle = join(folder, `${demo.reference}.liaise-proof`);
  const keys = join(folder, 'log-policy.txt');
  const page = join(folder, 'verify.html');
  await runCommand(demo, ['proof', demo.reference, '--out', bundle, '--as', viewer]);
  await copyFile(demo.stack.environment['LIAISE_LOG_POLICY_FILE'] ?? '', keys);
  await copyFile(PAGE, page);
  await runCommand(demo, ['verify', bundle, '--key', keys], withoutTable);
  printStep('One byte of a copy is changed. The command says where.');
  const copy = join(folder, 'changed-copy.liaise-proof');
  const bytes = await readFile(bundle);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(copy, bytes);
  await runCommand(demo, ['verify', copy, '--key', keys], withoutTable, 'refused');
  printStep(`To verify it yourself, open ${page} in a browser. Choose ${bundle}, and paste these keys (${keys}):`);
  console.log(`\n${(await readFile(keys, 'utf8')).trimEnd()}`);
}

/** The table of events is as long as the timeline, which is shown above. */
function withoutTable(answer: string): string {
  const lines = answer.split('\n');
  return lines.slice(0, lines.findLastIndex((line) => line.startsWith('- ')) + 1).join('\n');
}
