/** The software bill of materials lists every production package, and none that is for development only. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';

interface Component {
  name: string;
  group?: string;
  version: string;
  hashes?: { alg: string; content: string }[];
  licenses?: unknown[];
}

interface Bom {
  bomFormat: string;
  metadata: { component: { name: string } };
  components: (Component & { 'bom-ref': string })[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

let bom: Bom;
const names = () => bom.components.map(({ group, name }) => (group ? `${group}/${name}` : name));

beforeAll(() => {
  const args = ['--import', 'tsx', 'dev/sbom.ts'];
  bom = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
});

test('it is CycloneDX, with every dependency of package.json and its dependencies', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([bom.bomFormat, bom.metadata.component.name]).toEqual(['CycloneDX', 'liaise']);
  expect(names()).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(names()).toEqual(expect.arrayContaining(['@grpc/grpc-js', '@opentelemetry/api']));
});

test('it has no package for development only', () => {
  for (const tool of ['vitest', 'tsx', '@biomejs/biome', 'playwright-core']) expect(names()).not.toContain(tool);
});

test('every component has a hash, and every reference leads to a component', () => {
  expect(bom.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  const refs = new Set([...bom.components.map((each) => each['bom-ref']), ...bom.dependencies.map(({ ref }) => ref)]);
  expect(bom.dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
});
