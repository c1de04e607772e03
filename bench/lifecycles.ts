/** Measures lifecycles, sequential and concurrent: Liaise, the bare workflow and two other engines. */

import type { Extent } from './extent.ts';
import type { MeasuredEngine, Measurement } from './measurements.ts';
import { OTHER_ENGINES, startOtherEngine } from './other-engines.ts';
import { openEnvironment } from './test-environment.ts';
import { measureSpeed, type Speed } from './throughput.ts';
import type { Workload } from './workload.ts';
import { writtenActs } from './written-acts.ts';

export async function measureLifecycles(effort: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const figures: Measurement[] = [];
  const measure = async (flows: Map<MeasuredEngine, Workload>, disk: Parameters<typeof measureSpeed>[2]) => {
    const speeds = await measureSpeed(flows, effort, disk, progress);
    for (const [engine, speed] of speeds) figures.push(...figuresOf(engine, speed));
  };
  progress('starting PostgreSQL, Temporal and the workers');
  const place = await openEnvironment();
  const [quiet, liaise] = [place.liaise('off'), place.liaise('on')];
  await measure(
    new Map([
      ['bare', place.bare],
      ['quiet', quiet],
      ['liaise', liaise],
    ]),
    place.disk,
  );
  figures.push({ of: 'liaise', name: 'bundle', label: 'workflow bundle, MB', value: place.bundleBytes / 1e6 });
  const acts = await writtenActs(place.players.db, (await quiet.live()).referralId);
  await place.stop();
  for (const name of OTHER_ENGINES) {
    const engine = await startOtherEngine(name, acts);
    await measure(new Map([[name, engine]]), engine.disk);
    await engine.stop();
  }
  return figures;
}

function figuresOf(of: MeasuredEngine, { act, acts, atOnce, events, cost, elsewhere }: Speed): Measurement[] {
  const figures: Measurement[] = [];
  const add = (name: string, label: string, value: number, p95?: number) =>
    figures.push({ of, name, label, value, ...(p95 !== undefined && { p95 }) });
  add('act', 'single act, ms: p50 / p95', act.p50, act.p95);
  for (const [name, { p50, p95 }] of acts) add(name, `… ${name}`, p50, p95);
  for (const [width, perSecond] of atOnce) {
    add(`lives-${width}`, `${width} concurrent, lifecycles/s`, perSecond);
    add(`acts-${width}`, `${width} concurrent, acts/s`, perSecond * acts.size);
  }
  if (events !== undefined) add('events', 'history events per lifecycle', events);
  add('processor', 'CPU time per lifecycle, ms', cost.processor * 1_000);
  add('rows', 'PostgreSQL per lifecycle, KB', cost.rows / 1e3);
  add('engine', 'engine store per lifecycle, KB', cost.engine / 1e3);
  add('elsewhere', 'processors busy with other work', elsewhere);
  return figures;
}
