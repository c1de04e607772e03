/** Every field that a proof bundle shows is in what is disclosed to its viewer: over all statuses of cases and recipients. */

import { beforeAll, expect, test } from 'vitest';
import { makeProof } from '../../../client/log/make-proof.ts';
import { seal } from '../../../client/log/seal.ts';
import { openReader, type Reader } from '../../../client/queries/read.ts';
import { fold } from '../../../domain/apply.ts';
import { verifyBundle } from '../../../domain/audit/verify-bundle.ts';
import { disclose, isShownTo } from '../../../domain/disclosure.ts';
import type { JournalEntry } from '../../../domain/events.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import type { Case } from '../../support/case.ts';
import { RECIPIENT_IN, REFERRAL_IN } from '../../support/cases-by-status.ts';
import { separateTemplate, type TestDatabase, testDatabase } from '../../support/database.ts';
import { CAST, officerAt } from '../../support/factories.ts';
import { newSigner, ORIGIN } from '../../support/log-keys.ts';
import { storeCase } from '../../support/store-case.ts';
import { sealingStore } from './log-fixture.ts';

const signer = newSigner();
const policy = { origin: ORIGIN, logKeys: [signer.key], witnesses: [], quorum: 0 };
const CASES: Record<string, () => Case> = { ...REFERRAL_IN, ...RECIPIENT_IN };
const VIEWERS: [string, Person][] = [
  ['the sender', CAST.sender],
  ['the coordinator', CAST.coordinator],
  ['the first recipient', officerAt('fi-1')],
  ['the second recipient', officerAt('nl-1')],
];

interface StoredCase {
  referral: Referral;
  entries: JournalEntry[];
}

let database: TestDatabase;
let reader: Reader;
const stored = new Map<string, StoredCase>();

beforeAll(async () => {
  database = await testDatabase(await separateTemplate());
  reader = openReader({ db: database.pages, keyring: parseKeyring(JSON.stringify(newKeyFile('test'))) });
  for (const [status, made] of Object.entries(CASES)) stored.set(status, await storeCase(database.db, made()));
  const store = await sealingStore(database.url);
  await seal({ store, origin: ORIGIN, signers: [signer], logKeys: [signer.key] });
});

/** All texts and numbers that were ever disclosed to the viewer: of the state after each entry, and of the entries. */
function disclosedTo(viewer: Person, { referral: { id }, entries }: StoredCase, journal: unknown): Set<unknown> {
  const states = entries.flatMap((_, n) => {
    const referral = fold(id, entries.slice(0, n + 1));
    return referral && isShownTo(referral, viewer) ? [disclose(referral, viewer).referral] : [];
  });
  return new Set(valuesIn([states, journal]));
}

/** Every referral has this status first, so the event alone states it. */
const STATED_BY_EVENT: Record<string, unknown> = { submitted: 'received' };

function valuesIn(whole: unknown): unknown[] {
  return typeof whole === 'object' && whole !== null ? Object.values(whole).flatMap(valuesIn) : [whole];
}

test.each(VIEWERS)('for %s', async (_, viewer) => {
  let shownEvents = 0;
  const hidden: unknown[] = [];
  for (const [status, each] of stored) {
    if (!isShownTo(each.referral, viewer)) continue;
    const view = await reader.status(viewer, each.referral.id);
    const { isProved, bundle } = await verifyBundle(
      await makeProof({ db: database.pages, quorum: 0 }, viewer, view),
      policy,
    );
    expect(isProved, status).toBe(true);
    const known = disclosedTo(viewer, each, view.journal);
    for (const { commitment } of bundle?.events ?? []) {
      const { operation: _kind, ...shown } = commitment.shown;
      shownEvents += 1;
      const stated = [null, STATED_BY_EVENT[shown.event ?? '']];
      const unknown = valuesIn(shown).filter((value) => !stated.includes(value) && !known.has(value));
      if (unknown.length > 0) hidden.push({ status, event: shown.event, unknown });
    }
  }
  expect(hidden).toEqual([]);
  expect(shownEvents).toBeGreaterThan(viewer === VIEWERS[3]?.[1] ? 1 : 20);
});
