/** Every recorded life of a referral, led again by the code of today, which must ask Temporal for the same things. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { engineAt, type TestEngine, timeSkippingEngine } from '../support/engine.ts';
import { impatientServer, LONG_STORIES } from './long-scenarios.ts';
import { record } from './record.ts';
import { HISTORIES, histories, KEYS, replay } from './replay.ts';
import { type Player, STORIES } from './scenarios.ts';

/** Only what is missing is recorded: a history is never replaced unseen. */
const isRecording = process.env['LIAISE_RECORD_HISTORIES'] === '1';

let liaise: Player;
let impatient: TestEngine;

beforeAll(async () => {
  if (!isRecording) return;
  liaise = await timeSkippingEngine(KEYS);
  impatient = await engineAt({ address: await impatientServer(), namespace: 'default' }, KEYS);
});

async function lead(name: string, tell: () => Promise<WorkflowHandle>): Promise<void> {
  const path = `${name}.json`;
  if (isRecording && !existsSync(join(HISTORIES, path))) await record(await tell(), join(HISTORIES, path));
  await replay(path);
}

describe('as the code of today leads them', () => {
  test.each(Object.entries(STORIES))('%s', (name, story) => lead(name, () => story(liaise)));
  test.each(Object.entries(LONG_STORIES))('%s', (name, story) => lead(name, () => story(impatient)));
});

const OLDER = histories().filter((path) => path.includes('/'));

test.runIf(OLDER.length > 0).each(OLDER)('as older code led it: %s', (path) => replay(path));

test('no history is of a story that nobody can tell any more', () => {
  const names = [...Object.keys(STORIES), ...Object.keys(LONG_STORIES)];
  const today = histories().filter((path) => !path.includes('/'));
  expect(today).toEqual(names.map((name) => `${name}.json`).sort());
});
