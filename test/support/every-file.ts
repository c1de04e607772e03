/** Runs for every test file with servers. Files share a process and its loaded modules. */

import { afterAll, inject } from 'vitest';
import { BUNDLE_VARIABLE } from '../../worker/bundle.ts';
import { closeAll } from './at-end.ts';
import './quiet-sdk.ts';

afterAll(closeAll);

// Workers that tests start in other processes need not build the bundle again.
process.env[BUNDLE_VARIABLE] = inject('workflowBundle');
