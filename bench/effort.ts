/** How much is measured: `quick` for a look, `usual` for a comparison, `full` for all that is meant to be reached. */

export interface Effort {
  /** Flows are measured so often, each in turn. */
  rounds: number;
  /** Lives one after the other, a round. */
  alone: number;
  /** Lives a round for each that is under way at once. */
  each: number;
  /** Numbers of open referrals at which the worker is looked at. */
  crowds: readonly number[];
  /** Referrals that are there beside the largest of these, most of them closed. */
  closed: number;
  /** Referrals that are woken. */
  wakings: number;
  /** Times that a worker is killed. */
  kills: number;
  /** Numbers of referrals in the database at which pages are measured. */
  loads: readonly number[];
}

const [SOME, MANY, MOST] = [1_000, 10_000, 50_000];
const LOTS = 100_000;

export const EFFORTS = {
  quick: { rounds: 1, alone: 10, each: 1, crowds: [SOME], closed: SOME, wakings: 10, kills: 1, loads: [SOME] },
  usual: {
    rounds: 3,
    alone: 20,
    each: 2,
    crowds: [SOME, MANY],
    closed: MANY,
    wakings: 20,
    kills: 3,
    loads: [SOME, MANY],
  },
  full: {
    rounds: 5,
    alone: 40,
    each: 4,
    crowds: [SOME, MANY, MOST],
    closed: LOTS,
    wakings: 40,
    kills: 5,
    loads: [SOME, MANY, LOTS],
  },
} as const satisfies Record<string, Effort>;
