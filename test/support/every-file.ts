/** Runs for every test file with servers. Files share a process and its loaded modules. */

import { afterAll } from 'vitest';
import { closeAll } from './at-end.ts';
import './quiet-sdk.ts';

afterAll(closeAll);
