/** The extent of a run: `quick` for a first impression, `usual` for comparisons, `full` for all targets. */

export interface Extent {
  /** Number of rounds; each round measures every workload. */
  rounds: number;
  /** Sequential lifecycles in each round. */
  sequential: number;
  /** Lifecycles in each round, per concurrent one. */
  perConcurrent: number;
  /** Numbers of open referrals at which the worker is measured. */
  openReferrals: readonly number[];
  /** Additional referrals for the last measurement, most of them closed. */
  closedReferrals: number;
  /** Number of replays. */
  replays: number;
  /** Number of times a worker is killed. */
  kills: number;
  /** Numbers of referrals in the database at which pages are measured. */
  databaseSizes: readonly number[];
  /** Number of requests for each page. */
  pageVisits: number;
  /** A folder that keeps the database of the part `scale` between runs. */
  dataFolder?: string;
  /** Number of files in the folder that the command line submits. */
  folderFiles: number;
  /** Number of emergencies whose first letters are timed. */
  emergencies: number;
  /** Number of emergencies that are submitted together. */
  flood: number;
  /** Open referrals with four running clocks each, and the number of clocks that expire in one second. */
  burst: { open: number; expiring: number };
  /** Referrals of the month over which clock policies are simulated. */
  simulatedReferrals: number;
  /** Whether the audit log of the part `scale` is sealed first, so that `check` verifies it too. */
  sealsScale: boolean;
  /** Requests to one and two instances, of each kind. */
  instanceRequests: { acts: number; lists: number };
  /** Numbers of leaves at which the audit log is measured, ascending. */
  logSizes: readonly number[];
}

const [SOME, MANY, MOST] = [1_000, 10_000, 50_000];
const LOTS = 100_000;
const LOG = [MANY, LOTS, 1_000_000];

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
    folderFiles: 200,
    emergencies: 40,
    flood: 100,
    burst: { open: 500, expiring: 100 },
    simulatedReferrals: 500,
    pageVisits: 20,
    sealsScale: false,
    instanceRequests: { acts: 200, lists: 1_000 },
    logSizes: [MANY],
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
    folderFiles: SOME,
    emergencies: 200,
    flood: 500,
    burst: { open: 5_000, expiring: SOME },
    simulatedReferrals: MANY,
    pageVisits: 100,
    sealsScale: true,
    instanceRequests: { acts: 1_000, lists: 5_000 },
    logSizes: LOG,
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
    folderFiles: SOME,
    emergencies: 200,
    flood: 500,
    burst: { open: MOST, expiring: SOME },
    simulatedReferrals: MANY,
    pageVisits: 100,
    sealsScale: true,
    instanceRequests: { acts: 1_000, lists: 5_000 },
    logSizes: LOG,
  },
} as const satisfies Record<string, Extent>;
