/** Builds the standalone page that verifies proof bundles: one file, without references to anything else. */

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const SOURCE = 'client/verifier';
const OUT = 'client/web/public/verify.html';

const { outputFiles } = await build({
  entryPoints: [`${SOURCE}/page.ts`],
  ...{
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  },
  plugins: [
    {
      name: 'sha256',
      // The domain uses the digest of Node; the page brings its own.
      setup: (own) =>
        own.onResolve({ filter: /\/sha256\.ts$/ }, () => ({ path: `${process.cwd()}/${SOURCE}/sha256.ts` })),
    },
  ],
});
const script = (outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
const style = (await readFile(`${SOURCE}/page.css`, 'utf8')).trim();
const page = await readFile(`${SOURCE}/page.html`, 'utf8');
const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`;
const parts: Record<string, string> = { CSP: policy, '/* STYLE */': style, '/* SCRIPT */': script };
await mkdir('client/web/public', { recursive: true });
await writeFile(
  OUT,
  page.replaceAll(/\bCSP\b|\/\* STYLE \*\/|\/\* SCRIPT \*\//g, (name) => parts[name] ?? ''),
);
