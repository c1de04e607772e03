/** Why the local stack cannot start, as one sentence that also says what to do. */

export class StackFault extends Error {
  override readonly name = 'StackFault';
}
