/** The workflow bundle, which runs in Temporal's sandbox and contains no library except the SDK. */

import { extname, join } from 'node:path';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

const EXTENSION = extname(import.meta.filename);

/** The path to which `npm run build` writes the bundle. */
const BUILT = join(import.meta.dirname, '../workflow-bundle.js');

/** The bundle of this build; when running from source, a new bundle. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  return EXTENSION === '.js' ? { codePath: BUILT } : bundleWorkflows();
}

/**
 * Domain modules that are loaded once for each worker instead of once for each referral. They have no mutable state.
 * Modules that are not listed also work, but cost time and memory for each referral.
 */
const PRELOADED_DOMAIN_MODULES = ['apply', 'decide', 'duty', 'errors', 'lifecycle', 'people', 'receipt', 'upcast'];

/** Takes one or two seconds. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  const workflows = join(import.meta.dirname, '../workflows');
  return bundleWorkflowCode({
    preloadModules: [
      join(workflows, `traces${EXTENSION}`),
      ...PRELOADED_DOMAIN_MODULES.map((name) => join(import.meta.dirname, `../domain/${name}${EXTENSION}`)),
    ],
    workflowsPath: join(workflows, `index${EXTENSION}`),
    failureConverterPath: join(workflows, `failure-converter${EXTENSION}`),
    workflowInterceptorModules: [join(workflows, `observe${EXTENSION}`)],
    logger: new DefaultLogger('WARN'),
  });
}
