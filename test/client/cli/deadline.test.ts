/** `liaise deadline`: one deadline with its steps, without an installation. */

import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const EASTER = 'deadline --from 2026-04-02T10:00 --amount 3 --unit working-days --zone Europe/Berlin';

test('prints each step, and the deadline in its zone and in UTC', async () => {
  const { status, out } = await runCommand(`${EASTER} --calendar DE`);
  expect(status).toBe(0);
  expect(out).toContain('Started on 2026-04-02 10:00:00 +02:00');
  expect(out).toContain('2026-04-03 does not count: it is a public holiday (Good Friday)');
  expect(out).toContain('Due: 2026-04-09 23:59:59 +02:00 (2026-04-09T21:59:59.999Z)');
});

test('prints the steps in another language', async () => {
  expect((await runCommand(`${EASTER} --calendar DE --language de`)).out).toContain(
    '2026-04-03 zählt nicht: Feiertag (Karfreitag)',
  );
  expect((await runCommand(`${EASTER} --language xx`)).status).toBe(2);
});

test('prints JSON with the instant and the steps', async () => {
  const { out } = await runCommand(`${EASTER} --json`);
  const { dueAt, steps } = JSON.parse(out);
  expect([dueAt, steps.at(-1)]).toEqual([
    '2026-04-07T21:59:59.999Z',
    { step: 'due', at: '2026-04-07T21:59:59.999Z', local: '2026-04-07 23:59:59 +02:00' },
  ]);
});

test('takes every setting of a period', async () => {
  const hours = 'deadline --from 2026-03-06T09:20Z --amount 8 --unit hours --zone UTC --exclude-first-unit';
  const paused = `${hours} --pause 2026-03-06T12:00Z/2026-03-06T12:30Z --pause 2026-03-06T13:00Z/2026-03-06T13:30Z --json`;
  expect(JSON.parse((await runCommand(paused)).out).dueAt).toBe('2026-03-06T19:00:00.000Z');
  const rolled =
    'deadline --from 2026-03-06T09:00Z --amount 3 --unit calendar-days --zone UTC --calendar BE --roll-forward --json';
  expect(JSON.parse((await runCommand(rolled)).out).dueAt).toBe('2026-03-10T23:59:59.999Z');
});

describe('a wrong option is named', () => {
  test.each([
    ['--zone Mars/Olympus', '--zone is not an IANA time zone'],
    ['--calendar XX', '--calendar names no country or region'],
    ['--calendar DE-XX', '--calendar names no country or region'],
    ['--amount 0', '--amount must be a whole number'],
    ['--amount 1.5', '--amount must be a whole number'],
    ['--from yesterday', '--from is not a time'],
    ['--pause 2026-04-03T10:00Z', '--pause must be two times in order'],
    ['--pause 2026-04-03T10:00Z/2026-04-02T10:00Z', '--pause must be two times in order'],
    ['--unit years --amount 901', '--amount must be at most 900 for years'],
    ['--unit fortnights', '--unit'],
  ])('%s', async (option, message) => {
    const { status, err } = await runCommand(`${EASTER} ${option}`);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
