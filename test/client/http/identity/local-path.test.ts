/** Redirects after sign-in: only to paths of this server, for any value in a link. */

import { expect, test } from 'vitest';
import { localPath } from '../../../../client/http/identity/local-path.ts';

test.each(['/', '/referrals/XR-2026-000001', '/referrals?status=open&sort=-due', '/search?q=%2F%2Fevil', '/a%20b'])(
  '%j is one',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'https://evil.example',
  'HTTPS:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/\u0000',
  '/\u2028x',
  `/${'x'.repeat(2001)}`,
  '',
  undefined,
  ['/page'],
  '/sign-in?to=/page',
])('%j is none', (path) => {
  expect(localPath(path)).toBe('/');
});

test('dot segments are resolved', () => {
  expect(localPath('/a/../b')).toBe('/b');
});
