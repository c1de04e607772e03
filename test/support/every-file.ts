/** Before and after every file of tests with servers: files share a process, and what is loaded there. */

import { afterAll } from 'vitest';
import { closeAll } from './at-end.ts';
import './quiet-sdk.ts';

afterAll(closeAll);
