/** An officer proposes a new address of an own contact point on the pages. */

import { beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../../../../activities/directory/address-tokens.ts';
import { readContactPoint } from '../../../../prisma/store/directory-edit.ts';
import { listProposals } from '../../../../prisma/store/proposals.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

test('an address changes when it was confirmed by the links to the old and the new one', async () => {
  const mikko = await desk.browser('mikko.birch');
  const form = '/agency/contact-points/fi-birch-spoc/address';
  expect((await mikko.get('/agency')).body).toContain(`href="${form}"`);
  expect((await mikko.post(form, { line: 'desk', email: 'nothing' })).statusCode).toBe(422);
  const asked = await mikko.post(form, { line: 'desk', email: 'new@birch.example' });
  expect(asked.headers.location).toBe('/agency?asked');
  const [found] = await listProposals(desk.db, desk.keyring, 1);
  if (found === undefined) throw new Error('No proposal was made.');
  const path = `/agency/address/${found.proposal.id}`;
  const token = tokenOf(desk.keyring, found.proposal, 'old');
  const question = await mikko.get(`${path}?token=${token}`);
  expect(question.body).toContain('new@birch.example');
  expect(question.body).toContain(`name="token" value="${token}"`);
  expect((await mikko.post(path, { token: 'guessed' })).statusCode).toBe(404);
  expect((await mikko.post(path, { token })).headers.location).toBe('/agency?half');
  expect((await mikko.post(path, { token })).headers.location).toBe('/agency?half');
  expect((await readContactPoint(desk.db, 'fi-birch-spoc'))?.email).not.toBe('new@birch.example');
  const other = await mikko.post(path, { token: tokenOf(desk.keyring, found.proposal, 'new') });
  expect(other.headers.location).toBe('/agency?addressed');
  expect((await readContactPoint(desk.db, 'fi-birch-spoc'))?.email).toBe('new@birch.example');
  expect((await mikko.post(path, { token })).statusCode).toBe(409);
});

test('an address is refused by one of the links', async () => {
  const mikko = await desk.browser('mikko.birch');
  await mikko.post('/agency/contact-points/fi-birch-spoc/address', { line: 'desk', email: 'evil@birch.example' });
  const [found] = await listProposals(desk.db, desk.keyring, 1);
  if (found === undefined) throw new Error('No proposal was made.');
  const path = `/agency/address/${found.proposal.id}`;
  const token = tokenOf(desk.keyring, found.proposal, 'old');
  expect((await mikko.get(`${path}?token=${token}`)).body).toContain('name="decision" value="refuse"');
  expect((await mikko.post(path, { token: 'guessed', decision: 'refuse' })).statusCode).toBe(404);
  expect((await mikko.post(path, { token, decision: 'refuse' })).headers.location).toBe('/agency?refused');
  const other = tokenOf(desk.keyring, found.proposal, 'new');
  expect((await mikko.post(path, { token: other })).statusCode).toBe(409);
  expect((await readContactPoint(desk.db, 'fi-birch-spoc'))?.email).not.toBe('evil@birch.example');
});

test('officers of other agencies, and administrators of none, find neither form nor question', async () => {
  const [found] = await listProposals(desk.db, desk.keyring, 1);
  const aino = await desk.browser('aino.alder');
  expect((await aino.get('/agency/contact-points/fi-birch-spoc/address')).statusCode).toBe(404);
  expect(
    (await aino.post('/agency/contact-points/fi-birch-spoc/address', { line: 'desk', email: 'a@x.example' }))
      .statusCode,
  ).toBe(404);
  expect((await aino.get(`/agency/address/${found?.proposal.id}`)).statusCode).toBe(404);
});
