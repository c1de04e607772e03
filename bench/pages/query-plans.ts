/** Collects the query plans of each statement from the notices of the database (auto_explain). */

import { createRequire } from 'node:module';

/** The driver that Liaise uses: the other engines bring one of their own into this folder. */
const { Client }: typeof import('pg') = createRequire(new URL('../../package.json', import.meta.url))('pg');

/** The address under which each connection tells its plans. */
export function enablePlanNotices(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_level': 'notice',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set('options', options.join(' '));
  return url.href;
}

const collected: string[] = [];

/** From now on; notices would go by unheard otherwise, since the pool keeps its connections to itself. */
export function listenForPlans(): void {
  const { emit } = Client.prototype;
  Client.prototype.emit = function (this: InstanceType<typeof Client>, name: string, ...rest: unknown[]) {
    const [notice] = rest;
    if (name === 'notice' && notice instanceof Object && 'message' in notice) collected.push(String(notice.message));
    return emit.call(this, name, ...rest);
  };
}

/** What was heard since it was last asked. */
export function takePlans(): string[] {
  return collected.splice(0);
}

/** A table of a few rows is read whole, and rightly so. */
const MANY = 1_000;

/** The tables that a plan reads whole, where they have many rows. */
export function scansIn(plan: string): string[] {
  return [
    ...plan.matchAll(/Seq Scan on (\w+)[^\n]*\(actual rows=([\d.]+)[^\n]*\n(?:[^\n]*Rows Removed by Filter: (\d+))?/g),
  ]
    .filter(([, , rows, removed]) => Number(rows) + Number(removed ?? 0) > MANY)
    .map(([, table]) => String(table));
}
