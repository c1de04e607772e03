/** The state of the audit log, and a form that verifies it: its checkpoints, and the entries of one referral. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type OpenedCheckpoint, openCheckpoint } from '../../../domain/audit/checkpoint.ts';
import type { LogPolicy } from '../../../domain/audit/log-policy.ts';
import { keysOf } from '../../../domain/audit/log-policy.ts';
import { ReferralError } from '../../../domain/errors.ts';
import { checkpointCovering, oldestCheckpoint, type StoredCheckpoint } from '../../../prisma/store/log.ts';
import { parse } from '../../contract/parse.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { makeConsistency } from '../../log/make-consistency.ts';
import { makeProof } from '../../log/make-proof.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { VERIFIER_TEXTS, type VerificationText } from '../../verifier/explain.ts';
import { verifyFile } from '../../verifier/verify-file.ts';
import { showPage } from '../page.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Input, Submit } from '../parts/form.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

const form = z.object({ referral: z.string().trim().max(100).exactOptional() });

type Deps = Pick<HttpDependencies, 'db' | 'reader' | 'logPolicy' | 'proofWaitMs'>;

/** Registers the page. */
export function logIntegrityPages(app: FastifyInstance, deps: Deps): void {
  app.get('/audit/log', async (request, reply) => {
    requireDesk(request, 'audit');
    return show(request, reply, {});
  });

  app.post('/audit/log', async (request, reply) => {
    requireDesk(request, 'audit');
    const { referral } = parse(form, withoutEmpty(request.body));
    try {
      return await show(request, reply, { results: await verified(request, referral) });
    } catch (error) {
      if (!(error instanceof ReferralError) || error.code !== 'UNKNOWN_REFERRAL') throw error;
      return show(request, reply, { unknown: referral ?? '' });
    }
  });

  async function verified(request: FastifyRequest, referral: string | undefined): Promise<VerificationText[]> {
    const { principal } = requireDesk(request, 'audit');
    const { db, reader, logPolicy } = deps;
    if (logPolicy === undefined) return [];
    const bundle =
      referral && (await makeProof(proofDeps(deps), principal.person, await reader.status(principal.person, referral)));
    const [first, newest] = [await oldestCheckpoint(db, logPolicy.quorum), await newestOf(deps)];
    const files = [
      ...(first && newest ? [await makeConsistency(db, first.note, newest.note)] : []),
      ...(bundle ? [bundle] : []),
    ];
    const results = files.map((file) => verifyFile(file, logPolicy, principal.language));
    return (await Promise.all(results)).map(({ explanation }) => explanation);
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { results?: VerificationText[]; unknown?: string },
  ) {
    const { t } = requireDesk(request, 'audit');
    const stored = await newestOf(deps);
    const state = stored && {
      stored,
      opened: await openCheckpoint(stored.note, deps.logPolicy ? keysOf(deps.logPolicy) : []),
    };
    const { results = [], unknown } = shown;
    return showPage(request, reply, {
      ...{ title: t('protection:integrity.title'), desk: 'audit' },
      ...(unknown !== undefined && {
        ...{ status: 422, formValues: { referral: [unknown] } },
        faults: [{ field: 'referral', message: t('codes:error.UNKNOWN_REFERRAL') }],
      }),
      body: <LogIntegrity state={state} policy={deps.logPolicy} results={results} />,
    });
  }
}

function proofDeps({ db, logPolicy, proofWaitMs: waitMs }: Deps) {
  return { db, quorum: logPolicy?.quorum ?? 0, ...(waitMs !== undefined && { waitMs }) };
}

/** The newest checkpoint that enough witnesses have countersigned; otherwise the newest. */
function newestOf({ db, logPolicy }: Deps): Promise<StoredCheckpoint | undefined> {
  return checkpointCovering(db, 0, logPolicy?.quorum ?? 0);
}

interface Props {
  state: { stored: StoredCheckpoint; opened: OpenedCheckpoint } | undefined;
  policy: LogPolicy | undefined;
  results: readonly VerificationText[];
}

function LogIntegrity({ state, policy, results }: Props) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <h1 class="govuk-heading-l">{t('protection:integrity.title')}</h1>
      {results.map((result) => (
        <Result result={result} />
      ))}
      <h2 class="govuk-heading-m">{t('protection:integrity.newest')}</h2>
      <State state={state} />
      <h2 class="govuk-heading-m">{t('protection:integrity.verify-title')}</h2>
      {policy ? (
        <Form action="/audit/log">
          <p class="govuk-body">{t('protection:integrity.verify-lead')}</p>
          <Input
            name="referral"
            label={t('supervisor:audit.referral')}
            hint={t('protection:integrity.referral-hint')}
            optional
            width={20}
          />
          <Submit>{t('protection:integrity.verify')}</Submit>
        </Form>
      ) : (
        <p class="govuk-body">{t('protection:integrity.no-keys')}</p>
      )}
    </div>
  );
}

function State({ state }: Pick<Props, 'state'>) {
  const { t } = useViewer();
  if (state === undefined) return <p class="govuk-body">{t('protection:integrity.none')}</p>;
  const { stored, opened } = state;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{t('protection:integrity.size', { count: stored.size })}</li>
      <li>
        {t('protection:integrity.signed')} <DateAndTime at={stored.signedAt.toISOString()} />
      </li>
      {opened.witnesses.map(({ key, time }) => (
        <li>
          {t('protection:integrity.witnessed', { name: key.name })}{' '}
          <DateAndTime at={new Date(time * 1000).toISOString()} />
        </li>
      ))}
      {opened.witnesses.length === 0 && <li>{t('protection:integrity.no-witness')}</li>}
    </ul>
  );
}

/** In the words of the page that verifies files without a connection. */
function Result({ result: { verdict, faults, proved, notProved } }: { result: VerificationText }) {
  const { language } = useViewer();
  const texts = VERIFIER_TEXTS[language];
  return (
    <section>
      <h2 class="govuk-heading-m">{verdict}</h2>
      <Sentences title={texts.faultsTitle} sentences={faults} />
      <Sentences title={texts.provesTitle} sentences={proved} />
      <Sentences title={texts.leavesOpenTitle} sentences={notProved} />
    </section>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
