/** The workflow bundle: what runs inside Temporal's sandbox, with no library of ours in it. */

import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A second or two; a process that starts several workers makes it once. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: here('../workflows/index.ts'),
    failureConverterPath: here('../workflows/failure-converter.ts'),
    logger: new DefaultLogger('WARN'),
  });
}
