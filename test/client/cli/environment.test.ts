/** Which installation the command line works on. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installationVariables } from '../../../client/cli/environment.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaise-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function stackFile(text: string): void {
  mkdirSync(join(folder, '.liaise'));
  writeFileSync(join(folder, '.liaise', 'stack.json'), text);
}

const stack = { LIAISE_DATABASE_URL: 'postgresql://stack/', LIAISE_LOCAL_IDENTITY: 'allow' };

test('the local stack of the folder, where nothing else is set', () => {
  stackFile(JSON.stringify(stack));
  expect(installationVariables({ PATH: '/bin' }, folder)).toEqual({ ...stack, PATH: '/bin' });
});

test('the environment alone, where it names an installation: two are never mixed', () => {
  stackFile(JSON.stringify(stack));
  const environment = { LIAISE_DATABASE_URL: 'postgresql://real/' };
  expect(installationVariables(environment, folder)).toEqual(environment);
});

test('what the stack allows, the environment may refuse', () => {
  stackFile(JSON.stringify(stack));
  const refused = installationVariables({ LIAISE_LOCAL_IDENTITY: 'refuse' }, folder);
  expect(refused['LIAISE_LOCAL_IDENTITY']).toBe('refuse');
});

test('without either, one sentence says what to do', () => {
  expect(() => installationVariables({}, folder)).toThrow(
    'There is no installation here. Start the local stack with "npm start", or set ' +
      'LIAISE_DATABASE_URL, LIAISE_TEMPORAL_ADDRESS and LIAISE_KEY_FILE.',
  );
});

test('a damaged stack file: one sentence says what to do', () => {
  stackFile('{"LIAISE_DATABASE_URL": 5');
  expect(() => installationVariables({}, folder)).toThrow('Start the local stack again with "npm start"');
});
