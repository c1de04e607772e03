/** The text of the daily digest in each language. The expected texts are in `written/`. */

import { describe, expect, test } from 'vitest';
import { type DigestAbout, writeDigest } from '../../../activities/letters/write-digest.ts';
import type { Digest } from '../../../prisma/store/digests.ts';

const about: DigestAbout = {
  ...{ name: 'Maija Alder', language: 'en', zone: 'Europe/Helsinki', agency: 'Alder National Contact Point' },
  ...{ publicUrl: 'https://hub.example', now: new Date('2026-11-25T05:02:00.000Z') },
};

const NOTHING: Digest = {
  ...{ yours: { count: 0, first: [] }, others: { count: 0, first: [] }, overdue: 0 },
  changed: { count: 0, first: [] },
};

const DIGEST: Digest = {
  yours: {
    count: 2,
    first: [
      { reference: 'XR-2026-000101', urgency: 'emergency', task: 'decide', dueAt: '2026-11-24T13:00:00.000Z' },
      { reference: 'XR-2026-000102', urgency: 'standard', task: 'outcome', dueAt: '2026-11-27T21:59:59.999Z' },
    ],
  },
  others: {
    count: 14,
    first: [
      { reference: 'XR-2026-000103', urgency: 'urgent', task: 'acknowledge', dueAt: '2026-11-25T08:30:00.000Z' },
      { reference: 'XR-2026-000104', urgency: 'standard', task: 'confirm-recall' },
      { reference: 'XR-2026-000105', urgency: 'standard', task: 'withdrawal' },
    ],
  },
  overdue: 1,
  changed: { count: 1, first: [{ reference: 'XR-2026-000106', status: 'closed' }] },
};

describe.each(['en', 'fr', 'de'])('a digest in %s', (language) => {
  test('lists tasks, overdue ones first, then changes, and links to the settings', async () => {
    const letter = writeDigest(DIGEST, { ...about, language });
    const written = `Subject: ${letter?.subject}\n\n${letter?.text}`;
    await expect(written).toMatchFileSnapshot(`./written/digest-${language}.txt`);
    expect(letter?.html).toMatch(new RegExp(`<html lang="${language}-`));
    expect(letter?.html.match(/<li>/g)).toHaveLength(7);
  });

  test('lists only changes if there are no tasks', () => {
    const letter = writeDigest({ ...NOTHING, changed: DIGEST.changed }, { ...about, language });
    expect(letter?.subject).toMatch(/^\[Liaise\] 1 \S+/);
    expect(letter?.text).toContain('XR-2026-000106');
    expect(letter?.text).not.toMatch(/undefined|null|\n\n\n/);
  });

  test('is not written if there are neither tasks nor changes', () => {
    expect(writeDigest(NOTHING, { ...about, language })).toBeUndefined();
  });
});

test('names with line breaks or markup stay on one line and are escaped', () => {
  const hostile = { ...about, name: 'A\r\nBcc: x@y.example', agency: '<script>alert(1)</script>\n\nDesk' };
  const letter = writeDigest(DIGEST, hostile);
  expect(letter?.html).not.toContain('<script');
  expect(letter?.text).not.toMatch(/^Bcc/m);
  expect(letter?.subject).not.toMatch(/[\r\n]/);
});
