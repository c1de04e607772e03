/** A form that was sent after the session had ended: encrypted, saved for 30 minutes, shown again only to its sender. */

import type { FastifyRequest } from 'fastify';
import type { Place } from '../../../domain/keys/sealing.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { deleteSavedForm, deleteSavedFormsBefore, readSavedForm, saveForm } from '../../../prisma/store/saved-forms.ts';
import { isPlacedOnly } from '../../../prisma/store/sealing-state.ts';
import type { Guard } from '../../platform/guard/guard.ts';
import { refusalOfFields } from '../../platform/guard/guard-fields.ts';
import { localPath } from './local-path.ts';
import type { SessionKeys } from './session-keys.ts';

/** The fields of a saved form by name. */
export type SavedFields = Readonly<Record<string, string | string[]>>;

/** A form that was submitted without a valid session, with the address that it was sent to. */
export interface SavedForm {
  /** The page with the form, and the path that the form posts to. */
  page: string;
  action: string;
  fields: SavedFields;
}

interface SavedFormDeps {
  db: Database;
  keys: SessionKeys;
  guard: Pick<Guard, 'material'>;
}

const RETENTION_MS = 30 * 60_000;
const MAX_BYTES = 64 * 1024;

/** Resolves to the page with the form; undefined if there is nothing to save, it is too large, or the guard refuses it. */
export async function saveSentForm(
  { db, keys, guard }: SavedFormDeps,
  request: FastifyRequest,
  personId: string,
): Promise<string | undefined> {
  const fields = fieldsOf(request.body);
  if (fields === undefined) return undefined;
  const form: SavedForm = { page: pageOfForm(request), action: pathOf(request.url), fields };
  const plain = JSON.stringify(form);
  if (Buffer.byteLength(plain) > MAX_BYTES || (await refusalOfFields(guard, fields))) return undefined;
  const now = Date.now();
  await deleteSavedFormsBefore(db, new Date(now - RETENTION_MS));
  await saveForm(db, personId, keys.seal(plain, placeOf(personId)), new Date(now));
  return form.page;
}

/** Reads the saved form of a person for the page with this path. */
export async function findSavedForm(
  { db, keys }: Omit<SavedFormDeps, 'guard'>,
  personId: string,
): Promise<SavedForm | undefined> {
  const sealed = await readSavedForm(db, personId, new Date(Date.now() - RETENTION_MS));
  if (sealed === undefined) return undefined;
  const plain = keys.open(sealed, placeOf(personId)) ?? (await openedUnplaced(db, keys, sealed));
  // Encrypted by this server, so it has the shape that `saveSentForm` gave it.
  return plain === undefined ? undefined : JSON.parse(plain);
}

async function openedUnplaced(db: Database, keys: SessionKeys, sealed: Uint8Array): Promise<string | undefined> {
  return (await isPlacedOnly(db)) ? undefined : keys.openUnplaced(sealed);
}

/** A person has at most one saved form, so the person is its id. */
function placeOf(personId: string): Place {
  return ['form', personId];
}

/** Called when the form is sent again. */
export async function deleteSavedFormOf(db: Database, personId: string): Promise<void> {
  await deleteSavedForm(db, personId);
}

/** The path of a URL without its query. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}

/** Files are not saved. */
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

/** The referring page if it is on this server; else the path that the form posts to. */
export function pageOfForm({ headers, host, url }: FastifyRequest): string {
  const { referer } = headers;
  const from = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return localPath(from?.host === host ? from.pathname + from.search : url);
}
