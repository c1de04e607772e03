/** Every page there is, by whose desk it is on. */

import type { FastifyInstance } from 'fastify';
import type { DeskDeps } from '../desk/deps.ts';
import { homePages } from './home.tsx';
import { settingsPages } from './settings.tsx';

export async function registerPages(app: FastifyInstance, deps: DeskDeps): Promise<void> {
  homePages(app);
  settingsPages(app, deps);
}
