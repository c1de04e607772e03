/** Labels on one line: where they are placed, and which marks are joined. */

import { expect, test } from 'vitest';
import { clusters, placeLabels } from '../../../client/documents/place-labels.ts';

test('a label with room is centred at its place', () => {
  expect(placeLabels([{ x: 50, width: 20 }], 100, 4)).toEqual([40]);
});

test('labels that would overlap move apart, and keep their order', () => {
  const labels = [
    { x: 52, width: 20 },
    { x: 50, width: 20 },
  ];
  expect(placeLabels(labels, 100, 4)).toEqual([64, 40]);
});

test('labels at the end of the line move back, so that none is cut off', () => {
  const labels = [
    { x: 98, width: 20 },
    { x: 100, width: 20 },
  ];
  expect(placeLabels(labels, 100, 4)).toEqual([56, 80]);
});

test('a label wider than the line starts at its beginning', () => {
  expect(placeLabels([{ x: 50, width: 200 }], 100, 4)).toEqual([0]);
});

test('marks closer than the distance are joined', () => {
  const joined = clusters([1, 3, 30, 31, 60], (x) => x, 10);
  expect(joined).toEqual([
    { x: 1, items: [1, 3] },
    { x: 30, items: [30, 31] },
    { x: 60, items: [60] },
  ]);
});
