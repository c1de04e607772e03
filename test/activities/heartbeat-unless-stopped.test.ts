/** A maintenance activity does not keep its worker from stopping. */

import { setImmediate } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, test } from 'vitest';
import { heartbeatUnlessStopped } from '../../activities/heartbeat-unless-stopped.ts';

test('when the worker stops, the activity fails at its next heartbeat, so that another attempt continues', async () => {
  const activity = new MockActivityEnvironment();
  let beats = 0;
  activity.on('heartbeat', () => {
    beats += 1;
    if (beats === 3) activity.cancel('WORKER_SHUTDOWN');
  });
  const endless = async () => {
    for (;;) {
      heartbeatUnlessStopped();
      await setImmediate();
    }
  };
  await expect(activity.run(endless)).rejects.toMatchObject({ type: 'WORKER_STOPS', nonRetryable: false });
  expect(beats).toBe(3);
});
