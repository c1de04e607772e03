/** Runs programs on a large database: how long each takes, and how much memory it needs at most. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Measurement } from '../measurements.ts';
import { peakBytes } from '../processes.ts';

/** The command line that `npm run build` builds. */
const LIAISE = join(import.meta.dirname, '../../dist/client/cli/main.js');

/** `check` ends with this status if it finds something, for example an open referral without a workflow. */
const FOUND = 5;

/** A program that is measured. */
export interface MeasuredProgram {
  name: string;
  label: string;
  command: string;
  args: string[];
  environment?: Readonly<Record<string, string>>;
}

/** A command of `liaise`, by its name and options. */
export function liaiseCommand(
  name: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): MeasuredProgram {
  const label = [name, ...options].join(' ');
  const args = [LIAISE, name, ...options, '--json'];
  return { name: label.replaceAll(/[^a-z]+/g, '-'), label, command: process.execPath, args, environment };
}

const EVERY_MS = 100;

/** @returns seconds and peak memory of the process itself. @throws Error if it fails. */
export async function measureProgram(
  { name, label, command, args, environment }: MeasuredProgram,
  referrals: number,
): Promise<Measurement[]> {
  const began = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = `${errors}${chunk}`.slice(-2_000);
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, peakBytes(child.pid ?? 0));
  }, EVERY_MS);
  const [status] = await once(child, 'close');
  clearInterval(timer);
  if (status !== 0 && status !== FOUND) throw new Error(`${label} ended with status ${status}: ${errors}`);
  const seconds = (performance.now() - began) / 1_000;
  const of = 'liaise';
  const many = `${referrals.toLocaleString('en')} referrals`;
  return [
    { of, name: `scale-${name}-${referrals}`, label: `${label}, ${many}, s`, value: seconds },
    { of, name: `scale-rate-${name}-${referrals}`, label: `${label}, referrals/s`, value: referrals / seconds },
    { of, name: `scale-memory-${name}-${referrals}`, label: `${label}, peak memory, MB`, value: peak / 1e6 },
  ];
}
