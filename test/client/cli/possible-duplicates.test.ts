/** `liaise status` shows what a possible duplicate shares to the coordinator only. */

import { expect, test } from 'vitest';
import { findReferral } from '../../../prisma/store/referrals.ts';
import { recordingEngine } from './recording-engine.ts';
import { runCommand } from './run-command.ts';

test('status shows the coordinator what is shared, as text and as JSON', async () => {
  const desk = await recordingEngine();
  const [id, other] = [await desk.referred(), await desk.referred()];
  const digests = ['file/1', 'hash-1', 'hash-2'];
  const rows = [id, other].flatMap((referralId) => digests.map((digest) => ({ referralId, digest })));
  await desk.db.materialDigest.createMany({ data: rows });
  const found = (await findReferral(desk.db, other))?.reference ?? '';
  const shown = async (line: string) => (await runCommand(line, { services: desk.services, columns: 120 })).out;
  const out = await shown(`status ${id} --as noor.rowan`);
  expect(out).toContain(`with ${found}: origin references 0, hash values 2, file ids 1`);
  expect(JSON.parse(await shown(`status ${id} --json --as noor.rowan`)).possibleDuplicates).toEqual([
    { referralId: other, reference: found, shared: { originReferences: 0, hashValues: 2, files: 1 } },
  ]);
  for (const person of ['quinn.quartz', 'aino.alder']) {
    expect(await shown(`status ${id} --as ${person}`)).toMatch(/^reference +XR-/m);
    expect(await shown(`status ${id} --as ${person}`)).not.toContain(found);
    const answer = JSON.parse(await shown(`status ${id} --json --as ${person}`));
    expect([answer.referral.id, answer.possibleDuplicates]).toEqual([id, []]);
  }
});
