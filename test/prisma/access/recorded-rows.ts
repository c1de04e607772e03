/** Fills a database with one referral of us-quartz to Finland, and with a row in every table that holds rows of agencies. */

import { randomUUID } from 'node:crypto';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { mergeStatistics } from '../../../prisma/store/statistics.ts';
import { connectAs } from '../../support/database.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';

/** Returns the id of the referral. */
export async function recordRows(url: string): Promise<string> {
  const owner = connectAs(url, 'liaise_owner');
  const db = connectAs(url, 'liaise_engine');
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('test')));
  const referral = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  const codes = { urgency: 'urgent', urgencyGrounds: [], capability: 'investigation', countries: ['FI'] } as const;
  await referral.act('noor.rowan', {
    type: 'complete-triage',
    ...codes,
    urgencyGrounds: [],
    countries: ['FI'],
    wanted: [],
  });
  const { id } = referral;
  await mergeStatistics(db);
  await db.recipient.updateMany({ data: { acknowledgedInTime: true } });
  const counted = await db.requestEvent.findFirstOrThrow({ where: { referralId: id } });
  await db.requestEvent.create({ data: { ...counted, seq: 1_000 } });
  await db.party.updateMany({ data: { breached: true } });
  const [own, at] = [{ agencyId: 'us-quartz', personId: 'quinn.quartz' }, new Date()];
  const key = { ...own, key: 'key', digest: 'digest' };
  await owner.actKey.create({ data: { ...key, referralId: id, actId: 'act' } });
  await owner.writeKey.create({ data: { ...key, savedAt: at } });
  await owner.link.create({ data: { referralId: id, otherId: randomUUID(), kind: 'same-victim' } });
  await owner.materialDigest.create({ data: { referralId: id, digest: 'digest' } });
  const textId = (await db.particulars.findFirstOrThrow({ where: { referralId: id } })).id;
  const counts = { opaque: 1, identifiers: 1, hashes: 1 };
  await owner.textCost.create({ data: { textId, referralId: id, agencyId: own.agencyId, ...counts } });
  await owner.draft.create({ data: { id: randomUUID(), ...own, step: 'what', changedAt: at } });
  await owner.savedView.create({ data: { id: randomUUID(), ...own, page: '/', name: 'view', query: '' } });
  await owner.calendarFeed.create({ data: { ...own, digest: 'feed', madeAt: at } });
  await owner.readMark.create({ data: { ...own, referralId: id, seq: 1, at } });
  await owner.identity.create({ data: { issuer: 'https://id.example', subject: 'quinn', personId: own.personId } });
  await owner.session.create({ data: { ...own, digest: 'session', startedAt: at, seenAt: at } });
  const proposal = { id: randomUUID(), ...own, channel: 'page', concerns: ['us-quartz'], proposedAt: at };
  await owner.proposal.create({ data: { ...proposal, keyId: 'test', sealed: Buffer.from('proposal') } });
  const decision = { id: randomUUID(), proposalId: proposal.id, step: 'withdrawn', personId: own.personId, at };
  await owner.proposalDecision.create({ data: decision });
  const webhook = { id: randomUUID(), agencyId: own.agencyId };
  await owner.webhook.create({ data: { ...webhook, url: 'https://hooks.example/', kinds: ['answers'] } });
  const ofWebhook = { id: randomUUID(), webhookId: webhook.id, agencyId: own.agencyId };
  await owner.webhookSecret.create({ data: { ...ofWebhook, keyId: 'test', sealed: Buffer.from('secret') } });
  const message = { referralId: id, seq: 1, reference: 'XR-2026-000001', event: 'submitted', payload: '{}' };
  await owner.webhookDelivery.create({ data: { ...ofWebhook, ...message } });
  await owner.savedForm.create({ data: { personId: own.personId, savedAt: at, sealed: Buffer.from('form') } });
  return id;
}
