/** CPU time and memory of processes, from /proc (Linux only). */

import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux reports CPU time in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;

const hasProc = existsSync('/proc/self/stat');

/** CPU seconds of a process and all its descendants, including those that have ended. */
export function processorSeconds(root = process.pid): number {
  const all = processes();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const ticksOf = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + child.ticks + ticksOf(child.pid), 0);
  const own = all.find(({ pid }) => pid === root)?.ticks ?? 0;
  return (own + ticksOf(root)) / TICKS_PER_SECOND;
}

/** CPU seconds of all processes since the machine started. */
export function busySeconds(): number {
  const [, user, nice, system, , , interrupts, softInterrupts] = read('/proc/stat').split('\n')[0]?.split(/\s+/) ?? [];
  const busy = [user, nice, system, interrupts, softInterrupts].map(Number);
  return busy.reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND;
}

/** Resident memory of the process in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** The largest resident memory of the process so far, in bytes; 0 if it has ended. */
export function peakBytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
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

/** proc_pid_stat(5): the fields after the name start with state and parent. Fields 12 to 15 of these are CPU times. */
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
