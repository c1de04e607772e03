/** Names the half days within a period: they are working days, so they change nothing. */

import type { HalfDayOn } from './counting.ts';
import type { DeadlineStep } from './deadline.ts';

/** Adds the half days to the steps of a deadline in days, each in its place. Days that do not count are left out. */
export function withHalfDays(steps: readonly DeadlineStep[], halfDays: readonly HalfDayOn[] = []): DeadlineStep[] {
  const first = steps.find((step) => step.step === 'first-day-excluded')?.day;
  const last = steps.find((step) => step.step === 'due')?.local.slice(0, 10);
  const excluded = new Set(steps.flatMap((step) => (step.step === 'not-counted' ? [step.day] : [])));
  const named = [...steps];
  for (const half of halfDays.toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    const isWithin = first !== undefined && last !== undefined && half.day > first && half.day <= last;
    if (!isWithin || excluded.has(half.day)) continue;
    const place = named.findIndex((step) => isAfter(step, half.day));
    named.splice(place === -1 ? named.length : place, 0, { step: 'half-day', ...half });
  }
  return named;
}

function isAfter(step: DeadlineStep, day: string): boolean {
  return step.step === 'due' || step.step === 'last-day' || ('day' in step && step.day > day);
}
