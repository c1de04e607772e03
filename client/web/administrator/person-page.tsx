/** What an administrator sees of one person, part by part; what is not theirs to change is only shown. */

import { detailsOf } from '../../../domain/administration/plan-person-edit.ts';
import { versionOf } from '../../../domain/audit/version.ts';
import { ROLES } from '../../../domain/people.ts';
import type { Agency } from '../../../domain/routing/directory.ts';
import type { Edit } from '../../../prisma/store/directory-edit.ts';
import type { GivenIdentity } from '../../../prisma/store/identities.ts';
import type { KnownPerson } from '../../../prisma/store/people.ts';
import { labelled } from '../../i18n/labelled.ts';
import { Choices, Input, Select, Submit } from '../parts/form.tsx';
import { SavedNotice } from '../parts/notice.tsx';
import { useSavedForm } from '../parts/refilled.tsx';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { Changes } from './changes.tsx';
import { OwnForm } from './own-form.tsx';
import { PersonFields } from './person-fields.tsx';

interface Props {
  person: KnownPerson;
  identities: readonly GivenIdentity[];
  /** How many are open. */
  sessions: number;
  edits: readonly Edit[];
  /** Name, address and sign-in, and not only roles. */
  mayChange: boolean;
  /** Those of the viewer's to give roles at. */
  agencies: readonly Agency[];
}

export function PersonPage({ person, identities, sessions, edits, mayChange, agencies }: Props) {
  const { t } = useViewer();
  const path = `/admin/people/${encodeURIComponent(person.id)}`;
  const details = detailsOf(person);
  return (
    <>
      <SavedNotice />
      <h1 class="govuk-heading-l">{person.name}</h1>
      <p class="govuk-body">{labelled(t, t('administrator:id'), person.id)}</p>
      {mayChange && details && (
        <OwnForm name="details" action={path} hidden={{ version: versionOf(details) }}>
          <PersonFields person={details} />
          <Submit>{t('everywhere:save')}</Submit>
        </OwnForm>
      )}
      <h2 class="govuk-heading-m">{t('people:roles')}</h2>
      {agencies
        .filter(({ id }) => person.memberships.some(({ agencyId }) => agencyId === id))
        .map((agency) => (
          <RolesAt person={person} agency={agency} path={path} />
        ))}
      <NewAgency person={person} agencies={agencies} path={path} />
      <Identities identities={identities} path={path} mayChange={mayChange} />
      <h2 class="govuk-heading-m">{t('people:sessions')}</h2>
      <p class="govuk-body">
        {t('people:open-sessions', { count: sessions })}{' '}
        {sessions > 0 && <a href={`${path}/end-sessions`}>{t('people:end-sessions')}</a>}
      </p>
      {person.memberships.length > 0 && (
        <p class="govuk-body">
          <a href={`${path}/deactivate`}>{t('people:deactivate')}</a>
        </p>
      )}
      {mayChange && person.memberships.length === 0 && person.email !== '' && (
        <p class="govuk-body">
          <a href={`${path}/pseudonymise`}>{t('people:pseudonymise')}</a>
        </p>
      )}
      <Changes edits={edits} />
    </>
  );
}

type RolesProps = Pick<Props, 'person'> & { path: string };

function RolesAt({ person, agency, path }: RolesProps & { agency: Agency }) {
  const { t } = useViewer();
  const { memberships } = person;
  const held = memberships.find(({ agencyId }) => agencyId === agency.id)?.roles ?? [];
  return (
    <OwnForm
      name={agency.id}
      action={`${path}/roles`}
      hidden={{ version: versionOf(memberships), agencyId: agency.id }}
    >
      <Choices
        kind="checkbox"
        name="roles"
        of={agency.id}
        label={agency.name}
        value={held}
        options={ROLES.map((value) => ({ value, label: t(`codes:role.${value}`) }))}
      />
      <Submit kind="secondary">{t('people:save-roles', { agency: agency.name })}</Submit>
    </OwnForm>
  );
}

const ANOTHER = 'another';

/** Another agency to work for. */
function NewAgency({ person, agencies, path }: RolesProps & Pick<Props, 'agencies'>) {
  const { t } = useViewer();
  const { memberships } = person;
  const others = agencies.filter(({ id }) => !memberships.some(({ agencyId }) => agencyId === id));
  const isBegun = useSavedForm(`${path}/roles`)?.['form']?.[0] === ANOTHER;
  if (others.length === 0) return null;
  return (
    <details class="govuk-details" open={isBegun}>
      <summary class="govuk-details__summary">{t('people:another-agency')}</summary>
      <OwnForm name={ANOTHER} action={`${path}/roles`} hidden={{ version: versionOf(memberships) }}>
        <Select
          name="agencyId"
          label={t('everywhere:column.agency')}
          empty={t('everywhere:field.choose')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choices
          kind="checkbox"
          name="roles"
          of={ANOTHER}
          label={t('people:roles')}
          options={ROLES.map((value) => ({ value, label: t(`codes:role.${value}`) }))}
        />
        <Submit kind="secondary">{t('everywhere:add')}</Submit>
      </OwnForm>
    </details>
  );
}

function Identities({ identities, path, mayChange }: Pick<Props, 'identities' | 'mayChange'> & { path: string }) {
  const { t } = useViewer();
  return (
    <>
      <Table
        caption={t('people:identities')}
        titled
        rows={identities}
        empty={t('people:no-identities')}
        columns={[
          { key: 'issuer', title: t('people:issuer'), cell: ({ issuer }) => issuer },
          { key: 'subject', title: t('people:subject'), cell: ({ subject }) => subject },
          {
            ...{ key: 'remove', title: t('everywhere:remove'), action: true },
            cell: ({ issuer, subject }) =>
              mayChange && (
                <a href={`${path}/take-identity?${new URLSearchParams({ issuer, subject })}`}>
                  {t('everywhere:remove')} <span class="govuk-visually-hidden">{subject}</span>
                </a>
              ),
          },
        ]}
      />
      {mayChange && (
        <OwnForm name="identity" action={`${path}/identities`}>
          <Input name="issuer" label={t('people:issuer')} hint={t('people:issuer-hint')} />
          <Input name="subject" label={t('people:subject')} width={20} />
          <Submit kind="secondary">{t('people:give-identity')}</Submit>
        </OwnForm>
      )}
    </>
  );
}
