/** Changes of the directory by two administrators in a real database, and attempts to make one alone. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { tokenOf } from '../../../activities/directory/address-tokens.ts';
import { changeDirectory } from '../../../activities/directory/change-directory.ts';
import { administer, propose } from '../../../client/directory/administer.ts';
import { searchAudit } from '../../../client/queries/audit.ts';
import type { DirectoryEdit, DirectoryTask } from '../../../domain/administration/directory-edit.ts';
import type { Editor } from '../../../domain/administration/editor.ts';
import { WAITING_PERIOD_MS } from '../../../domain/administration/proposal.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import { asAgency } from '../../../prisma/store/agency-scope.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { readAgency, readContactPoint } from '../../../prisma/store/directory-edit.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { findPerson } from '../../../prisma/store/people.ts';
import { findProposal } from '../../../prisma/store/proposals.ts';
import { runWithOrigin } from '../../../prisma/store/request-origin.ts';
import { connectAs, testDatabase } from '../../support/database.ts';

let owner: Database;
let engine: Database;
let pages: Database;
const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));

beforeAll(async () => {
  const database = await testDatabase();
  ({ owner, pages } = database);
  engine = connectAs(database.url, 'liaise_engine');
  const seed = loadSeed('2026-11-24T14:00:00.000Z');
  await replaceDirectory(owner, seed.directory, seed.people);
  await administratorAt('fi-alder', 'eero.alder');
});

async function administratorAt(agencyId: string, personId: string): Promise<void> {
  const person = { id: personId, name: personId, email: `${personId}@x.example`, language: 'en', zone: 'UTC' };
  await owner.person.createMany({ data: [person], skipDuplicates: true });
  await owner.membership.create({ data: { personId, agencyId, role: 'administrator' } });
}

const editor = (personId: string, agencyId = 'xr-desk'): Editor => ({
  person: { kind: 'person', personId, agencyId, roles: ['administrator'] },
  everywhere: agencyId === 'xr-desk',
});
const [KARL, DORA, EERO] = [editor('karl.rowan'), editor('dora.rowan'), editor('eero.alder', 'fi-alder')];
const code = (code: string, field?: string) => expect.objectContaining({ code, ...(field && { field }) });

const ask = ({ person }: Editor, task: DirectoryTask, now?: Date, requestId: string = randomUUID()) =>
  changeDirectory({ db: engine, keyring }, { requestId, by: person, task }, now);

async function proposed(by: Editor, edit: DirectoryEdit, version?: string): Promise<string> {
  const deps = { db: pages, keyring, changeDirectory: () => Promise.reject(new Error('The engine was asked.')) };
  const answer = await asAgency(by.person.agencyId, () =>
    runWithOrigin({ channel: 'page' }, () => administer(deps, by, edit, version)),
  );
  if (answer.outcome !== 'proposed') throw new Error(`It was not proposed, but ${answer.outcome}.`);
  return answer.proposalId;
}

const roles = (personId: string, agencyId: string, given: readonly ('auditor' | 'supervisor')[]): DirectoryEdit => ({
  ...{ type: 'set-roles', personId, agencyId, roles: given },
});
const rolesOf = async (personId: string) => (await findPerson(owner, personId))?.memberships;
const confirm = (proposalId: string) => ({ type: 'confirm', proposalId }) as const;

describe('a change by two administrators', () => {
  test('takes effect with the confirmation, and the agency concerned sees both steps with codes', async () => {
    const proposalId = await proposed(KARL, roles('saga.larch', 'fi-alder', ['auditor']));
    expect(await rolesOf('saga.larch')).not.toContainEqual({ agencyId: 'fi-alder', roles: ['auditor'] });
    expect(await ask(DORA, confirm(proposalId))).toBe('applied');
    expect(await rolesOf('saga.larch')).toContainEqual({ agencyId: 'fi-alder', roles: ['auditor'] });
    const auditor = { kind: 'person', personId: 'x', agencyId: 'fi-alder', roles: ['auditor'] } as const;
    const { rows } = await asAgency('fi-alder', () => searchAudit({ db: pages, keyring }, auditor, { limit: 10 }));
    expect(rows.map(({ about }) => about).slice(0, 2)).toMatchObject(
      ['applied', 'proposed'].map((step) => ({
        ...{ directory: 'roles', id: 'saga.larch', proposal: { id: proposalId, step } },
        codes: { roles: [[], ['auditor']] },
      })),
    );
  });

  test('may concern an agency: added, renamed, disabled and enabled', async () => {
    const agency = {
      id: 'fi-new',
      name: 'New agency',
      country: 'FI',
      type: 'government',
      excludes: [] as string[],
    } as const;
    await ask(DORA, confirm(await proposed(KARL, { type: 'add-agency', agency: { ...agency, excludes: [] } })));
    expect(await readAgency(owner, 'fi-new')).toMatchObject({ name: 'New agency', coordinating: false });
    const renamed = { id: 'fi-new', name: 'Renamed', type: 'government', excludes: [] } as const;
    await ask(KARL, confirm(await proposed(DORA, { type: 'change-agency', agency: { ...renamed, excludes: [] } })));
    await ask(DORA, confirm(await proposed(KARL, { type: 'disable-agency', id: 'fi-new' })));
    expect(await readAgency(owner, 'fi-new')).toMatchObject({ name: 'Renamed', disabled: true });
    await ask(DORA, confirm(await proposed(KARL, { type: 'enable-agency', id: 'fi-new' })));
    expect(await readAgency(owner, 'fi-new')).not.toHaveProperty('disabled');
  });

  test('of accounts works for people and systems, and a removal ends the sessions', async () => {
    const account = { issuer: 'https://id.example', subject: '7', personId: 'vera.rowan' };
    await ask(DORA, confirm(await proposed(KARL, { type: 'add-account', account })));
    expect(await findIdentity(owner, account.issuer, '7')).toMatchObject({ who: { personId: 'vera.rowan' } });
    const now = new Date();
    const session = { digest: 'v', personId: 'vera.rowan', agencyId: 'xr-desk', startedAt: now, seenAt: now };
    await owner.session.create({ data: session });
    await ask(DORA, confirm(await proposed(KARL, { type: 'remove-account', account })));
    expect(await owner.session.count({ where: { personId: 'vera.rowan' } })).toBe(0);
    const system = {
      ...account,
      subject: 'q',
      personId: 'system.quartz',
      agencyId: 'us-quartz',
      scopes: ['referrals:read'],
    };
    await ask(DORA, confirm(await proposed(KARL, { type: 'add-account', account: system })));
    expect(await findIdentity(owner, account.issuer, 'q')).toMatchObject({ system: { agencyId: 'us-quartz' } });
  });

  test('is refused if the entry changed after the proposal, and can then only be rejected', async () => {
    const first = await proposed(KARL, roles('lotta.birch', 'fi-birch', ['auditor']));
    const second = await proposed(KARL, roles('lotta.birch', 'fi-birch', ['supervisor']));
    await ask(DORA, confirm(second));
    await expect(ask(DORA, confirm(first))).rejects.toEqual(code('CHANGED_MEANWHILE'));
    expect(await ask(DORA, { type: 'reject', proposalId: first })).toBe('rejected');
    await expect(ask(DORA, confirm(first))).rejects.toEqual(code('PROPOSAL_DECIDED'));
  });

  test('can be withdrawn by its proposer only', async () => {
    const proposalId = await proposed(KARL, roles('noor.rowan', 'xr-desk', ['auditor']));
    await expect(ask(DORA, { type: 'withdraw', proposalId })).rejects.toEqual(code('SAME_PERSON'));
    expect(await ask(KARL, { type: 'withdraw', proposalId })).toBe('withdrawn');
  });

  test('leaves the coordinating agency an administrator', async () => {
    await ask(DORA, confirm(await proposed(KARL, { type: 'deactivate-person', personId: 'karl.rowan' })));
    await expect(proposed(KARL, roles('noor.rowan', 'xr-desk', ['auditor']))).resolves.toBeTypeOf('string');
    await administratorAt('xr-desk', 'karl.rowan');
    await owner.membership.deleteMany({ where: { personId: 'dora.rowan' } });
    const last = await proposed(KARL, { type: 'deactivate-person', personId: 'karl.rowan' });
    await expect(ask(KARL, confirm(last), new Date(Date.now() + WAITING_PERIOD_MS))).rejects.toEqual(
      code('INVALID_INPUT', 'roles'),
    );
    await administratorAt('xr-desk', 'dora.rowan');
  });
});

test('people of a disabled agency cannot sign in, and nothing of theirs is carried out', async () => {
  await owner.identity.create({ data: { issuer: 'https://id.example', subject: 'w', personId: 'femke.willow' } });
  const person = await findPerson(owner, 'femke.willow');
  const agencyId = person?.memberships[0]?.agencyId ?? '';
  expect(await findIdentity(owner, 'https://id.example', 'w')).toBeDefined();
  await ask(DORA, confirm(await proposed(KARL, { type: 'disable-agency', id: agencyId })));
  expect(await findIdentity(owner, 'https://id.example', 'w')).toBeUndefined();
});

describe('one administrator', () => {
  test('changes languages alone, as they were read, and once for each request', async () => {
    const point = await readContactPoint(owner, 'fi-birch-spoc');
    if (point === undefined) throw new Error('The seed lacks the contact point.');
    const { agencyId: _, country: __, verifiedAt: ___, ...fields } = point;
    const edit: DirectoryEdit = { type: 'change-contact-point', point: { ...fields, languages: ['fi', 'en'] } };
    const requestId = randomUUID();
    expect(await ask(KARL, { type: 'edit', edit }, undefined, requestId)).toBe('applied');
    expect(await ask(KARL, { type: 'edit', edit }, undefined, requestId)).toBe('applied');
    expect(await ask(KARL, { type: 'edit', edit })).toBe('unchanged');
    await expect(ask(KARL, { type: 'edit', edit, version: 'older' })).rejects.toEqual(code('CHANGED_MEANWHILE'));
    expect((await readContactPoint(owner, 'fi-birch-spoc'))?.languages).toEqual(['fi', 'en']);
  });

  test('cannot have the engine make a change that needs two', async () => {
    const edit = roles('noor.rowan', 'xr-desk', ['supervisor']);
    await expect(ask(KARL, { type: 'edit', edit })).rejects.toEqual(code('SAME_PERSON'));
  });

  test('cannot confirm by a second tab or a repeated form what was decided', async () => {
    const proposalId = await proposed(KARL, roles('ines.rowan', 'fi-alder', ['auditor']));
    const both = await Promise.allSettled([ask(DORA, confirm(proposalId)), ask(EERO, confirm(proposalId))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask(DORA, confirm(proposalId))).rejects.toEqual(code('PROPOSAL_DECIDED'));
    expect(await owner.proposalDecision.count({ where: { proposalId } })).toBe(1);
  });

  test('cannot confirm with a second record of themselves, or after losing the role', async () => {
    const second = { id: 'karl.two', name: 'K', email: 'Karl.Rowan+2@mail.example', language: 'en', zone: 'UTC' };
    await owner.person.update({ where: { id: 'karl.rowan' }, data: { email: 'karl.rowan@mail.example' } });
    await owner.person.create({ data: second });
    await owner.membership.create({ data: { personId: 'karl.two', agencyId: 'xr-desk', role: 'administrator' } });
    const proposalId = await proposed(KARL, roles('noor.rowan', 'xr-desk', ['supervisor']));
    await expect(ask(editor('karl.two'), confirm(proposalId))).rejects.toEqual(code('SAME_PERSON'));
    await owner.membership.deleteMany({ where: { personId: 'karl.two' } });
    await expect(ask(editor('karl.two'), confirm(proposalId))).rejects.toEqual(code('UNKNOWN_PROPOSAL'));
  });

  test('of the command line has no signed-in person: two others must confirm', async () => {
    const answer = await asAgency('xr-desk', () =>
      propose({ db: pages, keyring }, KARL, roles('otto.rowan', 'xr-desk', ['auditor'])),
    );
    if (answer.outcome !== 'proposed') throw new Error('It was not proposed.');
    expect(await ask(DORA, confirm(answer.proposalId))).toBe('confirmed-once');
    await expect(ask(DORA, confirm(answer.proposalId))).rejects.toEqual(code('SAME_PERSON'));
    expect(await ask(KARL, confirm(answer.proposalId))).toBe('applied');
  });
});

describe('as the role of the pages, with raw SQL', () => {
  const run = (statement: string, ...values: unknown[]) =>
    asAgency('xr-desk', () => pages.$executeRawUnsafe(statement, ...values));
  const denied = /permission denied|row-level security/;

  test('nobody writes the directory, or a decision', async () => {
    const proposalId = await proposed(KARL, roles('emil.rowan', 'xr-desk', ['supervisor']));
    for (const statement of [
      `INSERT INTO membership VALUES ('karl.rowan', 'xr-desk', 'supervisor')`,
      `DELETE FROM membership`,
      `INSERT INTO identity VALUES ('https://id.example', 'k', 'otto.rowan', NULL, '{}')`,
      `UPDATE agency SET name = 'x'`,
      `UPDATE contact_point SET email = 'x@x.example'`,
      `UPDATE person SET email = 'x@x.example'`,
      `INSERT INTO closed_day VALUES ('xr-desk', '2026-12-24', 'x')`,
      `INSERT INTO proposal_decision VALUES (gen_random_uuid(), '${proposalId}', 'applied', 'dora.rowan', now())`,
      `INSERT INTO proposal_decision VALUES (gen_random_uuid(), '${proposalId}', 'confirmed', 'dora.rowan', now())`,
      `UPDATE proposal SET person_id = 'dora.rowan'`,
      `DELETE FROM proposal`,
    ]) {
      await expect(run(statement), statement).rejects.toThrow(denied);
    }
  });

  test('nobody makes a proposal in the name of another: its content opens for its proposer, id and channel only', async () => {
    const own = await proposed(KARL, roles('emil.rowan', 'xr-desk', ['supervisor']));
    const copies = [
      [randomUUID(), 'karl.rowan', 'page'],
      [randomUUID(), 'dora.rowan', 'page'],
    ];
    for (const [id, personId, channel] of copies) {
      await run(
        `INSERT INTO proposal SELECT $1::uuid, $2, agency_id, $3, concerns, proposed_at, key_id, sealed
           FROM proposal WHERE id = $4::uuid`,
        ...[id, personId, channel, own],
      );
      await expect(ask(KARL, confirm(id ?? ''))).rejects.toEqual(code('UNKNOWN_PROPOSAL'));
    }
  });

  test('another agency sees no proposal that does not concern it', async () => {
    await proposed(KARL, roles('emil.rowan', 'xr-desk', ['supervisor']));
    const seen = await asAgency('se-juniper', () => pages.proposal.findMany());
    expect(seen).toEqual([]);
    expect(await asAgency('fi-alder', () => pages.proposal.count())).toBeGreaterThan(0);
  });
});

describe('an address of the own agency', () => {
  const OLLI: Editor = {
    person: { kind: 'person', personId: 'mikko.birch', agencyId: 'fi-birch', roles: ['partner-officer'] },
    everywhere: false,
  };
  const edit: DirectoryEdit = {
    type: 'change-address',
    id: 'fi-birch-spoc',
    line: 'desk',
    address: 'new@birch.example',
  };
  const tokens = async (proposalId: string) => {
    const found = await findProposal(owner, keyring, proposalId);
    if (found === undefined) throw new Error('There is no such proposal.');
    return (['old', 'new'] as const).map((side) => tokenOf(keyring, found.proposal, side));
  };

  test('changes when the old and the new address have confirmed', async () => {
    const proposalId = await proposed(OLLI, edit);
    expect(await ask(OLLI, { type: 'announce', proposalId })).toBe('announced');
    const [old = '', fresh = ''] = await tokens(proposalId);
    await expect(ask(OLLI, confirm(proposalId))).rejects.toEqual(code('UNKNOWN_PROPOSAL'));
    await expect(ask(OLLI, { type: 'confirm-address', proposalId, token: 'x' })).rejects.toEqual(
      code('UNKNOWN_PROPOSAL'),
    );
    await expect(ask(EERO, { type: 'confirm-address', proposalId, token: old })).rejects.toEqual(
      code('UNKNOWN_PROPOSAL'),
    );
    const twice = [1, 2].map(() => ask(OLLI, { type: 'confirm-address', proposalId, token: old }));
    expect(await Promise.all(twice)).toEqual(['confirmed-once', 'confirmed-once']);
    expect((await readContactPoint(owner, 'fi-birch-spoc'))?.email).not.toBe('new@birch.example');
    expect(await ask(OLLI, { type: 'confirm-address', proposalId, token: fresh })).toBe('applied');
    expect((await readContactPoint(owner, 'fi-birch-spoc'))?.email).toBe('new@birch.example');
    await expect(ask(OLLI, { type: 'confirm-address', proposalId, token: old })).rejects.toEqual(
      code('PROPOSAL_DECIDED'),
    );
  });
});
