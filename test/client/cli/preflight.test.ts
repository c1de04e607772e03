/** `liaise preflight` on an installation in which every check fails. The cluster test has one in which all pass. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAuthority } from '../../../client/platform/x509.ts';
import { CLIENT_ID, CLIENT_SECRET, startIdentity } from '../../../dev/identity.ts';
import { ownPort } from '../../../dev/own-ports.ts';
import { urlAs } from '../../../dev/postgres.ts';
import { formatVerifierKey } from '../../../domain/audit/note.ts';
import { newKeyFile } from '../../../domain/keyring.ts';
import { atEnd } from '../../support/at-end.ts';
import { testDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';
import { newSigner } from '../../support/log-keys.ts';
import { runCommand } from './run-command.ts';

const CANARY = 'Copperfield-Lantern';

let folder: string;
let issuer: string;
let environment: Record<string, string>;

const inFolder = async (name: string, content: string) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

beforeAll(async () => {
  folder = await testFolder();
  const { owner, url, adminUrl } = await testDatabase();
  await owner.$executeRawUnsafe('REVOKE INSERT ON journal FROM liaise_engine');
  await owner.$executeRawUnsafe('GRANT UPDATE ON audit_leaf TO liaise_engine');
  const identity = await startIdentity({
    ...{ people: async () => [], redirectUris: ['http://localhost/sign-in/callback'], systems: [], audience: 'x' },
  });
  atEnd(identity.stop);
  issuer = identity.issuer;
  const authority = createAuthority('Test', 5);
  const [one, other] = [1, 2].map(() => authority.issue({ name: 'liaise', usages: ['client'] }));
  const [log, witness] = [newSigner(), newSigner('witness.example', 'cosignature')];
  const policy = `log ${formatVerifierKey(log.key)}\nwitness ${formatVerifierKey(witness.key)} http://127.0.0.1:${await ownPort()}\nquorum 1\n`;
  environment = {
    LIAISE_DATABASE_URL: adminUrl,
    LIAISE_ENGINE_DATABASE_URL: url,
    LIAISE_READER_DATABASE_URL: urlAs(url, 'liaise_reader'),
    LIAISE_TEMPORAL_ADDRESS: '127.0.0.1:1',
    LIAISE_TEMPORAL_CA_FILE: await inFolder('ca.pem', authority.certificate),
    LIAISE_TEMPORAL_CERT_FILE: await inFolder('cert.pem', one?.certificate ?? ''),
    LIAISE_TEMPORAL_CERT_KEY_FILE: await inFolder('key.pem', other?.key ?? ''),
    LIAISE_TEMPORAL_TOKEN_FILE: await inFolder(
      'token',
      `x.${Buffer.from('{"exp":1}').toString('base64url')}.${CANARY}`,
    ),
    LIAISE_KEY_FILE: await inFolder('keys.json', JSON.stringify(newKeyFile('2026-11'))),
    LIAISE_ERASURE_REGISTER_FILE: await inFolder('erasures.jsonl', 'not a register\n'),
    LIAISE_LOG_POLICY_FILE: await inFolder('policy', policy),
    LIAISE_PUBLIC_URL: 'https://127.0.0.1:1',
    LIAISE_OIDC_ISSUER: issuer,
    LIAISE_OIDC_CLIENT_ID: CLIENT_ID,
    LIAISE_OIDC_CLIENT_SECRET_FILE: await inFolder('secret', CANARY),
    LIAISE_STEP_UP_ACR: 'urn:unknown',
    LIAISE_SMTP_HOST: '127.0.0.1',
    LIAISE_SMTP_PORT: '1',
    LIAISE_SMTP_USER: 'liaise',
    LIAISE_SMTP_PASSWORD: CANARY,
  };
});

afterEach(() => {
  vi.useRealTimers();
});

async function report(more: Record<string, string> = {}) {
  const { status, out } = await runCommand('preflight --json', { environment: { ...environment, ...more } });
  const { ready, findings } = JSON.parse(out);
  const lines: string[] = findings.map(
    (each: Record<string, string>) => `${each['status']} ${each['part']}: ${each['text']}`,
  );
  return { status, ready, lines, findings };
}

test('names everything that is missing, says what to do, and reveals no secret', async () => {
  const { status, ready, lines, findings } = await report();
  expect([status, ready]).toEqual([5, false]);
  const missing = [
    /^failed database: \w+ signs in, but is a superuser/,
    'failed database: liaise_engine lacks INSERT on journal, has UPDATE on audit_leaf.',
    'failed temporal: It cannot be checked: the private key is that of another certificate.',
    'failed sign-in: The provider refuses the client "liaise" or its secret.',
    'failed sign-in: The provider knows none of the classes in LIAISE_STEP_UP_ACR.',
    'failed mail: 127.0.0.1:1 cannot be used: nothing listens there, or TLS fails.',
    /^failed certificates: LIAISE_TEMPORAL_CA_FILE: expires on \d{4}-\d\d-\d\d\.$/,
    'failed certificates: LIAISE_TEMPORAL_CERT_FILE: the key is that of another certificate.',
    'failed certificates: LIAISE_TEMPORAL_TOKEN_FILE: expired on 1970-01-01.',
    'failed log: Too few witnesses answer. witness.example: nothing listens there',
    'failed directory: The directory has no coordinating agency, or no contact point.',
    /^failed erasures: LIAISE_ERASURE_REGISTER_FILE: .* is damaged/,
    'failed directory: 0 administrators have a sign-in account. Each change needs two.',
  ];
  for (const each of missing) {
    expect(lines).toContainEqual(
      typeof each === 'string' ? expect.stringContaining(each) : expect.stringMatching(each),
    );
  }
  const good = [
    'passed configuration: The variables, the key file and the policies of clocks, guard and reading can be read.',
    'passed database: liaise_reader has exactly the privileges that it needs.',
    'passed time: The clock of PostgreSQL agrees, as liaise_engine sees it.',
    `passed sign-in: ${issuer} answers, with its own name.`,
    'passed keys: The key file has every key that stored data needs.',
    'skipped certificates: https://127.0.0.1:1: nothing listens there.',
  ];
  for (const each of good) expect(lines).toContain(each);
  for (const { status: state, remedy } of findings) expect(state === 'passed' || remedy !== undefined).toBe(true);
  expect(JSON.stringify(findings)).not.toContain(CANARY);
  expect(JSON.stringify(findings)).not.toContain(new URL(environment['LIAISE_DATABASE_URL'] ?? '').password || CANARY);
});

test('finds a clock that differs, and accepts the right secret and class', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 });
  const secret = await inFolder('right', CLIENT_SECRET);
  const more = { LIAISE_OIDC_CLIENT_SECRET_FILE: secret, LIAISE_STEP_UP_ACR: 'urn:x urn:liaise:development' };
  const { lines } = await report(more);
  expect(lines).toContainEqual(
    expect.stringMatching(/^failed time: The clock of PostgreSQL differs by [67]\d seconds\.$/),
  );
  expect(lines).toContain('passed sign-in: The provider accepts "liaise".');
  expect(lines).toContain('passed sign-in: The provider knows the class of sign-in that is required (acr).');
});

describe('without a configuration', () => {
  test('names the variables, and what cannot be checked here', async () => {
    const { status, out, err } = await runCommand('preflight');
    expect([status, err]).toEqual([5, expect.stringContaining('1 missing')]);
    expect(out).toContain('LIAISE_TEMPORAL_ADDRESS');
    expect(out).toMatch(/skipped {2}mail +LIAISE_SMTP_HOST is not set here\.\n +Run this where/);
    expect((await runCommand('preflight --complete')).err).toContain('4 missing');
  });

  test('says which file or value is wrong', async () => {
    const given = { LIAISE_OIDC_ISSUER: issuer, LIAISE_SMTP_HOST: 'mail.example', LIAISE_SMTP_PORT: 'x' };
    const { out } = await runCommand('preflight', { environment: given });
    expect(out).toMatch(/failed {3}sign-in .*\n.*LIAISE_OIDC_CLIENT_ID/);
    expect(out).toMatch(/failed {3}mail .*\n.*LIAISE_SMTP_PORT/);
  });
});
