/** Measures how fast the command line submits the reports of a folder, with all servers on this machine. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../dev/temporary-folder.ts';
import { cleanupStack } from './cleanup-stack.ts';
import type { Extent } from './extent.ts';
import { openInstallation } from './installation.ts';
import type { Measurement } from './measurements.ts';
import { processorSeconds } from './processes.ts';

const BUILT = join(import.meta.dirname, '../dist/client/cli/main.js');
const REPORT = join(import.meta.dirname, '../dev/demo-report.xml');

// Target: 1,000 files at ≥ 15 a second.
export async function measureFolder({ folderFiles }: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const { atEnd, stop } = cleanupStack();
  try {
    const root = await temporaryFolder('bench-folder');
    atEnd(root.remove);
    const folder = join(root.path, 'reports');
    await mkdir(folder);
    const report = await readFile(REPORT, 'utf8');
    for (let n = 1; n <= folderFiles; n += 1) {
      await writeFile(join(folder, `${n}.xml`), report.replace('evening-room-7', `evening-room-${n}`));
    }
    const installation = await openInstallation(progress);
    atEnd(installation.stop);
    progress(`folder: ${folderFiles} files`);
    const costs = () => costsOf(() => submit(folder, installation.environment));
    const [first, again] = [await costs(), await costs()];
    const msPerFile = (first.processor / folderFiles) * 1_000;
    return [
      {
        of: 'liaise',
        name: 'folder',
        label: 'reports of a folder submitted, files/s',
        value: folderFiles / first.time,
      },
      { of: 'liaise', name: 'folder-cpu', label: '… CPU time per file of all processes, ms', value: msPerFile },
      { of: 'liaise', name: 'folder-again', label: 'the same folder again, files/s', value: folderFiles / again.time },
    ];
  } finally {
    await stop();
  }
}

/** Seconds that the work takes, and seconds of processor time of this process and all that it started. */
async function costsOf(work: () => Promise<void>): Promise<{ time: number; processor: number }> {
  const [began, before] = [performance.now(), processorSeconds()];
  await work();
  return { time: (performance.now() - began) / 1_000, processor: processorSeconds() - before };
}

/** @throws Error if a file was refused or not sent. */
async function submit(folder: string, environment: Record<string, string>): Promise<void> {
  const flags = ['submit', '--folder', folder, '--report-id-from-name', '--as', 'quinn.quartz', '--json'];
  const child = spawn(process.execPath, [BUILT, ...flags], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`The submission of the folder ended with status ${status}.`);
}
