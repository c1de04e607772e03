/** `liaise deadline --agency`: the closed days of an agency of the directory. */

import { beforeAll, expect, test } from 'vitest';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

let desk: RecordingEngine;

beforeAll(async () => {
  desk = await recordingEngine();
});

const PERIOD = 'deadline --from 2026-04-13T10:00Z --amount 1 --unit working-days --zone Europe/Helsinki --calendar FI';

test('a closed day of the agency does not count, and is named', async () => {
  await desk.db.closedDay.create({ data: { agencyId: 'fi-alder', day: '2026-04-14', name: 'Removal' } });
  const { status, out } = await runCommand(`${PERIOD} --agency fi-alder`, { services: desk.services });
  expect(status).toBe(0);
  expect(out).toContain('Removal');
  expect(out).toContain('Due: 2026-04-15 23:59:59');
});

test('an unknown agency is refused, with the command that lists those that exist', async () => {
  const { status, out, err } = await runCommand(`${PERIOD} --agency fi-aldre`, { services: desk.services });
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('UNKNOWN_AGENCY');
  expect(err).toContain('"liaise directory" lists them');
});
