/** A temporary folder for one test, or, in `beforeAll`, for a file. */

import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { atEnd } from './at-end.ts';

export async function testFolder(): Promise<string> {
  const folder = await temporaryFolder('test');
  atEnd(folder.remove);
  return folder.path;
}
