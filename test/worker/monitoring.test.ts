/** The dashboard and the alert rules use metrics that real processes export, in valid PromQL. */

import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { startWebProcess } from '../../dev/web.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readHostClocks } from '../../prisma/store/host-clocks.ts';
import { TASK_QUEUES } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { readPromql } from './promql.ts';
import { type ObservedProcess, observedProcess } from './worker-process.ts';

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; action: string };
}

interface Panel {
  title: string;
  targets?: { expr: string }[];
}

const file = (name: string) => readFileSync(`docs/monitoring/${name}`, 'utf8');
const rules: Rule[] = parse(file('alerts.yml')).groups.flatMap(({ rules }: { rules: Rule[] }) => rules);
const { panels }: { panels: Panel[] } = JSON.parse(file('dashboard.json'));

const expressions: { of: string; expr: string }[] = [
  ...rules.map(({ alert, expr }) => ({ of: alert, expr })),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ of: title, expr: filledIn(expr) }))),
];

let metrics: Set<string>;
let labels: Set<string>;
/** Each `metric label="value"` that is exported before any fault. */
let series: Set<string>;
let processes: { worker: string; pages: string };
let db: Database;

beforeAll(async () => {
  const process = await observedProcess();
  db = process.db;
  await triagedTo(process, anUrgentSubmission(), ['FI']);
  const worker = await afterFailedTask(process);
  await clocksMeasured();
  await db.hostClock.deleteMany({});
  const pages = await metricsOfPages(process);
  processes = { worker, pages };
  const body = worker + pages;
  const samples = [...body.matchAll(/^(\w+)(?:\{(.*)\})? /gm)];
  const declared = [...body.matchAll(/^# TYPE (\w+)/gm)];
  metrics = new Set(['up', ...[...samples, ...declared].map(([, name = '']) => name)]);
  const named = samples.flatMap(([, , list = '']) => [...list.matchAll(/(\w+)="/g)].map(([, name = '']) => name));
  labels = new Set(['job', 'instance', ...named]);
  series = new Set(
    samples.flatMap(([, metric, list = '']) =>
      [...list.matchAll(/\w+="[^"]*"/g)].map(([label]) => `${metric} ${label}`),
    ),
  );
});

describe.each(expressions)('$of: $expr', ({ expr }) => {
  test('uses existing metrics and labels', () => {
    const { metrics: wanted, labels: by } = readPromql(expr);
    expect(wanted).not.toEqual([]);
    for (const name of wanted) expect(metrics).toContain(name);
    for (const name of by) expect(labels).toContain(name);
  });

  test('uses label values that are exported from the start, so that the first increase is seen', () => {
    for (const one of readPromql(expr).equal) if (!one.startsWith('up job=')) expect(series).toContain(one);
  });
});

test('the worker and the web server each export how far the clock of the database is ahead of their host', () => {
  for (const body of Object.values(processes))
    expect(body).toMatch(/^liaise_clock_ahead_seconds\{of="database"\} -?\d/m);
});

test('the web server stores the measurement of its host, as the worker does', async () => {
  await clocksMeasured();
});

test('every alert has a severity, a summary and an action', () => {
  for (const { labels, annotations } of rules) {
    expect(['page', 'ticket', 'case']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/\.$/);
    expect(annotations.action).toMatch(/\.$/);
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
});

test.each([['sum(rate(x[5m])'], ['sum by act (x)'], ['x{act=ok}']])('%s is not a valid expression', (expr) => {
  expect(() => readPromql(expr)).toThrow('Not an expression');
});

async function clocksMeasured(): Promise<void> {
  await vi.waitFor(
    async () => {
      const ofDatabase = (await readHostClocks(db)).filter(({ of }) => of === 'database');
      expect(ofDatabase).toMatchObject([{ host: hostname() }]);
    },
    { timeout: 30_000 },
  );
}

/** Replaces the variables of Grafana. */
function filledIn(expr: string): string {
  return expr.replaceAll('$__rate_interval', '1m');
}

/** The SDK exports the metric of failed tasks after the first failure. An unknown workflow type causes one. */
async function afterFailedTask({ temporal, get }: ObservedProcess): Promise<string> {
  const options = { workflowId: 'unknown-workflow', taskQueue: TASK_QUEUES.referrals };
  const handle = await temporal.workflow.start('unknownWorkflow', options);
  const body = await vi.waitFor(
    async () => {
      const { body } = await get('/metrics');
      expect(body).toContain('temporal_workflow_task_execution_failed_total');
      return body;
    },
    { timeout: 30_000 },
  );
  await handle.terminate();
  return body;
}

/** The metrics of a web server in a separate process. */
async function metricsOfPages({ environment }: ObservedProcess): Promise<string> {
  const pages = await startWebProcess({
    ...environment,
    LIAISE_PUBLIC_URL: 'http://127.0.0.1:8080',
    LIAISE_WEB_PORT: '0',
    LIAISE_OBSERVE_PORT: '0',
    LIAISE_OIDC_ISSUER: 'https://login.example',
    LIAISE_OIDC_CLIENT_ID: 'liaise',
    LIAISE_OIDC_CLIENT_SECRET_FILE: environment['LIAISE_KEY_FILE'] ?? '',
    LIAISE_API_AUDIENCE: 'https://liaise.example/api',
  });
  atEnd(pages.stop);
  expect((await fetch(`${pages.observe}/health`)).status).toBe(200);
  return await (await fetch(`${pages.observe}/metrics`)).text();
}
