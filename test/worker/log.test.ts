/** A log line contains codes, ids and numbers only. Other fields are removed. */

import { ApplicationFailure } from '@temporalio/common';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MailUnavailable } from '../../activities/mail.ts';
import { ReferralError } from '../../domain/errors.ts';
import { openLog } from '../../worker/log.ts';
import { readableLines } from '../../worker/readable-lines.ts';

const SECRET = 'Copperfield-Lantern';

const act = {
  ...{ act: 'acknowledge', code: 'ok', referralId: 'referral-1', actId: 'act-1' },
  ...{ beganAt: 1_000, endedAt: 1_012 },
};

function opened() {
  const text: string[] = [];
  return { log: openLog({ write: (line) => text.push(line) }), text, last: () => JSON.parse(text.at(-1) ?? '{}') };
}

test('an act is one line with its name, code, ids, trace and time', () => {
  const { log, text, last } = opened();
  log.acted(act, 'f00d');
  expect(text).toHaveLength(1);
  expect(last()).toEqual({
    ...{ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), msg: 'act' },
    ...{ act: 'acknowledge', code: 'ok', referralId: 'referral-1', actId: 'act-1', traceId: 'f00d', ms: 12 },
  });
});

test.each([
  ['NOT_RECIPIENT', 'info'],
  ['ENGINE_UNAVAILABLE', 'error'],
  ['BUG', 'error'],
])('an act with the code %s is logged at level %s', (code, level) => {
  const { log, last } = opened();
  log.acted({ ...act, code }, undefined);
  expect(last()).toMatchObject({ code, level });
  expect(last()).not.toHaveProperty('traceId');
});

test('fields that the SDK adds to a warning are removed unless they are allowed', () => {
  const anything = fc.dictionary(fc.string(), fc.anything());
  fc.assert(
    fc.property(anything, (meta) => {
      const { log, last } = opened();
      log.sdk.warn('Something is wrong', { ...meta, workflowId: 'referral/1', note: SECRET });
      const { workflowId, ...rest } = last();
      expect(workflowId).toBe('referral/1');
      for (const name of Object.keys(rest)) {
        expect(['level', 'time', 'msg', 'activity', 'attempt', 'taskQueue', 'error', 'code', 'at']).toContain(name);
      }
      expect(JSON.stringify(rest)).not.toContain(SECRET);
    }),
  );
});

test('an error is logged with its name, code and place, without its message', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const { log, text, last } = opened();
      const error = new TypeError(`${before}\n    at ${SECRET} (file.ts:1:1)\n${after}`);
      log.sdk.error(`Failed to do it: ${error.message}`, { error });
      expect(last()).toMatchObject({ level: 'error', error: 'TypeError', msg: 'Failed to do it' });
      expect(last().at).toContain('log.test.ts');
      expect(text.join()).not.toContain(SECRET);
    }),
  );
});

test('the reply code of a mail server is logged', () => {
  const { log, last } = opened();
  log.sdk.warn('Activity failed', { activityType: 'sendLetters', attempt: 3, error: new MailUnavailable('451') });
  expect(last()).toMatchObject({ activity: 'sendLetters', attempt: 3, error: 'MailUnavailable', code: '451' });
});

test('a refusal by an activity is not logged as a warning, because the act has its own line', () => {
  const { log, text } = opened();
  const { message, code } = new ReferralError('DUPLICATE_ORIGIN', 'Used before.');
  log.sdk.warn('Activity failed', { error: ApplicationFailure.nonRetryable(message, code) });
  expect(text).toEqual([]);
});

test('messages of the SDK below the level of a warning are not logged', () => {
  const { log, text } = opened();
  log.sdk.info('Worker state changed');
  log.sdk.debug('Polling');
  expect(text).toEqual([]);
});

test('on a terminal, lines are readable text instead of JSON', () => {
  let seen = '';
  const log = openLog(readableLines({ write: (text) => (seen += text) }));
  log.acted(act, undefined);
  expect(seen).toMatch(/^\d\d:\d\d:\d\d info act act=acknowledge code=ok .* ms=12\n$/);
});
