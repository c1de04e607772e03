/** The first administrators of an installation, and proposals about agencies, by command. */

import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeDirectory } from '../../../activities/directory/change-directory.ts';
import type { CliDependencies } from '../../../client/cli/dependencies.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { readDirectory, replaceDirectory } from '../../../prisma/store/directory.ts';
import { readAgency, readContactPoint } from '../../../prisma/store/directory-edit.ts';
import { findIdentity } from '../../../prisma/store/identities.ts';
import { listProposals } from '../../../prisma/store/proposals.ts';
import { confirmByBoth } from '../../support/confirm-proposal.ts';
import { connectAs, testDatabase } from '../../support/database.ts';
import { testFolder } from '../../support/folder.ts';
import { runCommand } from './run-command.ts';

const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
let owner: Database;
let services: CliDependencies;

beforeAll(async () => {
  const database = await testDatabase();
  owner = database.owner;
  const engineDb = connectAs(database.url, 'liaise_engine');
  services = { db: database.pages, engineDb, keyring, localIdentity: true } as CliDependencies;
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(owner, directory, people);
});

const person = (id: string, more = {}) => ({
  ...{ id, name: id, email: `${id}@desk.example`, language: 'en', zone: 'UTC' },
  ...{ issuer: 'https://id.example', subject: id, ...more },
});

async function enter(...people: object[]) {
  const file = join(await testFolder(), 'administrators.json');
  await writeFile(file, JSON.stringify(people));
  return runCommand(`first-administrators ${file}`, { services });
}

test('the first administrators are two different people, and are entered once', async () => {
  expect((await enter(person('karl.rowan'))).status).toBe(2);
  const plus = person('karl.two', { email: 'Karl.Rowan+2@desk.example' });
  expect((await enter(person('karl.rowan'), plus)).err).toContain('two different people');
  expect((await enter(person('karl.rowan'), person('karl.two', { subject: 'karl.rowan' }))).status).toBe(2);
  const entered = await enter(person('karl.rowan'), person('new.rowan', { name: 'Dora Miller' }));
  expect(entered.out).toContain('Entered: karl.rowan, new.rowan');
  expect(entered.err).toContain('the id karl.rowan contains the name, so this person can never be pseudonymised');
  expect(entered.err).not.toContain('new.rowan');
  expect(await findIdentity(owner, 'https://id.example', 'new.rowan')).toMatchObject({
    who: { agencies: [{ id: 'xr-desk', roles: ['administrator'] }] },
  });
  const again = await enter(person('a.rowan'), person('b.rowan'));
  expect(again).toMatchObject({ status: 5, err: expect.stringContaining('ALREADY_ADMINISTERED') });
  expect(await owner.person.count({ where: { id: 'a.rowan' } })).toBe(0);
  expect(await owner.auditLeaf.count({ where: { operation: 'alteration' } })).toBe(4);
});

test('agencies are only proposed', async () => {
  const agency = (line: string) => runCommand(`agency ${line} --as karl.rowan`, { services });
  expect((await agency('add fi-fir --name "Model Unit Fir" --type government --country Finland')).out).toContain(
    'Proposed',
  );
  expect((await agency('rename fi-alder --name "Model Unit Ash"')).out).toContain('Proposed');
  expect((await agency('disable fi-birch')).out).toContain('Proposed');
  expect((await agency('enable fi-birch')).out).toContain('Nothing was proposed');
  expect((await agency('add FI --name x --type government')).status).toBe(2);
  expect((await agency('add fi-x --name x --type nothing')).status).toBe(2);
  expect((await agency('rename atlantis --name x')).status).toBe(2);
  expect((await agency('disable xr-desk')).status).toBe(2);
  expect(await readAgency(owner, 'fi-fir')).toBeUndefined();
  const types = (await listProposals(owner, keyring, 10)).map(({ proposal }) => proposal.edit.type);
  expect(types.toSorted()).toEqual(['add-agency', 'change-agency', 'disable-agency']);
});

test('contact points are disabled and closed days entered by proposals', async () => {
  const type = (line: string) => runCommand(line, { services });
  const before = new Set((await listProposals(owner, keyring, 20)).map(({ proposal }) => proposal.id));
  const as = '--as karl.rowan';
  expect((await type(`contact-point disable fi-alder-ncp ${as}`)).out).toContain('Proposed');
  expect((await type(`contact-point enable fi-alder-ncp ${as}`)).out).toContain('Nothing was proposed');
  expect((await type(`contact-point disable atlantis ${as}`)).err).toContain('UNKNOWN_CONTACT_POINT');
  const eve = `closed-day add fi-alder 2026-12-24 --name Eve`;
  for (const wrong of ['closed-day add fi-alder 2026-02-30 --name Eve', `${eve} --closes-at noon`]) {
    expect((await type(`${wrong} ${as}`)).err).toContain('INVALID_INPUT');
  }
  expect((await type(`closed-day remove fi-alder 2026-12-24 ${as}`)).err).toContain('CHANGED_MEANWHILE');
  expect((await type(`${eve} --closes-at 12:00 ${as}`)).out).toContain('Proposed');
  expect((await type('closed-day list fi-alder')).out).toContain('There are no closed days');
  const added = (await listProposals(owner, keyring, 20)).filter(({ proposal }) => !before.has(proposal.id));
  for (const { proposal } of added) await confirmByBoth({ db: services.engineDb, keyring }, proposal.id);
  expect((await type('closed-day list fi-alder')).out).toMatch(/2026-12-24 +Eve +12:00/);
  expect((await type('closed-day list atlantis')).err).toContain('UNKNOWN_AGENCY');
  expect((await readContactPoint(owner, 'fi-alder-ncp'))?.disabled).toBe(true);
  expect((await type('directory --country FI')).out).toContain('(disabled)');
  expect((await type(`closed-day remove fi-alder 2026-12-24 ${as}`)).out).toContain('Proposed');
});

function decide(personId: string, type: 'confirm' | 'reject', proposalId: string) {
  const by = { kind: 'person', personId, agencyId: 'xr-desk', roles: ['administrator'] } as const;
  const request = { requestId: randomUUID(), by: { ...by, roles: [...by.roles] }, task: { type, proposalId } };
  return changeDirectory({ db: services.engineDb, keyring }, request);
}

test('an entry of the registry is confirmed by one administrator, who is recorded', async () => {
  const read = async () =>
    (await readDirectory(owner)).capabilities.find((each) => each.country === 'FI' && each.capability === 'prevention');
  const before = await read();
  const by = {
    kind: 'person' as const,
    personId: 'dora.rowan',
    agencyId: 'xr-desk',
    roles: ['administrator' as const],
  };
  const edit = { type: 'confirm-capability', country: 'FI', capability: 'prevention' } as const;
  const request = { requestId: randomUUID(), by, task: { type: 'edit', edit } as const };
  expect(await changeDirectory({ db: services.engineDb, keyring }, request)).toBe('applied');
  const after = await read();
  expect(after).toMatchObject({ level: before?.level, recordedBy: { personId: 'dora.rowan' } });
  expect(after?.verifiedAt).not.toBe(before?.verifiedAt);
});

test('the gaps of the registry are listed, also as JSON and CSV', async () => {
  const gaps = JSON.parse((await runCommand('directory gaps --json', { services })).out) as Record<string, unknown>[];
  expect(gaps.length).toBeGreaterThan(10);
  expect(gaps.every(({ level }) => level === 'none' || level === 'partial' || level === 'unverified')).toBe(true);
  const csv = (await runCommand('directory gaps --csv', { services })).out.split('\r\n');
  expect(csv[0]).toBe('country,capability,level,stated,providers,confirmed,recorded by');
  expect(csv).toHaveLength(gaps.length + 2);
  expect((await runCommand('directory gaps', { services })).out).toContain('unverified');
});

describe('the directory as a file', () => {
  type Exported = Record<'agencies' | 'contactPoints' | 'capabilities', Record<string, unknown>[]>;
  const exported = async () => JSON.parse((await runCommand('directory export', { services })).out) as Exported;
  const imported = async (file: unknown, flags: string) => {
    const path = join(await testFolder(), 'directory.json');
    await writeFile(path, JSON.stringify(file));
    return runCommand(`directory import ${path} ${flags}`, { services });
  };

  test('an export that is imported changes nothing', async () => {
    const whole = await exported();
    expect(whole.contactPoints.length).toBeGreaterThan(50);
    expect(JSON.parse((await imported(whole, '--dry-run --json')).out)).toEqual({ changes: [], missing: [] });
    const proposals = await owner.proposal.count();
    expect((await imported(whole, '--as karl.rowan')).out).toContain('changes nothing');
    expect(await owner.proposal.count()).toBe(proposals);
  });

  test('an edited export is shown as a difference, and then proposed as one proposal', async () => {
    const { contactPoints } = await exported();
    const edited = contactPoints.map((each) =>
      each['id'] === 'fi-birch-spoc' ? { ...each, hours: '06:05-15:00' } : each,
    );
    const proposals = await owner.proposal.count();
    const shown = await imported({ contactPoints: edited.slice(0, -1) }, '--dry-run');
    expect(shown).toMatchObject({
      status: 0,
      out: expect.stringMatching(/fi-birch-spoc +changed +hours +\S+ +06:05-15:00/),
    });
    expect(shown.out).toContain('1 of the directory are not in the file');
    expect(shown.out).toContain('leave out --dry-run and add --as PERSON.');
    const named = await imported({ contactPoints: edited }, '--dry-run --as karl.rowan');
    expect(named.out).toContain('leave out --dry-run.\n');
    expect(await owner.proposal.count()).toBe(proposals);
    expect((await imported({ contactPoints: edited }, '--json')).err).toContain('add --as PERSON');
    const answer = JSON.parse((await imported({ contactPoints: edited }, '--as karl.rowan --json')).out);
    expect(answer).toMatchObject({
      changes: [{ list: 'contactPoints', id: 'fi-birch-spoc', change: 'changed' }],
      proposed: { outcome: 'proposed' },
    });
    expect(await owner.proposal.count()).toBe(proposals + 1);
  });

  const registered = async (capability: string) =>
    (await readDirectory(owner)).capabilities.find((each) => each.country === 'FI' && each.capability === capability);

  test('takes effect as a whole when two administrators have confirmed, and each entry has its leaf', async () => {
    const agency = { id: 'fi-imported', name: 'Imported', country: 'FI', type: 'government', excludes: [] };
    const entry = { country: 'FI', capability: 'legislation', level: 'partial', providerIds: ['fi-imported'] };
    const file = { agencies: [agency], capabilities: [entry] };
    const { proposed } = JSON.parse((await imported(file, '--as karl.rowan --json')).out);
    expect(await decide('dora.rowan', 'confirm', proposed.proposalId)).toBe('confirmed-once');
    expect(await readAgency(owner, 'fi-imported')).toBeUndefined();
    expect(await decide('karl.rowan', 'confirm', proposed.proposalId)).toBe('applied');
    expect(await readAgency(owner, 'fi-imported')).toMatchObject({ name: 'Imported' });
    expect(await registered('legislation')).toMatchObject({
      ...{ level: 'partial', providerIds: ['fi-imported'], verifiedAt: expect.any(String) },
      recordedBy: { personId: 'karl.rowan', agencyId: 'xr-desk' },
    });
    const leaves = await owner.auditLeaf.findMany({ orderBy: { id: 'desc' }, take: 2 });
    expect(leaves.map(({ leaf }) => leaf)).toMatchObject([
      { about: { directory: 'capability', id: 'FI/legislation', proposal: { step: 'applied' } } },
      { about: { directory: 'agency', id: 'fi-imported', change: 'added' } },
    ]);
  });

  test('is refused if one of its entries changed meanwhile', async () => {
    const propose = async (level: string) => {
      const entry = { country: 'FI', capability: 'legislation', level, providerIds: ['fi-birch'] };
      const { out } = await imported({ capabilities: [entry] }, '--as karl.rowan --json');
      const { proposed } = JSON.parse(out) as { proposed: { proposalId: string } };
      await decide('dora.rowan', 'confirm', proposed.proposalId);
      return proposed.proposalId;
    };
    const [first, second] = [await propose('full'), await propose('partial')];
    await decide('karl.rowan', 'confirm', second);
    await expect(decide('karl.rowan', 'confirm', first)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect((await registered('legislation'))?.level).toBe('partial');
  });

  test('every fault is named with its row and field, and nothing is proposed', async () => {
    const { contactPoints, agencies } = await exported();
    const [first, second, ...others] = contactPoints;
    const file = {
      agencies: [...agencies, { id: 'X', name: '' }],
      contactPoints: [{ ...first, hours: 'noon' }, { ...second, deputyId: 'nobody', more: 1 }, ...others],
    };
    const refused = await imported(file, '--as karl.rowan');
    expect(refused.status).toBe(2);
    expect(refused.err).toContain(`contactPoints, row 1 (${String(first?.['id'])}), hours: must be 24/7`);
    expect(refused.err).toContain(`contactPoints, row 2 (${String(second?.['id'])}): has 1 unknown field`);
    expect(refused.err).toContain(`agencies, row ${agencies.length + 1}, id: must be lower-case words`);
    const carried = { ...agencies[0], name: Buffer.alloc(400, 'x\u0001\u9ab3').toString('base64') };
    expect((await imported({ agencies: [carried] }, '--dry-run')).err).toContain('agencies, row 1');
    expect((await imported({ people: [] }, '--dry-run')).status).toBe(2);
  });
});
