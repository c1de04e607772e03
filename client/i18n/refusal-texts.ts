/** The texts of refusals that every language must have; a code without a text does not compile. */

import type { ErrorCode, ErrorFacts } from '../../domain/errors.ts';

/** For each code: what was refused, and what to do next. `about` states the facts that are known. */
export interface RefusalTexts {
  error: Record<ErrorCode, string>;
  about: Record<keyof ErrorFacts | 'field', string>;
  remedy: Record<ErrorCode, string>;
}
