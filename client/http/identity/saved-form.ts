/** A form that was sent when the session had ended: sealed, kept for half an hour, shown again to its writer alone. */

import type { FastifyRequest } from 'fastify';
import type { Database } from '../../../prisma/store/connect.ts';
import { deleteSavedForm, deleteSavedFormsBefore, findKeptForm, saveForm } from '../../../prisma/store/saved-forms.ts';
import { localPath } from './local-path.ts';
import type { SessionKeys } from './session-keys.ts';

export type SavedFields = Readonly<Record<string, string | string[]>>;

export interface SavedForm {
  /** The page that the form was on, and the path that it posts to. */
  page: string;
  action: string;
  fields: SavedFields;
}

interface Keeping {
  db: Database;
  keys: SessionKeys;
}

const KEPT_FOR = 30 * 60_000;
const MOST_BYTES = 64 * 1024;

/** The page; undefined where there is nothing that can be kept. */
export async function keep(
  { db, keys }: Keeping,
  request: FastifyRequest,
  personId: string,
): Promise<string | undefined> {
  const fields = fieldsOf(request.body);
  if (fields === undefined) return undefined;
  const form: SavedForm = { page: pageOf(request), action: pathOf(request.url), fields };
  const plain = JSON.stringify(form);
  if (Buffer.byteLength(plain) > MOST_BYTES) return undefined;
  const now = Date.now();
  await deleteSavedFormsBefore(db, new Date(now - KEPT_FOR));
  await saveForm(db, personId, keys.seal(plain), new Date(now));
  return form.page;
}

export async function findSavedForm({ db, keys }: Keeping, personId: string): Promise<SavedForm | undefined> {
  const sealed = await findKeptForm(db, personId, new Date(Date.now() - KEPT_FOR));
  const plain = sealed && keys.open(sealed);
  // Sealed by ourselves, so it has the shape that we gave it.
  return plain === undefined ? undefined : JSON.parse(plain);
}

/** When the form is sent again, whatever becomes of it. */
export async function forget(db: Database, personId: string): Promise<void> {
  await deleteSavedForm(db, personId);
}

export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}

/** Files are not kept. */
function fieldsOf(body: unknown): SavedFields | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name !== '_csrf' && isText(value)) fields[name] = value;
  }
  return fields;
}

function isText(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}

/** Where the browser says it was, if that is ours; else the form's own address. */
function pageOf({ headers, host, url }: FastifyRequest): string {
  const { referer } = headers;
  const from = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return localPath(from?.host === host ? from.pathname + from.search : url);
}
