/** The Message-ID, thread id and link of a letter. */

import { expect, test } from 'vitest';
import { referralLink } from '../../../activities/letters/gather.ts';
import { messageIdOf, threadIdOf } from '../../../activities/letters/threading.ts';

test('a letter has the same message id on every attempt', () => {
  const letterId = '0197c5a2-0000-5000-8000-000000000001';
  expect(messageIdOf(letterId, 'hub.example')).toBe(`<letter.${letterId}@hub.example>`);
  expect(messageIdOf(letterId, 'hub.example')).toBe(messageIdOf(letterId, 'hub.example'));
});

test('the thread id of a referral differs from the ids of its letters', () => {
  expect(threadIdOf('a', 'hub.example')).not.toBe(messageIdOf('a', 'hub.example'));
});

test('an id with line breaks is encoded, so it cannot add a header', () => {
  expect(messageIdOf('a>\r\nBcc: x@y', 'hub.example')).toBe('<letter.a%3E%0D%0ABcc%3A%20x%40y@hub.example>');
});

test('the link leads to the page of the referral, below the path of the installation', () => {
  expect(referralLink('https://hub.example', 'XR-2026-000123')).toBe('https://hub.example/referrals/XR-2026-000123');
  expect(referralLink('https://hub.example/liaise/', 'XR-2026-000123')).toBe(
    'https://hub.example/liaise/referrals/XR-2026-000123',
  );
});
