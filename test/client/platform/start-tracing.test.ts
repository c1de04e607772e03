/** Each act has a trace of its own, also without a collector. */

import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { observed } from '../../../client/engine/observe.ts';
import { sendingTo, startTracing } from '../../../client/platform/start-tracing.ts';
import { atEnd } from '../../support/at-end.ts';

test('without a collector, the log line of an act still has its trace id', async () => {
  atEnd(startTracing('test', ...(await sendingTo(undefined))));
  const traces: (string | undefined)[] = [];
  const act = { act: 'take', referralId: 'r', actId: 'a' };
  for (const _ of [1, 2])
    await observed(
      act,
      (_act, traceId) => traces.push(traceId),
      async () => {},
    );
  expect(new Set(traces).size).toBe(2);
  for (const traceId of traces) expect(traceId).toMatch(/^[0-9a-f]{32}$/);
});

test('tracing that was stopped and started again sends spans to the new processor', async () => {
  const act = { act: 'take', referralId: 'r', actId: 'a' };
  for (const _ of ['first', 'second']) {
    const spans = new InMemorySpanExporter();
    const stop = startTracing('test', new SimpleSpanProcessor({ exporter: spans }));
    await observed(act, undefined, async () => {});
    expect(spans.getFinishedSpans().map(({ name }) => name)).toEqual(['ask take']);
    await stop();
  }
});
