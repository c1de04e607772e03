/** Who may act on the command line, and the confirmation of acts that cannot be undone. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

let desk: RecordingEngine;
let referral: string;

beforeAll(async () => {
  desk = await recordingEngine();
  referral = await desk.referred();
});
beforeEach(() => void desk.calls.splice(0));

describe('the person who acts', () => {
  test('is refused if the configuration does not allow it, with a remedy', async () => {
    const services = { ...desk.services, localIdentity: false };
    for (const line of [`take ${referral} --as noor.rowan`, 'list --as noor.rowan']) {
      const { status, err } = await runCommand(line, { services });
      expect(status).toBe(3);
      expect(err).toMatch(/^liaise: NOT_SIGNED_IN: .* set LIAISE_LOCAL_IDENTITY=allow\.\n$/);
    }
    expect(desk.calls).toEqual([]);
  });

  test('must be in the directory', async () => {
    const { status, err } = await runCommand(`take ${referral} --as nobody`, { services: desk.services });
    expect([status, err]).toEqual([
      3,
      'liaise: UNKNOWN_PERSON: There is no such person. "liaise directory --people" lists them.\n',
    ]);
  });

  test('acts for the only agency of the person', async () => {
    await runCommand(`take ${referral} --as noor.rowan`, { services: desk.services });
    expect(desk.calls[0]?.actor).toMatchObject({ personId: 'noor.rowan', agencyId: 'xr-desk' });
  });

  test('must name the agency if there are several', async () => {
    const { status, err } = await runCommand(`take ${referral} --as clara.obsidian`, { services: desk.services });
    expect(status).toBe(2);
    expect(err).toBe(
      'liaise: INVALID_INPUT: This person works at several agencies. Add --at us-obsidian or --at us-quartz.\n',
    );
    await runCommand(`take ${referral} --as clara.obsidian --at us-quartz`, { services: desk.services });
    expect(desk.calls[0]?.actor).toMatchObject({ agencyId: 'us-quartz', roles: ['liaison-officer'] });
  });

  test('cannot act for another agency', async () => {
    const { status } = await runCommand(`take ${referral} --as noor.rowan --at fi-birch`, { services: desk.services });
    expect(status).toBe(2);
    expect(desk.calls).toEqual([]);
  });
});

describe('an act that cannot be undone', () => {
  const line = () => `recall ${referral} --text "Sent in error." --as quinn.quartz`;

  test('is confirmed on a terminal', async () => {
    const { status, questions } = await runCommand(line(), {
      services: desk.services,
      isTerminal: true,
      answer: 'yes\n',
    });
    expect(status).toBe(0);
    expect(questions).toEqual([expect.stringContaining('The recipient loses access to the referral')]);
    expect(desk.calls).toHaveLength(1);
  });

  test.each(['', 'y', 'no'])('is not done if the answer is "%s"', async (answer) => {
    const { status, err } = await runCommand(line(), { services: desk.services, isTerminal: true, answer });
    expect([status, err]).toEqual([1, 'liaise: NOT_CONFIRMED: Nothing was done.\n']);
    expect(desk.calls).toEqual([]);
  });

  test('needs --yes without a terminal', async () => {
    const { status, err } = await runCommand(line(), { services: desk.services });
    expect(status).toBe(2);
    expect(err).toContain('add --yes');
    expect(desk.calls).toEqual([]);
  });

  test('is done without a question with --yes', async () => {
    const { status, questions } = await runCommand(`${line()} --yes`, { services: desk.services, isTerminal: true });
    expect([status, questions]).toEqual([0, []]);
  });

  test.each(['erase', 'withdraw', 'approve-closure', 'recall'])('%s has the option --yes', async (act) => {
    expect((await runCommand(`${act} --help`)).out).toContain('--yes');
  });
});
