/** In the compose file, what watches asks where the worker answers. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const { worker, prometheus, grafana } = compose.services;
const port: number = worker.environment.LIAISE_OBSERVE_PORT;

test('the health of the worker’s container is that it is ready', () => {
  expect(worker.healthcheck.test.join(' ')).toContain(`http://127.0.0.1:${port}/ready`);
});

test('Prometheus finds the workers by the name that the alerts know', () => {
  const { scrape_configs, rule_files } = parse(compose.configs.prometheus.content);
  expect(scrape_configs).toEqual([
    expect.objectContaining({
      job_name: 'liaise-worker',
      dns_sd_configs: [{ names: ['worker'], type: 'A', port }],
    }),
  ]);
  expect(readFileSync(compose.configs.alerts.file, 'utf8')).toContain('up{job="liaise-worker"}');
  expect(prometheus.configs).toContainEqual({ source: 'alerts', target: rule_files[0] });
});

test('Grafana finds Prometheus, and the dashboard where it looks for it', () => {
  const [source] = parse(compose.configs['grafana-source'].content).datasources;
  expect(source.url).toBe('http://prometheus:9090');
  const [{ options }] = parse(compose.configs['grafana-dashboards'].content).providers;
  const target = `${options.path}/dashboard.json`;
  expect(grafana.configs).toContainEqual({ source: 'dashboard', target });
  expect(grafana.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH).toBe(target);
  expect(existsSync(compose.configs.dashboard.file)).toBe(true);
});

test('both are started only when they are asked for', () => {
  for (const { profiles } of [prometheus, grafana]) expect(profiles).toEqual(['observe']);
});
