/** The guard in worker threads: the same results as in this thread, a deadline, and a bounded queue. */

import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../../client/contract/parse.ts';
import { directGuard } from '../../../../client/platform/guard/guard.ts';
import { type GuardPoolOptions, openGuardPool } from '../../../../client/platform/guard/guard-pool.ts';
import { ReferralError } from '../../../../domain/errors.ts';
import { InvalidReport } from '../../../../domain/exchange/report-faults.ts';
import { atEnd } from '../../../support/at-end.ts';

const STUCK = new URL('./stuck-thread.ts', import.meta.url).href;
const REPORT = new URL('../../../domain/exchange/files/chat.xml', import.meta.url);

/** On a busy machine, a thread takes seconds to start. */
const LONG_MS = 60_000;
/** Long enough to start a small thread. */
const SHORT_MS = 5_000;

function pool(options: Partial<GuardPoolOptions> = {}) {
  const guard = openGuardPool({ threads: 1, timeoutMs: LONG_MS, ...options });
  atEnd(guard.close);
  return guard;
}

const refusalOf = (checked: Promise<unknown>): Promise<unknown> =>
  checked.then(
    () => undefined,
    (error) => error,
  );

describe('the guard in worker threads', () => {
  it('answers as the guard in this thread', async () => {
    const guard = pool();
    const files = [{ name: 'report.xml', content: await readFile(REPORT) }];
    expect(await guard.reports(files)).toEqual(await directGuard.reports(files));
    expect(await guard.text('She was here on Tuesday.', 'note')).toEqual(
      await directGuard.text('She was here on Tuesday.', 'note'),
    );
    const value = { particulars: [{ value: 'The account name is quinn.' }] };
    expect(await guard.material(value)).toEqual(await directGuard.material(value));
  });

  it.each([
    ['MATERIAL_REFUSED', (guard) => guard.text('x'.repeat(30_000), 'note'), ReferralError],
    [
      'INVALID_REPORT',
      (guard) => guard.reports([{ name: 'file', content: Buffer.from('<report><reporter/></report>') }]),
      InvalidReport,
    ],
    [
      'INVALID_INPUT',
      (guard) => guard.reports([{ name: 'file', content: Buffer.from('{"kind":"none"}') }]),
      InvalidInput,
    ],
    [
      'INVALID_REPORT',
      (guard) => guard.reports([{ name: 'file', content: Buffer.from('{}') }], { isXmlOnly: true }),
      ReferralError,
    ],
  ] satisfies [string, (guard: typeof directGuard) => Promise<unknown>, unknown][])(
    'refuses with %s, field and faults as the guard in this thread',
    async (code, check, kind) => {
      const refused = await refusalOf(check(pool()));
      expect(refused).toBeInstanceOf(kind);
      expect(refused).toMatchObject({ code });
      const expected = await refusalOf(check(directGuard));
      const plain = (error: unknown) => ({ ...Object(error), message: Object(error).message });
      expect(plain(refused)).toEqual(plain(expected));
    },
  );

  it('ends a task at its deadline and carries out the next one', async () => {
    const guard = pool({ program: STUCK, timeoutMs: SHORT_MS });
    expect(await refusalOf(guard.text('stuck', 'note'))).toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('could not be checked in time'),
    });
    expect(await guard.text('another', 'note')).toBe('another');
  });

  it('refuses a task if the queue is full, and the waiting tasks at their deadline', async () => {
    const guard = pool({ program: STUCK, timeoutMs: SHORT_MS, queue: 2 });
    await guard.text('the thread has started', 'note');
    const refusals = ['stuck', 'waits', 'waits', 'one too many'].map((text) => refusalOf(guard.text(text, 'note')));
    const messages = (await Promise.all(refusals)).map((error) => Object(error).message);
    expect(messages.map((message) => /^Too many/.test(message))).toEqual([false, false, false, true]);
    expect(messages.slice(0, 3).every((message) => /in time/.test(message))).toBe(true);
  });

  it('survives a thread that ends, and passes on an error that is no refusal', async () => {
    const guard = pool({ program: STUCK });
    expect(await refusalOf(guard.text('crash', 'note'))).toMatchObject({ message: 'worker exited with code: 1' });
    expect(await refusalOf(guard.text('fault', 'note'))).toBeInstanceOf(TypeError);
    expect(await guard.text('another', 'note')).toBe('another');
  });

  it('has its program in the compiled build', async () => {
    const config = await readFile(new URL('../../../../tsconfig.build.json', import.meta.url), 'utf8');
    expect(config).toContain('"client/platform/guard/guard-thread.ts"');
  });

  it('leaves the event loop free while a long text is checked', async () => {
    const guard = pool();
    await guard.text('first', 'note');
    const particulars = Array.from({ length: 40 }, () => ({
      value: 'The officer wrote down what she saw. '.repeat(500),
    }));
    let isDone = false;
    const checked = guard.material({ particulars }).finally(() => {
      isDone = true;
    });
    let turns = 0;
    while (!isDone) {
      turns += 1;
      await setTimeout(1);
    }
    await checked;
    expect(turns).toBeGreaterThan(5);
  });
});
