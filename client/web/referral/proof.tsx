/** The proof bundle of a referral: the form that makes it, and the answer with the file. */

import type { FastifyInstance } from 'fastify';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { sendProof } from '../../http/send-proof.ts';
import { Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';

/** Registers the addresses that the forms send to. */
export function proofPages(app: FastifyInstance, deps: HttpDependencies): void {
  app.post<{ Params: { reference: string } }>('/referrals/:reference/proof', (request, reply) =>
    sendProof(deps, request, reply, request.params.reference),
  );
  app.post<{ Params: { reference: string } }>('/referrals/:reference/erasure-certificate', (request, reply) =>
    sendProof(deps, request, reply, request.params.reference, 'erasure-certificate'),
  );
}

/** Explains what a bundle is, with the button that makes one. */
export function ProofPrompt({ reference }: { reference: string }) {
  const { t } = useViewer();
  return (
    <div class="desk-measure">
      <p class="govuk-body">{t('documents:proof.lead')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/public/verify.html" download="verify.html">
          {t('documents:proof.verifier')}
        </a>
      </p>
      <Form action={`/referrals/${reference}/proof`}>
        <Submit kind="secondary">{t('documents:proof.make')}</Submit>
      </Form>
    </div>
  );
}
