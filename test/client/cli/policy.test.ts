/** `liaise policy`: clock policies are shown, checked and compared without an installation. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { runCommand } from './run-command.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaise-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function saved(name: string, change: (policies: typeof defaultPolicies) => void): string {
  const policies = structuredClone(defaultPolicies);
  change(policies);
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(policies));
  return path;
}

function policyOf({ clocks }: typeof defaultPolicies, name: string) {
  const policy = clocks.find(({ id }) => id === name);
  if (policy === undefined) throw new Error(`There is no clock ${name}.`);
  return policy;
}

test('the built-in policies that are shown pass the check', async () => {
  const path = join(folder, 'policy.json');
  writeFileSync(path, (await runCommand('policy show')).out);
  const { status, out } = await runCommand(`policy check ${path}`);
  expect([status, out]).toEqual([
    0,
    `The policies are valid: version ${defaultPolicies.version}, ${defaultPolicies.clocks.length} clocks.\n`,
  ]);
});

test('every fault is named with its path', async () => {
  const path = saved('wrong.json', (policies) => {
    policyOf(policies, 'triage').terms.urgent.amount = 0;
    policyOf(policies, 'acknowledge').zone = 'Mars/Olympus';
  });
  const { status, err } = await runCommand(`policy check ${path}`);
  expect(status).toBe(2);
  expect(err).toContain('clocks.0.terms.urgent.amount');
  expect(err).toContain('clocks.1.zone');
});

test('the fields that differ are listed, and a version that is used twice', async () => {
  const path = saved('other.json', (policies) => {
    policyOf(policies, 'acknowledge').terms.urgent.amount = 4;
    policyOf(policies, 'acknowledge').warnAt = [0.9];
    policies.onwardLimit = 3;
  });
  const { out } = await runCommand(`policy diff built-in ${path}`);
  expect(out).toContain('\nonwardLimit: not set → 3\n');
  expect(out).toContain('acknowledge terms.urgent.amount: 8 → 4\n');
  expect(out).toContain('acknowledge warnAt: [0.5,0.8] → [0.9]\n');
  expect(out).toContain('Give the new policies a version of their own');
  const { changes } = JSON.parse((await runCommand(`policy diff built-in ${path} --json`)).out);
  expect(changes).toContainEqual({ clock: 'acknowledge', field: 'terms.urgent.amount', before: 8, after: 4 });
  expect((await runCommand(`policy diff ${path} ${path}`)).out).toBe('The policies are the same.\n');
});
