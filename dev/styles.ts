/** Compiles the styles of the pages; run after an install and by the build. */

import { mkdir, writeFile } from 'node:fs/promises';
import { compile } from 'sass';

const { css } = compile('client/web/styles/desk.scss', { style: 'compressed', quietDeps: true });
await mkdir('client/web/public', { recursive: true });
await writeFile('client/web/public/desk.css', css);
