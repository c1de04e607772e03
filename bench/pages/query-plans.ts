/** Collects the query plans of each statement from the notices of the database (auto_explain). */

import { createRequire } from 'node:module';

/** The PostgreSQL driver of Liaise. This folder has another copy, which the other engines use. */
const { Client }: typeof import('pg') = createRequire(new URL('../../package.json', import.meta.url))('pg');

/** Adds settings to the URL, so that connections send the plan of each statement as a notice. */
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
let isListening = false;

/** Collects all notices from now on. The connection pool offers no access to the notices of its connections. */
export function listenForPlans(): void {
  if (isListening) return;
  isListening = true;
  const { emit } = Client.prototype;
  Client.prototype.emit = function (this: InstanceType<typeof Client>, name: string, ...rest: unknown[]) {
    const [notice] = rest;
    if (name === 'notice' && notice instanceof Object && 'message' in notice) collected.push(String(notice.message));
    return emit.call(this, name, ...rest);
  };
}

/** The plans since the last call. */
export function takePlans(): string[] {
  return collected.splice(0);
}

/** For smaller tables a sequential scan is the best plan. */
const MANY = 1_000;

/** The tables with many rows that a plan scans completely. */
export function scansIn(plan: string): string[] {
  return [
    ...plan.matchAll(/Seq Scan on (\w+)[^\n]*\(actual rows=([\d.]+)[^\n]*\n(?:[^\n]*Rows Removed by Filter: (\d+))?/g),
  ]
    .filter(([, , rows, removed]) => Number(rows) + Number(removed ?? 0) > MANY)
    .map(([, table]) => String(table));
}
