/** Acts on the command line: the request to the engine, and the fields that need not be typed. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACT_COMMANDS } from '../../../client/cli/acts.ts';
import type { ActRequest } from '../../../client/contract/acts.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { findReferral } from '../../../prisma/store/referrals.ts';
import { anH1Submission } from '../engine/recorded-acts.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { type CommandResult, runCommand as typed } from './run-command.ts';

let desk: RecordingEngine;
/** Proposed to go to Finland. */
let received: string;
/** Recipients are fi-alder (r1) and fi-birch (r2). fi-alder has asked a question (q1). */
let referred: string;

beforeAll(async () => {
  desk = await recordingEngine();
  received = await desk.submitted();
  referred = await desk.referred();
  const text = await desk.storeText(referred, 'words');
  const choice = { contactPointId: 'fi-birch-spoc', agencyId: 'fi-birch', country: 'FI', type: 'spoc' } as const;
  await desk.act(referred, { type: 'assign-recipient', choice, text }, await desk.person('ines.rowan'));
  const aino = await desk.person('aino.alder');
  await desk.act(referred, { type: 'ask-information', recipientId: 'r1', text }, aino);
  await desk.act(referred, { type: 'ask-translation', recipientId: 'r1', of: 'sender', languages: ['fi'] }, aino);
});
beforeEach(() => void desk.calls.splice(0));

const type = (line: string, more: Parameters<typeof typed>[1] = {}): Promise<CommandResult> =>
  typed(line, { services: desk.services, ...more });

/** The request to the engine. The command must succeed. */
async function requestOf(line: string, more: Parameters<typeof typed>[1] = {}): Promise<unknown> {
  const { status, err } = await type(line, more);
  expect([status, err]).toEqual([0, '']);
  return desk.calls.at(-1)?.request;
}

describe('every act', () => {
  test.each(Object.entries(ACT_COMMANDS))('%s: its example works', async (act, { example, warning }) => {
    const { status, err } = await type(`${act} ${referred} ${example}${warning ? ' --yes' : ''}`);
    expect([status, err]).toEqual([0, '']);
    expect(desk.calls).toMatchObject([{ reference: referred, request: { type: act } }]);
  });

  test('answers with the receipt as text', async () => {
    const { out } = await type(`take ${referred} --as noor.rowan`);
    expect(out).toBe('take: done. XR-2026-000123 is referred; opened r2.\n');
  });

  test('answers programs with the receipt and the key', async () => {
    const { out } = await type(`take ${referred} --as noor.rowan --key k1 --json`);
    expect(JSON.parse(out)).toMatchObject({ reference: 'XR-2026-000123', opened: ['r2'], key: 'k1' });
    expect(desk.calls).toMatchObject([{ key: 'k1' }]);
  });

  test('has a new key each time, where none is given', async () => {
    await type(`take ${referred} --as noor.rowan`);
    await type(`take ${referred} --as noor.rowan`);
    const [one, other] = desk.calls.map(({ key }) => key);
    expect(one).not.toBe(other);
  });

  test('that the engine refuses fails with its code and exit status', async () => {
    desk.refuse(new ReferralError('ALREADY_CLOSED', 'The referral is closed.'));
    const { status, err } = await type(`take ${referred} --as noor.rowan`);
    expect([status, err]).toEqual([5, 'liaise: ALREADY_CLOSED: The referral is closed.\n']);
  });

  test('without an answer fails with 6 and names the key for a second attempt', async () => {
    desk.refuse(new ReferralError('ENGINE_UNAVAILABLE', 'The engine did not answer in time.'));
    const { status, err } = await type(`take ${referred} --as noor.rowan`);
    const [call] = desk.calls;
    expect(status).toBe(6);
    expect(err).toContain(`Repeat the command with --key ${call?.key}, so that the act is not done twice.`);
  });

  test('fails with 6 while PostgreSQL hangs', async () => {
    desk.refuse(new Error('timeout exceeded when trying to connect'));
    const { status, err } = await type(`take ${referred} --as noor.rowan`);
    expect(status).toBe(6);
    expect(err).toMatch(/^liaise: ENGINE_UNAVAILABLE: The database does not answer\. Check /);
  });

  test('without a required value names the field', async () => {
    const { status, err } = await type(`decline ${referred} --as aino.alder`);
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^liaise: INVALID_INPUT: ground: is missing; it must be one of /),
    ]);
  });

  test('that fails unexpectedly shows nothing of the case', async () => {
    desk.refuse(new TypeError('Copperfield-Lantern'));
    const { status, err } = await type(`take ${referred} --as noor.rowan`);
    expect(status).toBe(1);
    expect(err).toContain('liaise: UNEXPECTED: ');
    expect(err).not.toContain('Copperfield');
  });
});

describe('a country in which no contact point can receive the referral', () => {
  test.each([
    'complete-triage --urgency urgent --country FI --country ZW --capability investigation --as noor.rowan --json',
    'add-country --country ZW --text "There too." --as ines.rowan --json',
  ])('is named before the act, and the act is done: %s', async (line) => {
    const [act = '', ...options] = line.split(' --');
    const { status, out, err } = await type([`${act} ${referred}`, ...options].join(' --'));
    expect([status, err]).toEqual([0, 'Warning: no contact point in ZW can receive the referral now.\n']);
    expect(JSON.parse(out)).toMatchObject({ reference: 'XR-2026-000123' });
    expect(desk.calls).toHaveLength(1);
  });
});

describe('what is typed', () => {
  const cases: [string, ActRequest][] = [
    [
      'decline --ground no-jurisdiction --text "Used from Sweden." --as lotta.birch',
      { type: 'decline', recipientId: 'r2', ground: 'no-jurisdiction', text: 'Used from Sweden.' },
    ],
    [
      'complete-triage --urgency urgent --country FI --country SE --capability investigation --as noor.rowan',
      {
        ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: [], countries: ['FI', 'SE'] },
        ...{ capability: 'investigation', contactPoints: [] },
      },
    ],
    [
      'report-outcome --outcome not-actionable --because proxy --interim --as lotta.birch',
      { type: 'report-outcome', recipientId: 'r2', outcome: 'not-actionable', because: 'proxy', final: false },
    ],
    [
      'report-outcome --outcome arrest --as lotta.birch',
      { type: 'report-outcome', recipientId: 'r2', outcome: 'arrest', final: true },
    ],
    [
      'extend --clock decide --amount 2 --estimate 2026-12-01T12:00:00+02:00 --as lotta.birch',
      { type: 'extend', recipientId: 'r2', clock: 'decide', amount: 2, estimateAt: '2026-12-01T10:00:00.000Z' },
    ],
    ['assign --to emil.rowan --as noor.rowan', { type: 'assign', personId: 'emil.rowan' }],
    [
      'refer-onward --to se-juniper-ncp --text Why. --as lotta.birch',
      { type: 'refer-onward', recipientId: 'r2', contactPoint: 'se-juniper-ncp', text: 'Why.' },
    ],
  ];
  test.each(cases)('%s', async (line, request) => {
    const [act, ...options] = line.split(' ');
    expect(await requestOf(`${act} ${referred} ${options.join(' ')}`)).toEqual(request);
  });

  test('text may come from standard input', async () => {
    const request = await requestOf(`reopen ${referred} --text - --as ines.rowan`, {
      input: 'Two lines.\nOf words.\n',
    });
    expect(request).toEqual({ type: 'reopen', text: 'Two lines.\nOf words.' });
  });

  test('is refused by field where it is not whole', async () => {
    const { status, err } = await type(`complete-triage ${received} --country Finland --as noor.rowan --json`);
    expect(status).toBe(2);
    expect(JSON.parse(err).error).toMatchObject({ code: 'INVALID_INPUT', field: 'urgency' });
    expect(err).not.toContain('Finland');
    expect(desk.calls).toEqual([]);
  });
});

describe('what need not be typed', () => {
  test("the actor's own recipient", async () => {
    expect(await requestOf(`acknowledge ${referred} --as lotta.birch`)).toEqual({
      type: 'acknowledge',
      recipientId: 'r2',
    });
  });

  test('is asked for where it could be several', async () => {
    const { status, err } = await type(`recall ${referred} --text "Sent in error." --as quinn.quartz --yes`);
    expect(status).toBe(2);
    expect(err).toContain('Add --recipient with one of r1, r2');
  });

  test('where none is possible, the engine is asked about the latest and says why not', async () => {
    expect(await requestOf(`confirm-recall ${referred} --as lotta.birch`)).toMatchObject({ recipientId: 'r2' });
  });

  test('without a recipient, the act is refused', async () => {
    const { status, err } = await type(`recall ${received} --text "Sent in error." --as quinn.quartz --yes`);
    expect([status, err]).toEqual([4, 'liaise: UNKNOWN_RECIPIENT: The referral has no recipients yet.\n']);
  });

  test("a coordinator's question is about no recipient", async () => {
    const request = await requestOf(`ask-information ${received} --text "Which zone?" --as noor.rowan`);
    expect(request).toEqual({ type: 'ask-information', text: 'Which zone?' });
  });

  test('the only open question', async () => {
    const request = await requestOf(`answer-information ${referred} --text UTC. --as quinn.quartz`);
    expect(request).toEqual({ type: 'answer-information', questionId: 'q1', text: 'UTC.' });
  });

  test('the accepted proposal, with the options that override it', async () => {
    const request = await requestOf(
      `complete-triage ${received} --accept-proposal --urgency emergency --as noor.rowan`,
    );
    expect(request).toMatchObject({ urgency: 'emergency', countries: ['FI'], capability: 'investigation' });
  });

  test('a proposal that leaves the country open leaves it to the person', async () => {
    const tie = ['FI', 'SE'].map((country) => ({
      ...{ country, basis: 'legal-process', verified: true, proxySuspected: false },
    })) as ReturnType<typeof anH1Submission>['indicators'];
    const id = await desk.submitted(anH1Submission({ indicators: tie }));
    expect((await findReferral(desk.db, id))?.triage).toMatchObject({ proposal: { verdict: 'tie' } });
    expect(await requestOf(`complete-triage ${id} --accept-proposal --as noor.rowan`)).toMatchObject({ countries: [] });
  });

  test('no proposal, nothing to accept', async () => {
    const { status, err } = await type(`complete-triage ${referred} --accept-proposal --as noor.rowan`);
    expect(status).toBe(5);
    expect(err).toContain('There is no proposal to accept');
  });
});
