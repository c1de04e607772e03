/** Provides the workflow bundle: the code that runs inside Temporal's sandbox, without third-party libraries. */

import { extname, join } from 'node:path';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/** Only for workers from source: an installed worker runs the code that was built with it. */
export const BUNDLE_VARIABLE = 'LIAISE_SOURCE_BUNDLE';

const EXTENSION = extname(import.meta.filename);

/** Output path of `npm run build`, next to the built worker. */
const BUILT = join(import.meta.dirname, '../workflow-bundle.js');

/**
 * Returns the bundle built with this worker. A worker from source builds one, or uses the one that its parent process built
 * for all workers of a test run: `LIAISE_SOURCE_BUNDLE` is its path.
 */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  if (EXTENSION === '.js') return { codePath: BUILT };
  const builtBefore = process.env[BUNDLE_VARIABLE];
  return builtBefore === undefined ? bundleWorkflows() : { codePath: builtBefore };
}

/**
 * Domain modules loaded once for each worker instead of once for each referral. They hold functions and constants only.
 * Other modules work too, but cost each referral time and memory.
 */
const PRELOADED_DOMAIN_MODULES = ['apply', 'decide', 'duty', 'errors', 'lifecycle', 'people', 'receipt', 'upcast'];

/** Builds the bundle in a second or two. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  const workflows = join(import.meta.dirname, '../workflows');
  return bundleWorkflowCode({
    preloadModules: [
      join(workflows, `traces${EXTENSION}`),
      ...PRELOADED_DOMAIN_MODULES.map((name) => join(import.meta.dirname, `../domain/${name}${EXTENSION}`)),
    ],
    workflowsPath: join(workflows, `index${EXTENSION}`),
    failureConverterPath: join(workflows, `failure-converter${EXTENSION}`),
    payloadConverterPath: join(workflows, `payload-converter${EXTENSION}`),
    // The first is the outermost: a refusal of the second is observed.
    workflowInterceptorModules: [join(workflows, `observe${EXTENSION}`), join(workflows, `refuse-forged${EXTENSION}`)],
    logger: new DefaultLogger('WARN'),
  });
}
