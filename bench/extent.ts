/** How much is measured: `quick` for a look, `usual` for a comparison, `full` for all that is meant to be reached. */

export interface Extent {
  /** Flows are measured so often, each in turn. */
  rounds: number;
  /** Lives one after the other, a round. */
  sequential: number;
  /** Lives a round for each that is under way at once. */
  perConcurrent: number;
  /** Numbers of open referrals at which the worker is looked at. */
  openReferrals: readonly number[];
  /** Referrals that are there beside the largest of these, most of them closed. */
  closedReferrals: number;
  /** Referrals that are woken. */
  replays: number;
  /** Times that a worker is killed. */
  kills: number;
  /** Numbers of referrals in the database at which pages are measured. */
  databaseSizes: readonly number[];
}

const [SOME, MANY, MOST] = [1_000, 10_000, 50_000];
const LOTS = 100_000;

export const EXTENTS = {
  quick: {
    rounds: 1,
    sequential: 10,
    perConcurrent: 1,
    openReferrals: [SOME],
    closedReferrals: SOME,
    replays: 10,
    kills: 1,
    databaseSizes: [SOME],
  },
  usual: {
    rounds: 3,
    sequential: 20,
    perConcurrent: 2,
    openReferrals: [SOME, MANY],
    closedReferrals: MANY,
    replays: 20,
    kills: 3,
    databaseSizes: [SOME, MANY],
  },
  full: {
    rounds: 5,
    sequential: 40,
    perConcurrent: 4,
    openReferrals: [SOME, MANY, MOST],
    closedReferrals: LOTS,
    replays: 40,
    kills: 5,
    databaseSizes: [SOME, MANY, LOTS],
  },
} as const satisfies Record<string, Extent>;
