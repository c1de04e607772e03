/** After a refusal, a form shows the entered values again without what the material guard refuses. */

import { expect, test } from 'vitest';
import { directGuard } from '../../../client/platform/guard/guard.ts';
import { valuesToRepeat, withoutRefused } from '../../../client/web/values-to-repeat.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { FILES } from '../../domain/guard/files.ts';

const picture = FILES['jpeg']?.toString('base64') ?? '';
const refusal = (field?: string) => new ReferralError('MATERIAL_REFUSED', 'It was refused.', field);

test('the refused texts are left out one by one', async () => {
  const typed = { summary: ['An account.'], 'particulars.0.value': [picture], 'indicators.3.note': [picture] };
  expect(await valuesToRepeat(directGuard, typed)).toEqual({ summary: ['An account.'] });
});

test('a picture in many pieces leaves nothing', async () => {
  const pieces = Array.from({ length: 60 }, (_, n) => [
    `particulars.${n}.value`,
    [picture.repeat(50).slice(n * 190, n * 190 + 190)],
  ]);
  const typed = { summary: ['An account.'], ...Object.fromEntries(pieces) };
  expect(await valuesToRepeat(directGuard, typed)).toEqual({});
});

test('what the engine refused is left out as well: the bound of a referral is not known to the page', async () => {
  const typed = { ground: ['other'], text: ['a, b'], 'addition.summary': ['x'], 'addition.materials.0.value': ['y'] };
  expect(await valuesToRepeat(directGuard, typed, refusal('text'))).not.toHaveProperty('text');
  expect(Object.keys(withoutRefused(typed, refusal('addition')))).toEqual(['ground', 'text']);
  expect(Object.keys(withoutRefused(typed, refusal('addition.materials.0.value.7')))).not.toContain(
    'addition.materials.0.value',
  );
  expect(withoutRefused(typed, refusal())).toEqual({});
  expect(withoutRefused(typed, new ReferralError('WRONG_STATUS', 'No.', 'text'))).toEqual(typed);
});

test('a text that cannot be checked in time is not repeated', async () => {
  const busy = { material: () => Promise.reject(new ReferralError('ENGINE_UNAVAILABLE', 'Busy.')) };
  expect(await valuesToRepeat(busy, { text: ['An account.'] })).toEqual({});
});
