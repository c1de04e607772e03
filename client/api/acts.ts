/** One resource for each act: its fields are the body, and the lifecycle table says who may send it and when. */

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { disclose } from '../../domain/disclosure.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { LossEntry } from '../../domain/exchange/loss-report.ts';
import type { TextCosts } from '../../domain/guard/budget.ts';
import { isIrreversible } from '../../domain/irreversible-acts.ts';
import { LIFECYCLE } from '../../domain/lifecycle.ts';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { actRequest } from '../contract/acts.ts';
import { receiptAnswer, submittedAnswer } from '../contract/answers/receipt.ts';
import { additionOfHashes, isHashList } from '../contract/hash-list.ts';
import { parse } from '../contract/parse.ts';
import { additionOf } from '../contract/report-addition.ts';
import { additionBudget } from '../engine/addition-budget.ts';
import type { HttpDependencies } from '../http/dependencies.ts';
import { matchesIfMatch } from '../http/entity-tags.ts';
import { principalOf } from '../http/identity/principal.ts';
import { jsonAnswer, REFUSALS } from './document.ts';
import { acceptFiles, FILE_TYPES, FileForm } from './file-form.ts';
import { idempotencyHeaders, idempotencyKeyOf, personalKeyOf } from './idempotency-key.ts';
import { entityTag, referralAnswerOf } from './referral-answer.ts';
import { referralParams } from './referrals.ts';

const actHeaders = idempotencyHeaders.extend({
  'if-match': z
    .string()
    .max(2_000)
    .exactOptional()
    .describe(
      'Entity tag of the referral as the caller last read it; if the referral has changed since, the act is refused (412)',
    ),
});

/** A list of hash values for an existing referral. */
const HASH_LIST_TYPE = 'text/csv';

/** The longest reason with every character escaped. Supplements may be larger. */
const MAX_BODY_BYTES = 256 * 1024;

type ActSchema = (typeof actRequest.options)[number];
type ActType = ActSchema['shape']['type']['value'];

/** Registers the routes that perform acts. */
export function actRoutes(app: FastifyInstance, deps: HttpDependencies): void {
  for (const schema of actRequest.options) {
    if (schema.shape.type.value !== 'supplement') addRoute(app, deps, schema);
    // In its own context, because few resources accept files.
    else
      app.register(async (own) => {
        acceptFiles(own, [HASH_LIST_TYPE]);
        addRoute(own, deps, schema);
      });
  }
}

function addRoute(app: FastifyInstance, deps: HttpDependencies, schema: ActSchema): void {
  const { type: name, ...fields } = schema.shape;
  const type = name.value;
  const rows = LIFECYCLE.filter(({ act }) => act === type);
  const isSupplement = type === 'supplement';
  app.withTypeProvider<ZodTypeProvider>().post(
    `/referrals/:ref/acts/${type}`,
    {
      ...(!isSupplement && { bodyLimit: MAX_BODY_BYTES }),
      config: { ...(isSupplement && { acceptsForms: true }), stepUp: isIrreversible(type) },
      schema: {
        ...(isSupplement && { consumes: [...FILE_TYPES, HASH_LIST_TYPE] }),
        operationId: type,
        tags: ['acts'],
        summary: `${type}: ${rows[0]?.effect ?? ''}`,
        description: descriptionOf(type),
        params: referralParams,
        headers: actHeaders,
        body: z.strictObject(fields),
        response: {
          200: jsonAnswer(isSupplement ? submittedAnswer : receiptAnswer, 'The act is recorded'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { person } = principalOf(request);
      const key = personalKeyOf(request, idempotencyKeyOf(request, reply));
      const limits = () => additionBudget(deps, person, request.params.ref, { key, sent: request.sentBody });
      const { given, loss } = await readFields(deps, person, request.body, limits);
      const act = parse(actRequest, { ...given, type });
      const { 'if-match': tags = '*' } = request.headers;
      const isAny = tags.trim() === '*';
      const check = isAny ? {} : { check: (current: Referral) => assertUnchanged(current, person, tags) };
      const options = { key, sent: request.sentBody, ...check };
      const receipt = await deps.engine.perform(person, request.params.ref, act, options);
      return { ...receipt, ...(loss && { loss }) };
    },
  );
}

/** The fields of the act. Files become the addition of a supplement; reports without what exceeds the limits. */
async function readFields(
  { engine, guard, addCountries }: HttpDependencies,
  person: Person,
  body: unknown,
  limitsOf: () => Promise<TextCosts>,
): Promise<{ given: object; loss?: LossEntry[] }> {
  if (!(body instanceof FileForm)) return { given: Object(body) };
  const [file, ...others] = body.files;
  if (file && others.length === 0 && isHashList(file.content)) {
    return { given: { addition: additionOfHashes(file.content).fields } };
  }
  const limits = await limitsOf();
  const { submission, loss } = await engine.admit(person, 'supplement', () =>
    guard.reports(body.files, { ...body.options, limits }),
  );
  return { given: { addition: additionOf(addCountries(submission)) }, loss };
}

/** @throws ReferralError CHANGED_MEANWHILE if none of `tags`, an If-Match header, is that of the referral. */
function assertUnchanged(referral: Referral, person: Person, tags: string): void {
  const shown = disclose(referral, person).referral;
  const answer = referralAnswerOf({ referral: shown }, person, new Date().toISOString());
  if (matchesIfMatch(tags, entityTag(answer, shown))) return;
  throw new ReferralError(
    'CHANGED_MEANWHILE',
    'The referral has changed since you read it. Read it again, then decide.',
    'If-Match',
  );
}

function descriptionOf(type: ActType): string {
  const rows = LIFECYCLE.filter(({ act }) => act === type);
  const who = rows.map((row) => `${row.who.map(partyText).join(' or ')}, from ${row.from.join(', ')}`).join('; ');
  return isIrreversible(type) ? `${who}. It cannot be undone, and requires a recent authentication (RFC 9470).` : who;
}

function partyText(party: (typeof LIFECYCLE)[number]['who'][number]): string {
  return party === 'engine' ? 'the engine' : `${party.roles.join(' or ')} of the ${party.relation}`;
}
