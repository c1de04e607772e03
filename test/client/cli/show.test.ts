/** How referrals and the directory are shown: as text for people, and as JSON for programs. */

import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { consultationsOf } from '../../../prisma/store/consultations.ts';
import { findReferral } from '../../../prisma/store/referrals.ts';
import { testFolder } from '../../support/folder.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { anH1Submission, SUMMARY } from '../engine/recorded-acts.ts';
import { type RecordingEngine, recordingEngine } from './recording-engine.ts';
import { runCommand as typed } from './run-command.ts';

let desk: RecordingEngine;
let id: string;
let reference: string;

beforeAll(async () => {
  desk = await recordingEngine();
  id = await desk.referred(
    anH1Submission({
      summary: `${SUMMARY}\u001b[2J`,
      particulars: [{ label: 'account', value: 'midnight_otter_48213' }],
    }),
  );
  await desk.act(id, { type: 'take' }, await desk.person('noor.rowan'));
  reference = (await findReferral(desk.db, id))?.reference ?? '';
});

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/;

/** Ids are for programs. People read reference numbers. */
async function shown(line: string, columns = 120): Promise<string> {
  const { status, out, err } = await typed(line, { services: desk.services, columns });
  expect([status, err, line.includes('--json') ? undefined : UUID.exec(out)?.[0]]).toEqual([0, '', undefined]);
  for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(columns);
  return out;
}
const json = async (line: string) => JSON.parse((await typed(`${line} --json`, { services: desk.services })).out);
const refused = async (line: string) => {
  const { status, err } = await typed(line, { services: desk.services });
  return `${status} ${err}`;
};

test('statistics are text, CSV and JSON of the same figures', async () => {
  const command = 'statistics --year 2026 --as ines.rowan';
  expect(await shown(command)).toContain('Requests coordinated, 2026-01 to 2026-12 (UTC)');
  expect((await shown(`${command} --csv`, 400)).split('\n').slice(0, 2)).toEqual([
    expect.stringContaining('by,key,requested,answered,granted,refused'),
    'whole,,1,0,0,0,0,0,0,0,0,0,0,,,',
  ]);
  expect(await json(command)).toMatchObject({
    side: 'coordinated',
    whole: { requested: 1 },
    urgency: [{ key: 'urgent' }],
  });
  expect(await refused(`${command} --side sent`)).toContain('side');
});

describe('status', () => {
  test('shows the whole referral to the desk, in the time zone of the reader', async () => {
    const out = await shown(`status ${reference} --as noor.rowan`, 100);
    expect(out).toMatch(/^status +referred$/m);
    expect(out).toMatch(/^triage +decided: urgent, investigation, FI$/m);
    expect(out).toMatch(/^handled by +noor.rowan \(xr-desk\)$/m);
    expect(out).toMatch(/^r1 +fi-alder-ncp +FI +sent +route$/m);
    expect(out).toMatch(/^c2 +acknowledge +r1 +recipient +running +2026-11-24 23:00:00 \+01:00$/m);
    expect(out).toMatch(/^letters +2 decided, 2 waiting, 0 failed$/m);
  });

  test('for programs is the referral as disclosed', async () => {
    expect(await json(`status ${reference} --as aino.alder`)).toMatchObject({
      referral: { id, reference, recipients: [{ id: 'r1', agencyId: 'fi-alder' }] },
      letters: [{ letter: 'new-referral' }],
    });
  });

  test('is refused to other agencies', async () => {
    expect(await refused(`status ${reference} --as lotta.birch`)).toMatch(/^4 liaise: UNKNOWN_REFERRAL: /);
  });
});

describe('read', () => {
  test('shows particulars with the handling code, without control characters', async () => {
    const out = await shown(`read ${reference} --purpose "Decide on it" --as aino.alder`);
    expect(out).toMatch(/^XR-\d{4}-\d{6} {2}H1: not in judicial proceedings without permission; TLP amber\n/);
    expect(out).toMatch(/\n1\. submitted, 2026-11-24 16:00:00 \+02:00, quinn.quartz\n/);
    expect(out).toMatch(new RegExp(`^summary +${SUMMARY}`, 'm'));
    expect(out).toMatch(/^indicators 1 +country FI, basis legal-process, verified true, proxySuspected false$/m);
    expect(out).toMatch(/^account +midnight_otter_48213$/m);
    expect(out).not.toContain('\u001b');
    expect(await consultationsOf(desk.db, id)).toHaveLength(1);
  });

  test('requires a purpose', async () => {
    expect(await refused(`read ${reference} --as aino.alder`)).toContain("required option '--purpose <text>'");
    expect(await refused(`read ${reference} --purpose "" --as aino.alder`)).toMatch(/^2 liaise: TEXT_REQUIRED: /);
  });
});

describe('list', () => {
  test('has one line for each referral', async () => {
    const out = await shown('list --status referred --mine --as noor.rowan');
    expect(out).toMatch(
      new RegExp(`^${reference} +referred +urgent +case-referral +us-quartz +fi-alder sent +2026-`, 'm'),
    );
  });

  test('prints a sentence if there are none', async () => {
    expect(await shown('list --urgency emergency --as noor.rowan')).toBe('There are no referrals.\n');
  });

  test('contains the next deadline in JSON', async () => {
    const [line] = await json('list --due-before 2027-01-01T00:00:00Z --limit 1 --as noor.rowan');
    expect(line).toMatchObject({ reference, id, status: 'referred', nextDueAt: '2026-11-24T22:00:00.000Z' });
  });

  test('finds what ran out and is unanswered', async () => {
    const [line, ...more] = await json('list --breached --as noor.rowan');
    expect([line.reference, more]).toEqual([reference, []]);
    expect(await shown('list --breached --as quinn.quartz --status received')).toBe('There are no referrals.\n');
  });

  test.each(['--limit 0', '--limit many', '--due-before tomorrow'])('refuses %s', async (option) => {
    expect(await refused(`list ${option} --as noor.rowan`)).toMatch(/^2 liaise: INVALID_INPUT: /);
  });
});

describe('another referral', () => {
  let other: string;

  beforeAll(async () => {
    other = await desk.referred();
    await desk.act(other, { type: 'link', otherId: id, kind: 'same-series' }, await desk.person('noor.rowan'));
  });

  test('is named by its reference in status and timeline, never by its id', async () => {
    expect(await shown(`status ${other} --as noor.rowan`)).toMatch(
      new RegExp(`^linked +same-series ${reference}$`, 'm'),
    );
    const out = await shown(`timeline ${other} --as noor.rowan`, 160);
    expect(out).toContain(reference);
    expect(out).not.toContain(id);
  });

  test('keeps its id in the JSON of a timeline', async () => {
    expect(JSON.stringify(await json(`timeline ${other} --as noor.rowan`))).toContain(id);
  });
});

describe('timeline', () => {
  test('lists acts, clocks and letters in the requested time zone', async () => {
    const out = await shown(`timeline ${reference} --zone Asia/Tokyo --as noor.rowan`);
    expect(out).toMatch(/^time in Asia\/Tokyo +by +what happened$/m);
    expect(out).toMatch(/^2026-11-24 23:00:00 \+09:00 +quinn.quartz +submitted by us-quartz/m);
    expect(out).toMatch(/c2 \(acknowledge, r1\) started: 8 hours, due 2026-11-25 07:00:00 \+09:00$/m);
    expect(out).toMatch(/notification "new-referral" to fi-alder-ncp queued$/m);
  });

  test('refuses an unknown time zone', async () => {
    expect(await refused(`timeline ${reference} --zone Mars/Base --as noor.rowan`)).toContain('an IANA name');
  });
});

describe('explain', () => {
  test('triage: the proposal with its reasons, and what would change it', async () => {
    const out = await shown(`explain triage ${reference} --as noor.rowan`);
    expect(out).toMatch(/Countries: clear \(only FI\)/);
    expect(out).toContain('What would change the proposed countries:\n  ');
    const { proposal, changes } = JSON.parse(await shown(`explain triage ${reference} --as noor.rowan --json`));
    expect(proposal.countries).toMatchObject([{ country: 'FI' }]);
    expect(changes[0]).toMatchObject({ leading: expect.anything(), verdict: expect.anything() });
    expect(await shown(`explain triage ${reference} --as aino.alder`)).toContain('you may not see their proposal');
  });

  test('routing: every candidate, and why', async () => {
    const out = await shown(`explain routing ${reference} --as noor.rowan`);
    expect(out).toMatch(/by rule: recipients in FI \(route-\d+\)\n/);
    expect(out).toMatch(/^1 +FI +fi-alder-ncp +national-contact-point +chosen +best-of-its-country$/m);
    expect(out).toMatch(/fi-cloudberry-hotline +inhope-hotline +not chosen +hotline-for-removal-only$/m);
    expect(out).toMatch(/^fi-[\w-]+ would be chosen if .+\.$/m);
  });

  test('routing is not for recipients', async () => {
    expect(await shown(`explain routing ${reference} --as aino.alder`)).toContain('you may not see its routing');
  });

  test('clock: its events, and its due instant in every time zone', async () => {
    const out = await shown(`explain clock ${reference}/c2 --as noor.rowan`, 200);
    expect(out).toMatch(/Acknowledgement \(c2, r1\)\n(.*\n)+ .*Europe\/Helsinki, time zone of the recipient\n/);
    const german = `explain clock ${reference}/c2 --language de --as noor.rowan`;
    expect(await shown(german, 250)).toContain('Einzuhalten von: Empfänger');
  });

  test('clock: only a disclosed one, by its complete name', async () => {
    expect(await refused(`explain clock ${reference}/c1 --as aino.alder`)).toMatch(/^4 liaise: UNKNOWN_CLOCK: /);
    expect(await refused(`explain clock ${reference} --as aino.alder`)).toContain('XR-2026-000123/c2');
  });
});

test('policy simulate: when clocks would have been due, and which would have been breached', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'liaise-simulation-')), 'policy.json');
  const policies = structuredClone(defaultPolicies);
  policies.version = 'short';
  for (const { id: name, terms } of policies.clocks) if (name === 'acknowledge') terms.urgent.amount = 2;
  writeFileSync(path, JSON.stringify(policies));
  const line = `policy simulate ${path} --from 2026-11-24 --to 2026-11-24`;
  expect(await shown(line, 200)).toMatch(new RegExp(`^${reference} +acknowledge +due 2026-11-24T22:00:00.000Z, `, 'm'));
  const [startedAt, { version, changed }] = ['2026-11-24T14:00:00.000Z', await json(line)];
  expect(version).toBe('short');
  expect(changed).toContainEqual({
    ...{ reference, name: 'acknowledge', subject: { of: 'recipient', recipientId: 'r1' } },
    recorded: { startedAt, dueAt: '2026-11-24T22:00:00.000Z', breached: true },
    simulated: { startedAt, dueAt: '2026-11-24T16:00:00.000Z', breached: true },
  });
  expect(await refused(`policy simulate ${path} --from 24.11.2026`)).toContain('--from must be a date');
});

describe('directory', () => {
  test('of a country: its contact points, what it can do, who is tried first', async () => {
    const out = await shown('directory --country fi', 160);
    expect(out).toMatch(/^FI +fi-alder-ncp +national-contact-point/m);
    expect(out).not.toContain('se-juniper');
    expect(out).toMatch(/^FI +national-contact-point → /m);
  });

  test('its people', async () => {
    const out = await shown('directory --country FI --people');
    expect(out).toMatch(/^lotta.birch +Lotta Birch +fi-birch: liaison-officer, partner-officer +Europe\/Helsinki$/m);
    expect(out).not.toContain('noor.rowan');
  });

  test.each(['fi', 'Finland', 'FINLANDE', 'Finnland'])('of a country that is given as %s', async (country) => {
    expect(await shown(`directory --country ${country}`, 160)).toMatch(/^FI +fi-alder-ncp/m);
  });

  test('of a country without contact points', async () => {
    expect(await shown('directory --country Antarctica')).toBe('There are no contact points.\n');
  });

  test.each(['ZZ', 'Finlandia'])('does not know a country %s, and says what to give', async (country) => {
    expect(await refused(`directory --country ${country}`)).toBe(
      `2 liaise: INVALID_INPUT: There is no country "${country}". Give its ISO 3166-1 code or its name, for example FI or ` +
        'Finland.\n',
    );
  });

  test('the whole directory, for programs', async () => {
    const { agencies, chains } = await json('directory');
    expect(agencies).toContainEqual(expect.objectContaining({ id: 'xr-desk', coordinating: true }));
    expect(chains.default).toBeDefined();
  });
});

test('a referral that an earlier version stored with an incident after the year 9999 can be read', async () => {
  const incidentAt = '+010000-01-01T13:59:59.000Z';
  const old = await desk.referred(anH1Submission({ incidentAt }));
  const number = (await findReferral(desk.db, old))?.reference ?? '';
  expect(await shown(`status ${number} --as noor.rowan`)).toMatch(/^status +referred$/m);
  expect(await json(`status ${number} --as noor.rowan`)).toMatchObject({ referral: { facts: { incidentAt } } });
  expect(await shown(`read ${number} --purpose "Decide on it" --as aino.alder`)).toContain(SUMMARY);
});

describe('dossier', () => {
  test('is JSON as disclosed to the person, with particulars for a purpose', async () => {
    const of = async (line: string) => {
      const { bytes = Buffer.of() } = await typed(line, { services: desk.services });
      return JSON.parse(Buffer.from(bytes).toString());
    };
    const plain = await of(`dossier ${reference} --as aino.alder`);
    expect(plain).toMatchObject({
      format: 'liaise-dossier/1',
      reader: { personId: 'aino.alder' },
      referral: { reference },
    });
    expect(plain).not.toHaveProperty('particulars');
    const whole = await of(`dossier ${reference} --purpose triage --as aino.alder`);
    expect(JSON.stringify(whole.particulars)).toContain('midnight_otter_48213');
    expect(await refused(`dossier ${reference} --as lotta.birch`)).toContain('UNKNOWN_REFERRAL');
  });

  test('is a PDF with --pdf, in the chosen language, recorded as a disclosure', async () => {
    const file = join(await testFolder(), 'dossier.pdf');
    await shown(`dossier ${reference} --as aino.alder --pdf ${file} --language de --purpose triage`);
    const bytes = await readFile(file);
    const { pages, language } = await readPdf(bytes);
    expect(language).toBe('de-DE');
    expect(pages.map(({ text }) => text).join(' ')).toContain('midnight_otter_48213');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const leaves = await desk.db.auditLeaf.findMany({ where: { operation: 'disclosure' } });
    expect(leaves.map(({ leaf }) => (leaf as { about: object }).about)).toContainEqual({
      ...{ document: 'dossier', format: 'pdf', sha256 },
    });
    expect(await refused(`dossier ${reference} --as aino.alder --pdf ${file} --out ${file}`)).toContain('--out');
  });
});
