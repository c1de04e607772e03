/** Every check sees the same path as the router. */

import { expect, test } from 'vitest';
import { plainPath } from '../../../client/http/plain-path.ts';

test.each([
  ['/%61pi/v1/referrals', '/api/v1/referrals'],
  ['/%41%2d%5F?q=%61', '/A-_?q=%61'],
  ['/a%2Fb%2e%2e/%E0%A4%A', '/a%2Fb%2e%2e/%E0%A4%A'],
  ['/%2561', '/%2561'],
])('%s is %s', (encoded, plain) => {
  expect(plainPath(encoded)).toBe(plain);
});
