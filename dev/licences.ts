/** `npm run audit:licences`: the packages that ship, each with its licence. Fails if a licence is missing or not accepted. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { readFlags } from '../client/platform/read-flags.ts';

/** A package of the lockfile that an installation receives: everything but development packages. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** SPDX expression, or undefined if the package states none. */
  licence: string | undefined;
}

/** Licences that may ship with a work under EUPL-1.2. Each is permissive, or covers data or documentation only. */
const ACCEPTED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'PSF-2.0',
    'Unlicense',
    // A licence of fonts. It permits embedding in documents.
    'Bitstream-Vera',
  ],
  ...['CC-BY-3.0', 'CC-BY-4.0'],
]);

/** Licences that a package states in its LICENSE file alone. Read on 29 and 30 November 2026. */
const FROM_LICENCE_FILE: Record<string, string> = {
  unionfs: 'Unlicense',
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  'png-js': 'MIT',
};

/** Every shipped package, in order of name. `root` is the folder of the lockfile. */
export function shippedPackages(root = '.'): ShippedPackage[] {
  const lock: Lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional);
  return shipped
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: FROM_LICENCE_FILE[name] ?? license ?? statedLicence(join(root, path)) };
    })
    .sort((one, other) => one.name.localeCompare(other.name) || one.version.localeCompare(other.version));
}

/** Packages whose licence is missing, or has a part that is not accepted. */
export function unacceptedPackages(packages: readonly ShippedPackage[]): ShippedPackage[] {
  return packages.filter(
    ({ licence = '' }) =>
      !licence
        .split(/[\s()]+/)
        .filter(Boolean)
        .every(isAccepted) || !licence,
  );
}

interface Lockfile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; devOptional?: boolean }>;
}

function isAccepted(word: string): boolean {
  return word === 'AND' || word === 'OR' || ACCEPTED.has(word);
}

/** Some packages state their licence in package.json in a form that npm does not copy to the lockfile. */
function statedLicence(folder: string): string | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const { license, licenses }: { license?: string | { type: string }; licenses?: { type: string }[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ');
}

function print(packages: readonly ShippedPackage[]): void {
  const table = new Table({ head: ['package', 'version', 'licence'], style: { head: [], border: [] } });
  for (const { name, version, licence = 'none stated' } of packages) table.push([name, version, licence]);
  console.log(table.toString());
  const counts = Object.entries(Object.groupBy(packages, ({ licence = 'none stated' }) => licence));
  const summary = counts.map(([licence, all = []]) => `${licence}: ${all.length}`).join(', ');
  console.log(
    `${packages.length} packages ship. ${summary}. NOTICE gives the attributions that bundled data requires.`,
  );
}

if (import.meta.main) {
  const { values } = readFlags('npm run audit:licences', {
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log('Lists the packages that ship with their licences. --json prints them as JSON.');
  } else {
    const packages = shippedPackages();
    if (values.json) console.log(JSON.stringify(packages, null, 2));
    else print(packages);
    const unaccepted = unacceptedPackages(packages);
    for (const { name, version, licence = 'none' } of unaccepted) {
      console.error(
        `${name} ${version}: licence ${licence} is not in the list of accepted licences of dev/licences.ts.`,
      );
    }
    if (unaccepted.length > 0) process.exitCode = 1;
  }
}
