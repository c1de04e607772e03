/** The error of the local stack that is shown without a stack trace: what happened and what to do next. */

export class StackFault extends Error {
  override readonly name = 'StackFault';
}
