/** Particulars entered as people and systems enter them: in forms that are saved, refused or sent late, and through the API. */

import { expect } from 'vitest';
import { SCOPES } from '../../client/contract/scopes.ts';
import { CLIENT_SECRET } from '../../dev/identity.ts';
import type { Stack } from '../../dev/stack.ts';
import { type Browser, openBrowser, type Seen } from '../client/http/identity/browser.ts';
import { aSubmission } from '../support/factories.ts';

/** Each by the way in which it is entered. */
export const ENTERED = {
  savedStep: 'the green harbour of a saved step',
  refusedField: 'the amber staircase of a refused field',
  refusedNote: 'the silver orchard of a refused note',
  endedSession: 'the violet lighthouse of an ended session',
  signedOut: 'the scarlet meadow of a signed-out person',
  search: 'copper.search@lantern.example',
  submission: 'the ivory market of a submission',
  refusedSubmission: 'the indigo bridge of a refused submission',
  unknownField: 'teal_terrace_of_an_unknown_field',
  purpose: 'the crimson garden of a purpose',
};

/** Enters each canary at the running stack. `endSessions` ends all sessions in the database. */
export async function enterCanaries(
  stack: Stack,
  reference: string,
  endSessions: () => Promise<unknown>,
): Promise<void> {
  await enterOnPages(stack, reference, endSessions);
  await enterThroughApi(stack, reference);
}

async function enterOnPages({ pages }: Stack, reference: string, endSessions: () => Promise<unknown>): Promise<void> {
  const quinn = await signedIn(pages, 'quinn.quartz');
  const draft = await sendForm(quinn, `${pages}/referrals/new`, '/referrals/new', {});
  const step = { summary: ENTERED.savedStep, 'handling.text': ENTERED.refusedField, go: 'next' };
  const refused = await sendForm(quinn, draft.url, new URL(draft.url).pathname, step);
  expect([refused.status, refused.text.includes(ENTERED.savedStep)]).toEqual([422, true]);

  const acts = `/referrals/${reference}/acts`;
  const note = { text: ENTERED.refusedNote, recipientId: 'r99', amount: 'many', clock: 'outcome' };
  const extended = await sendForm(quinn, `${pages}${acts}/extend`, `${acts}/extend`, note, `${pages}/settings`);
  expect(extended.status).toBe(422);

  const csrf = await tokenOf(quinn, `${pages}/settings`);
  await endSessions();
  const late = await quinn.post(`${pages}${acts}/add-note`, { _csrf: csrf, text: ENTERED.endedSession });
  expect(late.status).toBe(401);
  const again = await signedIn(pages, 'quinn.quartz', quinn);
  const old = await tokenOf(again, `${pages}/settings`);
  await sendForm(again, `${pages}/settings`, '/sign-out', {});
  const signedOut = await again.post(`${pages}${acts}/add-note`, { _csrf: old, text: ENTERED.signedOut });
  expect(signedOut.status).toBe(401);

  const ines = await signedIn(pages, 'ines.rowan');
  const found = await sendForm(ines, `${pages}/data-subjects`, '/data-subjects', { identifier: ENTERED.search });
  expect(found.text).toContain(ENTERED.search);
}

async function signedIn(pages: string, personId: string, browser = openBrowser()): Promise<Browser> {
  const choice = await browser.go(`${pages}/sign-in/start?to=/settings`);
  const seen = await browser.post(choice.url, { person: personId });
  expect([seen.url, seen.status]).toEqual([`${pages}/settings`, 200]);
  return browser;
}

async function tokenOf(browser: Browser, page: string): Promise<string> {
  const { text } = await browser.go(page);
  return /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
}

/** Sends a form of a page to the address, with the token of that page or of `tokenPage`. */
async function sendForm(
  browser: Browser,
  page: string,
  action: string,
  fields: Record<string, string>,
  tokenPage = page,
): Promise<Seen> {
  const _csrf = await tokenOf(browser, tokenPage);
  return browser.post(new URL(action, page).href, { _csrf, ...fields });
}

async function enterThroughApi({ pages, environment }: Stack, reference: string): Promise<void> {
  const issuer = environment['LIAISE_OIDC_ISSUER'];
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`system.quartz:${CLIENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({
      ...{ grant_type: 'client_credentials', scope: SCOPES.join(' ') },
      resource: String(environment['LIAISE_API_AUDIENCE']),
    }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  const post = async (path: string, body: object) => {
    const sent = await fetch(`${pages}/api/v1${path}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    });
    return [sent.status, await sent.text()] as const;
  };
  const submission = { ...aSubmission(), summary: ENTERED.submission };
  expect((await post('/referrals', submission))[0]).toBe(201);
  const refused = { ...submission, summary: ENTERED.refusedSubmission, urgency: ENTERED.refusedSubmission };
  expect((await post('/referrals', refused))[0]).toBe(422);
  expect((await post('/referrals', { ...submission, [ENTERED.unknownField]: 'x' }))[0]).toBe(422);
  const [status, read] = await post(`/referrals/${reference}/particulars`, { purpose: ENTERED.purpose });
  expect([status, read.length > 0]).toEqual([200, true]);
}
