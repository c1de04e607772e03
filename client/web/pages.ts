/** All pages, grouped by desk. */

import type { FastifyInstance } from 'fastify';
import type { HttpDependencies } from '../http/dependencies.ts';
import { principalOf } from '../http/identity/principal.ts';
import { isApiRequest } from '../http/problem.ts';
import type { EntryPoints } from '../http/server.ts';
import { openDirectoryLookup } from '../queries/names.ts';
import { absencePages } from './absences.tsx';
import { agenciesPages } from './administrator/agencies.tsx';
import { calendarPages } from './administrator/calendars.tsx';
import { contactPointPages } from './administrator/contact-points.tsx';
import { deliveryPages } from './administrator/deliveries.tsx';
import { peoplePages } from './administrator/people.tsx';
import { personPages } from './administrator/person.tsx';
import { policyPages } from './administrator/policies.tsx';
import { policyFormPages } from './administrator/policy-form.tsx';
import { proposalPages } from './administrator/proposals.tsx';
import { registryPages } from './administrator/registry.tsx';
import { webhookPages } from './administrator/webhooks.tsx';
import { showApiDocs } from './api-docs/page.tsx';
import { auditPages } from './auditor/audit.tsx';
import { logIntegrityPages } from './auditor/log-integrity.tsx';
import { calendarFeedPages } from './calendar-feed.tsx';
import { answerErrors } from './error-pages.tsx';
import { helpPages } from './help/pages.tsx';
import { draftPages } from './intake/draft-pages.tsx';
import { startPages } from './intake/start-pages.tsx';
import { noticeLoneAdministrators } from './lone-administrator.ts';
import { desksOf } from './navigation.ts';
import { acceptManyPages } from './officer/accept-many.tsx';
import { assignManyPages } from './officer/assign-many.tsx';
import { clarificationPages } from './officer/clarifications.tsx';
import { comparePages } from './officer/compare.tsx';
import { heldPages } from './officer/held.tsx';
import { markSeenPages } from './officer/mark-seen.tsx';
import { referralListPages } from './officer/referrals.tsx';
import { savedViewPages } from './officer/saved-views.tsx';
import { searchPages } from './officer/search.tsx';
import { triagePages } from './officer/triage.tsx';
import { waitingPages } from './officer/waiting.tsx';
import { redirectAfterPost } from './page.tsx';
import { acknowledgeManyPages } from './partner/acknowledge-many.tsx';
import { addressPages } from './partner/address.tsx';
import { agencyPages } from './partner/agency.tsx';
import { inboxPages } from './partner/inbox.tsx';
import { redirectGetOfPostRoutes } from './redirect-get-of-post-routes.ts';
import { actPages } from './referral/act-pages.tsx';
import { dossierPages } from './referral/dossier.tsx';
import { makeDossierPdf } from './referral/make-dossier-pdf.ts';
import { referralPages } from './referral/pages.tsx';
import { proofPages } from './referral/proof.tsx';
import { supplementFilePages } from './referral/supplement-files.tsx';
import { settingsPages } from './settings.tsx';
import { showSignIn } from './sign-in.tsx';
import { announcementPages } from './supervisor/announcements-page.tsx';
import { approvalPages } from './supervisor/approvals.tsx';
import { dataSubjectPages } from './supervisor/data-subjects.tsx';
import { debtorPages } from './supervisor/debtors.tsx';
import { drillPages } from './supervisor/drills.tsx';
import { erasurePages } from './supervisor/erasures.tsx';
import { gapPages } from './supervisor/gaps.tsx';
import { logAlarmPages } from './supervisor/log-alarms.tsx';
import { networkPages } from './supervisor/network.tsx';
import { nowPages } from './supervisor/overview.tsx';
import { performancePages } from './supervisor/performance.tsx';
import { readingsPages } from './supervisor/readings.tsx';
import { reassignPages } from './supervisor/reassign.tsx';
import { slaPages } from './supervisor/sla.tsx';
import { slaDownloadPages } from './supervisor/sla-download.tsx';
import { slaListPages } from './supervisor/sla-list.tsx';
import { statisticsPages } from './supervisor/statistics.tsx';
import { trendPages } from './supervisor/trends.tsx';

/** The pages, as the server takes them. */
export const PAGES: EntryPoints['pages'] = {
  register: (app, deps) => redirectGetOfPostRoutes(app, () => addPages(app, deps)),
  showSignIn,
  showApiDocs,
  makeDossierPdf,
  answerErrors: answerErrors,
};

function addPages(app: FastifyInstance, deps: HttpDependencies): void {
  noticeLoneAdministrators(app, deps);
  app.addHook('preHandler', async (request) => {
    // Health checks come often, and ask for no person.
    if (request.principal !== undefined && !isApiRequest(request)) await app.announcements.refresh();
  });
  redirectToFirstDesk(app);
  helpPages(app);
  settingsPages(app, deps);
  calendarFeedPages(app, deps);
  absencePages(app, deps);
  const pageDeps = { ...deps, lookup: openDirectoryLookup(deps.db) };
  referralPages(app, pageDeps);
  proofPages(app, pageDeps);
  dossierPages(app, pageDeps);
  actPages(app, pageDeps);
  supplementFilePages(app, pageDeps);
  referralListPages(app, pageDeps);
  savedViewPages(app, pageDeps);
  markSeenPages(app, pageDeps);
  startPages(app, pageDeps);
  draftPages(app, pageDeps);
  waitingPages(app, pageDeps);
  assignManyPages(app, pageDeps);
  acceptManyPages(app, pageDeps);
  triagePages(app, pageDeps);
  comparePages(app, pageDeps);
  heldPages(app, pageDeps);
  clarificationPages(app, pageDeps);
  inboxPages(app, pageDeps);
  acknowledgeManyPages(app, pageDeps);
  agencyPages(app, pageDeps);
  addressPages(app, deps);
  searchPages(app, pageDeps);
  nowPages(app, pageDeps);
  slaListPages(app, pageDeps);
  debtorPages(app, pageDeps);
  slaPages(app, pageDeps);
  slaDownloadPages(app, pageDeps);
  performancePages(app, pageDeps);
  trendPages(app, pageDeps);
  statisticsPages(app, pageDeps);
  networkPages(app, pageDeps);
  gapPages(app, deps);
  drillPages(app, pageDeps);
  approvalPages(app, pageDeps);
  reassignPages(app, pageDeps);
  auditPages(app, deps);
  logIntegrityPages(app, deps);
  readingsPages(app, deps);
  dataSubjectPages(app, deps);
  erasurePages(app, deps);
  logAlarmPages(app, deps);
  announcementPages(app, deps);
  agenciesPages(app, deps);
  contactPointPages(app, deps);
  peoplePages(app, deps);
  personPages(app, deps);
  proposalPages(app, deps);
  calendarPages(app, deps);
  registryPages(app, deps);
  webhookPages(app, deps);
  deliveryPages(app, deps);
  policyPages(app, deps);
  policyFormPages(app, deps);
}

/** Redirects to the person's first desk. */
function redirectToFirstDesk(app: FastifyInstance): void {
  app.get('/', (request, reply) => redirectAfterPost(reply, desksOf(principalOf(request))[0]?.path ?? '/settings'));
}
