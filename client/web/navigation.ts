/** Which desks a person has: by role, and by what the agency is. */

import type { Role } from '../../domain/people.ts';
import type { Principal } from '../http/identity/principal.ts';
import type { Key } from '../i18n/i18n.ts';

interface Desk {
  name: DeskName;
  path: string;
  roles: readonly Role[];
  /** Only where the agency triages and routes. */
  coordinating?: true;
  /** A list of one kind of task: reached from *Waiting for us*, not from the main navigation. */
  isTaskList?: true;
}

/** The name of a page in the navigation. */
export type DeskName =
  | 'waiting'
  | 'referrals'
  | 'new-referral'
  | 'triage'
  | 'held'
  | 'clarifications'
  | 'inbox'
  | 'agency'
  | 'now'
  | 'sla'
  | 'performance'
  | 'statistics'
  | 'network'
  | 'approvals'
  | 'audit'
  | 'readings'
  | 'erasures'
  | 'data-subjects'
  | 'log-alarms'
  | 'agencies'
  | 'people'
  | 'proposals'
  | 'calendars'
  | 'registry'
  | 'webhooks'
  | 'drills'
  | 'policies'
  | 'reassign'
  | 'absences'
  | 'announcements';

const DESKS: readonly Desk[] = [
  { name: 'waiting', path: '/waiting', roles: ['liaison-officer', 'partner-officer', 'supervisor'] },
  { name: 'now', path: '/now', roles: ['supervisor'] },
  { name: 'triage', path: '/triage', roles: ['liaison-officer', 'supervisor'], coordinating: true, isTaskList: true },
  { name: 'held', path: '/held', roles: ['liaison-officer', 'supervisor'], coordinating: true, isTaskList: true },
  { name: 'inbox', path: '/inbox', roles: ['partner-officer'], isTaskList: true },
  { name: 'referrals', path: '/referrals', roles: ['liaison-officer', 'partner-officer', 'supervisor'] },
  { name: 'new-referral', path: '/referrals/new', roles: ['liaison-officer'] },
  { name: 'clarifications', path: '/clarifications', roles: ['liaison-officer'], isTaskList: true },
  { name: 'approvals', path: '/approvals', roles: ['supervisor'], coordinating: true, isTaskList: true },
  { name: 'sla', path: '/sla', roles: ['supervisor', 'auditor'] },
  { name: 'performance', path: '/performance', roles: ['supervisor'] },
  { name: 'statistics', path: '/statistics', roles: ['supervisor'] },
  { name: 'network', path: '/network', roles: ['supervisor'] },
  { name: 'audit', path: '/audit', roles: ['supervisor', 'auditor', 'data-protection-officer'] },
  { name: 'readings', path: '/readings', roles: ['supervisor', 'data-protection-officer'] },
  { name: 'data-subjects', path: '/data-subjects', roles: ['supervisor', 'data-protection-officer'] },
  { name: 'erasures', path: '/erasures', roles: ['supervisor', 'data-protection-officer'], coordinating: true },
  { name: 'log-alarms', path: '/log-alarms', roles: ['supervisor'], coordinating: true },
  { name: 'agency', path: '/agency', roles: ['partner-officer', 'liaison-officer'] },
  { name: 'agencies', path: '/admin/agencies', roles: ['administrator'] },
  { name: 'people', path: '/admin/people', roles: ['administrator'] },
  { name: 'proposals', path: '/admin/proposals', roles: ['administrator'] },
  { name: 'calendars', path: '/admin/calendars', roles: ['administrator'] },
  { name: 'drills', path: '/drills', roles: ['supervisor', 'administrator'], coordinating: true },
  { name: 'registry', path: '/admin/registry', roles: ['administrator'], coordinating: true },
  { name: 'webhooks', path: '/admin/webhooks', roles: ['administrator'] },
  { name: 'policies', path: '/admin/policies', roles: ['administrator'] },
  { name: 'announcements', path: '/announcements', roles: ['supervisor', 'administrator'], coordinating: true },
  { name: 'reassign', path: '/reassign', roles: ['liaison-officer', 'partner-officer', 'supervisor'] },
  {
    ...{ name: 'absences', path: '/absences' },
    roles: ['liaison-officer', 'partner-officer', 'supervisor', 'administrator'],
  },
];

/** All desks of the person; the first is where the person lands. */
export function desksOf({ person, coordinating }: Principal): readonly Desk[] {
  return DESKS.filter(
    (desk) => desk.roles.some((role) => person.roles.includes(role)) && (coordinating || !desk.coordinating),
  );
}

/** The desks of the main navigation, in order. */
export function navigationOf(principal: Principal): readonly Desk[] {
  return desksOf(principal).filter(({ isTaskList }) => !isTaskList);
}

/** The lists of one kind of task, which *Waiting for us* links. */
export function taskListsOf(principal: Principal): readonly Desk[] {
  return desksOf(principal).filter(({ isTaskList }) => isTaskList);
}

/** The entry of the main navigation under which a desk is found. */
export function navigationEntryOf(name: DeskName): DeskName {
  return DESKS.some((desk) => desk.name === name && desk.isTaskList) ? 'waiting' : name;
}

/** @returns whether the person has this desk: pages ask before they read anything. */
export function hasDesk(principal: Principal, name: DeskName): boolean {
  return desksOf(principal).some((desk) => desk.name === name);
}

/** The name of a page in the navigation. The coordinating agency sees the referrals of all agencies. */
export function navigationTextOf(
  name: DeskName | 'settings',
  principal: Pick<Principal, 'coordinating'> | undefined,
): Key {
  return name === 'referrals' && principal?.coordinating ? 'everywhere:nav.all-referrals' : `everywhere:nav.${name}`;
}
