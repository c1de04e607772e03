/** Refusals of the API as errors: problem details (RFC 9457) with a stable code. */

import type { components } from './generated/openapi.ts';

/** Problem details. `code` is stable, `detail` says what to do next. */
export type Problem = components['schemas']['Problem'];

/** A refused request. */
export class LiaiseProblem extends Error {
  override readonly name = 'LiaiseProblem';
  /** The HTTP status. */
  readonly status: number;
  /** The stable code, for example `WRONG_STATUS`; empty if the answer has no problem details. */
  readonly code: string;
  readonly problem: Partial<Problem>;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? `The request was refused with status ${status}.`);
    this.status = status;
    this.code = problem.code ?? '';
    this.problem = problem;
  }
}

/** The answer of an operation as `LiaiseClient` returns it. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer. @throws LiaiseProblem if the request was refused */
export function dataOf<T>({ data, error, response }: Answer<T>): T {
  if (data === undefined) throw problemOf(error, response);
  return data;
}

/** The error of a refused request. */
export function problemOf(error: unknown, { status }: Response): LiaiseProblem {
  return new LiaiseProblem(status, typeof error === 'object' && error !== null ? error : {});
}
