/** Checks that all packages load one protobufjs 8. With two, a replay of a JSON history fails with "type must be a Type". */

import { readFileSync } from 'node:fs';

/** The package-lock of npm: folder → package. The folder '' is the project itself. */
export type Installed = Record<string, { version?: string; dependencies?: Record<string, string> }>;

const REMEDY = 'Keep protobufjs ^8.7.1 in dependencies and run npm dedupe.';

/** Temporal packages that would load another copy than the project's, or another major version. */
export function faultsOfCopies(installed: Installed): string[] {
  const ours = 'node_modules/protobufjs';
  const version = installed[ours]?.version;
  if (!version) return [`protobufjs is not installed at ${ours}. ${REMEDY}`];
  if (!version.startsWith('8.')) return [`The project loads protobufjs ${version} instead of 8. ${REMEDY}`];
  return Object.keys(installed)
    .filter((folder) => /node_modules\/@temporalio\/[^/]+$/.test(folder))
    .filter((folder) => installed[folder]?.dependencies?.['protobufjs'])
    .flatMap((folder) => {
      const loaded = nearest(installed, folder);
      return loaded === ours ? [] : [`${folder} loads a protobufjs of its own, ${loaded}. ${REMEDY}`];
    });
}

/** The folder from which Node loads protobufjs for `folder`: the nearest node_modules upwards that has it. */
function nearest(installed: Installed, folder: string): string {
  for (let at = folder; at; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (installed[`${at}/node_modules/protobufjs`]) return `${at}/node_modules/protobufjs`;
  }
  return 'node_modules/protobufjs';
}

if (import.meta.main) {
  const { packages }: { packages: Installed } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
  const faults = faultsOfCopies(packages);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
