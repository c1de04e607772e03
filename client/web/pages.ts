/** Every page there is, by whose desk it is on. */

import type { FastifyInstance } from 'fastify';
import type { DeskDeps } from '../desk/deps.ts';
import { auditPages } from './auditor/audit.tsx';
import { homePages } from './home.tsx';
import { draftPages } from './intake/draft-pages.tsx';
import { startPages } from './intake/start-pages.tsx';
import { clarificationPages } from './officer/clarifications.tsx';
import { comparePages } from './officer/compare.tsx';
import { referralListPages } from './officer/referrals.tsx';
import { savedViewPages } from './officer/saved-views.tsx';
import { searchPages } from './officer/search.tsx';
import { triagePages } from './officer/triage.tsx';
import { acknowledgeManyPages } from './partner/acknowledge-many.tsx';
import { agencyPages } from './partner/agency.tsx';
import { inboxPages } from './partner/inbox.tsx';
import { actPages } from './referral/act-pages.tsx';
import { openBook } from './referral/names.ts';
import { referralPages } from './referral/pages.tsx';
import { settingsPages } from './settings.tsx';
import { approvalPages } from './supervisor/approvals.tsx';
import { networkPages } from './supervisor/network.tsx';
import { nowPages } from './supervisor/now.tsx';
import { performancePages } from './supervisor/performance.tsx';
import { slaPages } from './supervisor/sla.tsx';
import { slaListPages } from './supervisor/sla-list.tsx';

export async function registerPages(app: FastifyInstance, deps: DeskDeps): Promise<void> {
  homePages(app);
  settingsPages(app, deps);
  const here = { ...deps, book: openBook(deps.db) };
  referralPages(app, here);
  actPages(app, here);
  referralListPages(app, here);
  savedViewPages(app, here);
  startPages(app, here);
  draftPages(app, here);
  triagePages(app, here);
  comparePages(app, here);
  clarificationPages(app, here);
  inboxPages(app, here);
  acknowledgeManyPages(app, here);
  agencyPages(app, here);
  searchPages(app, here);
  nowPages(app, deps);
  slaListPages(app, deps);
  slaPages(app, deps);
  performancePages(app, deps);
  networkPages(app, deps);
  approvalPages(app, deps);
  auditPages(app, deps);
}
