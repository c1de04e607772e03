/** The workflow bundle: what runs inside Temporal's sandbox, with no library of ours in it. */

import { extname, join } from 'node:path';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

const EXTENSION = extname(import.meta.filename);

/** Where `npm run build` puts it, beside the built worker. */
const BUILT = join(import.meta.dirname, '../workflow-bundle.js');

/** The bundle that was built with this worker; from source, one made now. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  return EXTENSION === '.js' ? { codePath: BUILT } : bundleWorkflows();
}

/**
 * The rules that workflows ask, loaded once a worker instead of once a referral: they are functions and tables that
 * nobody changes. What is not named here would still work, and cost each referral some of its time and memory.
 */
const PRELOADED_DOMAIN_MODULES = ['apply', 'decide', 'duty', 'errors', 'lifecycle', 'people', 'receipt', 'upcast'];

/** A second or two. */
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
