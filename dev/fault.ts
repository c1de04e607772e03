/** The error of the local stack that is shown without a stack trace: what happened and what to do next. */

/** An error that is shown to the user as one message. */
export class StackFault extends Error {
  override readonly name = 'StackFault';
}
