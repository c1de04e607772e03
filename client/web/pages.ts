/** Every page there is, by whose desk it is on. */

import type { FastifyInstance } from 'fastify';
import type { DeskDeps } from '../desk/deps.ts';
import { homePages } from './home.tsx';
import { actPages } from './referral/act-pages.tsx';
import { openBook } from './referral/names.ts';
import { referralPages } from './referral/pages.tsx';
import { settingsPages } from './settings.tsx';
import { networkPages } from './supervisor/network.tsx';
import { nowPages } from './supervisor/now.tsx';
import { performancePages } from './supervisor/performance.tsx';
import { slaPages } from './supervisor/sla.tsx';
import { slaListPages } from './supervisor/sla-list.tsx';

export async function registerPages(app: FastifyInstance, deps: DeskDeps): Promise<void> {
  homePages(app);
  settingsPages(app, deps);
  const book = openBook(deps.db);
  referralPages(app, { ...deps, book });
  actPages(app, { ...deps, book });
  nowPages(app, deps);
  slaListPages(app, deps);
  slaPages(app, deps);
  performancePages(app, deps);
  networkPages(app, deps);
}
