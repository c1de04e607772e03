/** The open sessions of a person, on the settings page. */

import type { ListedSession } from '../../prisma/store/sessions.ts';
import { DateAndTime } from './parts/due.tsx';
import { Form, Submit } from './parts/form.tsx';
import { Table } from './parts/table.tsx';
import { Tag } from './parts/tag.tsx';
import { useViewer } from './viewer.ts';

/** A session, with the name of its agency. */
export interface OwnSession extends ListedSession {
  agency: string;
  isThis: boolean;
}

/** The table of sessions, each with a button that ends it. */
export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('everywhere:settings.own-sessions')}
      rows={sessions}
      empty=""
      columns={[
        {
          ...{ key: 'seen', title: t('everywhere:settings.session-used') },
          cell: ({ seenAt, isThis }) => (
            <>
              <DateAndTime at={seenAt.toISOString()} />{' '}
              {isThis && <Tag colour="blue">{t('everywhere:settings.session-this')}</Tag>}
            </>
          ),
        },
        {
          ...{ key: 'started', title: t('everywhere:settings.session-started') },
          cell: ({ startedAt }) => <DateAndTime at={startedAt.toISOString()} />,
        },
        { key: 'agency', title: t('everywhere:column.agency'), cell: ({ agency }) => agency },
        {
          ...{ key: 'end', title: t('everywhere:who.sign-out'), action: true },
          cell: ({ digest }) => (
            <Form action="/sessions/end" hidden={{ session: digest }}>
              <Submit kind="secondary">{t('everywhere:who.sign-out')}</Submit>
            </Form>
          ),
        },
      ]}
    />
  );
}
