/** What the processes of the local stack are given: their own variables, their own database role and their own keys. */

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { installationEnvironment, splitKeyFile } from '../../dev/installation.ts';
import { webEnvironment, workerEnvironment } from '../../dev/process-environment.ts';
import { PROCESS_KEYS } from '../../domain/keys/process-keys.ts';
import { testFolder } from '../support/folder.ts';

const secret = { LIAISE_OIDC_CLIENT_SECRET_FILE: '/stack/client-secret', LIAISE_OIDC_CLIENT_ID: 'liaise' };

const installation = (keyFile: string) => ({
  ...installationEnvironment({
    databaseUrl: 'postgresql://liaise_owner@127.0.0.1:5432/liaise',
    temporal: { address: '127.0.0.1:7233', namespace: 'default' },
    ...{ smtpPort: 25, keyFile },
    erasures: { register: '/stack/erasures.jsonl', key: '/stack/erasure-key.pem' },
  }),
  ...secret,
});

const roles = (environment: Record<string, string>) =>
  Object.entries(environment).flatMap(([name, value]) =>
    name.endsWith('DATABASE_URL') ? [`${name} ${new URL(value).username}`] : [],
  );

test('each process signs in to the database with its own role, and gets no secret of another', () => {
  const worker = workerEnvironment(installation('/stack/cli-keys.json'), '/stack/worker-keys.json');
  expect(roles(worker)).toEqual(['LIAISE_DATABASE_URL liaise_engine', 'LIAISE_READER_DATABASE_URL liaise_reader']);
  expect(Object.keys(worker).filter((name) => name in secret || name === 'LIAISE_LOCAL_IDENTITY')).toEqual([]);
  const web = webEnvironment(installation('/stack/cli-keys.json'), '/stack/web-keys.json');
  expect(roles(web)).toEqual(['LIAISE_DATABASE_URL liaise_pages']);
  expect(web).toMatchObject(secret);
  expect(Object.keys(web).filter((name) => /SMTP|LOCAL_IDENTITY|ERASURE_KEY/.test(name))).toEqual([]);
  expect(web).toHaveProperty('LIAISE_ERASURE_REGISTER_FILE');
  expect([worker['LIAISE_KEY_FILE'], web['LIAISE_KEY_FILE']]).toEqual([
    '/stack/worker-keys.json',
    '/stack/web-keys.json',
  ]);
});

test('each key file of the stack has the keys of its process, and they are written at each start', async () => {
  const folder = await testFolder();
  const files = await splitKeyFile(folder);
  for (const process of ['worker', 'web', 'cli'] as const) {
    const file = JSON.parse(await readFile(files[process], 'utf8'));
    const given = [...Object.keys(file.purposes), ...(file.digests.length > 0 ? ['digest'] : [])];
    expect(given.toSorted()).toEqual([...PROCESS_KEYS[process]].toSorted());
  }
  expect(await splitKeyFile(folder)).toEqual(files);
});
