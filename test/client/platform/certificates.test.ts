/** Certificates of an installation, in real TLS connections: which servers and clients trust each other. */

import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { certificateFiles, serviceFiles } from '../../../client/platform/certificates.ts';
import { createAuthority } from '../../../client/platform/x509.ts';
import { testFolder } from '../../support/folder.ts';
import { runCommand } from '../cli/run-command.ts';

const files = certificateFiles(30);
const fileOf = (name: string) => files[name] ?? '';
const identity = (name: string, from = files) => ({ cert: from[`${name}.pem`], key: from[`${name}-key.pem`] });

/** The common name that the server sees, or the code of the failure. */
async function connected(client: object, host = 'localhost'): Promise<string> {
  const server = createServer({ ...identity('postgres'), ca: fileOf('ca.pem'), requestCert: true });
  onTestFinished(() => void server.close());
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const seen = once(server, 'secureConnection').then(([socket]: TLSSocket[]) => {
    const name = socket?.getPeerCertificate().subject?.CN;
    socket?.destroy();
    return String(name);
  });
  const socket = connect({ host: '127.0.0.1', port, servername: host, ca: fileOf('ca.pem'), ...client });
  socket.on('error', () => {});
  const failed = new Promise<string>((resolve) => socket.once('close', () => resolve('closed')));
  const result = await Promise.race([seen, failed]);
  socket.destroy();
  return result;
}

test('a client with a certificate is known by its role, also at the address', async () => {
  expect(await connected(identity('liaise_pages'))).toBe('liaise_pages');
  expect(await connected({ ...identity('liaise_sealer'), servername: '' })).toBe('liaise_sealer');
});

test('a client without a certificate, with one of another authority, or with a server certificate is refused', async () => {
  expect(await connected({})).toBe('closed');
  expect(await connected(identity('liaise_pages', certificateFiles(30)))).toBe('closed');
  expect(await connected(identity('postgres'))).toBe('closed');
});

test('a client refuses a server of another name or authority', async () => {
  expect(await connected(identity('liaise_pages'), 'other.example')).toBe('closed');
  expect(await connected({ ...identity('liaise_pages'), ca: createAuthority('other', 1).certificate })).toBe('closed');
});

test('liaise certificates writes the files for their owner alone, and replaces them only if asked', async () => {
  const folder = join(await testFolder(), 'certificates');
  expect((await runCommand(`certificates ${folder}`)).out).toContain('valid for 397 days');
  expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
  expect((await stat(join(folder, 'liaise_engine-key.pem'))).mode & 0o777).toBe(0o600);
  const first = await readFile(join(folder, 'ca.pem'), 'utf8');
  expect((await runCommand(`certificates ${folder}`)).out).toContain('there are certificates already');
  expect(await readFile(join(folder, 'ca.pem'), 'utf8')).toBe(first);
  await runCommand(`certificates ${folder} --renew --days 30`);
  expect(await readFile(join(folder, 'ca.pem'), 'utf8')).not.toBe(first);
  expect((await runCommand(`certificates ${folder} --days x`)).err).toContain('INVALID_INPUT');
});

test('liaise certificates --services gives each service a folder of its own, and keeps it until it is renewed', async () => {
  const folder = join(await testFolder(), 'certificates');
  expect((await runCommand(`certificates ${folder} --services`)).out).toContain('a folder for each service');
  const made = serviceFiles(30);
  expect((await readdir(folder)).sort()).toEqual(Object.keys(made).sort());
  for (const [service, own] of Object.entries(made)) {
    expect((await readdir(join(folder, service))).sort()).toEqual(Object.keys(own).sort());
  }
  const token = await readFile(join(folder, 'worker', 'engine.jwt'), 'utf8');
  const profile = await readFile(join(folder, 'temporal-namespace', 'temporal.toml'), 'utf8');
  const keys = createLocalJWKSet(JSON.parse(await readFile(join(folder, 'temporal', 'jwks.json'), 'utf8')));
  expect((await jwtVerify(token, keys)).payload).toMatchObject({ permissions: ['liaise:write'] });
  const [, operator = ''] = /api_key = "([^"]+)"/.exec(profile) ?? [];
  expect((await jwtVerify(operator, keys)).payload).toMatchObject({ permissions: ['temporal-system:admin'] });
  expect((await runCommand(`certificates ${folder} --services`)).out).toContain('there are certificates already');
  await runCommand(`certificates ${folder} --services --renew`);
  expect(await readFile(join(folder, 'worker', 'engine.jwt'), 'utf8')).not.toBe(token);
});

test('the tokens are signed by the published key, and expire', async () => {
  const keys = createLocalJWKSet(JSON.parse(fileOf('jwks.json')));
  const { payload } = await jwtVerify(fileOf('engine.jwt'), keys);
  expect(payload).toMatchObject({ permissions: ['liaise:write'] });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30 * 86_400);
  await expect(jwtVerify(certificateFiles(30)['engine.jwt'] ?? '', keys)).rejects.toThrow();
});
