/** The SQL statements that this process sends, as the driver gets them. */

import { Client } from 'pg';
import { onTestFinished, vi } from 'vitest';

/**
 * Records the statements of the connections of a role from now on until the end of the test. A transaction that is sent in one
 * round trip is its statement: BEGIN, COMMIT and the setting of the agency are left out.
 */
export function recordStatements(role: string): () => string[] {
  const spy = vi.spyOn(Client.prototype, 'query');
  onTestFinished(() => spy.mockRestore());
  return () =>
    spy.mock.calls
      .map(([query]: unknown[]) => (typeof query === 'string' ? query : String(Object(query).text)))
      .filter((text, index) => Object(spy.mock.contexts[index]).user === role && !FRAME.test(text));
}

const FRAME = /^(BEGIN|COMMIT)\b|set_config/;
