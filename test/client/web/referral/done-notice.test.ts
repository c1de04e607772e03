/** After an act, the page says what the act did and what is due next; a request is not reported as done. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { Act } from '../../../../domain/acts.ts';
import { readJournal } from '../../../../prisma/store/journal.ts';
import { lettersOf } from '../../../../prisma/store/letter-outbox.ts';
import { restoreEntries } from '../../../../prisma/store/restore-entries.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

const TRIAGE: Act = {
  ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
  ...{ capability: 'investigation', wanted: [] },
};

async function referred(code: 'H0' | 'H2' = 'H0'): Promise<RecordedReferral> {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz', { handling: { code } });
  await kept.act('noor.rowan', TRIAGE);
  return kept;
}

/** Carries the act out and reads what the person's page says of it. */
async function noticeAfter(kept: RecordedReferral, personId: string, act: Act, page?: string): Promise<string> {
  await kept.act(personId, act);
  return notice(kept, personId, `done=${act.type}`, page);
}

async function notice(kept: RecordedReferral, personId: string, query: string, page?: string): Promise<string> {
  const { reference } = await kept.read();
  const browser = await desk.browser(personId);
  const { body } = await browser.get(page ? `${page}?${query}&of=${reference}` : `/referrals/${kept.id}?${query}`);
  const banner = /<section class="govuk-notification-banner.*?<\/section>/s.exec(body)?.[0] ?? '';
  return banner
    .replace('</h2>', ' ')
    .replaceAll(/<[^>]*>/g, '')
    .trim()
    .replaceAll(reference, 'XR');
}

const juniper = { contactPointId: 'se-juniper-ncp', agencyId: 'se-juniper', country: 'SE', type: 'spoc' } as const;

describe('an act that only requests something', () => {
  test('says that a referral under H2 is not referred onward yet, and by when the sender answers', async () => {
    const kept = await referred('H2');
    await kept.act('aino.alder', { type: 'accept', recipientId: 'r1' });
    const text = await kept.storeText('They live there.');
    const said = await noticeAfter(kept, 'aino.alder', {
      type: 'refer-onward',
      recipientId: 'r1',
      choice: juniper,
      text,
    });
    expect(said).toMatch(
      /^Requested XR was not referred onward yet\. Model Clearing House Quartz .* was asked for consent/,
    );
    expect(said).toMatch(
      /Next: Model Clearing House Quartz .* must give or refuse consent to the onward referral by \d+ \w+ \d{4}/,
    );
  });

  test('says that a supervisor decides on a withdrawal', async () => {
    const kept = await referred();
    const text = await kept.storeText('Sent twice.');
    const said = await noticeAfter(kept, 'quinn.quartz', { type: 'withdraw', text });
    expect(said).toMatch(/^Requested XR is not withdrawn yet\. A supervisor of .* must approve the withdrawal\.$/);
  });

  test('says that a closure is only proposed, and by when it is approved', async () => {
    const kept = await referred();
    await kept.act('aino.alder', { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' });
    const said = await noticeAfter(kept, 'noor.rowan', { type: 'propose-closure' });
    expect(said).toMatch(
      /^Requested The closure of XR was proposed\. .* Next: .* must approve or return the closure by/,
    );
  });
});

test('before it is sent on, a withdrawal is done', async () => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  const said = await noticeAfter(kept, 'quinn.quartz', { type: 'withdraw', text: await kept.storeText('Sent twice.') });
  expect(said).toBe('Done XR is withdrawn and closed.');
});

test('accepting and declining say so, with what is due next', async () => {
  const kept = await referred();
  const acknowledged = await noticeAfter(kept, 'aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  expect(acknowledged).toMatch(
    /^Done Model Unit Alder.* acknowledged XR\. Next: Model Unit Alder.* must accept or decline the referral by/,
  );
  const accepted = await noticeAfter(kept, 'aino.alder', { type: 'accept', recipientId: 'r1' });
  expect(accepted).toMatch(
    /^Done Model Unit Alder.* accepted XR\. Model Clearing House Quartz .* is notified\. Next: Model Unit Alder.* must report an outcome by/,
  );

  const other = await referred();
  const act = { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' } as const;
  const declined = await noticeAfter(other, 'aino.alder', act, '/inbox');
  expect(declined).toMatch(
    /^Done Model Unit Alder.* declined XR\. The sending and the coordinating agency are notified\.$/,
  );
});

test('triage says to whom the referral was sent, or that it is held', async () => {
  const sent = await RecordedReferral.submit(desk, 'quinn.quartz');
  const said = await noticeAfter(sent, 'noor.rowan', TRIAGE, '/triage');
  expect(said).toMatch(
    /^Done The triage of XR is complete\. The referral was sent to: Model Unit Alder.* Next: Model Unit Alder.* must ack/,
  );

  const held = await RecordedReferral.submit(desk, 'quinn.quartz');
  expect(await noticeAfter(held, 'noor.rowan', { ...TRIAGE, countries: ['IS'] }, '/triage')).toMatch(
    /^No recipient The triage of XR is complete, but the referral is held: no contact point can receive it\. A supervisor can assign a recipient\. Next: .* must find a recipient by /,
  );

  const noor = await desk.browser('noor.rowan');
  const { reference } = await held.read();
  const { body } = await noor.get(`/triage?done=complete-triage&of=${reference}`);
  expect(body).toContain('class="govuk-notification-banner"');
  expect(body).not.toContain('govuk-notification-banner--success');

  const both = await RecordedReferral.submit(desk, 'quinn.quartz');
  expect(await noticeAfter(both, 'noor.rowan', { ...TRIAGE, countries: ['FI', 'IS'] })).toMatch(
    /^No recipient The triage of XR is complete\. .* sent to: Model Unit Alder.* No contact point can receive it in: Iceland\./,
  );
});

describe('an act that is taken back', () => {
  const takeBack: Act = { type: 'take-back', act: 'complete-triage' };

  async function triagedNow(): Promise<RecordedReferral> {
    const kept = await RecordedReferral.submit(desk, 'quinn.quartz', {}, new Date().toISOString());
    await kept.act('noor.rowan', TRIAGE);
    return kept;
  }

  async function lettersNow({ id }: RecordedReferral) {
    const letters = await lettersOf(desk.db, id);
    return letters.map(({ letter, status, code }) => [letter, status, code]);
  }

  test('is offered to its author with the time left, and is confirmed', async () => {
    const kept = await triagedNow();
    const pageOf = async (personId: string) => (await desk.browser(personId)).get(`/referrals/${kept.id}`);
    const { body } = await pageOf('noor.rowan');
    expect(body).toContain('Take back: ');
    expect(body).toContain('To take it back:');
    expect((await pageOf('ines.rowan')).body).not.toContain('Take back: ');
    const old = await referred();
    expect((await (await desk.browser('noor.rowan')).get(`/referrals/${old.id}`)).body).not.toContain('Take back: ');
    expect(await noticeAfter(kept, 'noor.rowan', takeBack)).toMatch(/^Done Your action on XR was taken back\./);
  });

  test('is offered beside the sentence of a list, and leads back to the list', async () => {
    const kept = await triagedNow();
    const { reference } = await kept.read();
    const browser = await desk.browser('noor.rowan');
    const address = `/triage?urgency=standard&done=complete-triage&of=${reference}`;
    const { body } = await browser.get(address);
    expect(body).toContain(`action="/referrals/${reference}/acts/take-back"`);
    expect(body).toContain('name="back" value="/triage?urgency=standard"');
    // A refresh keeps the message, so that screen readers do not announce it again.
    const bannerOf = (page: string) => /<section class="govuk-notification-banner.*?<\/section>/s.exec(page)?.[0];
    expect(bannerOf((await browser.get(address)).body)).toBe(bannerOf(body));
    const other = await browser.get(`/triage?done=add-note&of=${reference}`);
    expect(other.body).not.toContain('Take back: ');
  });

  test('notifies again all who were notified, also a duty line', async () => {
    const kept = await triagedNow();
    const addressee = { kind: 'point', contactPointId: 'fi-alder-ncp', line: 'duty' };
    await desk.db.letter.updateMany({ where: { referralId: kept.id, letter: 'new-referral' }, data: { addressee } });
    await kept.act('noor.rowan', takeBack);
    expect(await lettersOf(desk.db, kept.id)).toMatchObject([
      { letter: 'receipt' },
      { letter: 'new-referral', addressee },
      { letter: 'taken-back', addressee, status: 'sent' },
    ]);
  });

  test('withdraws its letters that still wait, and notifies nobody else', async () => {
    const kept = await triagedNow();
    await desk.db.letter.updateMany({
      where: { referralId: kept.id, letter: 'new-referral' },
      data: { status: 'waiting', settledAt: null },
    });
    await kept.act('noor.rowan', takeBack);
    expect(await lettersNow(kept)).toEqual([
      ['receipt', 'sent', null],
      ['new-referral', 'failed', 'TAKEN-BACK'],
    ]);
  });

  test('returns the case numbers of a duplicate, also when a backup is restored', async () => {
    const original = await RecordedReferral.submit(desk, 'quinn.quartz');
    const kept = await RecordedReferral.submit(desk, 'quinn.quartz', {}, new Date().toISOString());
    const { seq } = await kept.read();
    const ownNumbers = () => desk.db.originReference.count({ where: { referralId: kept.id } });
    await kept.act('noor.rowan', { type: 'mark-duplicate', otherId: original.id });
    expect(await ownNumbers()).toBe(0);
    await kept.act('noor.rowan', { type: 'take-back', act: 'mark-duplicate' });
    expect(await ownNumbers()).toBe(1);
    const journal = await readJournal(desk.db, kept.id);
    await desk.db.$executeRaw`ALTER TABLE journal DISABLE TRIGGER ALL`;
    await desk.db.journal.deleteMany({ where: { referralId: kept.id, seq: { gt: seq } } });
    await desk.db.$executeRaw`ALTER TABLE journal ENABLE TRIGGER ALL`;
    expect(await restoreEntries(desk.db, kept.id, journal)).toMatchObject({ restored: journal.length - seq });
    expect(await ownNumbers()).toBe(1);
  });
});

test('no message is shown for an act of another person', async () => {
  const kept = await referred();
  await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  expect(await notice(kept, 'aino.alder', 'done=accept')).toBe('');
  expect(await notice(kept, 'eero.alder', 'done=acknowledge')).toBe('');
  // Addresses of earlier versions name the entry of the journal.
  expect(await notice(kept, 'aino.alder', 'done=acknowledge&entry=1')).toBe('');
  expect(await notice(kept, 'aino.alder', 'done=acknowledge&number=1')).toBe('');
  expect(await notice(kept, 'aino.alder', 'done=acknowledge&number=100')).toContain('acknowledged XR');
  expect(await notice(kept, 'aino.alder', 'done=nonsense&entry=x')).toBe('');
  expect(await notice(kept, 'aino.alder', 'done=acknowledge&entry=x')).toContain('acknowledged XR');
});

test.each([
  ['ines.rowan', /^Action effectuée Le tri de XR est achevé\. .* Prochaine étape\s: accuser réception/],
  ['emil.rowan', /^Erledigt Die Triage von XR ist abgeschlossen\. .* Nächster Schritt: den Eingang/],
])('%s reads it in their language', async (personId, said) => {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  expect(await noticeAfter(kept, personId, TRIAGE)).toMatch(said);
});
