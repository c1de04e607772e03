/** The compose file and the image agree with the code: programs exist, and variables are read. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { serverVariables } from '../../client/http/server-config.ts';
import { serviceFiles } from '../../client/platform/certificates.ts';
import { clientVariables } from '../../client/platform/config.ts';
import { serverArguments, serverVariables as temporalVariables } from '../../dev/cluster/temporal-tls.ts';
import { workerVariables } from '../../worker/config.ts';
import { TASK_QUEUES } from '../../workflows/messages.ts';

interface Service {
  image: string;
  build?: string;
  profiles?: string[];
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string | number | null>;
  networks?: string[];
  network_mode?: string;
  volumes?: string[];
  user?: string;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  read_only?: boolean;
  mem_limit?: string;
  pids_limit?: number;
  ports?: string[];
  secrets?: string[];
  healthcheck?: { test: string[] };
}

interface ComposeFile {
  services: Record<string, Service>;
  secrets: Record<string, object>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, object | null>;
}

const compose: ComposeFile = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const demo = parseEnv(readFileSync('demo.env', 'utf8'));
const services = Object.entries(compose.services);

describe.each(services)('%s', (name, service) => {
  test('publishes ports on 127.0.0.1 only', () => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('uses an image with a fixed version, or one that is built here', () => {
    expect(service.image).toMatch(service.build ? /^liaise:/ : /:v?\d+(\.\d+)*$/);
  });

  test('reads secrets from files only', () => {
    const environment = Object.keys(service.environment ?? {});
    expect(environment.filter((variable) => /(PASSWORD|PWD|SECRET)$/.test(variable))).toEqual([]);
    for (const secret of service.secrets ?? []) expect(compose.secrets[secret]).toHaveProperty('file');
  });

  test('has no capabilities, no new privileges, a read-only file system, and bounded memory and processes', () => {
    expect(service).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect([service.mem_limit, service.pids_limit]).toEqual([expect.stringMatching(/^\d+[mg]$/), expect.any(Number)]);
    if (name !== 'postgres') expect(service.cap_add).toBeUndefined();
    expect(service.read_only).toBe(true);
  });

  test('is on named networks only, and on one with a way out if it publishes a port', () => {
    const networks = service.networks ?? [];
    if (service.network_mode === 'none') return expect(networks).toEqual([]);
    expect(networks.length).toBeGreaterThan(0);
    expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(networks));
    if (service.ports) expect(networks.some((each) => !compose.networks[each]?.internal)).toBe(true);
  });

  test('starts a program that the build makes', () => {
    const programs = (service.command ?? []).filter((word) => word.startsWith('dist/'));
    expect(programs).toHaveLength(service.build && name !== 'cli' ? 1 : 0);
    for (const program of programs) expect(existsSync(sourceOf(program))).toBe(true);
  });
});

describe('the engine', () => {
  const asEngine = ['LIAISE_ENGINE_DATABASE_URL', 'LIAISE_ENGINE_DATABASE_PASSWORD_FILE'];
  const asReader = ['LIAISE_READER_DATABASE_URL', 'LIAISE_READER_DATABASE_PASSWORD_FILE'];
  const worker = {
    reads: workerVariables,
    elsewhere: ['LIAISE_BUILD_ID', 'LIAISE_LOCAL_IDENTITY', 'LIAISE_SMTP_PASSWORD', ...asEngine],
  };
  const variables = {
    worker,
    'worker-letters': worker,
    web: {
      reads: serverVariables,
      elsewhere: ['LIAISE_LOCAL_IDENTITY', ...asEngine, ...asReader],
    },
    cli: { reads: clientVariables, elsewhere: [] },
  };

  test.each(Object.entries(variables))('%s gets exactly the variables that it reads', (name, { reads, elsewhere }) => {
    expect(reads.strict().safeParse(environmentOf(name)).error).toBeUndefined();
    const { environment = {} } = compose.services[name] ?? {};
    const can = new Set([...Object.keys(environment), ...elsewhere]);
    expect(Object.keys(reads.shape).filter((variable) => !can.has(variable))).toEqual([]);
  });

  /** Services with the database roles that they sign in with. */
  const logins: [string, string[]][] = [
    ['migrate', ['owner']],
    ['worker', ['engine', 'reader']],
    ['worker-letters', ['engine', 'reader']],
    ['web', ['pages']],
    ['cli', ['pages', 'engine', 'reader']],
    ['preflight', ['pages', 'engine', 'reader']],
    ['sealer', ['sealer']],
    ['witness', []],
  ];

  test.each(logins)('%s signs in to PostgreSQL as %j, and has no other password', (name, roles) => {
    const { environment = {}, secrets = [] } = compose.services[name] ?? {};
    const urls = Object.entries(environment).filter(([variable]) => variable.endsWith('DATABASE_URL'));
    expect(urls.map(([, url]) => new URL(String(url)).username)).toEqual(roles.map((role) => `liaise_${role}`));
    for (const [variable, url] of urls) {
      const { username, searchParams } = new URL(String(url));
      const role = username.replace('_', '-');
      expect(Object.fromEntries(searchParams)).toEqual({
        ...{ sslmode: 'verify-full', sslrootcert: '/certificates/ca.pem' },
        ...{ sslcert: `/certificates/${username}.pem`, sslkey: `/certificates/${username}-key.pem` },
      });
      expect(environment[variable.replace(/URL$/, 'PASSWORD_FILE')]).toBe(`/run/secrets/${role}-password`);
    }
    const given = secrets.filter((secret) => /^(liaise|postgres|temporal)-/.test(secret));
    expect(given.toSorted()).toEqual(roles.map((role) => `liaise-${role}-password`).toSorted());
  });

  /** Services with the key file of the installation or of the log that they have. */
  const keyFiles: [string, string[]][] = [
    ['worker', ['worker-keys', 'erasure-key']],
    ['worker-letters', ['worker-keys', 'erasure-key']],
    ['web', ['web-keys']],
    ['cli', ['cli-keys', 'erasure-key']],
    ['preflight', ['cli-keys']],
    ['sealer', ['log-key']],
    ['witness', ['witness-key']],
  ];

  test.each(keyFiles)('%s has the keys %j and no others', (name, files) => {
    const { environment = {}, secrets = [] } = compose.services[name] ?? {};
    expect(secrets.filter((secret) => /key/.test(secret))).toEqual(files);
    if (name === 'sealer' || name === 'witness') return expect(environment).not.toHaveProperty('LIAISE_KEY_FILE');
    expect(environment['LIAISE_KEY_FILE']).toBe(`/run/secrets/${files[0]}`);
  });

  test('no other service has keys, and none has the key file of the installation', () => {
    const owners = keyFiles.map(([name]) => name);
    const others = services.filter(([name]) => !owners.includes(name));
    expect(others.flatMap(([, { secrets = [] }]) => secrets.filter((secret) => /key/.test(secret)))).toEqual([]);
    expect(JSON.stringify(compose.secrets)).not.toContain('secrets/keys.json');
  });

  test('the sealer reaches the witness, and the witness reaches neither PostgreSQL nor Temporal', () => {
    const [ofSealer, ofWitness] = ['sealer', 'witness'].map((name) => compose.services[name]?.networks);
    expect([ofSealer, ofWitness]).toEqual([['data', 'witness'], ['witness']]);
  });

  test('PostgreSQL and Temporal are on internal networks', () => {
    for (const name of ['postgres', 'temporal']) {
      const networks = compose.services[name]?.networks ?? [];
      expect(networks.map((each) => compose.networks[each]?.internal)).toEqual(networks.map(() => true));
    }
  });

  test('every task queue has a worker', () => {
    const served = ['worker', 'worker-letters'].flatMap((name) =>
      String(environmentOf(name)['LIAISE_TASK_QUEUES']).split(','),
    );
    expect(served.sort()).toEqual(Object.values(TASK_QUEUES).sort());
  });

  test('the port and the health check of the web server use its listening port', () => {
    const { ports, healthcheck } = compose.services['web'] ?? {};
    const port = environmentOf('web')['LIAISE_WEB_PORT'];
    expect(ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(healthcheck?.test.join()).toContain(`http://127.0.0.1:${port}/ready`);
  });

  test('letters are sent without TLS only to the mail catcher', () => {
    expect(compose.services['worker']?.environment?.['LIAISE_SMTP_TLS']).toContain(':-required}');
    expect(compose.services['mail']?.profiles).toEqual(['demo']);
    expect(demo['LIAISE_SMTP_HOST']).toBe('mail');
  });

  test('commands with --as are refused by default', () => {
    expect(compose.services['cli']?.environment?.['LIAISE_LOCAL_IDENTITY']).toContain(':-refuse}');
  });

  test('the command line of the image exists', () => {
    const program = /node \/app\/(dist\/\S+)/.exec(readFileSync('Dockerfile', 'utf8'))?.[1];
    expect(existsSync(sourceOf(program ?? ''))).toBe(true);
  });
});

describe('certificates', () => {
  const files = serviceFiles(1);
  const volumesOf = (name: string) =>
    (compose.services[name]?.volumes ?? []).filter((volume) => volume.includes('certificates'));

  test('are made by a service without network, for each service in a volume of its own', () => {
    const own = Object.keys(files).map((name) => `certificates-${name}:/certificates/${name}`);
    expect(volumesOf('certificates')).toEqual(own);
    expect(compose.services['certificates']).toMatchObject({ network_mode: 'none', user: 'root' });
    const named = Object.keys(compose.volumes).filter((name) => name.startsWith('certificates-'));
    expect(named).toEqual(Object.keys(files).map((name) => `certificates-${name}`));
  });

  const others = services.map(([name]) => name).filter((name) => name !== 'certificates');
  const OWNERS: Record<string, string> = { 'worker-letters': 'worker', preflight: 'cli' };

  test.each(others)('%s reads its own files only, and every file that it names exists', (name) => {
    const owner = OWNERS[name] ?? name;
    expect(volumesOf(name)).toEqual(files[owner] ? [`certificates-${owner}:/certificates:ro`] : []);
    const { environment, command } = compose.services[name] ?? {};
    const named = [...JSON.stringify([environment, command]).matchAll(/\/certificates\/([\w.-]+)/g)];
    const missing = named.map(([, file = '']) => file).filter((file) => !files[owner]?.[file]);
    expect(missing).toEqual([]);
  });

  test('no service but the server of a certificate has its key', () => {
    const owners = (file: string) => Object.keys(files).filter((service) => files[service]?.[file]);
    expect(owners('postgres-key.pem')).toEqual(['postgres']);
    expect(owners('temporal-server-key.pem')).toEqual(['temporal']);
    expect(owners('liaise_owner-key.pem')).toEqual(['migrate']);
    expect(owners('liaise_sealer-key.pem')).toEqual(['sealer']);
    expect(owners('temporal.toml')).toEqual(['temporal-namespace']);
  });

  test('Temporal has the settings for TLS and authoriser with which the cluster is tested', () => {
    const { environment = {}, command = [] } = compose.services['temporal'] ?? {};
    for (const [name, value] of Object.entries(temporalVariables('/certificates'))) {
      const host = name === 'SQL_HOST_NAME' ? 'postgres' : 'temporal';
      expect(environment[name], name).toBe(value === 'localhost' ? host : value);
    }
    expect(command.join()).toContain(`temporal-server ${serverArguments('/certificates').join(' ')}`);
  });

  test('PostgreSQL accepts only TLS, with password and certificate', () => {
    const command = compose.services['postgres']?.command?.join() ?? '';
    for (const setting of ['ssl=on', 'ssl_ca_file=/certificates/ca.pem', 'hba_file=/certificates/pg_hba.conf']) {
      expect(command).toContain(`-c ${setting}`);
    }
    const lines = files['postgres']?.['pg_hba.conf']?.trim().split('\n');
    expect(lines).toEqual(['local all all trust', 'hostssl all all all scram-sha-256 clientcert=verify-full']);
  });
});

test('the build context contains every file that the build runs', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const run: string[] = scripts.build.match(/dev\/\S+/g);
  const given = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(given).toEqual(expect.arrayContaining(run.map((file) => `!${file}`)));
});

test('Temporal and its tools have the same version', () => {
  const [server, schema, namespace] = ['temporal', 'temporal-schema', 'temporal-namespace'].map(
    (name) => compose.services[name]?.image.split(':')[1],
  );
  expect([schema, namespace]).toEqual([server, server]);
});

const dockerCompose = (...args: string[]) => spawnSync('docker', ['compose', '--env-file', 'demo.env', ...args]);

test.runIf(dockerCompose('version').status === 0)('docker compose accepts it with every profile', () => {
  const { status, stderr } = dockerCompose('--profile', '*', 'config', '--quiet');
  expect([status, String(stderr)]).toEqual([0, '']);
});

function sourceOf(program: string): string {
  return program.replace(/^dist\//, '').replace(/\.js$/, '.ts');
}

/** The variables of a service with demo.env. */
function environmentOf(name: string): Record<string, string> {
  const { environment = {} } = compose.services[name] ?? {};
  const variables = Object.entries(environment)
    .map(([variable, value]) => [variable, value === null ? demo[variable] : interpolated(String(value))])
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(variables);
}

/** Replaces `${NAME:-default}` and `${NAME:?message}` as compose does. */
function interpolated(value: string): string {
  return value.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, variable, kind, text) => {
    const given = demo[variable];
    if (given === undefined && kind === '?') throw new Error(`demo.env does not set ${variable}`);
    return given ?? text;
  });
}
