/**
 * Turns stack traces off. The SDK records one for every promise, which is a fifth of the cost of a workflow.
 * To debug a workflow, remove this file from the bundle and replay the history (test/replay).
 */

Error.stackTraceLimit = 0;
