/** Each act has a log line, a metric and a trace, without particulars of the case. */

import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { beforeAll, expect, test } from 'vitest';
import type { ActRequest } from '../../client/contract/acts.ts';
import { update } from '../../client/engine/update.ts';
import { refusalCodeOf } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/submit-and-triage.ts';
import { type WatchedEngine, watchedEngine } from './watched-engine.ts';

const aTriage: ActRequest = {
  ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'] },
  ...{ capability: 'investigation', countries: ['FI'], contactPoints: [] },
};

let liaise: WatchedEngine;

beforeAll(async () => {
  liaise = await watchedEngine();
});

test('an act is one trace, from the request to what the engine does next; letters have their own', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.lettersSent(referralId);
  await liaise.act('noor.rowan', referralId, aTriage);
  await liaise.waitUntil(referralId, (referral) => referral.recipients[0]?.status === 'delivered');

  const trace = traceOf('complete-triage', referralId);
  expect(trace.map(({ name }) => name).sort()).toEqual([
    ...['ask complete-triage', 'findRoute', 'record', 'record', 'turn complete-triage', 'turn route'],
  ]);
  const request = trace.find(({ name }) => name === 'ask complete-triage');
  expect(request?.parentSpanContext).toBeUndefined();
  // The act causes routing. Each is recorded.
  expect(namesUnder(request, trace)).toEqual(['findRoute', 'record', 'record', 'turn complete-triage', 'turn route']);
  const letters = liaise.spans().filter((span) => span.attributes['liaise.referral_id'] === referralId);
  expect(letters.filter(({ name }) => name === 'letter')).toHaveLength(2);
});

test('an act is logged by the entry point and by the worker, under one trace', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', referralId, { type: 'take' });
  const atEntryPoint = observedAct('take', referralId);
  expect(atEntryPoint).toMatchObject({ act: { code: 'ok' }, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(logLines('take', referralId)).toEqual([
    expect.objectContaining({ code: 'ok', actId: atEntryPoint?.act.actId, traceId: atEntryPoint?.traceId }),
  ]);
});

test('acts of the engine are logged too', async () => {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  expect(logLines('propose-triage', referralId)).toHaveLength(1);
  expect(logLines('route', referralId)).toEqual([expect.objectContaining({ code: 'ok', level: 'info' })]);
  expect(logLines('settle-letters', referralId)).toHaveLength(1);
});

test('a refusal by the entry point is logged there with its code, and not by the worker', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const refused = liaise.act('quinn.quartz', referralId, { type: 'file-informational' });
  const code = await refusalCodeOf(refused);
  expect(observedAct('file-informational', referralId)?.act.code).toBe(code);
  expect(logLines('file-informational', referralId)).toEqual([]);
});

test('a refusal by the workflow is logged and counted by the worker', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const sender = await liaise.person('quinn.quartz');
  const act = { type: 'file-informational' } as const;
  // Bypasses the checks of the entry point, as if another act had come first.
  await refusalCodeOf(update(liaise.temporal, { referralId, actId: crypto.randomUUID(), act, actor: sender }));
  expect(logLines(act.type, referralId)).toEqual([expect.objectContaining({ code: 'NOT_COORDINATOR', level: 'info' })]);
  const counted = await liaise.metrics.registry.getSingleMetric('liaise_acts_total')?.get();
  expect(counted?.values).toContainEqual(
    expect.objectContaining({ value: 1, labels: { act: act.type, code: 'NOT_COORDINATOR' } }),
  );
});

test('no log line, metric or trace contains particulars', async () => {
  await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  const spans = liaise.spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  const seen = JSON.stringify([liaise.lines, liaise.observedActs, spans, await liaise.metrics.registry.metrics()]);
  expect(seen).not.toContain(SECRET);
  expect(seen).not.toContain('midnight_otter');
  expect(seen).not.toContain('@');
});

function namesUnder(parent: ReadableSpan | undefined, trace: ReadableSpan[]): string[] {
  const children = trace.filter((span) => span.parentSpanContext?.spanId === parent?.spanContext().spanId);
  return children.map(({ name }) => name).sort();
}

function observedAct(act: string, referralId: string) {
  return liaise.observedActs.find((one) => one.act.act === act && one.act.referralId === referralId);
}

function logLines(act: string, referralId: string) {
  return liaise.lines.filter((line) => line['act'] === act && line['referralId'] === referralId);
}

function traceOf(act: string, referralId: string): ReadableSpan[] {
  const traceId = observedAct(act, referralId)?.traceId;
  return liaise.spans().filter((span) => span.spanContext().traceId === traceId);
}
