/** What each step asks for. */

import {
  CAPABILITIES,
  CRIME_AREAS,
  HANDLING_CODES,
  INFORMATION_EVALUATIONS,
  KINDS,
  LEGAL_INSTRUMENTS,
  SOURCE_EVALUATIONS,
  TLPS,
  TRANSFER_BASES,
  URGENCIES,
  URGENCY_GROUNDS,
} from '../../../domain/vocabulary.ts';
import { languageName } from '../../i18n/countries.ts';
import { Choices, Input, Select, TextArea } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { CountryList } from './country-input.tsx';
import { IndicatorRows, MaterialRows, OriginRows, ParticularsRows, PreservationRows, SubjectRows } from './lists.tsx';
import type { Step } from './steps.ts';

interface Props {
  step: Exclude<Step, 'check'>;
  /** ISO 639-1 codes to choose from. */
  languages: readonly string[];
  /** The list that more rows were asked for. */
  more?: string | undefined;
}

export function StepFields({ step, languages, more }: Props) {
  switch (step) {
    case 'what':
      return <What more={more} />;
    case 'where':
      return <Where more={more} />;
    case 'to-whom':
      return <ToWhom languages={languages} />;
    case 'references':
      return <References more={more} />;
  }
}

/** Empty rows beyond the one, where they were asked for. */
const MORE = 3;

function moreOf(list: string, more: string | undefined): number {
  return list === more ? MORE : 0;
}

function What({ more }: { more: string | undefined }) {
  const { words } = useViewer();
  return (
    <>
      <Select
        name="kind"
        label={words('everywhere:column.kind')}
        options={KINDS.map((value) => ({ value, label: words(`codes:kind.${value}`) }))}
      />
      <Choices
        kind="checkbox"
        name="crimeAreas"
        label={words('referral:fact.crime')}
        options={CRIME_AREAS.map((value) => ({ value, label: words(`codes:crimeArea.${value}`) }))}
      />
      <Choices
        kind="radio"
        name="urgency"
        label={words('referral:field.urgency')}
        options={URGENCIES.map((value) => ({ value, label: words(`codes:urgency.${value}`) }))}
      />
      <Choices
        kind="checkbox"
        name="urgencyGrounds"
        label={words('referral:field.urgency-grounds')}
        optional
        options={URGENCY_GROUNDS.map((value) => ({ value, label: words(`codes:urgencyGround.${value}`) }))}
      />
      <Input
        name="incidentAt"
        label={words('referral:fact.incident')}
        hint={words('referral:field.moment-hint')}
        type="datetime-local"
        width={20}
        optional
      />
      <TextArea
        name="summary"
        label={words('intake:field.summary')}
        hint={words('intake:field.summary-hint')}
        rows={8}
      />
      <h2 class="govuk-heading-m">{words('intake:part.particulars')}</h2>
      <p class="govuk-body">{words('intake:part.particulars-hint')}</p>
      <ParticularsRows more={moreOf('particulars', more)} buttons />
    </>
  );
}

function Where({ more }: { more: string | undefined }) {
  const { words } = useViewer();
  return (
    <>
      <p class="govuk-body">{words('intake:part.indicators-hint')}</p>
      <CountryList />
      <IndicatorRows more={moreOf('indicators', more)} buttons />
    </>
  );
}

function ToWhom({ languages }: { languages: readonly string[] }) {
  const { words, language } = useViewer();
  const named = LEGAL_INSTRUMENTS.filter((instrument) => instrument !== 'none');
  return (
    <>
      <Select
        name="capability"
        label={words('referral:field.capability')}
        options={CAPABILITIES.map((value) => ({ value, label: words(`codes:capability.${value}`) }))}
      />
      <Choices
        kind="radio"
        name="handling.code"
        label={words('referral:handling')}
        options={HANDLING_CODES.map((value) => ({ value, label: words(`codes:handlingCode.${value}`) }))}
      />
      <Input name="handling.text" label={words('intake:field.handling-text')} optional />
      <Select
        name="tlp"
        label={words('intake:field.tlp')}
        options={TLPS.map((value) => ({ value, label: words(`codes:tlp.${value}`) }))}
      />
      <Select
        name="evaluation.source"
        label={words('intake:field.source')}
        options={SOURCE_EVALUATIONS.map((value) => ({ value, label: words(`codes:sourceEvaluation.${value}`) }))}
      />
      <Select
        name="evaluation.information"
        label={words('intake:field.information')}
        options={INFORMATION_EVALUATIONS.map((value) => ({
          value,
          label: words(`codes:informationEvaluation.${value}`),
        }))}
      />
      <Select
        name="legalInstrument"
        label={words('intake:field.instrument')}
        empty={words('everywhere:none')}
        options={named.map((value) => ({ value, label: words(`codes:legalInstrument.${value}`) }))}
      />
      <Select
        name="transferBasis"
        label={words('referral:fact.basis')}
        hint={words('intake:field.basis-hint')}
        empty={words('everywhere:none')}
        options={TRANSFER_BASES.map((value) => ({ value, label: words(`codes:transferBasis.${value}`) }))}
        optional
      />
      <Choices
        kind="checkbox"
        name="languages"
        label={words('referral:fact.languages')}
        options={languages.map((value) => ({ value, label: languageName(language, value) }))}
      />
    </>
  );
}

function References({ more }: { more: string | undefined }) {
  const { words } = useViewer();
  return (
    <>
      <h2 class="govuk-heading-m">{words('intake:part.origins')}</h2>
      <OriginRows more={moreOf('originReferences', more)} buttons />
      <h2 class="govuk-heading-m">{words('intake:part.materials')}</h2>
      <p class="govuk-body">{words('intake:part.materials-hint')}</p>
      <MaterialRows more={moreOf('materials', more)} buttons />
      <h2 class="govuk-heading-m">{words('intake:part.subjects')}</h2>
      <p class="govuk-body">{words('intake:part.subjects-hint')}</p>
      <SubjectRows more={moreOf('subjects', more)} buttons />
      <h2 class="govuk-heading-m">{words('intake:part.preservation')}</h2>
      <PreservationRows more={moreOf('preservation', more)} buttons />
    </>
  );
}
