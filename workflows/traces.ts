/**
 * For a workflow's call stack the SDK takes a trace of every promise: a fifth of what a workflow costs. None is taken.
 * Whoever looks for a fault in a workflow takes this file out and leads the history again (test/replay).
 */

Error.stackTraceLimit = 0;
