/** Loads Prisma's schema engine from its package: a WebAssembly module and the functions that it imports. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The engine's class. It works only after this module has loaded the WebAssembly. */
export { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

// The package's own index imports the module as a source file, for which Node still prints a warning.
const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), {
  './schema_engine_bg.js': { ...glue, ...timers() },
});
reportPanics();
call(glue, '__wbg_set_wasm', instance.exports);
call(instance.exports, '__wbindgen_start');

/** The engine limits a lock to ten seconds and does not clear the timer, which must not keep the process alive. */
function timers(): Record<string, typeof startTimer> {
  const names = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return Object.fromEntries(names.map((name) => [name, startTimer]));
}

function startTimer(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref();
}

/** Calls a function that the bindings export but do not declare in their types. */
function call(target: object, name: string, ...args: unknown[]): void {
  const member: unknown = Reflect.get(target, name);
  if (typeof member !== 'function') throw new Error(`Prisma's schema engine has no ${name}.`);
  member(...args);
}

/** The engine reports a panic to this global object. Prisma's client defines it, but is not always loaded. */
function reportPanics(): void {
  const name = 'PRISMA_WASM_PANIC_REGISTRY';
  if (Reflect.has(globalThis, name)) return;
  Reflect.set(globalThis, name, {
    set_message(message: string) {
      throw new Error(`Prisma's schema engine stopped: ${message}`);
    },
  });
}
