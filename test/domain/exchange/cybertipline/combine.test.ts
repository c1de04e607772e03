/** A report and the details of its files become one submission, whatever their order. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { combineReadings, type NamedReading } from '../../../../domain/exchange/cybertipline/combine.ts';
import { readCyberTipline } from '../../../../domain/exchange/cybertipline/read-report.ts';
import { fileDetails } from './file-details.ts';

const REPORT = readFileSync(new URL('../files/chat.xml', import.meta.url), 'utf8');

const report: NamedReading = { ...readCyberTipline(REPORT), name: 'report.xml' };

function details(n: number, reportId = '4711'): NamedReading {
  return { ...readCyberTipline(fileDetails(n, reportId)), name: `details-${n}.xml` };
}

const twelve = Array.from({ length: 12 }, (_, n) => details(n + 1));

describe('a report with twelve file details', () => {
  const { submission, loss } = combineReadings([report, ...twelve]);

  test('has the fields of the report and the hash values of every file', () => {
    expect(submission).toMatchObject({ incidentAt: '2024-05-17T17:45:30.250Z', preservation: expect.any(Array) });
    expect(submission.materials).toEqual(twelve.flatMap((file) => file.submission.materials));
    expect(submission.materials).toHaveLength(12);
    expect(submission.indicators).toHaveLength(report.submission.indicators.length + 12);
  });

  test('has the CyberTipline number of its files as origin reference, once', () => {
    expect(submission.originReferences).toEqual([{ system: 'cybertipline', id: '4711' }]);
  });

  test('has crime areas of all files, and "other" only if nothing else is named', () => {
    expect(submission.crimeAreas).toEqual(['grooming-solicitation', 'sexual-extortion', 'csam-distribution']);
    expect(combineReadings([details(1)]).submission.crimeAreas).toEqual(['csam-distribution']);
  });

  test('keeps every leaf of every file: particulars are numbered, and the loss report names the file', () => {
    const read = [report, ...twelve];
    expect(submission.particulars).toHaveLength(read.flatMap((file) => file.submission.particulars).length);
    expect(submission.particulars).toContainEqual({ label: 'fileDetails[12]/fileId', value: 'file-12' });
    expect(loss).toHaveLength(read.flatMap((file) => file.loss).length);
    expect(loss).toContainEqual(expect.objectContaining({ file: 'details-7.xml', path: 'fileDetails[7]/fileName' }));
    expect(loss).toContainEqual(
      expect.objectContaining({ file: 'report.xml', path: expect.stringMatching(/^report/) }),
    );
  });

  test('states the number of files and hash values in its summary', () => {
    expect(submission.summary).toBe(`${report.submission.summary} Files: 12. Hash values: 12.`);
  });

  test('is the same in any order of the files', () => {
    expect(combineReadings([...twelve.toReversed(), report]).submission).toEqual(submission);
  });
});

test('file details without their report are one submission', () => {
  const { submission } = combineReadings([details(2), details(1)]);
  expect(submission.summary).toBe('Details of 2 files of a CyberTipline report. Hash values: 2.');
  expect(submission.originReferences).toEqual([{ system: 'cybertipline', id: '4711' }]);
});

test('a single file is unchanged, and its loss entries name no file', () => {
  const { form: _, name: __, costs: ___, schema: ____, ...alone } = report;
  const { submission, loss } = combineReadings([report]);
  expect({ submission, loss }).toEqual(alone);
});

describe('the number of a report', () => {
  test('that has no files is the number that the sender gives', () => {
    const { originReferences } = combineReadings([report], '0012').submission;
    expect(originReferences).toEqual([{ system: 'cybertipline', id: '12' }]);
  });

  test('is compared without leading zeros', () => {
    expect(() => combineReadings([report, details(1, '0012')], '12')).not.toThrow();
  });
});

describe('files that do not belong together are refused by name, without the numbers', () => {
  test.each([
    [
      'details of two reports',
      [details(1), details(2, '4712')],
      undefined,
      /^details-2\.xml is about a file of another/,
    ],
    ['another number than given', [report, details(1)], '99', /^details-1\.xml is about .* number that was given\./],
    ['two reports', [report, { ...report, name: 'second.xml' }], undefined, /^report\.xml and second\.xml are both/],
  ])('%s', (_, readings, reportId, message) => {
    expect(() => combineReadings(readings, reportId)).toThrow(message);
    expect(() => combineReadings(readings, reportId)).not.toThrow(/4711|4712|99/);
  });

  test('different details of one file', () => {
    const changed = { ...readCyberTipline(fileDetails(1, '4711').replace('holiday', 'other')), name: 'changed.xml' };
    expect(() => combineReadings([details(1), changed])).toThrow(/changed\.xml.*different details of the same file/);
  });
});

test('a file that was given twice counts once', () => {
  const { submission } = combineReadings([details(1), { ...details(1), name: 'copy.xml' }]);
  expect(submission.materials).toHaveLength(1);
});
