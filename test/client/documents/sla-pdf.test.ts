/** The picture of deadlines as a document: as many pages of A4 as its content needs. */

import { expect, test } from 'vitest';
import { printable } from '../../../client/documents/fonts.ts';
import { slaPdf } from '../../../client/documents/sla-pdf.ts';
import { nameLookup } from '../../../client/queries/names.ts';
import { barOf } from '../../../client/queries/sla-bar.ts';
import { eventsOf } from '../../../client/queries/timeline.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import { LANGUAGES, type Language } from '../../../domain/words/languages.ts';
import type { Case } from '../../support/case.ts';
import { RECIPIENT_IN, REFERRAL_IN } from '../../support/cases-by-status.ts';
import { CAST, DIRECTORY, officerAt } from '../../support/factories.ts';
import { readPdf } from '../../support/read-pdf.ts';

const zones = { sender: 'UTC', coordinator: 'UTC', recipient: () => 'UTC' };
const LATE = RECIPIENT_IN.unresponsive();
LATE.act({ type: 'acknowledge', recipientId: 'r1' }, officerAt('fi-1'));

interface Shown {
  reader?: string;
  /** The name of each agency. */
  agency?: string;
  drill?: true;
  of?: Case;
  language?: Language;
  policyVersions?: string[];
}

/** The picture of the referral with its bars and events repeated. */
async function picture(times: number, shown: Shown = {}) {
  const { reader = 'Quinn Quartz', agency, drill, of: it = LATE, language = 'en', policyVersions = ['1'] } = shown;
  const { journal, now } = it;
  const referral = { ...it.referral, facts: { ...it.referral.facts, ...(drill && { drill }) } };
  const bars = referral.clocks.map((clock) => {
    const explanation = explainClock(journal, clock.id, zones, defaultPolicies);
    return { ...barOf(clock, explanation, now), agencyId: 'fi-birch', closed: [], entries: [], explanation };
  });
  const repeated = Array.from({ length: times }, (_, n) =>
    bars.map((bar) => ({ ...bar, clockId: `c${n}-${bar.clockId}` })),
  );
  const [from = now] = bars.map(({ startedAt }) => startedAt).sort();
  const file = await slaPdf({
    ...{ referral, sla: { axis: { from, to: now, now }, bars: repeated.flat() } },
    events: Array.from({ length: times }, () => eventsOf(journal)).flat(),
    names: { ...nameLookup({ directory: DIRECTORY, people: [] }, referral), ...(agency && { agency: () => agency }) },
    reader: { person: CAST.sender, name: reader, agency: agency ?? 'Quartz', language, zone: 'UTC' },
    imprint: {
      madeAt: now,
      policyVersions,
      checkpoint: { origin: 'liaise.example/log', size: 7, root: 'cm9vdA==', signedAt: now },
    },
  });
  return readPdf(file);
}

test('says in words that an answer was late, and by how much, with the checkpoint of the log', async () => {
  const { pages, alts } = await picture(1);
  expect(pages[0]?.text).toMatch(/Acknowledged \d.*, late by \d+ (h|d)/);
  expect(pages[0]?.text).toContain('Ended late: 1.');
  expect(pages[0]?.text).toContain('liaise.example/log: 7 entries, root cm9vdA==');
  expect(alts[0]).toMatch(/late by \d/);
  expect(pages[0]?.width).toBeCloseTo(841.89);
});

test.each(LANGUAGES)('has a complete lifecycle on one page, in %s', async (language) => {
  const { pages } = await picture(1, { of: REFERRAL_IN.closed(), language });
  expect(pages.length).toBe(1);
  expect(pages[0]?.text).toContain('(c0-c5)');
});

test('names the policy version at each bar only if there are several', async () => {
  const { pages: one } = await picture(1);
  const { pages: several } = await picture(1, { policyVersions: ['1', '2'] });
  const versions = (text = '') => text.match(new RegExp(defaultPolicies.version, 'g'))?.length ?? 0;
  expect([versions(one[0]?.text), versions(several[0]?.text) > 0]).toEqual([0, true]);
});

test('has every deadline and event of a referral with thirty recipients, on pages of A4 with readable texts', async () => {
  const { pages, alts } = await picture(30, { policyVersions: ['1', '2'] });
  const text = pages.map((page) => page.text).join('\n');
  for (const { id } of LATE.referral.clocks) {
    for (let n = 0; n < 30; n += 1) expect(text).toContain(`(c${n}-${id})`);
  }
  expect(text.match(/Contact point fi-1 acknowledged/g)?.length).toBe(30);
  for (const [n, page] of pages.entries()) {
    expect([Math.round(page.width), Math.round(page.height)]).toEqual([842, 595]);
    expect(page.smallest).toBeGreaterThanOrEqual(7);
    expect(page.text).toContain(`page ${n + 1} of ${pages.length}`);
    expect(page.text).toContain('root cm9vdA==');
  }
  expect(alts.join(' ').match(/Policy: /g)?.length).toBe(30 * LATE.referral.clocks.length);
});

test('cuts off no name of 120 characters', async () => {
  const agency = `${'Bureau of Crime '.repeat(8).slice(0, 114)} Finis`;
  const { pages } = await picture(1, { agency, reader: agency });
  const text = pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
  expect(text).not.toContain('…');
  expect(text).toContain(`Had to act: ${agency}`);
  expect(text).toContain(`Submitted by ${agency}: Case referral, Standard (`);
  expect(text).toContain(`by ${agency}, ${agency}.`);
});

test('has the mark of a drill', async () => {
  expect((await picture(1, { drill: true })).pages[0]?.text).toContain('DRILL; ');
  expect((await picture(1)).pages[0]?.text).not.toContain('DRILL');
});

test('shows the letters of every language of the EU, and others by their code', async () => {
  const letters = 'ĄĆĐĖĞħĮķŁŇŐØŘŞßŢŮŸŻ Ελλάδα България Ĳ';
  expect(printable(letters)).toBe(letters);
  expect(printable('中\u0007')).toBe('[U+4E2D] ');
  const { pages } = await picture(1, { reader: `${letters} 中` });
  expect(pages[0]?.text).toContain(`${letters} [U+4E2D]`);
});
