/** Describes the machine and the versions of a measurement. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { z } from 'zod';
import { postgresPrograms } from '../dev/postgres-programs.ts';
import { temporalBinary } from '../dev/temporal-programs.ts';

export interface Machine {
  processors: string;
  memory: string;
  system: string;
  /** The load average of the last minute, which shows other work of the machine. */
  load: string;
  node: string;
  temporal: string;
  postgres: string;
  engines: string;
}

const packages = z.object({ dependencies: z.record(z.string(), z.string()) });

export async function thisMachine(): Promise<Machine> {
  const { dependencies } = packages.parse(JSON.parse(readFileSync(`${import.meta.dirname}/package.json`, 'utf8')));
  const versionOf = (command: string) => execFileSync(command, ['--version'], { encoding: 'utf8' }).trim();
  return {
    processors: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? arch()}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()} ${arch()}`,
    load: (loadavg()[0] ?? 0).toFixed(2),
    node: process.versions.node,
    temporal: versionOf(await temporalBinary()),
    postgres: versionOf((await postgresPrograms()).postgres),
    engines: Object.entries(dependencies)
      .filter(([name]) => /dbos-sdk|restate-server/.test(name))
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  };
}
