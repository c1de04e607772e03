/** Elements that the material guard refuses are left out of a report and listed. The rest of the report is accepted. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReports } from '../../../../client/contract/parse-report.ts';
import { submission as contract } from '../../../../client/contract/submission.ts';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { shareOf } from '../../../../domain/guard/budget.ts';
import { defaultGuardPolicy } from '../../../../domain/guard/policy.ts';
import { guardMaterial } from '../../../../domain/material-guard.ts';
import type { Submission } from '../../../../domain/submission.ts';
import { examples } from '../../../support/seeds.ts';
import { FILES, jpegOf, noise } from '../../guard/files.ts';
import { RECORDS } from '../../guard/good-texts.ts';
import { type Draft, toXml, validDocument } from './documents.ts';
import { report } from './oddities.ts';

const PICTURE = jpegOf().toString('base64');

/** Reads the report, and checks that the guard and the contract accept the submission. */
function read(xml: string) {
  const reading = readCyberTipline(xml);
  expectWithinShare(reading.submission);
  expect(contract.safeParse(reading.submission).error).toBeUndefined();
  return { ...reading, text: JSON.stringify(reading.submission) };
}

/** The guard accepts it, and it costs no more than an agency may send. */
function expectWithinShare(submission: Submission): void {
  const costs = guardMaterial(submission);
  const share = shareOf(defaultGuardPolicy, 'sender');
  for (const kind of ['opaque', 'identifiers', 'hashes'] as const) expect(costs[kind]).toBeLessThanOrEqual(share[kind]);
}

function chat(content: string, rest = ''): string {
  return report({ details: `<chatImIncident><content>${content}</content>${rest}</chatImIncident>` });
}

const CONTENT = 'report/internetDetails/chatImIncident/content';

describe('a leaf with a file', () => {
  test.each(Object.entries(FILES))('%s in base64 is left out, and the rest is kept', (_, bytes) => {
    const { loss, submission, text } = read(
      chat(bytes.toString('base64'), '<additionalInfo>The account was closed.</additionalInfo>'),
    );
    expect(loss).toContainEqual({ path: CONTENT, line: 4, reason: 'looks-like-file' });
    expect(text).not.toContain(bytes.toString('base64').slice(0, 40));
    expect(submission.particulars).toContainEqual(expect.objectContaining({ value: 'The account was closed.' }));
  });

  test.each([
    ['report/additionalInfo', report({ end: `<additionalInfo>${PICTURE}</additionalInfo>` })],
    [
      'report/@noNamespaceSchemaLocation',
      report({ attributes: `xsi:noNamespaceSchemaLocation="${PICTURE.slice(0, 2_000)}"` }),
    ],
    [
      'fileDetails/originalFileHash',
      `<fileDetails><reportId>1</reportId><fileId>f</fileId><originalFileHash hashType="x">${PICTURE}</originalFileHash></fileDetails>`,
    ],
    [
      'report/victim/espIdentifier',
      report({ end: `<victim><victimPerson/><espIdentifier>${PICTURE.slice(0, 480)}</espIdentifier></victim>` }),
    ],
  ])('at %s is in no field of the referral', (path, xml) => {
    const { loss, text } = read(xml);
    expect(text).not.toContain(PICTURE.slice(0, 40));
    expect(loss.map((entry) => entry.path)).toContain(path);
  });

  test('that is cut over many leaves leaves nothing from which it could be read', () => {
    const pieces = PICTURE.match(/.{1,60}/g) ?? [];
    const end = pieces.map((piece) => `<intendedRecipient><displayName>${piece}</displayName></intendedRecipient>`);
    const { loss } = read(report({ end: end.join('\n') }));
    expect(loss).toContainEqual(
      expect.objectContaining({ path: 'report/intendedRecipient[1]/displayName', reason: 'looks-like-file' }),
    );
  });
});

describe('encoded text', () => {
  test('beyond the bound is left out, the most costly leaf first', () => {
    const note = noise(4_000).toString('hex');
    const details = [
      ['Make', 'Canon'],
      ['MakerNote', note],
      ['ImageUniqueID', noise(16, 3).toString('hex')],
    ].map(([name, value]) => `<nameValuePair><name>${name}</name><value>${value}</value></nameValuePair>`);
    const { loss, text } = read(
      `<fileDetails><reportId>1</reportId><fileId>f</fileId><details type="EXIF">${details.join('')}</details></fileDetails>`,
    );
    expect(loss.filter(({ reason }) => reason === 'encoded-text')).toEqual([
      { path: 'fileDetails/details/nameValuePair[2]/value', line: 1, reason: 'encoded-text' },
    ]);
    expect(text).toContain('Canon');
    expect(text).toContain(noise(16, 3).toString('hex'));
  });

  test('in the signatures of mail headers is kept', () => {
    const headers = ['a DKIM signature', 'an ARC set', 'a whole mail header'].map((name) => RECORDS[name] ?? '');
    const details = `<emailIncident><content><![CDATA[${headers.join('\n')}\n\nHello]]></content></emailIncident>`;
    const { loss, text } = read(report({ details }));
    expect(text).toContain('DKIM-Signature: v=1');
    expect(loss.filter(({ path }) => path.includes('content'))).toEqual([
      expect.objectContaining({ reason: 'kept-as-particulars-only' }),
    ]);
  });
});

describe('a long text', () => {
  const line = (index: number) =>
    `[2026-02-${10 + (index % 18)} 21:14:${10 + (index % 49)}] ${index % 2 ? 'wolf' : 'kim'}: send me the picture of your room please\n`;
  const lines = (length: number) => Array.from({ length: Math.ceil(length / 70) }, (_, index) => line(index)).join('');

  test('of 60,000 characters with times is kept whole, over several lines of particulars', () => {
    const { submission, loss } = read(chat(lines(60_000)));
    const pieces = submission.particulars.filter(({ label }) => label.startsWith(CONTENT));
    expect(pieces.map(({ value }) => value).join('')).toBe(lines(60_000));
    expect(pieces[0]?.label).toBe(`${CONTENT} (1 of ${pieces.length})`);
    expect(loss.map(({ reason }) => reason)).not.toContain('cut');
  });

  test('is kept up to 200,000 characters in one report, and then cut', () => {
    const prose = 'they talked about the school and the weather and the games that they played there '.repeat(3_000);
    const { submission, loss } = read(
      report({
        details: `<chatImIncident><content>${prose}</content></chatImIncident>`,
        end: `<additionalInfo>${prose}</additionalInfo>`,
      }),
    );
    const kept = submission.particulars.filter(({ value }) => value.length > 500).map(({ value }) => value);
    expect(kept.join('').length).toBeGreaterThan(199_000);
    expect(kept.join('').length).toBeLessThanOrEqual(200_000);
    expect(loss.filter(({ reason }) => reason === 'cut').map(({ path }) => path)).toEqual([
      CONTENT,
      'report/additionalInfo',
    ]);
  });

  test('is not cut within a character', () => {
    const { submission } = read(chat(`a${'😀'.repeat(300)} ${'😂'.repeat(11_000)}`));
    for (const { value } of submission.particulars) expect(value.isWellFormed()).toBe(true);
  });
});

describe('many IP events', () => {
  const event = (index: number, kind = 'Login') =>
    `<ipCaptureEvent><ipAddress>192.0.2.${index % 50}</ipAddress><eventName>${kind}</eventName><dateTime>2024-01-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z</dateTime></ipCaptureEvent>\n`;
  const many = (count: number, kind?: string) =>
    Array.from({ length: count }, (_, index) => event(index, kind)).join('');

  test('are kept as their number, first, last and distinct addresses', () => {
    const { submission, loss } = read(
      report({ end: `<personOrUserReported>${many(9_000)}${event(3, 'Upload')}</personOrUserReported>` }),
    );
    const summary = submission.particulars.filter(({ value }) => value.startsWith('Login: '));
    expect(summary).toEqual([
      {
        label: 'report/personOrUserReported/ipCaptureEvent[1]',
        value: expect.stringMatching(
          /^Login: 9000 events from 2024-01-01T10:00:00Z to 2024-01-28T10:00:00Z, from 50 addresses: 192\.0\.2\.0, /,
        ),
      },
    ]);
    expect(loss.filter(({ reason }) => reason === 'summarised')).toEqual([
      expect.objectContaining({ path: 'report/personOrUserReported/ipCaptureEvent[1]' }),
    ]);
    expect(submission.indicators).toHaveLength(21);
    expect(submission.particulars).toContainEqual({
      label: 'report/personOrUserReported/ipCaptureEvent[9001]/eventName',
      value: 'Upload',
    });
  });

  const distinct = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      event(index).replace(/192[.\d]+/, `10.${index >> 8}.${index & 255}.${index % 200}`),
    ).join('');

  test.each([
    [400, 400],
    [3_000, 500],
  ])('from %i addresses are kept with at least %i of them', (count, least) => {
    const { submission } = read(report({ end: `<personOrUserReported>${distinct(count)}</personOrUserReported>` }));
    const { value = '' } = submission.particulars.find((entry) => entry.value.startsWith('Login: ')) ?? {};
    const listed = value.replace(/^.*: /, '').split(', ');
    expect(value).toContain(`from ${count} addresses`);
    expect(new Set(listed).size).toBeGreaterThanOrEqual(least);
    expect(value.includes(`of which the first ${listed.length} are`)).toBe(listed.length < count);
  });

  test('of a small account are kept with all addresses beside a very large account', () => {
    const [large, small] = [distinct(3_000), many(200)];
    const end = `<personOrUserReported>${large}</personOrUserReported><intendedRecipient>${small}</intendedRecipient>`;
    const summaries = read(report({ end })).submission.particulars.filter(({ value }) => value.startsWith('Login: '));
    expect(summaries.map(({ value }) => /from (\d+) addresses: 192/.exec(value)?.[1]).filter(Boolean)).toEqual(['50']);
  });

  test('of many accounts are not refused for their number', () => {
    const end = Array.from({ length: 300 }, () => `<intendedRecipient>${many(10)}</intendedRecipient>`).join('');
    expect(read(report({ end })).submission.particulars.length).toBeGreaterThan(100);
  });

  test('up to 100 are kept one by one', () => {
    const { submission } = read(report({ end: `<personOrUserReported>${many(100)}</personOrUserReported>` }));
    expect(submission.indicators).toHaveLength(100);
  });
});

test('more hash values than the bound are listed as left out', () => {
  const hashes = Array.from(
    { length: 510 },
    (_, index) => `<originalFileHash hashType="SHA1">${noise(20, index).toString('hex')}</originalFileHash>`,
  );
  const { submission, loss } = read(
    `<fileDetails><reportId>1</reportId><fileId>f</fileId>${hashes.join('')}</fileDetails>`,
  );
  expect(submission.materials).toHaveLength(500);
  expect(loss.filter(({ reason }) => reason === 'too-many-hashes')).toHaveLength(10);
});

test('several files together stay within the bounds', () => {
  const details = (id: number) =>
    `<fileDetails><reportId>1</reportId><fileId>file-${id}</fileId><details type="EXIF"><nameValuePair><name>MakerNote</name><value>${noise(250, id).toString('base64')}</value></nameValuePair></details></fileDetails>`;
  const files = [report({}), ...Array.from({ length: 8 }, (_, index) => details(index + 1))];
  const { submission, loss } = parseReports(
    files.map((content, index) => ({ name: `${index}.xml`, content: Buffer.from(content) })),
  );
  expectWithinShare(submission);
  expect(loss.filter(({ reason }) => reason === 'encoded-text').length).toBeGreaterThan(0);
  expect(submission.particulars.filter(({ label }) => label.endsWith('/fileId'))).toHaveLength(8);
});

test('no valid report is refused, whatever its texts hold', () => {
  const bad = fc.constantFrom(
    PICTURE,
    noise(900).toString('hex'),
    noise(30).toString('base64'),
    '\u0085\u0090',
    'q'.repeat(30_000),
  );
  fc.assert(
    fc.property(validDocument(), bad, fc.nat(3), (draft, text, every) => {
      const { loss } = read(toXml(withTexts(draft, text, every + 1)));
      expect(loss.every(({ line, path }) => line > 0 && path !== '')).toBe(true);
    }),
    { numRuns: examples(60) },
  );
});

/** The draft with `text` in every nth free text. */
function withTexts(draft: Draft, text: string, every: number): Draft {
  let count = 0;
  const visit = (node: Draft): Draft => {
    const isReplaced = node.text === 'words' && count++ % every === 0;
    return { ...node, text: isReplaced ? text : node.text, children: node.children.map(visit) };
  };
  return visit(draft);
}
