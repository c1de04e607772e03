/** Plans of edits: who must agree, what the log holds, and what is refused. */

import { describe, expect, test } from 'vitest';
import type { DirectoryEdit, EditFacts, PersonFacts } from '../../../domain/administration/directory-edit.ts';
import { leafOfEdit } from '../../../domain/administration/edit-leaf.ts';
import type { Editor } from '../../../domain/administration/editor.ts';
import { planEdit } from '../../../domain/administration/plan-edit.ts';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import type { Role } from '../../../domain/people.ts';
import { contactPoint } from '../../../domain/routing/directory.ts';
import { COORDINATOR, DIRECTORY } from '../../support/factories.ts';
import { codeOf } from './refusal-code.ts';

const NOW = '2026-11-30T08:00:00.000Z';
const desk = {
  id: COORDINATOR,
  name: 'Desk',
  country: null,
  type: 'international-organisation',
  excludes: [],
} as const;
const directory = {
  ...DIRECTORY,
  agencies: [
    { ...desk, excludes: [], coordinating: true },
    ...['fi-birch', 'fi-cedar'].map((id) => ({
      ...{ id, name: id, country: 'FI', type: 'law-enforcement' as const, coordinating: false, excludes: [] },
    })),
  ],
};
const NOOR: PersonFacts = {
  ...{ id: 'noor', name: 'Noor', email: 'noor@birch.example', language: 'en', zone: 'UTC' },
  memberships: [{ agencyId: 'fi-birch', roles: ['auditor'] }],
};
/** Has no role any more. */
const LEFT: PersonFacts = { ...NOOR, id: 'p-1', name: 'Zoe Quill', email: 'zoe@birch.example', memberships: [] };
const facts = (more: Partial<EditFacts> = {}): EditFacts => ({
  directory,
  closedDays: [],
  now: NOW,
  person: NOOR,
  ...more,
});
const editor = (personId: string, agencyId = COORDINATOR, roles: Role[] = ['administrator']): Editor => ({
  person: { kind: 'person', personId, agencyId, roles },
  everywhere: agencyId === COORDINATOR,
});
const ANNA = editor('anna');
const plan = (edit: DirectoryEdit, by = ANNA, more: Partial<EditFacts> = {}) => planEdit(facts(more), by, edit);
const point = (() => {
  const found = contactPoint(directory, 'fi-1');
  if (found === undefined) throw new Error('The directory lacks the contact point.');
  return found;
})();

const account = { issuer: 'https://id.example', subject: 's', personId: 'noor' };
const NEW_AGENCY = { id: 'fi-new', name: 'New', country: 'FI', type: 'government', excludes: [] } as const;

const PREVENTION = { country: 'FI', capability: 'prevention' } as const;
const REGISTRY = {
  ...directory,
  capabilities: [{ ...PREVENTION, level: 'none' as const, providerIds: [], verifiedAt: null }],
};

const NEXT = { ...defaultPolicies, version: 'targets-next' };

const EVE = { agencyId: 'fi-birch', day: '2026-12-24', name: 'Eve' };

/** Each edit, and whether one administrator is enough. */
const EDITS: [edit: DirectoryEdit, isAlone: boolean, more?: Partial<EditFacts>][] = [
  [{ type: 'add-agency', agency: { ...NEW_AGENCY, excludes: [] } }, false],
  [{ type: 'change-agency', agency: { id: 'fi-birch', name: 'N', type: 'government', excludes: [] } }, false],
  [{ type: 'disable-agency', id: 'fi-birch' }, false],
  [{ type: 'enable-agency', id: 'fi-birch' }, false],
  [{ type: 'add-contact-point', point: { ...point, id: 'fi-9', capabilities: [] } }, false],
  [{ type: 'change-contact-point', point: { ...point, capabilities: [], capacity: 3 } }, true],
  [{ type: 'change-contact-point', point: { ...point, capabilities: [], hours: 'Mo-Fr 08:00-16:00' } }, false],
  [{ type: 'change-contact-point', point: { ...point, capabilities: [], email: 'new@birch.example' } }, false],
  [{ type: 'change-contact-point', point: { ...point, capabilities: [], dutyEmail: 'x@birch.example' } }, false],
  [{ type: 'verify-contact-point', id: 'fi-1' }, true],
  [{ type: 'disable-contact-point', id: 'fi-1' }, false],
  [{ type: 'enable-contact-point', id: 'fi-1' }, false],
  [{ type: 'add-closed-day', day: { agencyId: 'fi-birch', day: '2026-12-24', name: 'Eve' } }, false],
  [{ type: 'add-closed-day', day: { agencyId: 'fi-birch', day: '2026-12-24', name: 'Eve', closesAt: '12:00' } }, false],
  [{ type: 'remove-closed-day', day: { agencyId: 'fi-birch', day: '2026-12-24' } }, false, { closedDays: [EVE] }],
  [
    { type: 'add-person', person: { ...NOOR, id: 'new' }, agencyId: 'fi-birch', roles: ['auditor'] },
    false,
    { person: undefined },
  ],
  [{ type: 'change-person', person: { ...NOOR, zone: 'Europe/Helsinki' } }, true],
  [{ type: 'change-person', person: { ...NOOR, email: 'other@birch.example' } }, false],
  [{ type: 'set-roles', personId: 'noor', agencyId: 'fi-birch', roles: ['supervisor'] }, false],
  [{ type: 'set-roles', personId: 'noor', agencyId: 'fi-birch', roles: [] }, false],
  [{ type: 'deactivate-person', personId: 'noor' }, false],
  [{ type: 'pseudonymise-person', personId: 'p-1' }, false, { person: LEFT }],
  [{ type: 'add-account', account }, false],
  [{ type: 'remove-account', account }, false, { account }],
  [{ type: 'set-capability', entry: { ...PREVENTION, level: 'full', providerIds: ['fi-birch'] } }, false],
  [{ type: 'confirm-capability', country: 'FI', capability: 'prevention' }, true, { directory: REGISTRY }],
  [{ type: 'import-directory', edits: [{ type: 'disable-agency', id: 'fi-birch' }] }, false],
  [{ type: 'reseal-data', keyId: 'k2' }, false],
  [{ type: 'renew-digests', keyId: 'd2' }, false],
  [{ type: 'adopt-policies', policies: NEXT }, false],
];

test.each(EDITS)('%j needs the agreement of a second administrator, or does not', (edit, isAlone, more) => {
  expect(plan(edit, ANNA, more).agreement).toBe(isAlone ? 'editor-alone' : 'second-administrator');
});

test('policies are adopted by the coordinating agency, each version once, and the log holds their digest', () => {
  const edit: DirectoryEdit = { type: 'adopt-policies', policies: NEXT };
  expect(codeOf(() => plan(edit, editor('birgit', 'fi-birch')))).toBe('ROLE_REQUIRED');
  const used: DirectoryEdit = { type: 'adopt-policies', policies: defaultPolicies };
  expect(codeOf(() => plan(used, ANNA))).toBe('INVALID_INPUT');
  expect(codeOf(() => plan(edit, ANNA, { policies: [NEXT] }))).toBe('INVALID_INPUT');
  const before = { ...NEXT, version: 'targets-before' };
  const planned = plan(edit, ANNA, { policies: [before] });
  expect(leafOfEdit(planned)).toMatchObject({
    ...{ directory: 'policies', id: 'targets-next', fields: ['digest', 'version'] },
    codes: {
      version: ['targets-before', 'targets-next'],
      digest: [/^[0-9a-f]{64}$/, /^[0-9a-f]{64}$/].map((each) => expect.stringMatching(each)),
    },
  });
});

test('a wider clearance needs a second administrator', () => {
  const cleared = { ...point, capabilities: [], clearances: [] };
  const narrowed = { ...directory, contactPoints: [cleared] };
  const edit: DirectoryEdit = { type: 'change-contact-point', point: { ...cleared, clearances: ['H2'] } };
  expect(plan(edit, ANNA, { directory: narrowed }).agreement).toBe('second-administrator');
});

describe('a person is pseudonymised', () => {
  const edit: DirectoryEdit = { type: 'pseudonymise-person', personId: 'p-1' };
  const lastActed = { at: '2023-11-30T00:00:00.000Z', agencyId: 'fi-birch' };
  const factsAt = (now: string) => ({ person: LEFT, lastActed, officerYears: 3, now });

  test('after the years of the setting, and the last agency is concerned', () => {
    expect(codeOf(() => plan(edit, ANNA, factsAt('2026-11-29T00:00:00.000Z')))).toBe('CANNOT_PSEUDONYMISE');
    const planned = plan(edit, ANNA, factsAt('2026-12-01T00:00:00.000Z'));
    expect(planned).toMatchObject({ agencies: ['fi-birch'], after: { pseudonymous: true } });
    expect(JSON.stringify(planned)).not.toMatch(/Quill|birch\.example/);
    const pseudonymous = { ...LEFT, name: 'p-1', email: '' };
    expect(plan(edit, ANNA, { person: pseudonymous }).before).toEqual({ pseudonymous: true });
  });

  test('not with a role, with a name in the id, or by an administrator of another agency', () => {
    const memberships = [{ agencyId: 'fi-birch', roles: ['auditor' as const] }];
    expect(codeOf(() => plan(edit, ANNA, { person: { ...LEFT, memberships } }))).toBe('CANNOT_PSEUDONYMISE');
    expect(codeOf(() => plan(edit, ANNA, { person: { ...LEFT, id: 'zoe.quill' } }))).toBe('CANNOT_PSEUDONYMISE');
    expect(codeOf(() => plan(edit, editor('birgit', 'fi-birch'), { person: LEFT }))).toBe('UNKNOWN_PERSON');
  });
});

test.each(['javascript:alert(1)', 'http://id.example', 'data:text/html,x', 'id.example', '//id.example', ''])(
  'an account of the issuer "%s" is refused, and can be removed',
  (issuer) => {
    const odd = { ...account, issuer };
    expect(codeOf(() => plan({ type: 'add-account', account: odd }))).toBe('INVALID_INPUT');
    expect(plan({ type: 'remove-account', account: odd }, ANNA, { account: odd }).change).toBe('removed');
  },
);

test.each(['https://id.example/realm', 'http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000'])(
  'an account of the issuer "%s" is planned',
  (issuer) => {
    expect(plan({ type: 'add-account', account: { ...account, issuer } }).change).toBe('added');
  },
);

describe('no administrator', () => {
  test('gives roles or accounts to themselves; removing own roles is an ordinary proposal', () => {
    const own = { ...NOOR, id: 'anna', memberships: [{ agencyId: COORDINATOR, roles: ['administrator' as const] }] };
    const roles = (given: Role[]): DirectoryEdit => ({
      type: 'set-roles',
      personId: 'anna',
      agencyId: COORDINATOR,
      roles: given,
    });
    expect(codeOf(() => plan(roles(['administrator', 'supervisor']), ANNA, { person: own }))).toBe('SELF_GRANT');
    expect(plan(roles([]), ANNA, { person: own }).favours).toBeUndefined();
    const mine = { ...account, personId: 'anna' };
    expect(codeOf(() => plan({ type: 'add-account', account: mine }, ANNA, { person: own }))).toBe('SELF_GRANT');
  });

  test('decides about keys without being an administrator of the coordinating agency', () => {
    const edit = { type: 'reseal-data', keyId: 'k2' } as const;
    for (const other of [editor('birgit', 'fi-birch'), editor('otto', COORDINATOR, ['supervisor'])]) {
      expect(codeOf(() => plan(edit, other))).toBe('ROLE_REQUIRED');
    }
    expect(leafOfEdit(plan(edit))).toMatchObject({
      ...{ directory: 'keys', id: 'k2', change: 'changed', fields: ['encryptionKey'], agencies: [COORDINATOR] },
    });
  });

  test('administers another agency, or adds agencies, without being of the coordinating one', () => {
    const birch = editor('birgit', 'fi-birch');
    for (const edit of [
      { type: 'add-agency', agency: { ...NEW_AGENCY, excludes: [] } },
      { type: 'change-agency', agency: { id: 'fi-cedar', name: 'N', type: 'government', excludes: [] } },
      { type: 'disable-agency', id: 'fi-birch' },
      { type: 'set-roles', personId: 'noor', agencyId: 'fi-cedar', roles: ['auditor'] },
    ] satisfies DirectoryEdit[]) {
      expect(codeOf(() => plan(edit, birch))).toBe('UNKNOWN_AGENCY');
      expect(codeOf(() => plan(edit, editor('otto', COORDINATOR, ['supervisor'])))).toBe('UNKNOWN_AGENCY');
    }
    expect(
      plan({ type: 'change-agency', agency: { id: 'fi-birch', name: 'N', type: 'government', excludes: [] } }, birch)
        .id,
    ).toBe('fi-birch');
  });

  test('disables the coordinating agency, or adds an agency twice', () => {
    expect(codeOf(() => plan({ type: 'disable-agency', id: COORDINATOR }))).toBe('INVALID_INPUT');
    expect(codeOf(() => plan({ type: 'add-agency', agency: { ...NEW_AGENCY, id: 'fi-birch', excludes: [] } }))).toBe(
      'INVALID_INPUT',
    );
  });
});

test('officers propose a new address of their own agency only, and its owners confirm it', () => {
  const edit: DirectoryEdit = { type: 'change-address', id: 'fi-1', line: 'desk', address: 'new@birch.example' };
  const officer = editor('olli', 'fi-birch', ['partner-officer']);
  expect(plan(edit, officer)).toMatchObject({ agreement: 'both-addresses', after: { email: 'new@birch.example' } });
  expect(codeOf(() => plan(edit, editor('olli', 'fi-cedar', ['partner-officer'])))).toBe('UNKNOWN_CONTACT_POINT');
  expect(codeOf(() => plan(edit, editor('olli', 'fi-birch', ['auditor'])))).toBe('UNKNOWN_CONTACT_POINT');
});

test('the log holds codes before and after, and no names, addresses or subjects', () => {
  const changed = plan({
    type: 'change-agency',
    agency: { id: 'fi-birch', name: 'Secret name', type: 'government', excludes: ['fi-cedar'] },
  });
  expect(leafOfEdit(changed, { id: 'p', step: 'proposed' })).toEqual({
    ...{ directory: 'agency', id: 'fi-birch', change: 'changed', agencies: ['fi-birch'] },
    fields: ['excludes', 'name', 'type'],
    codes: { excludes: [[], ['fi-cedar']], type: ['law-enforcement', 'government'] },
    proposal: { id: 'p', step: 'proposed' },
  });
  const system = { ...account, agencyId: 'fi-birch', scopes: ['referrals:read'] };
  const person: PersonFacts = { ...NOOR, memberships: [{ agencyId: 'fi-birch', roles: ['service'] }] };
  expect(leafOfEdit(plan({ type: 'add-account', account: system }, ANNA, { person })).codes).toEqual({
    agencyId: [null, 'fi-birch'],
    scopes: [null, ['referrals:read']],
  });
  const roles = leafOfEdit(plan({ type: 'set-roles', personId: 'noor', agencyId: 'fi-birch', roles: ['supervisor'] }));
  expect(roles.codes).toEqual({ roles: [['auditor'], ['supervisor']] });
});
