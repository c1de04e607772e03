/** Agencies and proposals for administrators: a change is proposed, and another administrator confirms it. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { type Editor, mayEdit, requireReach } from '../../domain/administration/editor.ts';
import { unknownProposal } from '../../domain/administration/proposal.ts';
import { versionOf } from '../../domain/audit/version.ts';
import { ReferralError } from '../../domain/errors.ts';
import { AGENCY_TYPES } from '../../domain/vocabulary.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { readAgency } from '../../prisma/store/directory-edit.ts';
import {
  agenciesAnswer,
  decidedAnswer,
  proposalAnswer,
  proposalsAnswer,
  proposedAnswer,
} from '../contract/answers/administration.ts';
import { country } from '../contract/submission.ts';
import { type Administered, administer, newRequest, propose } from '../directory/administer.ts';
import { DIRECTORY_TEXT_LIMITS as LONGEST } from '../directory/guarded-texts.ts';
import { workLeftBy } from '../directory/open-work.ts';
import { proposalFor, proposalsFor } from '../directory/proposals.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { type Principal, principalOf } from '../http/identity/principal.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { proposalAnswerOf } from './proposal-answer.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
  .max(LONGEST.id);
const name = z.string().trim().min(1).max(LONGEST.name);
const version = z.string().max(64).exactOptional().describe('Of the agency as the caller read it');
const agencyParams = z.strictObject({ agency: id });
const proposalParams = z.strictObject({ proposal: z.string().regex(/^[\w-]{1,100}$/) });
const tags = ['administration'];

/** Registers the routes of administrators. */
export function administrationRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  agencyRoutes(app, deps);
  proposalRoutes(app, deps);
}

function agencyRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const response = { 200: jsonAnswer(proposedAnswer, 'The change is proposed, or nothing differs'), ...REFUSALS };

  api.get(
    '/administration/agencies',
    {
      schema: {
        ...{ operationId: 'listAdministeredAgencies', tags, summary: 'The agencies that the caller may change' },
        response: { 200: jsonAnswer(agenciesAnswer, 'The agencies'), ...REFUSALS },
      },
    },
    async (request) => {
      const { editor } = administratorOf(request);
      const { agencies } = await readDirectory(deps.db);
      const own = agencies.filter((agency) => mayEdit(editor, agency.id));
      return {
        agencies: own.map((agency) => ({ ...agency, disabled: agency.disabled ?? false, version: versionOf(agency) })),
      };
    },
  );

  api.post(
    '/administration/agencies',
    {
      schema: {
        ...{ operationId: 'addAgency', tags, summary: 'Proposes a new agency' },
        description: 'For administrators of the coordinating agency.',
        body: z.strictObject({ id, name, type: z.enum(AGENCY_TYPES), country: country.nullable() }),
        response,
      },
    },
    (request) => proposeChange(deps, request, { type: 'add-agency', agency: { ...request.body, excludes: [] } }),
  );

  api.post(
    '/administration/agencies/:agency/rename',
    {
      schema: {
        ...{ operationId: 'renameAgency', tags, summary: 'Proposes another name of an agency' },
        params: agencyParams,
        body: z.strictObject({ name, version }),
        response,
      },
    },
    async (request) => {
      const { editor } = administratorOf(request);
      const { agency } = request.params;
      requireReach(editor, agency);
      const known = await readAgency(deps.db, agency);
      if (known === undefined)
        throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency, or it is not yours.');
      const { type, excludes } = known;
      const edit = { type: 'change-agency', agency: { id: agency, name: request.body.name, type, excludes } } as const;
      return proposeChange(deps, request, edit, request.body.version);
    },
  );

  for (const status of ['disable', 'enable'] as const) {
    const summary =
      status === 'disable'
        ? 'Proposes that the people of an agency cannot sign in, and nothing is sent to it'
        : 'Proposes to enable a disabled agency again';
    api.post(
      `/administration/agencies/:agency/${status}`,
      {
        schema: {
          ...{ operationId: `${status}Agency`, tags, summary },
          description: 'For administrators of the coordinating agency.',
          params: agencyParams,
          response,
        },
      },
      (request) => proposeChange(deps, request, { type: `${status}-agency`, id: request.params.agency }),
    );
  }
}

function proposalRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    '/administration/proposals',
    {
      schema: {
        ...{ operationId: 'listProposals', tags, summary: 'The newest proposals that concern agencies of the caller' },
        response: { 200: jsonAnswer(proposalsAnswer, 'The proposals'), ...REFUSALS },
      },
    },
    async (request) => {
      const proposals = await proposalsFor(deps, administratorOf(request).editor);
      return { proposals: proposals.map(proposalAnswerOf) };
    },
  );

  api.get(
    '/administration/proposals/:proposal',
    {
      schema: {
        ...{ operationId: 'readProposal', tags, summary: 'One proposal, with each field before and after' },
        params: proposalParams,
        response: { 200: jsonAnswer(proposalAnswer, 'The proposal'), ...REFUSALS },
      },
    },
    async (request) => {
      const found = await proposalFor(deps, administratorOf(request).editor, request.params.proposal);
      if (found === undefined) throw unknownProposal();
      const { edit, plan } = found.proposal;
      const openWork = found.status === 'pending' ? await workLeftBy(deps.db, edit, plan) : undefined;
      return { ...proposalAnswerOf(found), ...(openWork && { openWork }) };
    },
  );

  for (const [type, summary] of DECISIONS) {
    api.post(
      `/administration/proposals/:proposal/${type}`,
      {
        config: { stepUp: type === 'confirm' },
        schema: {
          ...{ operationId: `${type}Proposal`, tags, summary },
          description: DECISION_RULES,
          params: proposalParams,
          response: { 200: jsonAnswer(decidedAnswer, 'What followed'), ...REFUSALS },
        },
      },
      async (request) => {
        const { editor, principal } = administratorOf(request);
        if (principal.via.kind === 'token') {
          throw new ReferralError('ROLE_REQUIRED', 'A system decides nothing about proposals. A person must sign in.');
        }
        const { proposal: proposalId } = request.params;
        if ((await proposalFor(deps, editor, proposalId)) === undefined) throw unknownProposal();
        return { outcome: await deps.changeDirectory({ ...newRequest(editor), task: { type, proposalId } }) };
      },
    );
  }
}

const DECISIONS = [
  ['confirm', 'Confirms a proposal of another administrator'],
  ['reject', 'Rejects a proposal'],
  ['withdraw', 'Withdraws an own proposal'],
] as const;

const DECISION_RULES =
  'For people who signed in, not for systems. Nobody confirms their own proposal, or one in their own favour. A confirmation ' +
  'requires a recent authentication (RFC 9470).';

/** @throws ReferralError ROLE_REQUIRED unless the caller is an administrator. */
export function administratorOf(request: FastifyRequest): { principal: Principal; editor: Editor } {
  const principal = principalOf(request);
  const { person, coordinating } = principal;
  if (person.roles.includes('administrator')) return { principal, editor: { person, everywhere: coordinating } };
  throw new ReferralError('ROLE_REQUIRED', 'Only administrators see and change these.');
}

/** What a system requests is always proposed, and needs two people. */
export function proposeChange(
  deps: HttpDependencies,
  request: FastifyRequest,
  edit: DirectoryEdit,
  version?: string,
): Promise<Administered> {
  const { principal, editor } = administratorOf(request);
  return principal.via.kind === 'token'
    ? propose(deps, editor, edit, version)
    : administer(deps, editor, edit, version);
}
