/** A report becomes a submission, and values without a field in the submission are in the loss report. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { submission as contract } from '../../../../client/contract/submission.ts';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { InvalidReport } from '../../../../domain/exchange/report-faults.ts';
import { examples } from '../../../support/seeds.ts';
import { type Draft, toXml, validDocument } from './documents.ts';
import { report } from './oddities.ts';

const read = (name: string) => readCyberTipline(readFileSync(new URL(`../files/${name}.xml`, import.meta.url), 'utf8'));

describe('the incident', () => {
  test.each([
    ['web-page', ['csam-distribution']],
    ['email', ['grooming-solicitation', 'sexual-extortion']],
    ['newsgroup', ['csam-distribution']],
    ['chat', ['grooming-solicitation', 'sexual-extortion']],
    ['online-gaming', ['grooming-solicitation']],
    ['cell-phone', ['child-trafficking']],
    ['non-internet', ['other']],
    ['peer-to-peer', ['csam-distribution']],
    ['file-details', ['csam-distribution', 'live-streamed-abuse']],
  ])('of %s belongs to %j', (name, areas) => {
    expect(read(name).submission.crimeAreas).toEqual(areas);
  });

  test('happened at an instant in UTC', () => {
    expect(read('web-page').submission.incidentAt).toBe('2024-03-06T02:14:03.000Z');
    expect(read('chat').submission.incidentAt).toBe('2024-05-17T17:45:30.250Z');
  });

  test('has no instant if the time names no zone: the text is kept, and the loss report lists it', () => {
    const { submission, loss } = read('newsgroup');
    const path = 'report/incidentSummary/incidentDateTime';
    expect(submission).not.toHaveProperty('incidentAt');
    expect(submission.particulars).toContainEqual({ label: path, value: '2024-01-02T03:04:05' });
    expect(loss).toContainEqual({ path, line: 6, reason: 'value-not-usable' });
  });

  test.each(['9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00+14:00'])(
    'has no instant at %s, whose year in UTC has not four digits',
    (value) => {
      const { submission, loss } = readCyberTipline(report({}).replace('2024-01-01T00:00:00Z', value));
      const path = 'report/incidentSummary/incidentDateTime';
      expect(submission).not.toHaveProperty('incidentAt');
      expect(submission.particulars).toContainEqual({ label: path, value });
      expect(loss).toContainEqual(expect.objectContaining({ path, reason: 'value-not-usable' }));
    },
  );

  test('is urgent if the provider escalates, with its text as particulars', () => {
    const { submission } = read('email');
    expect(submission).toMatchObject({ urgency: 'urgent', urgencyGrounds: ['threat-to-life-or-integrity'] });
    expect(submission.particulars).toContainEqual({
      label: 'report/incidentSummary/escalateToHighPriority',
      value: 'A meeting is announced for the coming weekend.',
    });
    expect(read('web-page').submission).toMatchObject({ urgency: 'standard', urgencyGrounds: [] });
  });

  test('annotated by an empty element is annotated, and an absent one is not', () => {
    const marked = (inside: string) =>
      readCyberTipline(report({ annotations: `<reportAnnotations>${inside}</reportAnnotations>` })).submission;
    expect(marked('<sextortion/>').crimeAreas).toContain('sexual-extortion');
    expect(marked('<sextortion>true</sextortion>').crimeAreas).toContain('sexual-extortion');
    expect(marked('<spam/>').crimeAreas).not.toContain('sexual-extortion');
    expect(marked('<spam/>').particulars).toContainEqual(expect.objectContaining({ value: 'true' }));
  });

  test('with a type that no area says as well is kept in its own word', () => {
    expect(read('non-internet').loss).toContainEqual(
      expect.objectContaining({ path: 'report/incidentSummary/incidentType', reason: 'mapped-to-broader-term' }),
    );
  });
});

describe('persons', () => {
  test('are subjects by category and reference', () => {
    expect(read('chat').submission.subjects).toEqual([
      { category: 'other', reference: 'report/reporter' },
      { category: 'other', reference: 'chat-900' },
      { category: 'contact', reference: 'a_elsewhere' },
      { category: 'contact', reference: 'chat-901' },
    ]);
    expect(read('email').submission.subjects.slice(1)).toEqual([
      { category: 'suspect', reference: 'letter-1' },
      { category: 'victim', reference: 'letter-2' },
    ]);
  });

  test('without an id are identified by their position', () => {
    const subjects = readCyberTipline(report({ end: '<victim><victimPerson/></victim>'.repeat(2) })).submission
      .subjects;
    expect(subjects.map(({ reference }) => reference)).toEqual([
      'report/reporter',
      'report/victim[1]',
      'report/victim[2]',
    ]);
  });

  test('whose accounts the provider holds data of give preservation entries', () => {
    expect(read('web-page').submission.preservation).toEqual([
      { provider: 'Picture Board', instrument: 'national-law', reference: 'user-81723' },
    ]);
  });
});

describe('file details', () => {
  test('are material references, digests in hexadecimal', () => {
    const said = {
      source: 'CyberTipline file b0754af766b426f2928a02c651ed4b99',
      classification: 'unclassified',
      industryClassification: 'A1',
      viewedByReporter: true,
      publiclyAvailable: true,
    };
    expect(read('file-details').submission.materials).toEqual([
      { algorithm: 'md5', value: 'd41d8cd98f00b204e9800998ecf8427e', ...said },
      { algorithm: 'sha1', value: 'da39a3ee5e6b4b0d3255bfef95601890afd80709', ...said },
      { algorithm: 'pdq', value: 'f8f8f0cce0f4e84d0e370a22028f67f0b36e2ed596623e1d33e6339c4e9c9b22', ...said },
    ]);
  });

  test('name the report that they belong to', () => {
    expect(read('file-details').submission.originReferences).toEqual([{ system: 'cybertipline', id: '123456789' }]);
  });

  test('with a hash of the wrong length say so', () => {
    const path = 'fileDetails/originalFileHash[3]';
    expect(read('file-details').loss).toContainEqual({ path, line: 19, reason: 'value-not-usable' });
  });
});

describe('every value of a report is accounted for', () => {
  test('every leaf is in the submission, or in the loss report with its path', () => {
    fc.assert(
      fc.property(validDocument(), (draft) => {
        const named = withOwnWords(draft);
        const { submission, loss } = readCyberTipline(toXml(named.draft));
        const all = JSON.stringify(submission);
        const dropped = loss.filter(({ reason }) => reason === 'no-place-in-model').map(({ path }) => path);
        for (const { word, path } of named.words) expect(all.includes(word) || dropped.includes(path), path).toBe(true);
        const kept = new Set(submission.particulars.map(({ label }) => label));
        for (const { path, reason } of loss) {
          expect(kept.has(path)).toBe(reason !== 'no-place-in-model' && reason !== 'empty');
        }
      }),
      { numRuns: examples(300) },
    );
  });

  test('every value that is not a text is a code, a particular or an entry of the loss report', () => {
    fc.assert(
      fc.property(validDocument(), (draft) => {
        const { submission, loss } = readCyberTipline(toXml(draft));
        const accounted = new Set([
          ...submission.particulars.map(({ label }) => label),
          ...loss.map(({ path }) => path),
        ]);
        const missing = leafPaths(draft)
          .filter((path) => !accounted.has(path))
          .map(withoutNumbers);
        expect(missing.filter((path) => !MAPPED_WHOLE.test(path))).toEqual([]);
      }),
      { numRuns: examples(300) },
    );
  });

  test('and the result is a valid submission', () => {
    fc.assert(
      fc.property(validDocument(), (draft) => {
        expect(contract.safeParse(readCyberTipline(toXml(draft)).submission).error).toBeUndefined();
      }),
    );
  });
});

describe('a report is refused', () => {
  test('with all its faults', () => {
    expect(() => readCyberTipline('<report/>')).toThrow(InvalidReport);
    expect(() => readCyberTipline('<report/>')).toThrow(
      expect.objectContaining({
        code: 'INVALID_REPORT',
        field: 'report',
        faults: expect.objectContaining({ length: 2 }),
      }),
    );
  });
});

/** Leaves that a field says whole, so that neither particulars nor loss repeat them. */
const MAPPED_WHOLE =
  /\/(incidentType|incidentDateTime|sextortion|csamSolicitation|reportId|liveStreaming|industryClassification|fileViewedByEsp|publiclyAvailable|originalFileHash(\/@hashType)?|nameValuePair\/(name|value))$/;

/** The draft with a word of its own in every free text, and where each stands. */
function withOwnWords(draft: Draft): { draft: Draft; words: { word: string; path: string }[] } {
  const words: { word: string; path: string }[] = [];
  const renamed = structuredClone(draft);
  visit(renamed, renamed.name, (node, path) => {
    if (node.text !== 'words') return;
    node.text = `word-${words.length}-of-its-own`;
    words.push({ word: node.text, path });
  });
  return { draft: renamed, words };
}

function leafPaths(draft: Draft): string[] {
  const paths: string[] = [];
  visit(draft, draft.name, ({ children, text, attributes }, path) => {
    if (children.length === 0 && (text !== '' || attributes.length === 0)) paths.push(path);
    paths.push(...attributes.map(([name]) => `${path}/@${name}`));
  });
  return paths;
}

function visit(node: Draft, path: string, see: (node: Draft, path: string) => void): void {
  see(node, path);
  for (const child of node.children) {
    const alike = node.children.filter(({ name }) => name === child.name);
    visit(child, `${path}/${child.name}${alike.length > 1 ? `[${alike.indexOf(child) + 1}]` : ''}`, see);
  }
}

function withoutNumbers(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}
