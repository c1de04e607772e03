/** An upgrade without downtime: worker and pages of the earlier version beside those of this one, on the migrated database. */

import { beforeAll, expect, test } from 'vitest';
import type { ActRequest } from '../../client/contract/acts.ts';
import { check } from '../../client/recovery/check.ts';
import { rebuild } from '../../client/recovery/rebuild.ts';
import { type DemoContext, openDemoContext } from '../../dev/demo-context.ts';
import { splitKeyFile } from '../../dev/installation.ts';
import { onOwnPorts, ownPort } from '../../dev/own-ports.ts';
import { webEnvironment, workerEnvironment } from '../../dev/process-environment.ts';
import { openStack, type Stack } from '../../dev/stack.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { startWebProcess, type WebProcess } from '../../dev/web.ts';
import { startWorkerProcess, type WorkerProcess } from '../../dev/worker.ts';
import { type Browser, openBrowser } from '../client/http/identity/browser.ts';
import { atEnd } from '../support/at-end.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { testFolder } from '../support/folder.ts';
import { earlierVersion } from './earlier-version.ts';

let stack: Stack;
let context: DemoContext;
/** The servers of pages: that of this version, and that of the earlier one. */
let servers: { current: string; earlier: string };
let earlierPages: WebProcess;
let startWorkerOf: (version: 'current' | 'earlier') => Promise<WorkerProcess>;
let browsers: Record<'sender' | 'officer' | 'approver' | 'partner', Browser>;

beforeAll(async () => {
  const [folder, earlier] = await Promise.all([testFolder(), earlierVersion()]);
  const programs = { postgres: 0, temporal: 0, temporalUi: 0, web: 0, witness: 0 };
  stack = await onOwnPorts(programs, (ports) =>
    openStack(
      { folder, progress: () => {}, ports: { ...ports, smtp: 0, inbox: 0, identity: 0 } },
      {
        startTemporal: async () => {
          const temporalPorts = { port: ports.temporal, uiPort: ports.temporalUi };
          const temporal = await startTemporal({ dbFile: `${folder}/temporal.db`, ports: temporalPorts });
          return { ...temporal, namespace: 'default' };
        },
        // The workers of the test process the referrals.
        workers: [{ name: 'Upkeep', environment: { LIAISE_TASK_QUEUES: 'upkeep' } }],
      },
    ),
  );
  atEnd(stack.stop);
  context = openDemoContext(stack);
  atEnd(context.close);
  const keys = await splitKeyFile(folder);
  const port = await ownPort();
  earlierPages = await startWebProcess(
    { ...webEnvironment(stack.environment, keys.web), LIAISE_WEB_PORT: String(port) },
    undefined,
    earlier('client'),
  );
  atEnd(earlierPages.stop);
  servers = { current: stack.pages, earlier: `http://localhost:${port}` };
  startWorkerOf = async (version) => {
    const own = { LIAISE_TASK_QUEUES: 'referrals,letters', LIAISE_BUILD_ID: version, LIAISE_LETTER_PACING: 'off' };
    const environment = { ...workerEnvironment(stack.environment, keys.worker), ...own };
    const program = version === 'earlier' ? earlier('worker') : undefined;
    const worker = await startWorkerProcess(environment, undefined, program);
    atEnd(worker.stop);
    return worker;
  };
  browsers = {
    sender: await signIn('quinn.quartz'),
    officer: await signIn('noor.rowan'),
    approver: await signIn('otto.rowan'),
    partner: await signIn('aino.alder'),
  };
}, 600_000);

/** Signs in at this version. The session is valid at the earlier one too. */
async function signIn(person: string): Promise<Browser> {
  const browser = openBrowser();
  const { url } = await browser.go(`${servers.current}/sign-in/start?to=/settings`);
  await browser.post(url, { person });
  for (const [name, value] of browser.cookies(new URL(servers.current).origin)) {
    browser.cookies(new URL(servers.earlier).origin).set(name, value);
  }
  return browser;
}

/** Sends JSON to the API of a server, with a new idempotency key. Both servers have one public address. */
async function send(who: keyof typeof browsers, server: string, path: string, body: object) {
  const browser = browsers[who];
  const { text } = await browser.go(`${server}/settings`);
  const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
  const response = await browser.ask(`${server}/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': token,
      'idempotency-key': crypto.randomUUID(),
      origin: servers.current,
    },
  });
  const answer = await response.json();
  expect([response.status, answer], `${path} at ${server}: ${JSON.stringify(answer)}`).toMatchObject([
    expect.toBeOneOf([200, 201]),
    {},
  ]);
  return answer;
}

const recipientId = 'r1';
const STEPS: readonly { by: keyof typeof browsers; request: ActRequest }[] = [
  {
    by: 'officer',
    request: {
      type: 'complete-triage',
      ...{ urgency: 'urgent', urgencyGrounds: [], countries: ['FI'], capability: 'investigation', contactPoints: [] },
    },
  },
  { by: 'partner', request: { type: 'acknowledge', recipientId } },
  { by: 'partner', request: { type: 'accept', recipientId } },
  { by: 'partner', request: { type: 'report-outcome', recipientId, outcome: 'victim-safeguarded', final: true } },
  { by: 'officer', request: { type: 'propose-closure' } },
  { by: 'approver', request: { type: 'approve-closure' } },
];

interface Case {
  id: string;
  done: number;
}

async function submit(server: string): Promise<Case> {
  const { referralId } = await send('sender', server, '/referrals', anUrgentSubmission());
  return { id: referralId, done: 0 };
}

/** Performs the next acts of a referral, at the two servers in turn. */
async function advance(referral: Case, acts: number, [first, second]: [string, string]): Promise<void> {
  for (const { by, request } of STEPS.slice(referral.done, referral.done + acts)) {
    const { type, ...fields } = request;
    const server = referral.done % 2 === 0 ? first : second;
    // The engine routes the referral after triage.
    if (type === 'acknowledge') {
      const where = { referralId: referral.id };
      await expect.poll(() => context.db.recipient.count({ where })).toBe(1);
    }
    await send(by, server, `/referrals/${referral.id}/acts/${type}`, fields);
    // Each server shows what the other has recorded.
    const page = await browsers[by].go(`${server === first ? second : first}/referrals/${referral.id}`);
    expect(page.status, `${type} of ${referral.id}`).toBe(200);
    referral.done += 1;
  }
}

test('referrals that begin on the earlier version end on this one, while both serve people', async () => {
  const { current, earlier } = servers;
  const previous = await startWorkerOf('earlier');
  const early = [await submit(earlier), await submit(current), await submit(earlier)];
  for (const [index, referral] of early.entries()) await advance(referral, index + 1, [earlier, current]);

  await startWorkerOf('current');
  const both = [await submit(current), await submit(earlier)];
  await Promise.all(both.map((referral) => advance(referral, 4, [current, earlier])));
  await Promise.all(early.map((referral) => advance(referral, 2, [earlier, current])));

  await previous.stop();
  await Promise.all([...early, ...both].map((referral) => advance(referral, STEPS.length, [current, earlier])));
  await earlierPages.stop();

  for (const { id } of [...early, ...both]) {
    const acts = await context.db.$queryRaw<{ type: string; times: number }[]>`
      SELECT type, count(DISTINCT act_id)::int AS times FROM journal
      WHERE referral_id = ${id}::uuid AND type = ANY('{submitted,acknowledged,accepted,outcome-reported,closed}')
      GROUP BY type`;
    expect(acts.map(({ times }) => times)).toEqual([1, 1, 1, 1, 1]);
  }
  const waiting = () => context.db.letter.count({ where: { status: 'waiting' } });
  await expect.poll(waiting).toBe(0);
  const letters = await context.db.letter.findMany({ select: { id: true, messageId: true, status: true } });
  const ids = stack.mail.letters().map(({ messageId }) => messageId.replace(/^<letter\.|@.*$/g, ''));
  const times = ({ id, messageId }: { id: string; messageId: string | null }) =>
    ids.filter((each) => each === (messageId ?? id)).length;
  const each = letters.map((letter) => ({ id: letter.id, status: letter.status, times: times(letter) }));
  expect(each).toEqual(letters.map(({ id }) => ({ id, status: 'sent', times: 1 })));
  // Fills what the earlier version left out, as an operator does when the last of its processes has stopped.
  await rebuild(context);
  expect(await check({ db: context.db, temporal: context.temporal })).toEqual([]);
}, 600_000);
