/** The compose file agrees with workers and web servers, and the image has the version of Node that the tests use. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const { worker, web, prometheus, grafana } = compose.services;
const port: number = worker.environment.LIAISE_OBSERVE_PORT;

test('the health check of the worker uses /ready', () => {
  expect(worker.healthcheck.test.join(' ')).toContain(`http://127.0.0.1:${port}/ready`);
});

test('Prometheus scrapes workers and web servers under the job names of the alerts', () => {
  const { scrape_configs, rule_files } = parse(compose.configs.prometheus.content);
  const found = (job_name: string, ...names: string[]) =>
    expect.objectContaining({ job_name, dns_sd_configs: [{ names, type: 'A', port }] });
  expect(scrape_configs).toEqual([found('liaise-worker', 'worker', 'worker-letters'), found('liaise-web', 'web')]);
  expect(web.environment.LIAISE_OBSERVE_PORT).toBe(port);
  const alerts = readFileSync(compose.configs.alerts.file, 'utf8');
  for (const { job_name } of scrape_configs) expect(alerts).toContain(`up{job="${job_name}"}`);
  expect(prometheus.configs).toContainEqual({ source: 'alerts', target: rule_files[0] });
});

test('Grafana has Prometheus as data source, and the dashboard in its folder', () => {
  const [source] = parse(compose.configs['grafana-source'].content).datasources;
  expect(source.url).toBe('http://prometheus:9090');
  const [{ options }] = parse(compose.configs['grafana-dashboards'].content).providers;
  const target = `${options.path}/dashboard.json`;
  expect(grafana.configs).toContainEqual({ source: 'dashboard', target });
  expect(grafana.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH).toBe(target);
  expect(existsSync(compose.configs.dashboard.file)).toBe(true);
});

test('both belong to the profile observe', () => {
  for (const { profiles } of [prometheus, grafana]) expect(profiles).toEqual(['observe']);
});

test('every stage of the image is built on the version of Node that the tests use, or on a digest that is given', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const { node } = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies;
  const image = `node:${node}-bookworm-slim`;
  const stages = [...dockerfile.matchAll(/^FROM \$\{(\w+)\}( AS build)?$/gm)].map(([, from]) => from);
  expect(stages).toEqual(['NODE_IMAGE', 'NODE_IMAGE']);
  expect(dockerfile.match(/^FROM /gm)).toHaveLength(stages.length);
  expect(/^ARG NODE_IMAGE=(.*)$/m.exec(dockerfile)?.[1]).toBe(image);
  expect(worker.build.args.NODE_IMAGE).toBe(`\${NODE_IMAGE:-${image}}`);
  expect(readFileSync('docs/operations.md', 'utf8')).toContain(`docker pull ${image}\n`);
});
