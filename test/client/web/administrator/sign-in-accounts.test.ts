/** A sign-in account whose issuer is no address of a sign-in server is not proposed. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

const ADDRESS = '/admin/people/noor.rowan/identities';

test.each(['javascript:alert(1)', 'http://id.example', 'data:text/html,x', 'id.example'])(
  'the issuer %s is refused at its field',
  async (issuer) => {
    const karl = await desk.browser('karl.rowan');
    const answer = await karl.post(ADDRESS, { form: 'identity', issuer, subject: 'n-1' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#f-issuer"');
    expect(answer.body).not.toContain(`href="${issuer}`);
    expect(await desk.db.proposal.count()).toBe(0);
  },
);

test('the issuer of a provider is proposed', async () => {
  const karl = await desk.browser('karl.rowan');
  const answer = await karl.post(ADDRESS, { form: 'identity', issuer: 'https://id.example', subject: 'n-1' });
  expect(answer.statusCode).toBe(303);
  expect(await desk.db.proposal.count()).toBe(1);
});
