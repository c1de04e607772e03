/** Rows of a form that may be many: signs of a country, numbers of the sender, fingerprints. One more is always empty. */

import type { ComponentChildren } from 'preact';
import { CLASSIFICATIONS, HASH_ALGORITHMS, INDICATOR_BASES } from '../../../domain/vocabulary.ts';
import type { Key } from '../../words/words.ts';
import { Input, Select } from '../parts/form.tsx';
import { countryOptions } from '../referral/countries.ts';
import { type Typed, useViewer } from '../viewer.ts';

interface RowsProps {
  /** Before the name of the list: `addition.`, say. */
  prefix?: string;
  /** More empty rows than the one. */
  more?: number;
}

export function IndicatorRows({ prefix = '', more }: RowsProps) {
  const { words, language } = useViewer();
  const bases = INDICATOR_BASES.map((value) => ({ value, label: words(`codes:indicatorBasis.${value}`) }));
  return (
    <Rows list={`${prefix}indicators`} legend="intake:row.indicator" more={more}>
      {(row) => (
        <>
          <Select
            name={`${row}.country`}
            label={words('common:column.country')}
            options={countryOptions(language)}
            empty={words('intake:row.no-country')}
          />
          <Select
            name={`${row}.basis`}
            label={words('intake:row.basis')}
            options={bases}
            empty={words('common:field.choose')}
          />
          <Input
            name={`${row}.value`}
            label={words('intake:row.value')}
            hint={words('intake:row.value-hint')}
            width={20}
            optional
          />
          <Tick name={`${row}.verified`} label={words('intake:row.verified')} />
          <Tick name={`${row}.proxySuspected`} label={words('intake:row.proxy')} />
        </>
      )}
    </Rows>
  );
}

export function OriginRows({ prefix = '', more }: RowsProps) {
  const { words } = useViewer();
  return (
    <Rows list={`${prefix}originReferences`} legend="intake:row.origin" more={more}>
      {(row) => (
        <>
          <Input
            name={`${row}.system`}
            label={words('intake:row.system')}
            hint={words('intake:row.system-hint')}
            width={20}
          />
          <Input name={`${row}.id`} label={words('intake:row.number')} width={20} />
        </>
      )}
    </Rows>
  );
}

export function MaterialRows({ prefix = '', more }: RowsProps) {
  const { words } = useViewer();
  const algorithms = HASH_ALGORITHMS.map((value) => ({ value, label: words(`codes:hashAlgorithm.${value}`) }));
  const classes = CLASSIFICATIONS.map((value) => ({ value, label: words(`codes:classification.${value}`) }));
  return (
    <Rows list={`${prefix}materials`} legend="intake:row.material" more={more}>
      {(row) => (
        <>
          <Select
            name={`${row}.algorithm`}
            label={words('intake:row.algorithm')}
            options={algorithms}
            empty={words('common:field.choose')}
          />
          <Input name={`${row}.value`} label={words('intake:row.hash')} />
          <Input
            name={`${row}.source`}
            label={words('intake:row.source')}
            hint={words('intake:row.source-hint')}
            width={20}
          />
          <Select
            name={`${row}.classification`}
            label={words('intake:row.classification')}
            options={classes}
            empty={words('common:unknown')}
          />
        </>
      )}
    </Rows>
  );
}

/** How many rows of a list have something in them. */
export function filledRows(typed: Typed, list: string): number {
  const rows = Object.keys(typed).flatMap((name) => {
    if (!name.startsWith(`${list}.`) || typed[name]?.every((value) => value.trim() === '')) return [];
    return [Number.parseInt(name.slice(list.length + 1), 10)];
  });
  return Math.max(0, ...rows.filter(Number.isFinite).map((row) => row + 1));
}

interface Listing {
  list: string;
  legend: Key;
  more: number | undefined;
  children: (row: string) => ComponentChildren;
}

function Rows({ list, legend, more = 0, children }: Listing) {
  const { words, typed } = useViewer();
  const count = filledRows(typed, list) + 1 + more;
  return (
    <>
      {[...Array(count).keys()].map((n) => (
        <fieldset class="govuk-fieldset desk-row" key={n}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words(legend, { n: n + 1 })}</legend>
          <div class="desk-row__fields">{children(`${list}.${n}`)}</div>
        </fieldset>
      ))}
    </>
  );
}

/** One box of its own. */
function Tick({ name, label }: { name: string; label: string }) {
  const { typed } = useViewer();
  const id = `f-${name.replaceAll('.', '-')}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value="true"
          checked={typed[name]?.includes('true') ?? false}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {label}
        </label>
      </div>
    </div>
  );
}
