/** Replays every recorded history with the current code, which must issue the same commands. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { engineAt, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { LONG_SCENARIOS, serverWithShortHistories } from './long-scenarios.ts';
import { saveHistory } from './record.ts';
import { HISTORIES, histories, KEYS, replay } from './replay.ts';
import { SCENARIOS, type ScenarioEngine } from './scenarios.ts';

/** Records only missing histories. An existing history is never overwritten. */
const isRecording = process.env['LIAISE_RECORD_HISTORIES'] === '1';

let liaise: ScenarioEngine;
let shortHistories: TestEngine;

beforeAll(async () => {
  if (!isRecording) return;
  liaise = await timeSkippingEngine(KEYS);
  shortHistories = await engineAt({ address: await serverWithShortHistories(), namespace: 'default' }, KEYS);
});

async function recordIfMissingAndReplay(name: string, perform: () => Promise<WorkflowHandle>): Promise<void> {
  const path = `${name}.json`;
  if (isRecording && !existsSync(join(HISTORIES, path))) await saveHistory(await perform(), join(HISTORIES, path));
  await replay(path);
}

describe('histories of the current code', () => {
  test.each(Object.entries(SCENARIOS))('%s', (name, scenario) =>
    recordIfMissingAndReplay(name, () => scenario(liaise)),
  );
  test.each(Object.entries(LONG_SCENARIOS))('%s', (name, scenario) =>
    recordIfMissingAndReplay(name, () => scenario(shortHistories)),
  );
});

const OLDER = histories().filter((path) => path.includes('/'));

test.runIf(OLDER.length > 0).each(OLDER)('history of older code: %s', (path) => replay(path));

test('every history has a scenario', () => {
  const names = [...Object.keys(SCENARIOS), ...Object.keys(LONG_SCENARIOS)];
  const today = histories().filter((path) => !path.includes('/'));
  expect(today).toEqual(names.map((name) => `${name}.json`).sort());
});
