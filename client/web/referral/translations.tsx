/** The translations of a referral, and the language that an act needs. */

import { type Translation, translationsOf } from '../../../domain/translation.ts';
import { languageName } from '../../i18n/countries.ts';
import { numberOf } from '../../i18n/render-sentence.ts';
import { DateAndTime } from '../parts/due.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { partyName, type ReferralView } from './referral-view.ts';
import { questionName } from './subject-name.ts';

/** The translations that were asked for, as a table. */
export function Translations({ view }: { view: ReferralView }) {
  const { t, language } = useViewer();
  const rows = translationsOf(view.referral);
  const columns: Column<Translation>[] = [
    { key: 'id', title: t('referral:column.number'), cell: ({ id }) => numberOf(id) },
    { key: 'asker', title: t('referral:column.asker'), cell: ({ asker }) => partyName(asker, view) },
    { key: 'of', title: t('referral:column.owed'), cell: ({ of }) => partyName(of, view) },
    {
      ...{ key: 'languages', title: t('clarification:field.languages') },
      cell: ({ languages }) => languages.map((code) => languageName(language, code)).join(', '),
    },
    { key: 'asked', title: t('referral:column.asked'), cell: ({ askedAt }) => <DateAndTime at={askedAt} /> },
    {
      ...{ key: 'state', title: t('everywhere:column.status') },
      cell: ({ state, ofQuestion }) => (
        <>
          {t(`codes:translationState.${state}`)}
          {ofQuestion && ` (${questionName(ofQuestion, t)})`}
        </>
      ),
    },
  ];
  return <Table caption={t('clarification:translations')} columns={columns} rows={rows} empty="" />;
}

/** The languages in which the question needs its answer, or one of which the translation must have. */
export function LanguageNeeded({
  view: { referral },
  questionId,
  translationId,
}: {
  view: ReferralView;
  questionId: string | undefined;
  translationId: string | undefined;
}) {
  const { t, language } = useViewer();
  const question = referral.questions.find(({ id }) => id === questionId);
  const translation = translationsOf(referral).find(({ id }) => id === translationId);
  const needed = translation?.languages ?? (question?.language ? [question.language] : []);
  if (needed.length === 0) return null;
  const languages = needed.map((code) => languageName(language, code)).join(', ');
  return <p class="govuk-body">{t('clarification:needed', { languages })}</p>;
}
