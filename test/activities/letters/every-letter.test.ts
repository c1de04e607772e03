/** The complete text of every letter. The expected texts are in `written/`. */

import { describe, expect, test } from 'vitest';
import type { Letter } from '../../../activities/letters/facts.ts';
import { writeLetter } from '../../../activities/letters/write-letter.ts';
import { FACTS, factsOf, VARIANTS } from '../../../dev/letters/sample-facts.ts';
import { LETTER_KINDS } from '../../../domain/letter-kinds.ts';

function written({ subject, text }: Letter): string {
  return `Subject: ${subject}\n\n${text}`;
}

test.each(LETTER_KINDS)('%s', async (name) => {
  const letter = writeLetter(name, factsOf(name));
  await expect(written(letter)).toMatchFileSnapshot(`./written/${name}.txt`);
});

test.each(Object.entries(VARIANTS))('%s', async (situation, [name, changed]) => {
  const letter = writeLetter(name, factsOf(name, changed));
  await expect(written(letter)).toMatchFileSnapshot(`./written/${situation.replaceAll(/\W+/g, '-')}.txt`);
});

test('the html of a letter', async () => {
  const { html } = writeLetter('new-referral', factsOf('new-referral'));
  await expect(html).toMatchFileSnapshot('./written/new-referral.html');
});

describe.each(LETTER_KINDS)('%s', (name) => {
  const { subject, text, html } = writeLetter(name, factsOf(name));

  test('begins with the requested action and its deadline, or states that no action is required', () => {
    const [lead = ''] = text.split('\n\n');
    expect(lead).toMatch(/^(Please |For your information: no action is required\.|\S[^.]* (must|had to) .*)/s);
  });

  test('contains one link, and no content that a mail program would load', () => {
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(html.match(/(src|href|url|@import)\b/g)).toEqual(['href']);
  });

  test('contains the handling code and the addressee', () => {
    const unwrapped = text.replaceAll(/\s+/g, ' ');
    expect(unwrapped).toContain('H2: not to be passed on without permission of the sending agency');
    expect(unwrapped).toContain(`It is addressed to ${factsOf(name).addressee.name}.`);
  });

  test('has a subject that begins with what is asked and ends with the reference', () => {
    expect(subject).toMatch(/^[A-Z].* \[XR-2026-000123\]$/);
  });

  test('can be written from the required facts alone', () => {
    const least = writeLetter(name, FACTS);
    expect(written(least)).not.toMatch(/undefined|null|NaN|\[object| [.:,]| by[.:,]/);
  });
});

test('the subject is marked urgent only if the letter requires an action', () => {
  const urgent = { urgency: 'emergency' } as const;
  expect(writeLetter('new-referral', factsOf('new-referral', urgent)).subject).toContain(
    'EMERGENCY - Acknowledge this new referral',
  );
  expect(writeLetter('closed', factsOf('closed', urgent)).subject).toBe('Referral closed [XR-2026-000123]');
});

test('a letter in a language without texts is written in English', () => {
  const addressee = { ...FACTS.addressee, language: 'fi' };
  expect(writeLetter('held', factsOf('held', { addressee })).text).toContain('Please assign a recipient');
});
