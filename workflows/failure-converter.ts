/** Failures are encrypted like every payload: their messages and stack traces go into encoded attributes. */

import { DefaultFailureConverter } from '@temporalio/common';

/** The name is the one by which client and worker load it. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
