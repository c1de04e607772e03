/** Grouping the files of a folder takes time in proportion to their number. */

import { expect, test } from 'vitest';
import { type FolderFile, groupFiles } from '../../../client/contract/group-files.ts';

test('a report has the details in its folder, also in many folders', () => {
  const files = Array.from({ length: 10_000 }, (_, n): FolderFile[] => [
    { path: `cases/${n}/report.xml`, form: 'report' },
    { path: `cases/${n}/a.xml`, form: 'fileDetails', reportId: `${n}` },
  ]).flat();
  const groups = groupFiles(files, false);
  expect(groups).toHaveLength(10_000);
  expect(groups.at(-1)?.paths).toEqual(['cases/9999/report.xml', 'cases/9999/a.xml']);
});
