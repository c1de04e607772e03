/** The file of the erasure register. It is read as a whole. A new line is on disk before the call returns. */

import { type FileHandle, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ErasureRegister, parseRegister, RegisterFault } from '../../domain/erasure-register.ts';
import { ConfigFault } from '../platform/config-fault.ts';

/** Undefined if there is no file. @throws ConfigFault if it cannot be read, or if its lines are not whole and signed. */
export async function readRegister(path: string): Promise<ErasureRegister | undefined> {
  try {
    return await parseRegister(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof RegisterFault) throw registerFault(`${path} is damaged. ${error.message} ${PUT_BACK}`);
    if (isErrno(error, 'ENOENT')) return undefined;
    throw registerFault(`${path} cannot be read.`);
  }
}

/** What to do if the register is missing, damaged or too short. */
export const PUT_BACK =
  'Put a complete copy of the register back. If there is none, run "liaise erasure-register create": see docs/operations.md.';

/** The last complete line. Undefined if there is no file. @throws ConfigFault if it cannot be read */
export async function lastLineOfRegister(path: string): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const lines = (await tailOf(file)).bytes.toString().split('\n');
      return lines.at(-2) ?? '';
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw registerFault(`${path} cannot be read.`);
  }
}

/** Creates the file with its first line. @throws ConfigFault if it exists or cannot be written. */
export async function createRegisterFile(path: string, header: string): Promise<void> {
  const file = await open(path, 'wx', 0o640).catch(() => {
    throw registerFault(`${path} exists already, or cannot be written.`);
  });
  try {
    await file.writeFile(header);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(path));
  await folder.sync().catch(() => {});
  await folder.close();
}

/** Adds a line in place of an incomplete one, which a killed process left. The line is on disk when the call returns. */
export async function appendToRegister(path: string, line: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { from, bytes } = await tailOf(file);
    const end = from + bytes.lastIndexOf('\n') + 1;
    await file.truncate(end);
    await file.write(line, end);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Longer than any two lines. */
const TAIL = 65_536;

async function tailOf(file: FileHandle): Promise<{ from: number; bytes: Buffer }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  return { from, bytes: buffer.subarray(0, bytesRead) };
}

/** A fault of the register. The message states what to do. */
export function registerFault(message: string): ConfigFault {
  return new ConfigFault(`LIAISE_ERASURE_REGISTER_FILE: ${message}`);
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
