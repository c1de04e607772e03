/** The programs of the cluster are built once, with the `go` on PATH. */

import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { hasServerPrograms, serverPrograms } from '../../dev/cluster/server-programs.ts';
import { StackFault } from '../../dev/fault.ts';
import { testFolder } from '../support/folder.ts';

const SYSTEM = process.env['PATH'] ?? '';

let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await testFolder();
  env = { PATH: `${join(folder, 'bin')}:${SYSTEM}`, LIAISE_CACHE: join(folder, 'cache') };
  await mkdir(join(folder, 'bin'));
});

/** Installs a `go` that runs the script. */
async function installGo(script: string): Promise<void> {
  const path = join(folder, 'bin/go');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

/** Creates a program with the name that Go would choose. It prints its source. */
const BUILDS = `
for source; do :; done
name=$(basename "\${source%@*}")
printf '#!/bin/sh\\necho "%s"\\n' "$source" > "$GOBIN/$name"`;

test('each program is built from the source of one version, and cached', async () => {
  await installGo(BUILDS);
  const lines: string[] = [];
  const programs = await serverPrograms((line) => lines.push(line), env);
  expect(programs).toEqual({
    server: join(folder, 'cache/temporal-server-1.32.0'),
    sqlTool: join(folder, 'cache/temporal-sql-tool-1.32.0'),
  });
  expect(await readFile(programs.server, 'utf8')).toContain('go.temporal.io/server/cmd/server@v1.32.0');
  expect(await readFile(programs.sqlTool, 'utf8')).toContain('go.temporal.io/server/cmd/tools/sql@v1.32.0');
  expect(lines).toEqual([
    'Building temporal-server 1.32.0 with Go: a few minutes, this once …',
    'Building temporal-sql-tool 1.32.0 with Go: a few minutes, this once …',
  ]);
  expect(await hasServerPrograms(env)).toBe(true);
});

test('a cached program is not built again', async () => {
  await installGo(BUILDS);
  const built = await serverPrograms(() => {}, env);
  await installGo('exit 1');
  expect(await serverPrograms(() => expect.unreachable(), env)).toEqual(built);
});

test('without Go, the error is one sentence that says where to get it, and names the alternative', async () => {
  const refused = serverPrograms(() => {}, { ...env, PATH: join(folder, 'bin') });
  await expect(refused).rejects.toThrow(StackFault);
  await expect(refused).rejects.toThrow(/there is no Go here: install it from \S+ .*, or use "npm start"/);
  expect(await hasServerPrograms(env)).toBe(false);
});

test('if Go fails, the error contains its last line, and nothing is cached', async () => {
  await installGo('echo "go: downloading" >&2; echo "go: no route to the proxy" >&2; exit 1');
  const refused = serverPrograms(() => {}, env);
  await expect(refused).rejects.toThrow('Go cannot build temporal-server 1.32.0: go: no route to the proxy');
  expect(await readdir(join(folder, 'cache'))).toEqual([]);
});
