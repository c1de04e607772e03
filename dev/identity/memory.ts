/** The storage of the development sign-in, in memory: sign-ins that are not complete are lost at a restart. */

import type { Adapter, AdapterPayload } from 'oidc-provider';

/** One storage for all models of one provider. */
export function inMemoryAdapter(): (model: string) => Adapter {
  const rows = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string) => `${model}/${id}`;
    const findBy = async (is: (payload: AdapterPayload) => boolean) =>
      [...rows].find(([name, payload]) => name.startsWith(`${model}/`) && is(payload))?.[1];
    return {
      upsert: async (id, payload) => void rows.set(key(id), payload),
      find: async (id) => rows.get(key(id)),
      findByUid: (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findBy((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const row = rows.get(key(id));
        if (row) row.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void rows.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [name, payload] of rows) if (payload.grantId === grantId) rows.delete(name);
      },
    };
  };
}
