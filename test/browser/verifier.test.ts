/** The standalone page in a real browser, from a file and without any connection: the verdicts of `liaise verify`. */

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as own from '../../client/verifier/sha256.ts';
import { openChromium } from '../../dev/chromium.ts';
import { toHex } from '../../domain/audit/bytes.ts';
import { formatCheckpoint } from '../../domain/audit/checkpoint.ts';
import { formatConsistencyFile } from '../../domain/audit/consistency-file.ts';
import { leavesOfJournal } from '../../domain/audit/journal-leaves.ts';
import { commitmentOf, hashOfLeaf } from '../../domain/audit/leaf-commitment.ts';
import { rootOf } from '../../domain/audit/merkle-tree.ts';
import { formatNote, formatVerifierKey } from '../../domain/audit/note.ts';
import { cosign, signNote } from '../../domain/audit/note-signer.ts';
import { formatBundle } from '../../domain/audit/proof-bundle.ts';
import * as nodes from '../../domain/audit/sha256.ts';
import { RECIPIENT_IN } from '../support/cases-by-status.ts';
import { newSigner, ORIGIN } from '../support/log-keys.ts';

const PAGE = 'client/web/public/verify.html';
const log = newSigner();
const witness = newSigner('witness.example/w1', 'cosignature');
const policy = `log ${formatVerifierKey(log.key)}\nwitness ${formatVerifierKey(witness.key)}\nquorum 1`;

let browser: Browser;
let page: Page;
let bundle: Uint8Array;
let checkpoint: string;
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  const salt = new Uint8Array(16);
  const leaves = leavesOfJournal('r-1', RECIPIENT_IN.accepted().journal);
  const root = rootOf(leaves.map((leaf) => hashOfLeaf(leaf, salt)));
  const text = formatCheckpoint({ origin: ORIGIN, size: leaves.length, root });
  checkpoint = formatNote({
    text,
    signatures: [await signNote(text, log), await cosign(text, witness, 1_764_500_000)],
  });
  bundle = formatBundle({
    ...{ referral: 'r-1', madeFor: 'fi-birch', madeAt: '2026-11-30T09:00:00.000Z', hashes: [] },
    events: leaves.map((leaf, index) => ({ index, commitment: commitmentOf(leaf, salt) })),
    checkpoint,
  });
  browser = await openChromium();
  const context = await browser.newContext({ offline: true, locale: 'en-GB' });
  page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(resolve(PAGE)).href);
});

afterAll(() => browser.close());

async function verdictOn(file: Uint8Array, key = policy): Promise<string> {
  await page.locator('#file').setInputFiles({ name: 'a.liaise-proof', mimeType: '', buffer: Buffer.from(file) });
  await page.locator('#key').fill(key);
  await page.evaluate(`document.getElementById('answer').replaceChildren()`);
  await page.locator('#verify').click();
  await page.locator('#answer > *').first().waitFor();
  return ((await page.locator('#answer').textContent()) ?? '').trim();
}

test('says what is proved and what is not', async () => {
  const answer = await verdictOn(bundle);
  expect(answer).toContain('The bundle is proved.');
  expect(answer).toContain('witness.example/w1 countersigned the log on 2025-11-30');
  expect(answer).toContain('It does not prove that what the events say is true.');
  expect(answer).toContain('acknowledged → accepted');
});

test('says what a proof of consistency is and proves, and what is wrong with a changed copy', async () => {
  const file = formatConsistencyFile({ first: checkpoint, second: checkpoint, hashes: [] });
  const answer = await verdictOn(file);
  expect(answer).toContain('The file is a proof of consistency, and it holds.');
  expect(answer).toContain(`The log ${ORIGIN} of `);
  expect(answer).toContain('It does not prove that what the entries say is true.');
  const changed = file.slice();
  changed[changed.length - 30] = (changed[changed.length - 30] ?? 0) ^ 1;
  expect(await verdictOn(changed)).toContain('it does NOT hold');
});

test('says where a changed copy was changed, and refuses other keys', async () => {
  const changed = bundle.slice();
  changed[600] = (changed[600] ?? 0) ^ 1;
  expect(await verdictOn(changed)).toMatch(/NOT proved[\s\S]*was changed or damaged in event \d+, from byte \d+/);
  expect(await verdictOn(bundle, formatVerifierKey(newSigner().key))).toContain('None of the given keys has signed');
  expect(await verdictOn(bundle, 'nonsense')).toContain('The key cannot be read.');
});

test('is available in three languages', async () => {
  await page.locator('#language').selectOption('fr');
  expect(await verdictOn(bundle)).toContain('Ce qui n’est pas prouvé');
  await page.locator('#language').selectOption('de');
  expect(await verdictOn(bundle)).toContain('Was nicht bewiesen ist');
  await page.locator('#language').selectOption('en');
});

test('loads nothing but itself, and its own content security policy permits all that it does', async () => {
  expect(requests).toEqual([pathToFileURL(resolve(PAGE)).href]);
  expect(complaints).toEqual([]);
  expect(await readFile(PAGE, 'utf8')).toContain("default-src 'none'");
});

test('its SHA-256 is that of Node', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    const digests = [own, nodes].map(({ sha256, sha256Hex, sha256Into }) => {
      const target = new Uint8Array(34);
      sha256Into(bytes, target, 1);
      return [toHex(sha256(bytes)), sha256Hex(bytes), toHex(target)];
    });
    expect(digests[0]).toEqual(digests[1]);
    expect(digests[0]).toEqual([digests[0]?.[1], digests[0]?.[1], `00${digests[0]?.[1]}00`]);
  }
});
