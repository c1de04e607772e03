/** The operations guide names only alerts, commands, variables, files and services that exist. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { serverVariables } from '../../client/http/server-config.ts';
import { workerVariables } from '../../worker/config.ts';
import { SCHEDULES } from '../../workflows/maintenance.ts';
import { runCommand } from '../client/cli/run-command.ts';

const page = readFileSync('docs/operations.md', 'utf8');

function named(pattern: RegExp): string[] {
  return [...new Set([...page.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

test('every alert has a section, and every section an alert', () => {
  const { groups } = parse(readFileSync('docs/monitoring/alerts.yml', 'utf8')) as {
    groups: { rules: { alert: string }[] }[];
  };
  const alarms = groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));
  expect(named(/^### (\w+)$/gm)).toEqual(alarms.sort());
});

test.each(
  named(/(?:^|[`=\s])liaise ([a-z][a-z-]*(?: (?:clock|routing|new|rotate|split|renew-digests|give-up))?)(?=[\s`])/gm),
)('the command "liaise %s" exists', async (words) => {
  expect(await runCommand(`${words} --help`)).toMatchObject({ status: 0 });
});

test('workers or web servers read every variable that it names', () => {
  const variables = named(/\b((?:LIAISE|OTEL)_[A-Z_]+)/g);
  const read = Object.keys({ ...workerVariables.shape, ...serverVariables.shape });
  expect(read).toEqual(expect.arrayContaining(variables));
});

test.each([...named(/\]\((?!#|http)([^)#]+)\)/g).map((path) => join('docs', path)), ...named(/`(docs\/[^`\s]+)`/g)])(
  '%s exists',
  (path) => {
    expect(existsSync(path)).toBe(true);
  },
);

test('the table of schedules is complete', () => {
  expect(named(/^\| `upkeep\/(\w+)`/gm)).toEqual(SCHEDULES.map(({ activity }) => activity).sort());
});

test('commands use the service names of the compose file', () => {
  const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: object };
  const called = named(/docker compose (?:stop|start|ps|exec -T|exec|run --rm) ([a-z]+)/g);
  expect(Object.keys(services)).toEqual(expect.arrayContaining(called));
  expect(called.length).toBeGreaterThan(2);
});
