/** Names in directories may contain any characters: they cannot add headers, markup or paragraphs to a letter. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LetterFacts } from '../../../activities/letters/facts.ts';
import { writeLetter } from '../../../activities/letters/write-letter.ts';
import { factsOf } from '../../../dev/letters/sample-facts.ts';
import { LETTER_KINDS, type LetterKind } from '../../../domain/letter-kinds.ts';
import { URGENCIES } from '../../../domain/vocabulary.ts';

const HOSTILE = [
  '<script>',
  '</td>',
  '"',
  "'",
  '&lt;',
  '\r\nBcc: x@y.example',
  '\n\n-- \n',
  '\u2028',
  '\u202e',
  '\ud800',
];

const anyText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.lorem()), { maxLength: 6 })
  .map((parts) => parts.join(''));

const anyLetter = fc.constantFrom(...LETTER_KINDS);

/** Facts of a letter in which every text is arbitrary. */
function hostileFacts(letter: LetterKind): fc.Arbitrary<LetterFacts> {
  return fc
    .record({
      reference: anyText,
      name: anyText,
      agency: anyText,
      link: anyText,
      urgency: fc.constantFrom(...URGENCIES),
    })
    .map(({ reference, name, agency, link, urgency }) => {
      const { recipient, clock, addressee } = factsOf(letter);
      return factsOf(letter, {
        reference,
        urgency,
        link,
        sendingAgency: agency,
        addressee: { ...addressee, name },
        ...(recipient && { recipient: { ...recipient, name } }),
        ...(clock && { clock: { ...clock, owedBy: agency } }),
      });
    });
}

const anyLetterWithFacts = anyLetter.chain((name) => hostileFacts(name).map((facts) => ({ name, facts })));

/** The visible text of the html: without tags, and with entities decoded. */
function readable(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return html.replace(/<[^<>]*>/g, '').replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '?');
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '' && word !== '--');

describe('with arbitrary texts in its facts', () => {
  test('the subject is one line of at most 200 characters, without control characters', () => {
    fc.assert(
      fc.property(anyLetterWithFacts, ({ name, facts }) => {
        const { subject } = writeLetter(name, facts);
        expect(subject.length).toBeLessThanOrEqual(200);
        expect(subject).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test('the html contains only the tags of the layout', () => {
    fc.assert(
      fc.property(anyLetterWithFacts, ({ name, facts }) => {
        const { html } = writeLetter(name, facts);
        const layout = /<(!doctype html|\/?[a-z]+( (lang|charset|style|scope|href)="[^"<>]*")*)>/g;
        expect(html.replace(layout, '')).not.toMatch(/[<>"']/);
        expect(html).not.toContain('<script');
        expect(html.match(/<a /g)).toHaveLength(1);
      }),
    );
  });

  test('text and html contain the same words in the same order', () => {
    fc.assert(
      fc.property(anyLetterWithFacts, ({ name, facts }) => {
        const { text, html } = writeLetter(name, facts);
        const body = html.slice(html.indexOf('<body'));
        expect(words(readable(body))).toEqual(words(text));
      }),
    );
  });

  test('the text contains no additional paragraphs', () => {
    fc.assert(
      fc.property(anyLetterWithFacts, ({ name, facts }) => {
        const paragraphs = (text: string) => text.split('\n\n').length;
        expect(paragraphs(writeLetter(name, facts).text)).toBe(paragraphs(writeLetter(name, factsOf(name)).text));
      }),
    );
  });

  test('the lines of the text have at most 76 characters, unless one word is longer', () => {
    fc.assert(
      fc.property(anyLetterWithFacts, ({ name, facts }) => {
        const { link } = factsOf(name);
        const lines = writeLetter(name, { ...facts, link }).text.split('\n');
        for (const line of lines) if (line.length > 76) expect(line.trim()).not.toMatch(/[^:«] +[^\s:;!?»]\S{0,74}$/);
      }),
    );
  });
});

test('a name with a line break cannot add a header', () => {
  const facts = factsOf('accepted', { recipient: { name: 'Desk\r\nBcc: thief@y.example\r\n\r\nHello' } });
  expect(writeLetter('accepted', facts).subject).toBe(
    'Referral accepted: Desk Bcc: thief@y.example Hello [XR-2026-000123]',
  );
});

test('a name that contains markup is escaped', () => {
  const facts = factsOf('accepted', { recipient: { name: '<img src=x onerror="steal()"> & Sons' } });
  const { html, text } = writeLetter('accepted', facts);
  expect(html).toContain('<td>&lt;img src=x onerror=&quot;steal()&quot;&gt; &amp; Sons</td>');
  expect(text).toContain('<img src=x onerror="steal()"> & Sons');
});

test('a long name is shortened in the subject only, before the reference', () => {
  const name = 'Office '.repeat(30).trim();
  const { subject, text } = writeLetter('accepted', factsOf('accepted', { recipient: { name } }));
  expect(subject).toBe('Referral accepted: Office Office Office Office Office Offi… [XR-2026-000123]');
  expect(words(text).filter((word) => word === 'Office')).toHaveLength(60);
});

test('a name is never cut within a surrogate pair', () => {
  const name = `${'x'.repeat(38)}🌊${'x'.repeat(120)}`;
  const { subject } = writeLetter('accepted', factsOf('accepted', { recipient: { name } }));
  expect(subject).toBe(`Referral accepted: ${'x'.repeat(38)}… [XR-2026-000123]`);
});
