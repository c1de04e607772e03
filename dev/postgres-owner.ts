/** PostgreSQL refuses to run as root. For root, it runs as the user `postgres`, which is created if needed. */

import { execFileSync } from 'node:child_process';
import { StackFault } from './fault.ts';

/** A system user by user id and group id. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/** The user that PostgreSQL runs as, or undefined for the user of this process. */
export function postgresOwner(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return find() ?? make();
}

function find(): SystemUser | undefined {
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function make(): SystemUser {
  try {
    run('useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres');
  } catch {
    // Another process may have created it at the same time.
  }
  const owner = find();
  if (owner) return owner;
  throw new StackFault(
    'PostgreSQL cannot run as root and the user postgres could not be made: make that user, or start as another user than root.',
  );
}

function id(which: '-u' | '-g'): number {
  return Number(run('id', which, 'postgres'));
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
