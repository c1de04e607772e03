/** The text of a new referral is stored with its key and its costs, or not at all. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { NO_COSTS } from '../../domain/guard/budget.ts';
import { defaultGuardPolicy } from '../../domain/guard/policy.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { readParticulars, saveFirstParticulars, saveParticulars } from '../../prisma/store/particulars.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const AGENCY = 'us-quartz';

let database: TestDatabase;
let keyring: Keyring;

beforeAll(async () => {
  database = await testDatabase();
  keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
});

function aText(costs = { ...NO_COSTS, identifiers: 7 }) {
  const fields = { opaque: 'summary', identifiers: 'summary' };
  const budget = { policy: defaultGuardPolicy, agencyId: AGENCY, senderAgencyId: AGENCY, costs: { ...costs, fields } };
  return {
    id: randomUUID(),
    referralId: randomUUID(),
    content: 'An invented text.',
    materialDigests: ['d', 'd'],
    budget,
  };
}

type Text = ReturnType<typeof aText>;

const saveFirst = (text: Text, ring = keyring) =>
  asAgency(AGENCY, () => saveFirstParticulars(database.pages, ring, text));

async function stored({ id, referralId }: Text) {
  const { db } = database;
  return {
    content: await readParticulars(db, keyring, { id, referralId }),
    digests: (await db.particulars.findMany({ where: { referralId } })).map((row) => row.materialDigests),
    costs: await db.textCost.findMany({ where: { referralId }, select: { agencyId: true, identifiers: true } }),
    keys: await db.dataKey.count({ where: { referralId } }),
  };
}

const STORED = {
  content: 'An invented text.',
  digests: [['d']],
  costs: [{ agencyId: AGENCY, identifiers: 7 }],
  keys: 1,
};

test('the text of a new referral is stored with its key, its digests and its costs', async () => {
  const text = aText();
  expect(await saveFirst(text)).toBe(true);
  expect(await stored(text)).toEqual(STORED);
});

test('a text without costs has no row of costs', async () => {
  const text = aText(NO_COSTS);
  await saveFirst(text);
  expect((await stored(text)).costs).toEqual([]);
});

test('of the same text stored several times at once, one is stored', async () => {
  const text = aText();
  const answers = await Promise.all([saveFirst(text), saveFirst(text), saveFirst(text)]);
  expect(answers.toSorted()).toEqual([false, false, true]);
  expect(await stored(text)).toEqual(STORED);
});

test('a text beyond the share of its agency is refused, and nothing is stored', async () => {
  const text = aText({ ...NO_COSTS, identifiers: defaultGuardPolicy.identifiers });
  await expect(saveFirst(text)).rejects.toMatchObject({ code: 'MATERIAL_REFUSED' });
  expect(await stored(text)).toEqual({ content: undefined, digests: [], costs: [], keys: 0 });
});

describe('nothing is stored', () => {
  test('beside another text: the budget is then decided under a lock', async () => {
    const first = aText();
    await saveFirst(first);
    expect(await saveFirst({ ...aText(), referralId: first.referralId })).toBe(false);
    expect(await stored(first)).toEqual(STORED);
  });

  test('in a recorded referral whose key was destroyed', async () => {
    const text = aText();
    await database.db.$executeRaw`
      INSERT INTO referral (id, reference, status, kind, urgency, round, sender_agency_id, coordinator_agency_id,
                            submitted_at, changed_at, seq, state)
      VALUES (${text.referralId}::uuid, ${text.referralId}, 'erased', 'case-referral', 'standard', 1, ${AGENCY}, 'xr-desk',
              now(), now(), 1, '{}')`;
    expect(await saveFirstParticulars(database.db, keyring, text)).toBe(false);
    expect((await stored(text)).keys).toBe(0);
  });

  test('if the text is there already without its key', async () => {
    const text = aText();
    await asAgency(AGENCY, () => database.pages.$transaction((tx) => saveParticulars(tx, keyring, text)));
    await database.db.dataKey.deleteMany({ where: { referralId: text.referralId } });
    expect(await saveFirst(text)).toBe(false);
    expect((await stored(text)).keys).toBe(0);
  });

  test('with a key service, which is not called before a stored key was looked for', async () => {
    const text = aText();
    const remote = { ...keyring, dataKeys: { ...keyring.dataKeys, isRemote: true } };
    expect(await saveFirst(text, remote)).toBe(false);
    expect((await stored(text)).keys).toBe(0);
  });
});
