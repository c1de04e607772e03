/** Two requests under European law, side by side with the demo: an information request (2023/977) and an investigation order. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClockName } from '../domain/clocks/clock-names.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Submission } from '../domain/submission.ts';
import {
  type DemoContext,
  openDemoContext,
  printHeading,
  printStep,
  readReferral,
  runCommand,
  waitUntil,
} from './demo-context.ts';
import type { Stack } from './stack.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SENDER = 'quinn.quartz';
const SUPERVISOR = 'ines.rowan';
const RECIPIENT = 'aino.alder';

/** Runs both requests up to their answer. Returns the reference numbers. */
export async function runRequestsUnderLaw(stack: Stack): Promise<string[]> {
  const demo = openDemoContext(stack);
  const folder = await temporaryFolder('demo-law');
  try {
    return [await informationRequest(demo, folder.path), await investigationOrder(demo, folder.path)];
  } finally {
    await folder.remove();
    await demo.close();
  }
}

/** Directive (EU) 2023/977: eight hours, more if a judge must authorise the answer, and the yearly statistics. */
async function informationRequest(demo: DemoContext, folder: string): Promise<string> {
  printHeading('An urgent information request, as in Directive (EU) 2023/977');
  await submitAndTriage(demo, join(folder, 'information-request.json'), {
    ...{ kind: 'information-request', legalInstrument: 'directive-2023-977', informationAccess: 'direct' },
    urgency: 'urgent',
  });
  await explain(demo, 'first-answer');
  printStep('A judge must authorise the answer. The recipient says so, and for how long (art. 5(2)).');
  await act(demo, 'accept');
  const why = ['--reason', 'judicial-authorisation', '--text', 'A judge decides tomorrow.'];
  await act(demo, 'extend', '--clock', 'first-answer', '--amount', '24', ...why);
  await explain(demo, 'first-answer');
  await act(demo, 'report-outcome', '--outcome', 'information-provided');
  printStep('The yearly statistics count the answer, and the departure apart (art. 18).');
  const year = String(new Date().getUTCFullYear());
  await runCommand(demo, ['statistics', '--year', year, '--as', SUPERVISOR], firstLines);
  return demo.reference;
}

/** Directive 2014/41/EU: 30 days to decide, 30 more once, then 90 days to carry out the measure. */
async function investigationOrder(demo: DemoContext, folder: string): Promise<string> {
  printHeading('A referral under a European Investigation Order, as in Directive 2014/41/EU');
  await submitAndTriage(demo, join(folder, 'investigation-order.json'), {
    ...{ kind: 'case-referral', legalInstrument: 'eio-directive-2014-41', urgency: 'standard' },
  });
  await explain(demo, 'acknowledge');
  await act(demo, 'acknowledge');
  printStep('The decision takes 30 days, and can be extended once by 30 days (art. 12(3) and 12(5)).');
  await act(demo, 'extend', '--clock', 'decide', '--amount', '30', '--text', 'Two courts are competent.');
  await explain(demo, 'decide');
  await act(demo, 'accept');
  printStep('The measure is carried out within 90 days of the decision (art. 12(4)).');
  await explain(demo, 'outcome');
  return demo.reference;
}

async function submitAndTriage(demo: DemoContext, path: string, of: Partial<Submission>): Promise<void> {
  const urgency = of.urgency ?? 'standard';
  await writeFile(path, JSON.stringify({ ...SUBMISSION, ...of }));
  const receipt: Receipt = JSON.parse(
    await runCommand(demo, ['submit', '--file', path, '--as', SENDER, '--json'], (out) => out.slice(0, 160)),
  );
  demo.reference = receipt.reference;
  await waitUntil(demo, ({ triage }) => triage.state === 'proposed');
  await runCommand(demo, [
    ...['complete-triage', demo.reference, '--accept-proposal', '--urgency', urgency, '--country', 'FI'],
    ...['--as', SUPERVISOR],
  ]);
  await waitUntil(demo, ({ recipients }) => recipients[0]?.status === 'delivered');
}

async function act(demo: DemoContext, type: string, ...flags: string[]): Promise<void> {
  await runCommand(demo, [type, demo.reference, ...flags, '--as', RECIPIENT]);
}

/** Explains the last clock of that name. */
async function explain(demo: DemoContext, name: ClockName): Promise<void> {
  const { clocks } = await readReferral(demo);
  const id = clocks.findLast((clock) => clock.name === name)?.id ?? '';
  await runCommand(demo, ['explain', 'clock', `${demo.reference}/${id}`, '--as', SUPERVISOR]);
}

function firstLines(out: string): string {
  return out.split('\n').slice(0, 8).join('\n');
}

const SUBMISSION = {
  urgencyGrounds: [],
  crimeAreas: ['grooming-solicitation'],
  capability: 'investigation',
  handling: { code: 'H0' },
  evaluation: { source: 'A', information: '2' },
  tlp: 'amber',
  languages: ['en'],
  originReferences: [],
  indicators: [{ country: 'FI', basis: 'legal-process', verified: true, proxySuspected: false }],
  materials: [],
  subjects: [],
  preservation: [],
  summary: 'An invented request for the demo.',
  particulars: [],
} as const;
