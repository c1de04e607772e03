/** The build has every module that is loaded by its path, and every program that the compose file starts. */

import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const built = execFileSync('npx', ['tsc', '--project', 'tsconfig.build.json', '--listFilesOnly'], { encoding: 'utf8' })
  .split('\n')
  .map((path) => relative('.', path));

test('Temporal loads the modules of workflows by their path', () => {
  expect(globSync('workflows/*.ts').filter((file) => !built.includes(file))).toEqual([]);
});

test('the programs of the compose file are built', () => {
  const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
  const words = Object.values<{ command?: string[] }>(services).flatMap(({ command }) => command ?? []);
  const programs = [...words, ...readFileSync('Dockerfile', 'utf8').split(/[\s",[\]]+/)].filter((word) =>
    /^dist\/.*\.js$/.test(word),
  );
  expect(programs.length).toBeGreaterThan(3);
  const sources = programs.map((program) => program.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
  expect(sources.filter((source) => !built.includes(source))).toEqual([]);
});
