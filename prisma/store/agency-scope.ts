/** The agency for which code reads and writes. Row-level security shows the role of the pages the rows of this agency only. */

import { AsyncLocalStorage } from 'node:async_hooks';

interface Scope {
  /** Empty before a person or system is known. */
  agencyId: string;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work` for an agency. Queries that `work` starts and does not await are not covered. */
export function asAgency<T>(agencyId: string, work: () => Promise<T>): Promise<T> {
  // Prisma sends a query when it is awaited, so it must be awaited inside.
  return scopes.run({ agencyId }, async () => await work());
}

/** Runs `work` for no agency: sign-ins and sessions, of which an account has some at every agency. */
export function withoutAgency<T>(work: () => Promise<T>): Promise<T> {
  return asAgency('', work);
}

/** Runs a callback for an agency, with everything that follows from it. For hooks of the web server. */
export function continueAsAgency(agencyId: string, next: () => void): void {
  scopes.run({ agencyId }, next);
}

/** Runs one command. The command calls `enterAgency` as soon as the person for whom it acts is known. */
export function withOneAgency<T>(command: () => Promise<T>): Promise<T> {
  return withoutAgency(command);
}

/** Sets the agency of the innermost scope. @throws Error outside of every scope. */
export function enterAgency(agencyId: string): void {
  const scope = scopes.getStore();
  if (scope === undefined) throw new Error('An agency is entered outside of "withOneAgency".');
  scope.agencyId = agencyId;
}

/** The agency of the current scope; empty if there is none. */
export function currentAgency(): string {
  return scopes.getStore()?.agencyId ?? '';
}
