/** Configuration of the web server: if values are wrong or missing, it stops and lists every error. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readServerConfig } from '../../../client/http/server-config.ts';
import { newKeyFile } from '../../../domain/keyring.ts';

const folder = mkdtempSync(join(tmpdir(), 'server-config-'));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const usable = {
  LIAISE_DATABASE_URL: 'postgresql://liaise@127.0.0.1:5439/liaise',
  LIAISE_TEMPORAL_ADDRESS: '127.0.0.1:7233',
  LIAISE_KEY_FILE: file('keys.json', JSON.stringify(newKeyFile('2026-11'))),
  LIAISE_ERASURE_REGISTER_FILE: '/erasures/erasures.jsonl',
  LIAISE_PUBLIC_URL: 'https://liaise.hub.example/',
  LIAISE_OIDC_ISSUER: 'https://login.hub.example',
  LIAISE_OIDC_CLIENT_ID: 'liaise',
  LIAISE_OIDC_CLIENT_SECRET_FILE: file('secret', 'a secret\n'),
  LIAISE_API_AUDIENCE: 'https://liaise.hub.example/api',
};

test('cookies are sent over https only, encrypted with keys of the key file', () => {
  const { publicUrl, identity } = readServerConfig(usable);
  expect(publicUrl).toBe('https://liaise.hub.example');
  expect(identity).toMatchObject({ secureCookies: true, clientSecret: 'a secret' });
  expect(identity.sessionKeys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32]);
});

test('an address without https is for this machine alone', () => {
  const at = (url: string) => () => readServerConfig({ ...usable, LIAISE_PUBLIC_URL: url });
  expect(at('http://localhost:8080')().identity.secureCookies).toBe(false);
  expect(at('http://liaise.hub.example')).toThrow('LIAISE_PUBLIC_URL: must be https');
});

test('trusted proxies are a number or networks; the earlier setting still works, with a warning', () => {
  const trusted = (more: Record<string, string>) => {
    const { trustProxy, warnings } = readServerConfig({ ...usable, ...more });
    return [trustProxy, warnings.length];
  };
  expect(trusted({})).toEqual([false, 0]);
  expect(trusted({ LIAISE_TRUSTED_PROXIES: '1' })).toEqual([1, 0]);
  expect(trusted({ LIAISE_TRUSTED_PROXIES: '10.0.0.0/8, loopback,fd00::/8' })).toEqual([
    ['10.0.0.0/8', 'loopback', 'fd00::/8'],
    0,
  ]);
  expect(trusted({ LIAISE_TRUST_PROXY: 'yes' })).toEqual([true, 1]);
  expect(trusted({ LIAISE_TRUST_PROXY: 'no' })).toEqual([false, 1]);
  expect(trusted({ LIAISE_TRUST_PROXY: 'yes', LIAISE_TRUSTED_PROXIES: '2' })).toEqual([2, 1]);
  for (const wrong of ['yes', '10.0.0.0/33', '1.2.3', '10.0.0.0/8/8']) {
    expect(() => trusted({ LIAISE_TRUSTED_PROXIES: wrong }), wrong).toThrow('LIAISE_TRUSTED_PROXIES');
  }
});

test('an issuer is https, or on this machine', () => {
  const of = (issuer: string) => () => readServerConfig({ ...usable, LIAISE_OIDC_ISSUER: issuer });
  expect(of('http://127.0.0.1:9000')().identity.issuer).toBe('http://127.0.0.1:9000');
  for (const wrong of ['http://login.hub.example', 'javascript:alert(1)'])
    expect(of(wrong)).toThrow('LIAISE_OIDC_ISSUER');
});

test('a certificate is reported by proxies of named networks only', () => {
  const of = (more: object) => () => readServerConfig({ ...usable, LIAISE_CLIENT_CERT_HEADER: 'Client-Cert', ...more });
  expect(of({ LIAISE_TRUSTED_PROXIES: '10.0.0.0/8' })().identity.certificateHeader).toBe('Client-Cert');
  for (const wrong of [{}, { LIAISE_TRUSTED_PROXIES: '1' }, { LIAISE_TRUST_PROXY: 'yes' }]) {
    expect(of(wrong)).toThrow('LIAISE_CLIENT_CERT_HEADER: needs the networks of your proxies');
  }
});

test('the server ends TLS itself if it has both files', () => {
  const [LIAISE_WEB_CERT_FILE, LIAISE_WEB_CERT_KEY_FILE] = [
    file('cert.pem', 'a certificate'),
    file('key.pem', 'a key'),
  ];
  const both = { LIAISE_WEB_CERT_FILE, LIAISE_WEB_CERT_KEY_FILE };
  expect(readServerConfig({ ...usable, ...both }).tls).toEqual({ cert: 'a certificate', key: 'a key' });
  expect(readServerConfig(usable)).not.toHaveProperty('tls');
  expect(() => readServerConfig({ ...usable, LIAISE_WEB_CERT_FILE })).toThrow('belong together');
});

test('a recent sign-in is one of fifteen minutes, by any class, unless set', () => {
  const of = (more: object) => readServerConfig({ ...usable, ...more }).identity.stepUp;
  expect(of({})).toEqual({ minutes: 15, contextClasses: [] });
  expect(of({ LIAISE_STEP_UP_MINUTES: '5', LIAISE_STEP_UP_ACR: 'phr phrh' })).toEqual({
    ...{ minutes: 5, contextClasses: ['phr', 'phrh'] },
  });
  for (const wrong of ['', 'a"b', 'a  b'])
    expect(() => of({ LIAISE_STEP_UP_ACR: wrong })).toThrow('LIAISE_STEP_UP_ACR');
});

test('everything that is missing is named at once', () => {
  const { LIAISE_OIDC_ISSUER: _, LIAISE_API_AUDIENCE: __, ...rest } = usable;
  expect(() => readServerConfig({ ...rest, LIAISE_WEB_PORT: '70000' })).toThrow(
    /LIAISE_WEB_PORT[\s\S]*LIAISE_OIDC_ISSUER[\s\S]*LIAISE_API_AUDIENCE/,
  );
});

test('a secret that is not where it should be is named by its variable, never by what it holds', () => {
  const missing = { ...usable, LIAISE_OIDC_CLIENT_SECRET_FILE: join(folder, 'none') };
  expect(() => readServerConfig(missing)).toThrow(/^LIAISE_OIDC_CLIENT_SECRET_FILE: there is no readable file/);
});
