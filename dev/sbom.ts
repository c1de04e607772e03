/** `npm run sbom`: prints the software bill of materials (CycloneDX, JSON) of everything that runs in production. */

import { execFileSync } from 'node:child_process';

interface Component {
  'bom-ref': string;
  properties?: { name: string; value: string }[];
}

interface Bom {
  metadata: { component: { name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

// With `--omit dev`, npm 11 also omits production packages. So all are listed, and those for development are removed.
const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
const bom: Bom = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));

const isForDevelopment = ({ properties = [] }: Component) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
const dropped = new Set(bom.components.filter(isForDevelopment).map((component) => component['bom-ref']));
const kept = (ref: string) => !dropped.has(ref);

const production: Bom = {
  ...bom,
  // npm takes the name of the folder.
  metadata: { ...bom.metadata, component: { ...bom.metadata.component, name: 'liaise' } },
  components: bom.components.filter((component) => kept(component['bom-ref'])),
  dependencies: bom.dependencies
    .filter(({ ref }) => kept(ref))
    .map(({ dependsOn, ...rest }) => ({ ...rest, ...(dependsOn && { dependsOn: dependsOn.filter(kept) }) })),
};
console.log(JSON.stringify(production, null, 2));
