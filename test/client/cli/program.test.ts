/** What all commands have in everywhere: help, refusals of what was typed, exit statuses. */

import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { ACTS } from '../../../client/cli/acts.ts';
import { processIo } from '../../../client/cli/io.ts';
import { program } from '../../../client/cli/program.ts';
import { actRequest } from '../../../client/contract/acts.ts';
import { createEngine } from '../../../client/engine/engine.ts';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { openReader } from '../../../client/queries/read.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { connectDatabase } from '../../../prisma/store/connect.ts';
import { type } from './run-command.ts';

/** `decline`, `explain clock` and so on, and the groups that they are in. */
function namesOf(commands: readonly Command[], before = ''): string[] {
  return commands.flatMap((command) => {
    const name = `${before}${command.name()}`;
    return [name, ...namesOf(command.commands, `${name} `)];
  });
}

const COMMANDS = namesOf(program({ doors }, processIo(process)).commands);

function doors(): never {
  throw new Error('Help needs no installation.');
}

describe('help', () => {
  test.each(COMMANDS)('of "%s" ends in an example of it', async (command) => {
    const { status, out } = await type(`${command} --help`);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`\\nExample:\\n  liaise ${command}\\b.*\\n$`));
  });

  test('of the whole names every act and every exit status', async () => {
    const { status, out } = await type('--help');
    expect(status).toBe(0);
    for (const { shape } of actRequest.options) expect(out).toContain(`\n  ${shape.type.value} `);
    for (const exit of [0, 1, 2, 3, 4, 5, 6]) expect(out).toMatch(new RegExp(`\\n${exit} {2}\\S`));
  });

  test('of an act says who may, from where', async () => {
    const { out } = await type('withdraw --help');
    expect(out).toContain('supervisor of the coordinator, when referred, held, closure-proposed');
  });

  test('is shown, as a failure, when nothing was asked for', async () => {
    const { status, out, err } = await type('');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage: liaise');
    expect(err).not.toContain('liaise: ');
  });
});

describe('what cannot be meant is refused', () => {
  test('an unknown command, with the one that is near', async () => {
    const { status, err } = await type('acknowlege XR-2026-000001 --as lotta.birch');
    expect(status).toBe(2);
    expect(err).toBe("liaise: INVALID_INPUT: unknown command 'acknowlege'\n(Did you mean acknowledge?)\n");
  });

  test('an unknown option, with the one that is near', async () => {
    const { status, err } = await type('decline XR-2026-000001 --gorund no-jurisdiction --as lotta.birch');
    expect(status).toBe(2);
    expect(err).toBe("liaise: INVALID_INPUT: unknown option '--gorund'\n(Did you mean --ground?)\n");
  });

  test('a word that is not on the list, naming the list', async () => {
    const { status, err } = await type('link XR-2026-000001 --with XR-2026-000002 --kind friend --as noor.rowan');
    expect(status).toBe(2);
    expect(err).toContain('Allowed choices are related, same-series, same-victim.');
  });

  test('an act by nobody', async () => {
    const { status, err } = await type('take XR-2026-000001');
    expect(status).toBe(2);
    expect(err).toContain("required option '--as <person>' not specified");
  });

  test('for programs as one line of JSON', async () => {
    const { status, out, err } = await type('take XR-2026-000001 --json');
    expect([status, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toEqual({ error: { code: 'INVALID_INPUT', message: expect.stringContaining('--as') } });
  });
});

test('where no installation is configured, one sentence says so', async () => {
  const { status, err } = await type('status XR-2026-000001 --as noor.rowan');
  expect([status, err]).toEqual([1, 'liaise: CONFIGURATION: No installation is known here.\n']);
});

test('a database that does not answer is said to be unavailable', async () => {
  const db = connectDatabase({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing' });
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  const engine = createEngine({ db, temporal, keyring });
  const doors = {
    engine,
    reader: openReader({ db, keyring }),
    db,
    temporal,
    policies: defaultPolicies,
    localIdentity: true,
  };
  const { status, err } = await type('status XR-2026-000001 --as noor.rowan', { doors });
  expect([status, err]).toEqual([6, 'liaise: ENGINE_UNAVAILABLE: The database does not answer; try again later.\n']);
  await db.$disconnect();
});

describe('what needs no installation', () => {
  test('the lifecycle table, within the width of the terminal', async () => {
    const { status, out } = await type('explain lifecycle', { columns: 100 });
    expect(status).toBe(0);
    for (const act of Object.keys(ACTS)) expect(out).toMatch(new RegExp(`^${act} `, 'm'));
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('the lifecycle table for programs', async () => {
    const { out } = await type('explain lifecycle --json');
    expect(JSON.parse(out).acts[0]).toMatchObject({ act: 'submit', events: ['submitted'] });
  });

  test.each(['referral', 'acts'])('the JSON Schema of %s', async (name) => {
    const { status, out } = await type(`schema ${name}`);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  test('in the schema of a referral only what has no default is required', async () => {
    const { out } = await type('schema referral');
    expect(JSON.parse(out).required).toEqual(['kind', 'crimeAreas', 'summary']);
  });
});
