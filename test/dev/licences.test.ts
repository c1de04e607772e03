/** Every package that ships has an accepted licence, and bundled data has its attribution in NOTICE. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedPackages, unacceptedPackages } from '../../dev/licences.ts';

describe('the licences of the packages that ship', () => {
  const packages = shippedPackages();

  test('are stated and accepted for every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(unacceptedPackages(packages)).toEqual([]);
  });

  test('leave out development packages', () => {
    const names = packages.map(({ name }) => name);
    expect(names).toContain('fastify');
    expect(names).not.toContain('vitest');
  });

  test.each(['GPL-3.0-only', '(MIT AND GPL-3.0-only)', undefined])('are refused if one is %s', (licence) => {
    const added = { name: 'added', version: '1.0.0', licence };
    expect(unacceptedPackages([...packages, added])).toEqual([added]);
  });

  test('include the attributions that data requires', () => {
    const notice = readFileSync('NOTICE', 'utf8');
    const data = packages.filter(({ licence = '' }) => licence.includes('CC-BY'));
    expect(data.map(({ name }) => name).filter((name) => !notice.includes(name))).toEqual([]);
  });
});

test('LICENSE contains the text of the licence that package.json names', () => {
  const { license } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(license).toBe('EUPL-1.2');
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
});
