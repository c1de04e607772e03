/** Every page there is, by whose desk it is on. */

import type { FastifyInstance } from 'fastify';
import type { DeskDeps } from '../desk/deps.ts';
import { homePages } from './home.tsx';
import { settingsPages } from './settings.tsx';
import { nowPages } from './supervisor/now.tsx';
import { slaPages } from './supervisor/sla.tsx';
import { slaListPages } from './supervisor/sla-list.tsx';

export async function registerPages(app: FastifyInstance, deps: DeskDeps): Promise<void> {
  homePages(app);
  settingsPages(app, deps);
  nowPages(app, deps);
  slaListPages(app, deps);
  slaPages(app, deps);
}
