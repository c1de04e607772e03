/** Data as the previous version sealed it: nonce, tag and body, without a version and without a place. */

import { createCipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { Client } from 'pg';
import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { openDataKey } from '../../prisma/store/data-keys.ts';
import { readParticulars } from '../../prisma/store/particulars.ts';
import type { TestDatabase } from './database.ts';

/** Encrypts without a place. */
function sealUnplaced(key: Uint8Array, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

const currentKey = (keyring: Keyring, purpose: 'payload' | 'data-key') =>
  keyring.keysFor(purpose)[0] ?? new Uint8Array();

/** A codec of the previous version. It only encrypts. */
export function unplacedCodec(keyring: Keyring): PayloadCodec {
  const encode = (payload: Payload): Payload => ({
    metadata: { encoding: Buffer.from('binary/encrypted'), 'key-id': Buffer.from(keyring.currentKeyId) },
    data: sealUnplaced(currentKey(keyring, 'payload'), proto.temporal.api.common.v1.Payload.encode(payload).finish()),
  });
  return { encode: async (payloads) => payloads.map(encode), decode: async (payloads) => payloads };
}

/** The database is as before `liaise keys rotate`: data of the previous version still opens. */
export async function acceptUnplaced({ adminUrl }: Pick<TestDatabase, 'adminUrl'>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica; DELETE FROM sealing_state');
  } finally {
    await client.end();
  }
}

/** Replaces the key and the texts of a referral, or of a draft of a person, with what the previous version wrote. */
export async function sealAsBefore(
  db: Database,
  keyring: Keyring,
  referralId: string,
  draftOf?: string,
): Promise<void> {
  const row = await db.dataKey.findUniqueOrThrow({ where: { referralId } });
  const key = await openDataKey(db, keyring, row);
  for (const { id } of await db.particulars.findMany({ where: { referralId } })) {
    const place = { id, referralId, ...(draftOf !== undefined && { draftOf }) };
    const text = Buffer.from(JSON.stringify(await readParticulars(db, keyring, place)));
    await db.particulars.update({ where: { id }, data: { sealed: sealUnplaced(key, text), sealVersion: 1 } });
  }
  const wrapped = sealUnplaced(currentKey(keyring, 'data-key'), key);
  await db.dataKey.update({ where: { referralId }, data: { wrapped, sealVersion: 1 } });
}
