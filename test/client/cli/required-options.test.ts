/** The help of each command shows which options are required. */

import { expect, test } from 'vitest';
import { z } from 'zod';
import { ACT_COMMANDS } from '../../../client/cli/acts.ts';
import { actRequest } from '../../../client/contract/acts.ts';
import { runCommand } from './run-command.ts';

/** Fields that a command fills in if they are not given. */
const FILLED_IN = ['type', 'recipientId', 'questionId', 'translationId', 'addition'];

const acts = actRequest.options.map((option) => {
  const { required = [] } = z.toJSONSchema(option, { io: 'input' });
  return { type: option.shape.type.value, fields: required.filter((name) => !FILLED_IN.includes(name)) };
});

async function optionsOf(command: string): Promise<string[]> {
  const { out } = await runCommand(`${command} --help`, { columns: 1_000 });
  return out.split('\n').filter((line) => /^ {2}-/.test(line));
}

test.each(acts)('the fields that $type requires: $fields', async ({ type, fields }) => {
  const options = await optionsOf(type);
  for (const field of fields) {
    const flags = ACT_COMMANDS[type].flags.find((flag) => flag.field === field)?.option().flags ?? field;
    expect(options.find((line) => line.includes(flags))).toContain('required');
  }
  expect(options.find((line) => line.includes('--as'))).toMatch(/\(required\)$/);
});

test.each([
  ['complete-triage', '--capability', 'required without --accept-proposal'],
  ['complete-triage', '--country', 'required without --accept-proposal and --contact-point'],
  ['decline', '--text', 'required with --ground other'],
  ['extend', '--text', 'required if the policy of the clock says so'],
  ['report-outcome', '--because', 'required with --outcome not-actionable'],
  ['propose-closure', '--text', 'required if a country has no recipient'],
  ['supplement', '--text', 'required unless --file has "summary"'],
  ['submit', '--file', 'required without --folder'],
])('%s shows when %s is required', async (command, option, text) => {
  expect((await optionsOf(command)).find((line) => line.includes(option))).toContain(text);
});

test('options that may be left out are not shown as required', async () => {
  const options = await optionsOf('acknowledge');
  expect(options.filter((line) => line.includes('required'))).toEqual([expect.stringContaining('--as')]);
});
