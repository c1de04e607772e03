/** Every form: the values that a person entered before the session ended are restored after sign-in. */

import { beforeAll, expect, test } from 'vitest';
import { initialFields } from '../../../client/web/intake/draft-content.ts';
import { saveDraft } from '../../../client/workspace/drafts.ts';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { routesOf } from '../../support/routes.ts';

/** Typed on the page `on`, into the form that goes `to`; the page itself where nothing is said. */
interface Form {
  as: string;
  on: string;
  to?: string;
  typed: Record<string, string>;
}

const WORDS = 'Copperfield & <Lantern>';
const SHOWN = 'Copperfield &amp; &lt;Lantern>';

let desk: TestDesk;
let forms: Record<string, Form[]>;

beforeAll(async () => {
  desk = await testDesk();
  await desk.db.membership.create({ data: { personId: 'aino.alder', agencyId: 'fi-birch', role: 'partner-officer' } });
  const atTriage = await (await RecordedReferral.submit(desk, 'quinn.quartz')).read();
  const waits = await atFinland();
  const proposed = await atFinland();
  await proposed.act('aino.alder', { type: 'decline', recipientId: 'r1', ground: 'minor-or-no-offence' });
  const [{ reference }, { reference: closing }] = [
    await waits.read(),
    await proposed.act('noor.rowan', { type: 'propose-closure' }),
  ];
  const quinn = await personOf(desk.db, 'quinn.quartz');
  const content = { fields: initialFields('en'), loss: [] };
  const { id: draft } = await saveDraft({ ...desk, db: desk.pages }, quinn, { step: 'what', content });
  const box = await boxOf('aino.alder', reference);
  forms = {
    '/settings': [{ as: 'noor.rowan', on: '/settings', typed: { zone: WORDS } }],
    '/referrals/:reference/particulars': [
      {
        ...{ as: 'quinn.quartz', on: `/referrals/${reference}`, to: `/referrals/${reference}/particulars` },
        typed: { purpose: WORDS },
      },
    ],
    '/referrals/:reference/dossier': [
      { as: 'quinn.quartz', on: `/referrals/${reference}/dossier`, typed: { purpose: WORDS } },
    ],
    '/referrals/:reference/acts/:act': [
      { as: 'aino.alder', on: `/referrals/${reference}/acts/decline?recipient=r1`, typed: { text: WORDS } },
      {
        ...{ as: 'otto.rowan', on: '/approvals', to: `/referrals/${closing}/acts/return-closure` },
        typed: { text: WORDS },
      },
    ],
    '/referrals/new/file': [
      { as: 'quinn.quartz', on: '/referrals/new', to: '/referrals/new/file', typed: { pasted: WORDS } },
    ],
    '/referrals/new/:id/:step': [{ as: 'quinn.quartz', on: `/referrals/new/${draft}/what`, typed: { summary: WORDS } }],
    '/views': [{ as: 'quinn.quartz', on: '/referrals?urgency=urgent', to: '/views', typed: { name: WORDS } }],
    '/waiting/assign': [
      {
        as: 'aino.alder',
        on: '/waiting',
        to: '/waiting/assign',
        typed: { reference: box },
      },
    ],
    '/triage/accept': [
      {
        as: 'noor.rowan',
        on: '/triage',
        to: '/triage/accept',
        typed: { reference: `${atTriage.reference}/${atTriage.seq}` },
      },
    ],
    '/inbox/acknowledge': [{ as: 'aino.alder', on: '/inbox', to: '/inbox/acknowledge', typed: { reference: box } }],
    '/agency/contact-points/:id/address': [
      { as: 'aino.alder', on: '/agency/contact-points/fi-alder-ncp/address', typed: { email: WORDS } },
    ],
    '/admin/agencies/new': [{ as: 'karl.rowan', on: '/admin/agencies/new', typed: { name: WORDS } }],
    '/admin/agencies/:id': [{ as: 'karl.rowan', on: '/admin/agencies/fi-alder', typed: { name: WORDS } }],
    '/admin/agencies/:id/contact-points/new': [
      { as: 'karl.rowan', on: '/admin/agencies/fi-alder/contact-points/new', typed: { name: WORDS } },
    ],
    '/admin/contact-points/:id': [
      { as: 'karl.rowan', on: '/admin/contact-points/fi-alder-ncp', typed: { name: WORDS } },
    ],
    '/admin/people/new': [{ as: 'karl.rowan', on: '/admin/people/new', typed: { name: WORDS } }],
    '/admin/people/:id': [
      { as: 'karl.rowan', on: '/admin/people/aino.alder', typed: { form: 'details', name: WORDS } },
    ],
    '/admin/people/:id/roles': ['fi-birch', 'another'].map((form) => ({
      ...{ as: 'karl.rowan', on: '/admin/people/aino.alder', to: '/admin/people/aino.alder/roles' },
      typed: { form, roles: 'auditor' },
    })),
    '/admin/people/:id/identities': [
      {
        ...{ as: 'karl.rowan', on: '/admin/people/aino.alder', to: '/admin/people/aino.alder/identities' },
        typed: { form: 'identity', subject: WORDS },
      },
    ],
    '/admin/webhooks': [{ as: 'karl.rowan', on: '/admin/webhooks', typed: { url: WORDS } }],
    '/absences': [{ as: 'aino.alder', on: '/absences', typed: { from: WORDS } }],
    '/announcements': [{ as: 'karl.rowan', on: '/announcements', typed: { from: WORDS } }],
    '/data-subjects': [{ as: 'ines.rowan', on: '/data-subjects', typed: { identifier: WORDS } }],
    '/admin/registry/:country/:capability': [
      { as: 'karl.rowan', on: '/admin/registry/FI/legislation', typed: { level: 'partial' } },
    ],
    '/admin/calendars': [{ as: 'karl.rowan', on: '/admin/calendars', typed: { name: WORDS } }],
  };
});

async function atFinland(): Promise<RecordedReferral> {
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  return kept;
}

/** Buttons alone: there is nothing to be lost. */
const NOTHING_TYPED = [
  '/sla/:reference/pdf',
  // A reference number alone.
  '/audit/log',
  // Long JSON, often a file.
  '/admin/policies/new',
  ...['/sign-out', '/sign-out-everywhere', '/agency', '/agency/confirm', '/seen', '/views/delete', '/referrals/new'],
  ...[
    '/absences/remove',
    '/announcements/withdraw',
    '/sessions/end',
    '/sign-in/provider-logout',
    '/readings',
    '/referrals/:reference/proof',
  ],
  ...['/referrals/:reference/erasure-certificate', '/log-alarms/:id/acknowledge'],
  // Files are not saved, and the second step only confirms them.
  ...['/referrals/:reference/supplement-files', '/referrals/:reference/supplement-files/:draft'],
  ...['/referrals/new/:id/delete', '/admin/contact-points/:id/verify', '/admin/calendars/:agencyId/:day/remove'],
  '/admin/registry/:country/:capability/confirm',
  '/drills/:id',
  ...['/settings/calendar', '/settings/calendar/revoke'],
  ...[
    '/admin/people/:id/deactivate',
    '/admin/people/:id/end-sessions',
    '/admin/people/:id/take-identity',
    '/admin/people/:id/pseudonymise',
  ],
  ...['/admin/agencies/:id/disable', '/admin/agencies/:id/enable', '/agency/address/:id'],
  ...['/admin/contact-points/:id/disable', '/admin/contact-points/:id/enable'],
  ...['confirm', 'reject', 'withdraw'].map((step) => `/admin/proposals/:id/${step}`),
  ...['remove', 'secret', 'enable'].map((step) => `/admin/webhooks/:id/${step}`),
  ...['/admin/webhooks/deliveries/send-again', '/admin/webhooks/deliveries/:id/send-again'],
];

/** The value of the box of a referral on the list of tasks: its reference and its last entry. */
async function boxOf(personId: string, reference: string): Promise<string> {
  const { body } = await (await desk.browser(personId)).get('/waiting');
  return new RegExp(`value="(${reference}/\\d+)"`).exec(body)?.[1] ?? '';
}

test('no form is left out', () => {
  const routes = routesOf(desk.app, 'POST').filter((route) => !route.startsWith('/api/'));
  // Each act has a route of its own.
  const sent = [
    ...new Set(routes.map((route) => route.replace(/^(\/referrals\/:reference\/acts)\/[\w-]+$/, '$1/:act'))),
  ];
  expect([...Object.keys(forms), ...NOTHING_TYPED].toSorted()).toEqual(sent.toSorted());
});

test('each form is restored, on its own page and on a page that had refused it', async () => {
  for (const { as, on, to = on, typed } of Object.values(forms).flat()) {
    // A list does not show the refusals of its own form, so no form is sent from there.
    for (const page of to === '/views' ? [on] : [on, to]) {
      const browser = await desk.browser(as);
      const { url, body } = await sentTooLate(browser, { as, page, to, typed });
      const where = `${to} from ${page}, at ${url}`;
      expect(body, where).toContain('class="govuk-notification-banner__title"');
      for (const [name, value] of Object.entries(typed)) {
        const [form = '', ...others] = formsIn(body, to.split('?')[0]).filter((each) => holds(each, name, value));
        expect(form, `${where}: ${name}`).toContain(value === WORDS ? SHOWN : value);
        expect(others, `${where}: ${name}`).toEqual([]);
        expect(isFolded(body, form), `${where} is folded`).toBe(false);
      }
    }
  }
});

test('a form with material is not saved', async () => {
  const typed = { text: 'iVBORw0KGgo'.repeat(400) };
  const browser = await desk.browser('lotta.birch');
  const { personId, agencyId } = await personOf(desk.db, 'lotta.birch');
  const _csrf = await browser.token();
  await browser.get(`/test-sign-in/lotta.birch/${agencyId}`);
  const { statusCode } = await browser.inject({
    ...{ method: 'POST', url: '/settings', payload: new URLSearchParams({ _csrf, ...typed }).toString() },
    headers: {
      ...{ host: 'localhost', referer: 'http://localhost/settings', 'sec-fetch-site': 'same-origin' },
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
  expect(statusCode).toBe(403);
  expect(await desk.db.savedForm.count({ where: { personId } })).toBe(0);
});

/** By a tab that is older than the session, as after signing in again: then on to where that leads. */
async function sentTooLate(browser: Browser, { as, page, to, typed }: Omit<Form, 'on'> & { page: string; to: string }) {
  const _csrf = await browser.token();
  const { agencyId } = await personOf(desk.db, as);
  await browser.get(`/test-sign-in/${as}/${agencyId}`);
  const headers = { host: 'localhost', referer: `http://localhost${page}`, 'sec-fetch-site': 'same-origin' };
  let answer = await browser.inject({
    ...{ method: 'POST', url: to, payload: new URLSearchParams({ _csrf, ...typed }).toString() },
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
  let url = page;
  while (answer.statusCode === 303) {
    url = answer.headers.location ?? '';
    answer = await browser.get(url);
  }
  return { url, body: answer.body };
}

/** Those that go there, with fields that are beside them. */
function formsIn(body: string, action = ''): string[] {
  const inside = body.match(/<form[^>]*>.*?<\/form>/gs) ?? [];
  const beside = body.match(/<input[^>]* form="[^"]*"[^>]*>/g) ?? [];
  return inside.filter((form) => form.includes(`action="${action}"`)).concat(beside);
}

/** Hidden until a person opens it. */
function isFolded(body: string, form: string): boolean {
  const [before = ''] = body.split(form, 1);
  const [around = ''] = before.split('<details').slice(-1);
  return before.includes('<details') && !around.includes('</details>') && !/^[^>]* open/.test(around);
}

/** What was typed into that field, or chosen of it. */
function holds(form: string, name: string, value: string): boolean {
  const typed = value === WORDS ? SHOWN : value;
  const fields = form.match(/<(input|textarea)[^>]*>([^<]*<\/textarea>)?/g) ?? [];
  return fields.some(
    (field) =>
      field.includes(`name="${name}"`) &&
      field.includes(typed) &&
      (!field.includes('type="checkbox"') || field.includes('checked')),
  );
}
