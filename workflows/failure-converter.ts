/** Failures are encrypted like every payload: their messages and stack traces go into encoded attributes. */

import { DefaultFailureConverter } from '@temporalio/common';

/** The client and the worker load the converter by this name. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
