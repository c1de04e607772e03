/** A process that sends webhooks to a receiver on this host, until it is killed. Its settings are in the environment. */

import { dispatchWebhooks } from '../../../activities/webhooks/dispatch-webhooks.ts';
import { parseKeyring } from '../../../domain/keyring.ts';
import { connectDatabase } from '../../../prisma/store/connect.ts';

const { DATABASE_URL: databaseUrl = '', KEYS = '', CA: ca = '' } = process.env;
console.log('Webhooks are sent.');
await dispatchWebhooks({
  ...{ db: connectDatabase({ databaseUrl, connections: 5 }), keyring: parseKeyring(KEYS) },
  mailer: { send: async () => ({ result: 'sent' }), close: () => {} },
  ...{ publicUrl: 'https://liaise.example', signal: new AbortController().signal },
  post: { ca, resolve: async () => ['127.0.0.1'], mayConnect: () => true },
});
