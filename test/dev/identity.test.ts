/** The sign-in server of the local stack: all people on one page, for browsers of this machine only. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { StackFault } from '../../dev/fault.ts';
import { CLIENT_SECRET, type Identity, startIdentity } from '../../dev/identity.ts';
import { openBrowser } from '../client/http/identity/browser.ts';
import { atEnd } from '../support/at-end.ts';
import { testFolder } from '../support/folder.ts';

const AUDIENCE = 'https://liaise.example/api';
const PEOPLE = [
  { id: 'noor.rowan', name: 'Noor Rowan', agencies: [{ name: 'Rowan Desk', roles: ['liaison-officer'] }] },
  { id: 'heike.beech', name: 'Heike <Beech>', agencies: [{ name: 'Beech', roles: ['partner-officer'] }] },
];
const AUTHORISATION = new URLSearchParams({
  ...{ client_id: 'liaise', redirect_uri: 'http://localhost:1/back', response_type: 'code', scope: 'openid' },
  ...{ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256', state: 'x' },
});

async function start(options: { folder?: string; redirectUris?: string[]; port?: number } = {}): Promise<Identity> {
  const started = await startIdentity({
    ...{ people: async () => PEOPLE, systems: ['system.quartz'], audience: AUDIENCE },
    ...{ redirectUris: ['http://localhost:1/back'], ...options },
  });
  atEnd(started.stop);
  return started;
}

async function keysOf({ issuer }: Identity): Promise<unknown> {
  return await (await fetch(`${issuer}/jwks`)).json();
}

let identity: Identity;

beforeAll(async () => {
  identity = await start();
});

afterEach(() => vi.unstubAllEnvs());

describe('the sign-in page', () => {
  test('lists people by agency under a warning, with escaped names and without script', async () => {
    const { text } = await openBrowser().go(`${identity.issuer}/auth?${AUTHORISATION}`);
    expect(text).toContain('Development only: there is no password');
    expect(text).toMatch(/<h2>Beech<\/h2>[\s\S]*Heike &lt;Beech&gt;[\s\S]*<h2>Rowan Desk<\/h2>[\s\S]*Noor Rowan/);
    expect(text).not.toContain('<script');
  });

  test('searches by name, agency or role', async () => {
    const browser = openBrowser();
    const { url } = await browser.go(`${identity.issuer}/auth?${AUTHORISATION}`);
    const found = async (search: string) => (await browser.go(`${url}?search=${search}`)).text;
    expect(await found('NOOR')).not.toContain('Heike');
    expect(await found('partner')).not.toContain('Noor');
    expect(await found('nobody')).toContain('Nobody has such a name, agency or role.');
  });

  test('asks again for each sign-in of the same browser', async () => {
    const browser = openBrowser();
    for (const person of ['noor.rowan', 'heike.beech']) {
      const { url } = await browser.go(`${identity.issuer}/auth?${AUTHORISATION}`);
      let answer = await browser.ask(url, { method: 'POST', body: new URLSearchParams({ person }) });
      answer = await browser.ask(answer.headers.get('location') ?? '');
      expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:1\/back\?code=/);
    }
  });

  test('shows nobody without a sign-in in progress', async () => {
    const { status, text } = await openBrowser().go(`${identity.issuer}/interaction/made-up`);
    expect([status, text]).toEqual([400, 'Go back to Liaise and sign in again.']);
  });
});

describe('the server refuses to run', () => {
  test('in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(start()).rejects.toThrow(StackFault);
  });

  test('for browsers of other machines', async () => {
    await expect(start({ redirectUris: ['https://liaise.example/sign-in/callback'] })).rejects.toThrow(
      'lets anybody sign in as anybody',
    );
  });

  test('if its port is in use', async () => {
    await expect(start({ port: Number(new URL(identity.issuer).port) })).rejects.toThrow('is busy');
  });

  test('with a damaged key file, which it names', async () => {
    const folder = await testFolder();
    await writeFile(join(folder, 'identity.json'), '{"jwks":');
    const refused = expect(start({ folder })).rejects;
    await refused.toThrow(StackFault);
    await refused.toThrow(/identity\.json is damaged: remove it/);
  });

  test('a sign-in without PKCE', async () => {
    const bare = new URLSearchParams(AUTHORISATION);
    bare.delete('code_challenge');
    bare.delete('code_challenge_method');
    const answer = await openBrowser().ask(`${identity.issuer}/auth?${bare}`);
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });
});

test('its keys are kept in its folder', async () => {
  const folder = await testFolder();
  const first = await start({ folder });
  const keys = await keysOf(first);
  await first.stop();
  expect(await keysOf(await start({ folder }))).toEqual(keys);
  expect(await keysOf(identity)).not.toEqual(keys);
});

test('systems get tokens for the configured audience only', async () => {
  const ask = (fields: Record<string, string>) =>
    fetch(`${identity.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`system.quartz:${CLIENT_SECRET}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'referrals:read', ...fields }),
    });
  const token = Object(await (await ask({})).json()).access_token.split('.')[1];
  expect(JSON.parse(Buffer.from(token, 'base64url').toString())).toMatchObject({
    ...{ iss: identity.issuer, aud: AUDIENCE, sub: 'system.quartz', scope: 'referrals:read' },
  });
  expect((await ask({ resource: 'https://other.example' })).status).toBe(400);
});
