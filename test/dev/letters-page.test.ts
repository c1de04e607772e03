/** The page for translators shows every letter in every language. */

import { expect, test } from 'vitest';
import { lettersPage } from '../../dev/letters/letters-page.ts';
import { LETTER_KINDS } from '../../domain/letter-kinds.ts';
import { LANGUAGES } from '../../domain/words/languages.ts';

const html = lettersPage();
const sections = html.split('<section>').slice(1);

test.each(LETTER_KINDS)('%s is on the page, in every language, with subject and text', (kind) => {
  const [section = ''] = sections.filter((each) => each.startsWith(`<h2 id="${kind}">`));
  expect([...section.matchAll(/<article lang="(\w+)">/g)].map(([, language]) => language)).toEqual([...LANGUAGES]);
  expect(section.match(/<strong>[^<]+\[XR-2026-000123\]<\/strong>/g)).toHaveLength(LANGUAGES.length);
  expect(section.match(/<pre>[^<]+https:/g)).toHaveLength(LANGUAGES.length);
});

const sectionOf = (id: string) => sections.find((each) => each.startsWith(`<h2 id="${id}">`)) ?? '';

test('a message with several letters names each referral', () => {
  const section = sectionOf('several-letters-in-one-message');
  for (const reference of ['XR-2026-000123', 'XR-2026-000124', 'XR-2026-000125']) expect(section).toContain(reference);
});

test('a message that a limit held back says so, in every language', () => {
  const section = sectionOf('several-letters-in-one-message-that-a-limit-held-back').replaceAll(/\s+/g, ' ');
  for (const part of ['were therefore held back', 'ont donc été retenus', 'deshalb zurückgehalten'])
    expect(section).toContain(part);
  expect(sectionOf('several-letters-in-one-message')).not.toMatch(/held back/);
});

test('the reminder to confirm the details of a contact point is on the page, in every language', () => {
  const section = sectionOf('confirmation-of-the-details-of-a-contact-point');
  expect(section.match(/<article lang="\w+">/g)).toHaveLength(LANGUAGES.length);
  expect(section.match(/https:\/\/hub\.example\/agency/g)).toHaveLength(LANGUAGES.length);
});
