/** A folder for one test, or for a file when it is asked for in `beforeAll`. */

import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { atEnd } from './at-end.ts';

export async function testFolder(): Promise<string> {
  const folder = await temporaryFolder('test');
  atEnd(folder.remove);
  return folder.path;
}
