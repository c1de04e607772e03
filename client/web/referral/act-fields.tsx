/** The fields of one act, with what the referral and the directory have to choose from. */

import { unreachableCountries } from '../../../domain/routing/request.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { countryName, languageName } from '../../i18n/countries.ts';
import { countryOptions } from '../../i18n/country-list.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { AssignmentCandidates } from '../../queries/candidates.ts';
import { extensibleClocks, translationParties } from '../../queries/may-act.ts';
import { handlerName } from '../../queries/names.ts';
import { AdditionFields } from '../intake/addition-fields.tsx';
import { Choices, Input, type Option, Select, TextArea } from '../parts/form.tsx';
import { useViewer, type Viewer } from '../viewer.ts';
import type { ActFormField } from './act-form-fields.ts';
import { CandidateChoices } from './candidate-choices.tsx';
import { acceptedReasons, extensionHint } from './extension-options.ts';
import { type ReferralView, recipientTitle } from './referral-view.ts';

/** The initial value of each field. */
export type Prefilled = Readonly<Record<string, readonly string[]>>;

interface Props {
  field: ActFormField;
  view: ReferralView;
  recipientId: string | undefined;
  prefilled: Prefilled;
  /** The contact points that can be assigned, for the form that assigns one. */
  candidates?: AssignmentCandidates | undefined;
}

/** One field of the form of an act. */
export function ActField({ field, view, recipientId, prefilled, candidates }: Props) {
  const viewer = useViewer();
  const { t, language, now } = viewer;
  const { name, kind, optional } = field;
  const before = prefilled[name] ?? [];
  const [value] = before;
  const label = t(field.label);
  const facts = { name, label, optional, value, ...(field.hint && { hint: t(field.hint) }) };
  const choose = t('everywhere:field.choose');
  switch (kind.of) {
    case 'text':
      return <TextArea {...facts} />;
    case 'line':
      return <Input {...facts} />;
    case 'number':
      return <Input {...facts} type="number" width={5} />;
    case 'moment':
      return <Input {...facts} type="datetime-local" width={20} />;
    case 'reference':
      return <Input {...facts} width={20} />;
    case 'addition':
      return <AdditionFields />;
    case 'codes': {
      const options = kind.options.map((option) => ({
        ...{ value: option.value, label: t(option.label) },
        ...(option.hint && { hint: t(option.hint) }),
      }));
      if (kind.as === 'select') return <Select {...facts} options={options} empty={choose} />;
      return <Choices {...facts} kind={kind.as} options={options} value={before} />;
    }
    case 'yes-no': {
      const options = [
        { value: 'true', label: t(kind.yes) },
        { value: 'false', label: t(kind.no) },
      ];
      return <Choices {...facts} kind="radio" options={options} value={before} />;
    }
    case 'country':
      return <Select {...facts} options={receivingCountries(view, now, language, t)} empty={choose} />;
    case 'countries':
      return (
        <Countries
          {...facts}
          options={receivingCountries(view, now, language, t)}
          suggested={suggestedCountries(view, before)}
          chosen={before}
        />
      );
    case 'point':
      return <Select {...facts} options={pointOptions(view, language)} empty={choose} />;
    case 'candidate':
      if (candidates) return <CandidateChoices {...{ name, label, value, candidates, view }} />;
      return <Select {...facts} options={pointOptions(view, language)} empty={choose} />;
    case 'points':
      return <Points {...facts} options={pointOptions(view, language)} />;
    case 'colleague':
      return <Select {...facts} options={colleagues(view, viewer)} empty={choose} />;
    case 'replaced':
      return <Select {...facts} options={replaceable(view)} empty={t('everywhere:none')} />;
    case 'asked-party': {
      const parties = translationParties(view.referral, recipientId, view.person, now);
      const options = parties.map((party) => ({ value: party, label: t(`codes:debtor.${party}`) }));
      const [only] = parties;
      return (
        <Choices {...facts} kind="radio" options={options} value={parties.length === 1 && only ? [only] : before} />
      );
    }
    case 'language':
      return <Select {...facts} options={languageOptions(view, language)} empty={choose} />;
    case 'languages':
      return <Choices {...facts} kind="checkbox" options={languageOptions(view, language)} value={before} />;
    case 'extension-reason': {
      const clocks = extensibleClocks(view.referral, recipientId ?? '', view.person, now);
      const options = acceptedReasons(clocks).map((each) => ({
        value: each,
        label: t(`codes:extensionReason.${each}`),
      }));
      const isRequired = clocks.every(({ extension }) => extension.reasons);
      return <Select {...facts} options={options} empty={choose} optional={!isRequired} />;
    }
    case 'clock': {
      const clocks = extensibleClocks(view.referral, recipientId ?? '', view.person, now);
      const options = clocks.map((clock) => ({
        value: clock.name,
        label: t(`codes:clockName.${clock.name}`),
        hint: extensionHint(clock, t),
      }));
      return (
        <Choices
          {...facts}
          kind="radio"
          options={options}
          value={options.length === 1 ? options.map((only) => only.value) : []}
        />
      );
    }
  }
}

interface FieldFacts {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean | undefined;
}

/** Boxes for those that are likely, and two more to be named. */
function Countries({
  options,
  suggested,
  chosen,
  ...facts
}: FieldFacts & { options: readonly Option[]; suggested: readonly string[]; chosen: readonly string[] }) {
  const { t } = useViewer();
  const likely = suggested
    .flatMap((country) => options.find(({ value }) => value === country) ?? [])
    .map(({ value, label, group }) => ({
      value,
      label: group ? t('referral:field.nobody-in-country', { country: label }) : label,
    }));
  return (
    <>
      {likely.length > 0 && <Choices {...facts} kind="checkbox" options={likely} value={chosen} />}
      {[0, 1].map((n) => (
        <Select
          name={`moreCountries.${n}`}
          label={t('referral:field.more-countries', { n: n + 1 })}
          options={options}
          empty={t('everywhere:none')}
          optional
        />
      ))}
    </>
  );
}

/** The list is on the page twice only if it is short: a page has at most 100 KB. */
const SHORT_LIST = 150;

function Points({ name, label, hint, options }: FieldFacts & { options: readonly Option[] }) {
  const { t } = useViewer();
  const fields = options.length > SHORT_LIST ? [0] : [0, 1];
  return (
    <>
      {fields.map((n) => (
        <Select
          name={`${name}.${n}`}
          label={fields.length > 1 ? `${label} ${n + 1}` : label}
          hint={n === 0 ? hint : undefined}
          options={options}
          empty={t('everywhere:none')}
          optional
        />
      ))}
    </>
  );
}

function suggestedCountries({ referral }: ReferralView, chosen: readonly string[]): string[] {
  const signs = referral.facts.indicators.flatMap(({ country }) => (country === null ? [] : [country]));
  return [...new Set([...chosen, ...signs])];
}

/** All countries. Those in which no contact point can receive the referral now are a group that says so. */
function receivingCountries(
  { referral, lookup: { directory } }: ReferralView,
  asOf: Instant,
  language: Language,
  t: Translate,
): Option[] {
  const listed = [...new Set(directory.contactPoints.map(({ country }) => country))];
  const unreachable = unreachableCountries({ referral, countries: listed, asOf }, directory);
  return countryOptions(language).map(({ value, label }) => {
    const receives = listed.includes(value) && !unreachable.includes(value);
    return { value, label, ...(!receives && { group: t('referral:field.nobody-receives') }) };
  });
}

/** Sorted by country, then by name. The country comes first, so that typing its first letters selects it. */
function pointOptions({ lookup }: ReferralView, language: Language): Option[] {
  const { agencies, contactPoints } = lookup.directory;
  const disabled = new Set(agencies.flatMap((each) => (each.disabled ? [each.id] : [])));
  const options = contactPoints
    .filter((point) => !point.disabled && !disabled.has(point.agencyId))
    .map(({ id, name, country }) => ({ value: id, label: `${countryName(language, country)}: ${name}` }));
  return options.sort((one, other) => one.label.localeCompare(other.label, language));
}

/** The languages of the referral and of all contact points, by name. */
function languageOptions({ referral, lookup }: ReferralView, language: Language): Option[] {
  const read = lookup.directory.contactPoints.flatMap(({ languages }) => languages);
  return [...new Set([...referral.facts.languages, ...read])]
    .map((value) => ({ value, label: languageName(language, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

/** Those who are absent are marked. */
function colleagues({ lookup, names, person }: ReferralView, viewer: Viewer): Option[] {
  const atAgency = lookup.people.filter(({ officerAt }) => officerAt.includes(person.agencyId));
  return atAgency.map(({ id }) => ({ value: id, label: handlerName(names, id, viewer) }));
}

function replaceable(view: ReferralView): Option[] {
  return view.referral.recipients.map(({ id }) => ({ value: id, label: recipientTitle(id, view) }));
}
