/** The pages of one referral: its state, its particulars after a purpose, and the explanation of a clock. */

import type { FastifyInstance } from 'fastify';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import { zonesOf } from '../../../domain/clocks/zones.ts';
import { ERRORS } from '../../../domain/errors.ts';
import { READING_PURPOSES } from '../../../domain/reading-purposes.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { isUserInitiated } from '../../http/identity/request-kind.ts';
import { readsBeyondAllowance } from '../../http/identity/step-up.ts';
import { translatorFor } from '../../i18n/i18n.ts';
import { markSeen, seenSeq } from '../../workspace/read-marks.ts';
import { submittedText } from '../officer/triage-summary.tsx';
import { readFormValues, redirectAfterPost, showPage } from '../page.tsx';
import { refusalToShow } from '../refusal-to-show.ts';
import { ClockExplanation } from '../supervisor/explanation.tsx';
import { valuesToRepeat } from '../values-to-repeat.ts';
import { faultOfRefusal } from './act-request.ts';
import { clockTitle, debtorName } from './clock-title.ts';
import { doneTo } from './done-notice.tsx';
import { Heading } from './heading.tsx';
import { mayRead } from './may-read.ts';
import { ReferralPage } from './referral-page.tsx';
import { openReferral, type ReferralPageDeps } from './referral-view.ts';
import { listAddressIn } from './return-address.ts';

interface OfReferral {
  Params: { reference: string };
}

/** Registers the pages of one referral. */
export function referralPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<OfReferral>('/referrals/:reference', async (request, reply) => {
    const { person } = principalOf(request);
    const view = await openReferral(deps, person, request.params.reference, new Date().toISOString());
    const { id: referralId, reference } = view.referral;
    const seen = view.numbers.numberOf(await seenSeq(deps, person, referralId));
    // A request of an open page does not count as seen by the person.
    if (isUserInitiated(request)) await markSeen(deps, person, { referralId, seq: view.lastSeq });
    const body = (
      <ReferralPage view={view} seen={seen} done={doneTo(view, request)} reading={await mayRead(deps, view)} />
    );
    return showPage(request, reply, { title: reference, live: reference, body });
  });

  app.post<OfReferral & { Body: Partial<Record<'purpose' | 'purposeCode' | 'further' | 'back', unknown>> | undefined }>(
    '/referrals/:reference/particulars',
    { config: { stepUp: readsBeyondAllowance } },
    async (request, reply) => {
      const { person, language } = principalOf(request);
      const { reference: name } = request.params;
      const { purpose = '', purposeCode, further = '', back: given } = request.body ?? {};
      const back = typeof given === 'string' ? listAddressIn(given) : undefined;
      const code = READING_PURPOSES.find((each) => each === purposeCode) ?? 'other';
      const stated = { code, text: String(purpose), further: String(further) };
      const read = async () => {
        // A list shows the summary alone, which it reads under the purpose that is recorded here.
        const only = back === undefined ? undefined : submittedText((await deps.reader.status(person, name)).journal);
        const purposeOf = purposeCode === 'visit' ? undefined : stated;
        const { said } = await deps.reader.particulars(person, name, purposeOf, only);
        return { said, status: 200, faults: [], error: undefined };
      };
      const { said, status, faults, error } = await read().catch((thrown: unknown) => {
        const error = refusalToShow(thrown);
        return { said: undefined, status: ERRORS[error.code].http, faults: [faultOfRefusal(error, language)], error };
      });
      if (said && back) return redirectAfterPost(reply, back);
      const formValues = await valuesToRepeat(deps.guard, readFormValues(request.body), error);
      const view = await openReferral(deps, person, name, new Date().toISOString());
      const { reference, seq } = view.referral;
      const reading = await mayRead(deps, view);
      const body = <ReferralPage view={view} seen={seq} reading={reading} back={back} {...(said && { said })} />;
      return showPage(request, reply, { title: reference, status, faults, formValues, body });
    },
  );

  app.get<{ Params: { reference: string; clockId: string } }>(
    '/referrals/:reference/clocks/:clockId',
    async (request, reply) => {
      const { person, language } = principalOf(request);
      const { reference, clockId } = request.params;
      const view = await openReferral(deps, person, reference, new Date().toISOString());
      const { referral, journal, lookup } = view;
      const explanation = explainClock(journal, clockId, zonesOf(lookup.directory, referral), deps.policies);
      const t = translatorFor(language);
      const title = t(`codes:clockName.${explanation.start.name}`);
      const body = (
        <>
          <Heading referral={referral} title={clockTitle(explanation, view, t)} />
          <ClockExplanation explanation={explanation} owedBy={debtorName(explanation, view)} />
          <p class="desk-no-print">
            <a class="govuk-link" href={`/referrals/${referral.reference}`}>
              {referral.reference}
            </a>
          </p>
        </>
      );
      return showPage(request, reply, { title: `${title}: ${referral.reference}`, body });
    },
  );
}
