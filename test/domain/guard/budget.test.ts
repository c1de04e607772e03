/** The budget of a referral: shares of agencies, and what all texts together can hold. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReferralError } from '../../../domain/errors.ts';
import {
  type FieldCosts,
  NO_COSTS,
  refuseOverBudget,
  type SpentBudget,
  shareOf,
  type TextCosts,
} from '../../../domain/guard/budget.ts';
import { defaultGuardPolicy, parseGuardPolicy } from '../../../domain/guard/policy.ts';
import { guardMaterial } from '../../../domain/material-guard.ts';
import { examples } from '../../support/seeds.ts';
import { ALPHABETS, DISGUISES, wrapped } from './encodings.ts';
import { EXOTIC } from './exotic-encodings.ts';
import { jpegOf, noise } from './files.ts';

/** Without those that leave out a part of the bytes. */
const { 'base64 in an address': _, ...WHOLE_DISGUISES } = DISGUISES;

const SENDER = 'XS-unit';

describe('the share of an agency', () => {
  test('is half of the budget for the sender, with all hash values', () => {
    expect(shareOf(defaultGuardPolicy, 'sender')).toEqual({ opaque: 1024, identifiers: 16 * 1024, hashes: 500 });
  });

  test('is a sixteenth for another agency, which adds no hash values', () => {
    expect(shareOf(defaultGuardPolicy, 'other')).toEqual({ opaque: 128, identifiers: 2048, hashes: 0 });
  });

  test('cannot be used up by another agency', () => {
    const spent = { [SENDER]: shareOf(defaultGuardPolicy, 'sender'), other: shareOf(defaultGuardPolicy, 'other') };
    expect(add('recipient', spent, { opaque: 128 })).toBe('accepted');
    expect(add('other', spent, { opaque: 1 })).toBe('MATERIAL_REFUSED');
    expect(add(SENDER, spent, { identifiers: 1 })).toBe('MATERIAL_REFUSED');
  });

  test('is a small one after six other agencies have used more than that', () => {
    const spent = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`XA-${index}`, costs({ opaque: 9 })]));
    expect(shareOf(defaultGuardPolicy, 'further')).toEqual({ opaque: 8, identifiers: 128, hashes: 0 });
    expect(add('XA-5', spent, { opaque: 119 })).toBe('accepted');
    expect(add('XA-6', spent, { opaque: 8, identifiers: 128 })).toBe('accepted');
    expect(add('XA-6', spent, { opaque: 9 })).toBe('MATERIAL_REFUSED');
    expect(add('XA-6', spent, { identifiers: 129 })).toBe('MATERIAL_REFUSED');
  });

  test('is a full one while fewer than six others have used more than a small one', () => {
    const small = Array.from({ length: 30 }, (_, index) => [`XA-${index}`, costs({ opaque: 8, identifiers: 128 })]);
    const large = Array.from({ length: 5 }, (_, index) => [`XB-${index}`, costs({ identifiers: 129 })]);
    expect(add('XA-40', Object.fromEntries([...small, ...large]), { opaque: 128, identifiers: 2048 })).toBe('accepted');
  });

  test('is nothing for an agency after 38 other agencies', () => {
    const spent = Object.fromEntries(Array.from({ length: 38 }, (_, index) => [`XA-${index}`, costs({ opaque: 1 })]));
    expect(add('XA-37', spent, { opaque: 1 })).toBe('accepted');
    expect(add('XA-38', spent, { opaque: 1 })).toBe('MATERIAL_REFUSED');
    expect(add('XA-38', spent, {})).toBe('accepted');
    expect(add(SENDER, spent, { opaque: 1 })).toBe('accepted');
  });
});

test('a refusal names the field that costs most and what remains', () => {
  const spent = { [SENDER]: costs({ opaque: 1000 }) };
  const refused = refusalOf(SENDER, spent, { opaque: 25 });
  expect(refused).toMatchObject({ code: 'MATERIAL_REFUSED', field: 'summary', facts: { max: 24 } });
  expect(refused?.message).toMatch(/^summary was refused: .* 25 bytes .* 24 more/);
});

test('whatever agencies add in any order, the sum of the accepted costs stays within the policy', () => {
  const agency = fc.constantFrom(SENDER, ...Array.from({ length: 50 }, (_, index) => `XA-${index}`));
  const amounts = fc.constantFrom(
    { opaque: 600, identifiers: 9_000 },
    { opaque: 130, identifiers: 2_100 },
    { opaque: 9, identifiers: 130 },
  );
  const text = amounts.chain(({ opaque, identifiers }) =>
    fc.record({ agency, opaque: fc.nat(opaque), identifiers: fc.nat(identifiers), hashes: fc.nat(200) }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 120, size: 'max' }), (texts) => {
      const spent: Record<string, TextCosts> = {};
      for (const { agency: id, ...added } of texts) {
        if (add(id, spent, added) !== 'accepted') continue;
        const before = spent[id] ?? NO_COSTS;
        spent[id] = sum([before, added]);
      }
      const total = sum(Object.values(spent));
      expect(total.opaque).toBeLessThanOrEqual(defaultGuardPolicy.opaque);
      expect(total.identifiers).toBeLessThanOrEqual(defaultGuardPolicy.identifiers);
      expect(total.hashes).toBeLessThanOrEqual(defaultGuardPolicy.hashes);
    }),
  );
});

describe('random bytes over the life of a referral', () => {
  const document = fc.record({
    agency: fc.constantFrom(SENDER, SENDER, 'XA-1', 'XA-2'),
    size: fc.integer({ min: 10, max: 4_000 }),
    encode: fc.constantFrom(...Object.values({ ...ALPHABETS, ...WHOLE_DISGUISES, ...EXOTIC })),
    pieces: fc.integer({ min: 1, max: 200 }),
  });

  test('in any alphabets, fields, supplements and answers: what can be recovered stays within the bound', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 5, maxLength: 30 }), (documents) => {
        const spent: Record<string, TextCosts> = {};
        let recovered = 0;
        for (const [index, { agency: agencyId, size, encode, pieces }] of documents.entries()) {
          const text = encode(noise(size + index).subarray(0, size));
          const particulars = wrapped(text, Math.ceil(text.length / pieces)).map((value) => ({ label: 'Note', value }));
          try {
            const { fields: _, ...added } = guardedWithin(spent, agencyId, particulars);
            spent[agencyId] = sum([spent[agencyId] ?? NO_COSTS, added]);
            recovered += size;
          } catch (error) {
            if (!(error instanceof ReferralError)) throw error;
          }
        }
        expect(recovered).toBeLessThanOrEqual(defaultGuardPolicy.opaque + defaultGuardPolicy.identifiers);
      }),
      { numRuns: examples(60) },
    );
  });
});

describe('a picture that is larger than the bound is refused, cut over supplements', () => {
  const picture = jpegOf(240, 180, 60);
  const { opaque, identifiers } = shareOf(defaultGuardPolicy, 'sender');

  test('the picture', () => {
    expect(picture.length).toBeGreaterThan(opaque + identifiers);
  });

  test.each(Object.entries({ ...ALPHABETS, ...DISGUISES }))('as %s', (_, encode) => {
    const spent: Record<string, TextCosts> = {};
    const supplements = wrapped(encode(picture), 3_000).map((value) => [{ label: 'Note', value }]);
    const sendAll = () => {
      for (const particulars of supplements) {
        const { fields: __, ...added } = guardedWithin(spent, SENDER, particulars);
        spent[SENDER] = sum([spent[SENDER] ?? NO_COSTS, added]);
      }
    };
    expect(sendAll).toThrow(ReferralError);
  });
});

/** @throws ReferralError if the guard or the budget refuses the particulars. */
function guardedWithin(spent: SpentBudget, agencyId: string, particulars: unknown): FieldCosts {
  const costs = guardMaterial({ particulars });
  refuseOverBudget(defaultGuardPolicy, spent, { agencyId, senderAgencyId: SENDER }, costs);
  return costs;
}

test('a policy file is validated with the name of each wrong field', () => {
  expect(parseGuardPolicy({ opaque: 512, identifiers: 4096, hashes: 50 })).toMatchObject({ opaque: 512 });
  expect(() => parseGuardPolicy({ opaque: -1, identifiers: 4096, hashes: 'many' })).toThrow(/opaque: [\s\S]*hashes: /);
  expect(() => parseGuardPolicy({ opaque: 1, identifiers: 1, hashes: 1, images: 3 })).toThrow(/images/);
});

test('no policy permits more encoded text than the guard searches for files', () => {
  const most = { opaque: 64 * 1024, identifiers: 64 * 1024, hashes: 500 };
  const policy = parseGuardPolicy(most);
  expect(() => parseGuardPolicy({ ...most, opaque: most.opaque + 1 })).toThrow(/together must be at most 131072/);
  expect(() => parseGuardPolicy({ ...most, identifiers: 200_000 })).toThrow(/identifiers: /);
  const encoded = [...Array.from({ length: 6 }, (_, n) => noise(15_000, n + 1)), jpegOf()];
  const particulars = encoded.map((bytes) => ({ value: bytes.toString('base64') }));
  expect(() => guardMaterial({ particulars }, policy)).toThrow('it looks like an image');
});

function costs(some: Partial<TextCosts>): TextCosts {
  return { ...NO_COSTS, ...some };
}

function refusalOf(agencyId: string, spent: SpentBudget, added: Partial<TextCosts>): ReferralError | undefined {
  const fields: FieldCosts['fields'] = { opaque: 'summary', identifiers: 'note' };
  try {
    refuseOverBudget(defaultGuardPolicy, spent, { agencyId, senderAgencyId: SENDER }, { ...costs(added), fields });
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return error;
    throw error;
  }
}

function add(agencyId: string, spent: SpentBudget, added: Partial<TextCosts>): string {
  return refusalOf(agencyId, spent, added)?.code ?? 'accepted';
}

function sum(all: readonly TextCosts[]): TextCosts {
  return all.reduce(
    (total, each) => ({
      opaque: total.opaque + each.opaque,
      identifiers: total.identifiers + each.identifiers,
      hashes: total.hashes + each.hashes,
    }),
    NO_COSTS,
  );
}
