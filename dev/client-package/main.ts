/** `npm run client-package`: generates the types of the client, compiles it, and packs it for agencies (`npm pack`). */

import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import fastify from 'fastify';
import { registerApi } from '../../client/api/api.ts';
import { readFlags } from '../../client/platform/read-flags.ts';
import { generateTypes, TYPES_FILE } from './generate.ts';

const SOURCE = 'client/package';
const PACKAGE = 'dist/client-package';

const { values } = readFlags('npm run client-package', { options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log(`Generates ${TYPES_FILE}, compiles ${SOURCE} into ${PACKAGE}, and packs it into dist/.`);
} else {
  await mkdir(dirname(TYPES_FILE), { recursive: true });
  await writeFile(TYPES_FILE, await generateTypes(await openApiDocument()));
  await rm(PACKAGE, { recursive: true, force: true });
  execFileSync('npx', ['tsc', '-p', SOURCE], { stdio: 'inherit' });
  for (const file of ['package.json', 'README.md']) await cp(`${SOURCE}/${file}`, `${PACKAGE}/${file}`);
  await cp('LICENSE', `${PACKAGE}/LICENSE`);
  execFileSync('npm', ['pack', '--pack-destination', 'dist', `./${PACKAGE}`], { stdio: 'inherit' });
}

/** Nothing runs: the document follows from the routes. */
async function openApiDocument(): Promise<string> {
  const app = fastify();
  await registerApi(app, Object({ publicUrl: 'https://liaise.example' }));
  const { body } = await app.inject('/api/v1/openapi.json');
  await app.close();
  return body;
}
