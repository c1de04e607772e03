/** `npm run tutorial`: writes docs/tutorial.md from the steps that a test plays. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tutorialDocument } from './tutorial/document.ts';

writeFileSync(join(import.meta.dirname, '../docs/tutorial.md'), tutorialDocument());
