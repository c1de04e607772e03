/** Completes dist/ after the compiler: the files that code reads beside itself, and the workflow bundle. */

import { cp, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { bundleWorkflows } from '../worker/bundle.ts';

const isCode = (path: string) => extname(path) === '.ts';

for (const folder of ['prisma/access', 'prisma/migrations', 'prisma/seed', 'client/web/public']) {
  await cp(folder, `dist/${folder}`, { recursive: true, filter: (path) => !isCode(path) });
}

const { code } = await bundleWorkflows();
await writeFile('dist/workflow-bundle.js', code);
