/** Who may act from the command line, and what is asked before what cannot be undone. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Recording, recording } from './recording-engine.ts';
import { type } from './run-command.ts';

let desk: Recording;
let referral: string;

beforeAll(async () => {
  desk = await recording();
  referral = await desk.referred();
});
beforeEach(() => void desk.calls.splice(0));

describe('who acts', () => {
  test('nobody, where the configuration does not allow it: it says why and what to do', async () => {
    const doors = { ...desk.doors, localIdentity: false };
    for (const line of [`take ${referral} --as noor.rowan`, 'list --as noor.rowan']) {
      const { status, err } = await type(line, { doors });
      expect(status).toBe(3);
      expect(err).toMatch(/^liaise: NOT_SIGNED_IN: .* set LIAISE_LOCAL_IDENTITY=allow\.\n$/);
    }
    expect(desk.calls).toEqual([]);
  });

  test('somebody of the directory', async () => {
    const { status, err } = await type(`take ${referral} --as nobody`, { doors: desk.doors });
    expect([status, err]).toEqual([3, 'liaise: UNKNOWN_PERSON: The directory has no such person.\n']);
  });

  test('for the only agency', async () => {
    await type(`take ${referral} --as noor.rowan`, { doors: desk.doors });
    expect(desk.calls[0]?.actor).toMatchObject({ personId: 'noor.rowan', agencyId: 'xr-desk' });
  });

  test('for the agency that is named, where there are several', async () => {
    const { status, err } = await type(`take ${referral} --as clara.obsidian`, { doors: desk.doors });
    expect(status).toBe(2);
    expect(err).toBe('liaise: INVALID_INPUT: Say for which agency: --at us-obsidian or us-quartz.\n');
    await type(`take ${referral} --as clara.obsidian --at us-quartz`, { doors: desk.doors });
    expect(desk.calls[0]?.actor).toMatchObject({ agencyId: 'us-quartz', roles: ['liaison-officer'] });
  });

  test('not for an agency where they do not work', async () => {
    const { status } = await type(`take ${referral} --as noor.rowan --at fi-birch`, { doors: desk.doors });
    expect(status).toBe(2);
    expect(desk.calls).toEqual([]);
  });
});

describe('what cannot be undone', () => {
  const line = () => `recall ${referral} --text "Sent in error." --as quinn.quartz`;

  test('is asked about on a terminal', async () => {
    const { status, asked } = await type(line(), { doors: desk.doors, isTerminal: true, answer: 'yes\n' });
    expect(status).toBe(0);
    expect(asked).toEqual([expect.stringContaining('The recipient loses the referral')]);
    expect(desk.calls).toHaveLength(1);
  });

  test.each(['', 'y', 'no'])('is not done at the answer "%s"', async (answer) => {
    const { status, err } = await type(line(), { doors: desk.doors, isTerminal: true, answer });
    expect([status, err]).toEqual([1, 'liaise: NOT_CONFIRMED: Nothing was done.\n']);
    expect(desk.calls).toEqual([]);
  });

  test('needs --yes where nobody can be asked', async () => {
    const { status, err } = await type(line(), { doors: desk.doors });
    expect(status).toBe(2);
    expect(err).toContain('add --yes');
    expect(desk.calls).toEqual([]);
  });

  test('is done at once with --yes', async () => {
    const { status, asked } = await type(`${line()} --yes`, { doors: desk.doors, isTerminal: true });
    expect([status, asked]).toEqual([0, []]);
  });

  test.each(['erase', 'withdraw', 'approve-closure', 'recall'])('%s is such an act', async (act) => {
    expect((await type(`${act} --help`)).out).toContain('--yes');
  });
});
