/** What incident types and annotations mean for crime area and urgency, and which hash values are read. */

import { describe, expect, test } from 'vitest';
import type { ElementType } from '../../../../domain/exchange/cybertipline/grammar.ts';
import { FILE_ANNOTATIONS, REPORT_ANNOTATIONS } from '../../../../domain/exchange/cybertipline/map/meanings.ts';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { NEWER_ELEMENTS } from '../../../../domain/exchange/cybertipline/schema/newer.ts';
import { ROOTS } from '../../../../domain/exchange/cybertipline/schema/roots.ts';
import { report } from './oddities.ts';

const annotated = (names: string[], type = 'Child Sex Tourism') => {
  const annotations = `<reportAnnotations>${names.map((name) => `<${name}/>`).join('')}</reportAnnotations>`;
  return readCyberTipline(report({ annotations }).replace('Child Sex Tourism', type));
};

const file = (rest: string) =>
  readCyberTipline(`<fileDetails><reportId>1</reportId><fileId>f</fileId>${rest}</fileDetails>`);
const hashed = (type: string, value: string) =>
  file(`<originalFileHash hashType="${type}">${value}</originalFileHash>`);

/** The names of the children of the elements with this name, in our tables and in newer editions. */
function childrenOf(parent: string): string[] {
  const names = new Set((NEWER_ELEMENTS[parent] ?? []).map(({ name }) => name));
  const visit = ({ content }: ElementType, isParent: boolean) => {
    if (content.kind !== 'sequence' && content.kind !== 'any-order') return;
    for (const { name, type } of content.parts.flatMap(({ choices }) => choices)) {
      if (isParent) names.add(name);
      visit(type, name === parent);
    }
  };
  for (const root of Object.values(ROOTS)) visit(root, false);
  return [...names].sort();
}

test.each([
  ['reportAnnotations', REPORT_ANNOTATIONS],
  ['fileAnnotations', FILE_ANNOTATIONS],
])('each of the %s has a meaning', (parent, meanings) => {
  expect(Object.keys(meanings).sort()).toEqual(childrenOf(parent));
});

test.each(['spam', 'minorToMinorInteraction', 'instrumentalUse'])('%s is kept as particulars, for triage', (name) => {
  const label = `report/incidentSummary/reportAnnotations/${name}`;
  const { submission, loss } = annotated([name]);
  expect(submission.particulars).toContainEqual({ label, value: 'true' });
  expect(loss).toContainEqual(expect.objectContaining({ path: label, reason: 'kept-as-particulars-only' }));
});

describe('an annotation of a report', () => {
  test.each([
    ['sextortion', ['sexual-extortion'], 'standard', []],
    ['csamSolicitation', ['grooming-solicitation'], 'standard', []],
    ['minorToMinorInteraction', ['other'], 'standard', []],
    ['spam', ['other'], 'standard', []],
    ['sadisticOnlineExploitation', ['sexual-extortion'], 'urgent', ['threat-to-life-or-integrity']],
    ['informational', ['other'], 'informational', []],
    ['potentialAggravatingFactors', ['other'], 'urgent', []],
    ['instrumentalUse', ['other'], 'standard', []],
  ])('%s gives %j, %s, %j', (name, crimeAreas, urgency, urgencyGrounds) => {
    expect(annotated([name]).submission).toMatchObject({ crimeAreas, urgency, urgencyGrounds });
  });

  test('informational does not lower what another makes urgent', () => {
    expect(annotated(['informational', 'sadisticOnlineExploitation']).submission.urgency).toBe('urgent');
  });

  test('whose area is broader is listed', () => {
    expect(annotated(['sadisticOnlineExploitation']).loss).toContainEqual(
      expect.objectContaining({
        path: 'report/incidentSummary/reportAnnotations/sadisticOnlineExploitation',
        reason: 'mapped-to-broader-term',
      }),
    );
  });
});

test('child sexual molestation is urgent, since the abuse goes on', () => {
  expect(annotated([], 'Child Sexual Molestation').submission).toMatchObject({
    crimeAreas: ['other'],
    urgency: 'urgent',
    urgencyGrounds: ['ongoing-child-abuse'],
  });
});

describe('an annotation of a file', () => {
  test.each([
    ['animeDrawingVirtualHentai', 'csam-distribution', 'standard'],
    ['potentialMeme', 'csam-distribution', 'standard'],
    ['viral', 'csam-distribution', 'standard'],
    ['possibleSelfProduction', 'csam-production', 'standard'],
    ['physicalHarm', 'csam-distribution', 'urgent'],
    ['violenceGore', 'csam-distribution', 'standard'],
    ['bestiality', 'csam-distribution', 'standard'],
    ['liveStreaming', 'live-streamed-abuse', 'standard'],
    ['infant', 'csam-distribution', 'urgent'],
    ['generativeAi', 'csam-production', 'standard'],
  ])('%s gives %s, %s', (name, area, urgency) => {
    expect(file(`<fileAnnotations><${name}/></fileAnnotations>`).submission).toMatchObject({
      crimeAreas: [area],
      urgency,
    });
  });

  test('potentialMeme of an earlier edition gives the same, unless it is false', () => {
    expect(file('<potentialMeme>true</potentialMeme>').submission.crimeAreas).toEqual(['csam-distribution']);
    expect(file('<potentialMeme>false</potentialMeme>').submission.crimeAreas).toEqual(['other']);
  });
});

describe('a hash value', () => {
  const md5 = 'd41d8cd98f00b204e9800998ecf8427e';

  test('with colons is read', () => {
    const value = md5.match(/../g)?.join(':') ?? '';
    expect(hashed('MD5', value.toUpperCase()).submission.materials).toMatchObject([{ algorithm: 'md5', value: md5 }]);
  });

  test('of an unknown algorithm is of another one, and the loss report lists the name', () => {
    const { submission, loss } = hashed('vMD5', md5);
    expect(submission.materials).toMatchObject([{ algorithm: 'other', value: md5 }]);
    expect(loss).toContainEqual({
      path: 'fileDetails/originalFileHash/@hashType',
      line: 1,
      reason: 'mapped-to-broader-term',
    });
  });

  test('that is none is left out of the materials, and listed', () => {
    const { submission, loss } = hashed('MD5', 'zz');
    expect(submission.materials).toEqual([]);
    expect(loss).toContainEqual({ path: 'fileDetails/originalFileHash', line: 1, reason: 'value-not-usable' });
  });
});
