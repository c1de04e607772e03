/** CPU time and memory of processes, from /proc (Linux only). */

import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

const hasProc = existsSync('/proc/self/stat');

/** Seconds of processor time of a process and all that it started, those that ended included. */
export function processorSeconds(root = process.pid): number {
  const all = processes();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const ticksOf = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + child.ticks + ticksOf(child.pid), 0);
  const own = all.find(({ pid }) => pid === root)?.ticks ?? 0;
  return (own + ticksOf(root)) / TICKS_PER_SECOND;
}

/** Seconds for which all processors of this machine were busy since it started, for any process. */
export function busySeconds(): number {
  const [, user, nice, system, , , interrupts, softInterrupts] = read('/proc/stat').split('\n')[0]?.split(/\s+/) ?? [];
  const busy = [user, nice, system, interrupts, softInterrupts].map(Number);
  return busy.reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND;
}

/** Memory that the process holds, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

interface Process {
  pid: number;
  parent: number;
  ticks: number;
}

function processes(): Process[] {
  if (!hasProc) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map(processOf);
}

/** proc_pid_stat(5): after the name, in brackets, come state and parent; from the twelfth, four times. */
function processOf(pid: number): Process {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, time) => sum + time, 0);
  return { pid, parent: fields[1] ?? 0, ticks };
}

/** A process may have ended before it is read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
