/** What all commands have in common: help, refusals of wrong input, and exit statuses. */

import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { ACT_COMMANDS } from '../../../client/cli/acts.ts';
import { processIo } from '../../../client/cli/io.ts';
import { program } from '../../../client/cli/program.ts';
import { actRequest } from '../../../client/contract/acts.ts';
import { createEngine } from '../../../client/engine/engine.ts';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { directGuard } from '../../../client/platform/guard/guard.ts';
import { openReader } from '../../../client/queries/read.ts';
import { makeDossierPdf } from '../../../client/web/referral/make-dossier-pdf.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { DEFAULT_WEIGHTS } from '../../../domain/routing/weights.ts';
import { connectDatabase } from '../../../prisma/store/connect.ts';
import { runCommand } from './run-command.ts';

/** `decline`, `explain clock` and so on, and the groups that they are in. */
function namesOf(commands: readonly Command[], before = ''): string[] {
  return commands.flatMap((command) => {
    const name = `${before}${command.name()}`;
    return [name, ...namesOf(command.commands, `${name} `)];
  });
}

const COMMANDS = namesOf(
  program(
    {
      services,
      guard: () => directGuard,
      triageWeights: () => DEFAULT_WEIGHTS,
      makeDossierPdf,
      environment: services,
      databaseUrl: services,
    },
    processIo(process),
  ).commands,
);

function services(): never {
  throw new Error('Help needs no installation.');
}

describe('help', () => {
  test.each(COMMANDS)('of "%s" ends in an example of it', async (command) => {
    const { status, out } = await runCommand(`${command} --help`);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`\\nExamples?:\\n(?:  liaise ${command}\\b.*\\n)+$`));
  });

  test('of the whole names every act and every exit status', async () => {
    const { status, out } = await runCommand('--help');
    expect(status).toBe(0);
    for (const { shape } of actRequest.options) expect(out).toContain(`\n  ${shape.type.value} `);
    for (const exit of [0, 1, 2, 3, 4, 5, 6]) expect(out).toMatch(new RegExp(`\\n${exit} {2}\\S`));
  });

  test('of an act says who may perform it and when', async () => {
    const { out } = await runCommand('withdraw --help');
    expect(out).toContain('supervisor of the coordinator, when referred, held, closure-proposed');
  });

  test('of complete-triage says which options are required', async () => {
    const { out } = await runCommand('complete-triage --help', { columns: 160 });
    expect(out).toMatch(/--capability <value> +what is needed there; required without --accept-proposal/);
    expect(out).toMatch(/--urgency <value> +how urgent it is; required without --accept-proposal/);
  });

  test('is shown with exit status 2 if no command is given', async () => {
    const { status, out, err } = await runCommand('');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('Usage: liaise');
    expect(err).not.toContain('liaise: ');
  });
});

describe('a command line with a mistake is refused', () => {
  test('an unknown command, with a similar one', async () => {
    const { status, err } = await runCommand('acknowlege XR-2026-000001 --as lotta.birch');
    expect(status).toBe(2);
    expect(err).toBe("liaise: INVALID_INPUT: unknown command 'acknowlege'\n(Did you mean acknowledge?)\n");
  });

  test('an unknown option, with a similar one', async () => {
    const { status, err } = await runCommand('decline XR-2026-000001 --gorund no-jurisdiction --as lotta.birch');
    expect(status).toBe(2);
    expect(err).toBe("liaise: INVALID_INPUT: unknown option '--gorund'\n(Did you mean --ground?)\n");
  });

  test('a value that is not in the list, with the list', async () => {
    const { status, err } = await runCommand('link XR-2026-000001 --with XR-2026-000002 --kind friend --as noor.rowan');
    expect(status).toBe(2);
    expect(err).toContain('Allowed choices are related, same-series, same-victim.');
  });

  test('a command without --as, with a remedy', async () => {
    const { status, err } = await runCommand('take XR-2026-000001');
    expect(status).toBe(2);
    expect(err).toBe(
      "liaise: INVALID_INPUT: required option '--as <person>' not specified. " +
        '"liaise directory --people" lists the people.\n',
    );
  });

  test('with --json, as one line of JSON', async () => {
    const { status, out, err } = await runCommand('take XR-2026-000001 --json');
    expect([status, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toEqual({ error: { code: 'INVALID_INPUT', message: expect.stringContaining('--as') } });
  });
});

test('without an installation, one sentence says what to do', async () => {
  const { status, err } = await runCommand('status XR-2026-000001 --as noor.rowan');
  expect([status, err]).toEqual([1, 'liaise: CONFIGURATION: There is no installation.\n']);
});

test('a database that does not answer is unavailable, with a remedy', async () => {
  const db = connectDatabase({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing' });
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  const engine = createEngine({ db, temporal, keyring });
  const services = {
    engine,
    reader: openReader({ db, keyring }),
    ...{ db, engineDb: db, readerDb: db },
    temporal,
    keyring,
    policies: defaultPolicies,
    localIdentity: true,
  };
  const { status, err } = await runCommand('status XR-2026-000001 --as noor.rowan', { services });
  expect([status, err]).toEqual([
    6,
    'liaise: ENGINE_UNAVAILABLE: The database does not answer. Check that the installation is running (the local stack: "npm start"), then try again.\n',
  ]);
  await db.$disconnect();
});

describe('what needs no installation', () => {
  test('the lifecycle table, within the width of the terminal', async () => {
    const { status, out } = await runCommand('explain lifecycle', { columns: 100 });
    expect(status).toBe(0);
    for (const act of Object.keys(ACT_COMMANDS)) expect(out).toMatch(new RegExp(`^${act} `, 'm'));
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test('the lifecycle table for programs', async () => {
    const { out } = await runCommand('explain lifecycle --json');
    expect(JSON.parse(out).acts[0]).toMatchObject({ act: 'submit', events: ['submitted', 'triaged'] });
  });

  test.each(['referral', 'acts'])('the JSON Schema of %s', async (name) => {
    const { status, out } = await runCommand(`schema ${name}`);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  test('in the schema of a referral only what has no default is required', async () => {
    const { out } = await runCommand('schema referral');
    expect(JSON.parse(out).required).toEqual(['kind', 'crimeAreas', 'summary']);
  });
});
