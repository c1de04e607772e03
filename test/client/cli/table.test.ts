/** Tables: they fit into the terminal, lose nothing, and contain no control sequences. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../../client/cli/io.ts';
import { facts, table } from '../../../client/cli/table.ts';

const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const cell = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 8 });

describe('a table', () => {
  test('is never wider than the terminal if its longest words fit', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 80, max: 160 }), (rows, columns) => {
        const drawn = table(['one', 'two', 'three', 'four'], rows, columns);
        for (const line of drawn.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('loses no word', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const drawn = table(['one', 'two', 'three', 'four'], rows, 80);
        const shown = drawn.split(/\s+/).sort();
        for (const word of rows.flat().join(' ').split(' ')) expect(shown).toContain(word);
      }),
    );
  });

  test('is only as wide as it needs', () => {
    expect(table(['id', 'status'], [['r1', 'sent']], 120)).toBe('id  status\n──  ──────\nr1  sent\n');
  });

  test('leaves out facts that are not known', () => {
    const known: [string, string][] = [
      ['status', 'received'],
      ['ending', ''],
    ];
    expect(facts(known, 80)).toBe('status  received\n');
  });
});

test('foreign text cannot move the cursor, change colours or reverse a line', () => {
  expect(printable('\u001b[2Ja\u009b31m\u202egpj.exe\r\nb\tc\u0007')).toBe('�[2Ja�31m�gpj.exe\nb\tc�');
  expect(table(['a'], [['\u001b[31mred']], 80)).not.toContain('\u001b');
});
