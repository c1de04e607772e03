/** The lists of a submission as rows: signs of a country, numbers, fingerprints, persons, preserved data, particulars. */

import {
  CLASSIFICATIONS,
  HASH_ALGORITHMS,
  INDICATOR_BASES,
  LEGAL_INSTRUMENTS,
  SUBJECT_CATEGORIES,
} from '../../../domain/vocabulary.ts';
import { Input, Select, TextArea } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import { CountryInput } from './country-input.tsx';
import { Rows, Tick } from './rows.tsx';

interface ListProps {
  /** Before the name of the list: `addition.`, say. */
  prefix?: string;
  more?: number | undefined;
  buttons?: boolean;
}

export function IndicatorRows({ prefix = '', ...rows }: ListProps) {
  const { words } = useViewer();
  const bases = INDICATOR_BASES.map((value) => ({ value, label: words(`codes:indicatorBasis.${value}`) }));
  const fields = ['country', 'basis', 'value', 'verified', 'proxySuspected'];
  return (
    <Rows list={`${prefix}indicators`} legend="intake:row.indicator" fields={fields} {...rows}>
      {(row) => (
        <>
          <CountryInput name={`${row}.country`} />
          <Select
            name={`${row}.basis`}
            label={words('intake:row.basis')}
            options={bases}
            empty={words('everywhere:field.choose')}
          />
          <Input
            name={`${row}.value`}
            label={words('intake:row.value')}
            hint={words('intake:row.value-hint')}
            width={20}
            optional
          />
          <div>
            <Tick name={`${row}.verified`} label={words('intake:row.verified')} />
            <Tick name={`${row}.proxySuspected`} label={words('intake:row.proxy')} />
          </div>
        </>
      )}
    </Rows>
  );
}

export function OriginRows({ prefix = '', ...rows }: ListProps) {
  const { words } = useViewer();
  return (
    <Rows list={`${prefix}originReferences`} legend="intake:row.origin" fields={['system', 'id']} {...rows}>
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

export function MaterialRows({ prefix = '', ...rows }: ListProps) {
  const { words } = useViewer();
  const algorithms = HASH_ALGORITHMS.map((value) => ({ value, label: words(`codes:hashAlgorithm.${value}`) }));
  const classes = CLASSIFICATIONS.map((value) => ({ value, label: words(`codes:classification.${value}`) }));
  const fields = ['algorithm', 'value', 'source', 'classification'];
  return (
    <Rows list={`${prefix}materials`} legend="intake:row.material" fields={fields} {...rows}>
      {(row) => (
        <>
          <Select
            name={`${row}.algorithm`}
            label={words('intake:row.algorithm')}
            options={algorithms}
            empty={words('everywhere:field.choose')}
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
            empty={words('everywhere:unknown')}
          />
        </>
      )}
    </Rows>
  );
}

export function SubjectRows({ prefix = '', ...rows }: ListProps) {
  const { words } = useViewer();
  const categories = SUBJECT_CATEGORIES.map((value) => ({ value, label: words(`codes:subjectCategory.${value}`) }));
  return (
    <Rows list={`${prefix}subjects`} legend="intake:row.subject" fields={['category', 'reference']} {...rows}>
      {(row) => (
        <>
          <Select
            name={`${row}.category`}
            label={words('intake:row.category')}
            options={categories}
            empty={words('everywhere:field.choose')}
          />
          <Input
            name={`${row}.reference`}
            label={words('intake:row.subject-reference')}
            hint={words('intake:row.subject-hint')}
            width={20}
          />
        </>
      )}
    </Rows>
  );
}

export function PreservationRows({ prefix = '', ...rows }: ListProps) {
  const { words } = useViewer();
  const named = LEGAL_INSTRUMENTS.filter((instrument) => instrument !== 'none');
  const instruments = named.map((value) => ({ value, label: words(`codes:legalInstrument.${value}`) }));
  const fields = ['provider', 'instrument', 'endsAt', 'reference'];
  return (
    <Rows list={`${prefix}preservation`} legend="intake:row.preservation" fields={fields} {...rows}>
      {(row) => (
        <>
          <Input name={`${row}.provider`} label={words('intake:row.provider')} width={20} />
          <Select
            name={`${row}.instrument`}
            label={words('intake:field.instrument')}
            options={instruments}
            empty={words('everywhere:none')}
          />
          <Input name={`${row}.endsAt`} label={words('intake:row.ends')} type="datetime-local" width={20} optional />
          <Input name={`${row}.reference`} label={words('intake:row.number')} width={20} optional />
        </>
      )}
    </Rows>
  );
}

export function ParticularsRows({ prefix = '', ...rows }: ListProps) {
  const { words } = useViewer();
  return (
    <Rows list={`${prefix}particulars`} legend="intake:row.particular" fields={['label', 'value']} {...rows}>
      {(row) => (
        <>
          <Input
            name={`${row}.label`}
            label={words('intake:row.label')}
            hint={words('intake:row.label-hint')}
            width={20}
          />
          <TextArea name={`${row}.value`} label={words('intake:row.text')} rows={2} />
        </>
      )}
    </Rows>
  );
}
