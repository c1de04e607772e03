/** The walkthroughs of CONTRIBUTING.md are true: they name every product file that mentions their example, and no other. */

import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const PRODUCT = '{domain,workflows,activities,worker,client,prisma/store}/**/*.{ts,tsx,json}';

const GENERATED = ['client/package/generated/**'];

/** How the example of a walkthrough appears in code, and files that mention it for another reason. */
const EXAMPLES: Record<string, { mention: RegExp; elsewhere?: string[] }> = {
  // The list of clarifications links to this act.
  'An act': { mention: /refuse-onward/, elsewhere: ['client/web/officer/clarifications.tsx'] },
  // German has a wording of its own for this clock.
  'A clock': { mention: /closure-approval/, elsewhere: ['activities/letters/de/imperative.ts'] },
  'A letter': { mention: /consent-given/ },
  'A language': { mention: /(?<!\p{L})fr(?!\p{L})|french|French(?! )/u },
  // The clock of preserved data has the name of this field.
  'A field of a referral': { mention: /^ {2}preservation\b/m, elsewhere: ['activities/letters/de/imperative.ts'] },
  // The page of gaps belongs to this desk.
  'A page': { mention: /networkPages|'network'|^ {4}network:/m, elsewhere: ['client/web/supervisor/gaps.tsx'] },
};

const page = readFileSync('CONTRIBUTING.md', 'utf8');
const walkthroughs = page
  .slice(page.indexOf('## How to add something'))
  .split(/^### /m)
  .slice(1)
  .map((section) => ({ title: section.slice(0, section.indexOf('\n')), section }));

test('there is a walkthrough for each kind of thing', () => {
  expect(walkthroughs.map(({ title }) => title)).toEqual(Object.keys(EXAMPLES));
});

describe.each(walkthroughs)('$title', ({ title, section }) => {
  const named = filesNamedIn(section);

  test('names files that exist, each once', () => {
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('states how many there are', () => {
    expect(section).toContain(`It touches ${named.length} files.`);
  });

  test('names every file that mentions its example', () => {
    const { mention, elsewhere = [] } = EXAMPLES[title] ?? { mention: /^$/ };
    const mentioning = globSync(PRODUCT, { exclude: GENERATED }).filter((path) =>
      mention.test(readFileSync(path, 'utf8')),
    );
    expect(mentioning.filter((path) => !named.includes(path) && !elsewhere.includes(path))).toEqual([]);
  });
});

test('a field of a referral touches at most six files', () => {
  const { section = '' } = walkthroughs.find(({ title }) => title === 'A field of a referral') ?? {};
  expect(filesNamedIn(section).length).toBeLessThanOrEqual(6);
});

function filesNamedIn(section: string): string[] {
  const steps = section.slice(section.indexOf('\n1. ')).split(/\n\n(?!\d)/)[0] ?? '';
  return [...steps.matchAll(/`([\w/.{},-]+\.(?:tsx?|json))`/g)].flatMap(([, pattern = '']) => expand(pattern));
}

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function expand(pattern: string): string[] {
  const [, before = '', choices, after = ''] = /^(.*)\{([^}]+)\}(.*)$/.exec(pattern) ?? [];
  return choices === undefined ? [pattern] : choices.split(',').map((choice) => `${before}${choice}${after}`);
}
