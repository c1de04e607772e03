/** Names of unknown elements and attributes are in the loss report, unless they could carry a picture. */

import { describe, expect, test } from 'vitest';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { type LossEntry, storedLoss } from '../../../../domain/exchange/loss-report.ts';
import { mayShowNames } from '../../../../domain/exchange/names-of-file.ts';
import { wrapped } from '../../guard/encodings.ts';
import { jpegOf } from '../../guard/files.ts';
import { report } from './oddities.ts';

const PIECES = wrapped(jpegOf(400, 300, 60).toString('base64url'), 50).map((piece) => `x${piece}`);

const PLACES: Record<string, (names: readonly string[]) => string> = {
  'of elements': (names) => report({ end: names.map((name) => `<${name}/>`).join('\n') }),
  'of nested elements': (names) =>
    report({
      end: wrapped20(names)
        .map((row) => row.reduceRight((inner, name) => `<${name}>${inner}</${name}>`, ''))
        .join('\n'),
    }),
  'of attributes': (names) => {
    const moods = wrapped20(names).map((row) => `<mood ${row.map((name) => `${name}=""`).join(' ')}/>`);
    return report({ end: `<victim><victimPerson/>${moods.join('\n')}</victim>` });
  },
};

describe('a picture', () => {
  test.each(Object.entries(PLACES))('cut into the names %s leaves nothing in the referral', (_, documentOf) => {
    const { submission, loss } = readCyberTipline(documentOf(PIECES));
    const kept = JSON.stringify({ submission, loss });
    expect(PIECES.filter((piece) => kept.includes(piece.slice(1)))).toEqual([]);
  });
});

test('names that are words are shown', () => {
  expect(mayShowNames(['ageAssertionDiscrepancy', 'x-request-id', 'URLList', 'sha256_of_file', 'moodBoard'])).toBe(
    true,
  );
  expect(mayShowNames(PIECES)).toBe(false);
});

test('a stored loss report ends after 1,000 entries, and says so', () => {
  const loss = Array.from(
    { length: 1_200 },
    (_, index): LossEntry => ({ path: `report/a[${index}]`, line: index, reason: 'empty' }),
  );
  const stored = storedLoss(loss);
  expect(stored).toHaveLength(1_001);
  expect(stored.at(-1)).toEqual({ path: 'report/a[1000]', line: 1_000, reason: 'further-entries' });
  expect(storedLoss(loss.slice(0, 1_000))).toHaveLength(1_000);
});

function wrapped20(names: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(names.length / 20) }, (_, row) => names.slice(row * 20, row * 20 + 20));
}
