/** Requests that an entry point refuses before the engine are recorded in the audit log. */

import { beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../../client/engine/engine.ts';
import { connectTemporal } from '../../../client/platform/connect.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { readCyberTipline } from '../../../domain/exchange/cybertipline/read-report.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import { testDatabase } from '../../support/database.ts';

const quinn: Person = { kind: 'person', personId: 'quinn.quartz', agencyId: 'us-quartz', roles: ['liaison-officer'] };

let engine: Engine;
let leaves: () => Promise<unknown[]>;

beforeAll(async () => {
  const { db, pages } = await testDatabase();
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  engine = createEngine({ db: pages, temporal, keyring });
  leaves = async () => (await db.auditLeaf.findMany({ orderBy: { id: 'asc' } })).map(({ leaf }) => leaf);
});

test('a file that is not a report is refused, and the person is recorded with the code', async () => {
  const refused = engine.admit(quinn, 'submit', () => readCyberTipline('<report><reporter/></report>'));
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_REPORT' });
  expect(await leaves()).toMatchObject([
    { operation: 'refused-attempt', by: quinn, about: { refused: 'submit', code: 'INVALID_REPORT' } },
  ]);
});

test('only known field names are recorded, never names from the request', async () => {
  const fields = ['Lina of Oslo', '\0', '\ud800', 'x'.repeat(82), '', 'indicators.2.country', 'materials[3].value'];
  for (const field of fields) {
    const refused = engine.admit(quinn, 'submit', () => {
      throw new ReferralError('INVALID_INPUT', 'It is not a known field.', field);
    });
    await expect(refused).rejects.toMatchObject({ field });
  }
  const recorded = (await leaves()).slice(-fields.length).map((leaf) => Object(leaf).about.field);
  expect(recorded).toEqual(['*', '*', '*', '*', undefined, 'indicators.2.country', 'materials[3].value']);
});

test('a valid request passes, and adds nothing to the audit log', async () => {
  const before = (await leaves()).length;
  expect(await engine.admit(quinn, 'submit', () => 'in order')).toBe('in order');
  expect(await leaves()).toHaveLength(before);
});
