/** Plans the import of a file: every change of an entry, checked against the directory as it will be after all of them. */

import type { Directory } from '../routing/directory.ts';
import type { EditFacts, EditOf, EntryEdit, EntryFields } from './directory-edit.ts';
import { changedFields, type EditPlan } from './edit-plan.ts';
import type { Editor } from './editor.ts';
import { planAgencyEdit, planPointEdit } from './plan-agency-edit.ts';
import { planCapabilityEdit } from './plan-capability-edit.ts';

/** The changes of a file take effect together, and always with a second administrator. */
export function planImport(facts: EditFacts, editor: Editor, { edits }: EditOf<'import-directory'>): EditPlan {
  const planned = directoryWith(facts.directory, edits);
  const parts = edits.map((edit): Omit<EditPlan, 'entry'> => {
    const { entry: _, ...part } = planEntry({ ...facts, planned }, editor, edit);
    return part;
  });
  const before: EntryFields = {};
  const after: Record<string, EntryFields> = {};
  for (const part of parts) {
    const key = `${part.part}/${part.id}`;
    const changed = changedFields(part).map((field) => [field, part.after[field]]);
    before[key] ??= part.before;
    after[key] = { ...(after[key] ?? part.before), ...Object.fromEntries(changed) };
  }
  const id = `${Object.keys(after).length}`;
  const agencies = [...new Set(parts.flatMap((part) => part.agencies))];
  return { part: 'import', id, change: 'changed', before, after, agencies, agreement: 'second-administrator', parts };
}

/** Plans one change of a file. `facts.planned` is the directory after all of them. */
export function planEntry(facts: EditFacts, editor: Editor, edit: EntryEdit): EditPlan {
  switch (edit.type) {
    case 'add-contact-point':
    case 'change-contact-point':
    case 'disable-contact-point':
    case 'enable-contact-point':
      return planPointEdit(facts, editor, edit);
    case 'set-capability':
      return planCapabilityEdit(facts, editor, edit);
    default:
      return planAgencyEdit(facts, editor, edit);
  }
}

/** The directory after the changes, as far as other entries can refer to them. Nothing is checked. */
export function directoryWith(directory: Directory, edits: readonly EntryEdit[]): Directory {
  const agencies = new Map(directory.agencies.map((each) => [each.id, each]));
  const points = new Map(directory.contactPoints.map((each) => [each.id, each]));
  const capabilities = new Map(directory.capabilities.map((each) => [`${each.country}/${each.capability}`, each]));
  for (const edit of edits) {
    switch (edit.type) {
      case 'add-agency':
        agencies.set(edit.agency.id, { ...edit.agency, coordinating: false });
        break;
      case 'add-contact-point':
        points.set(edit.point.id, { ...edit.point, verifiedAt: '' });
        break;
      case 'change-contact-point': {
        const known = points.get(edit.point.id);
        if (known) points.set(known.id, { ...known, ...edit.point });
        break;
      }
      case 'set-capability': {
        const { country, capability } = edit.entry;
        capabilities.set(`${country}/${capability}`, { ...edit.entry, verifiedAt: null });
        break;
      }
      default:
        break;
    }
  }
  return {
    ...directory,
    agencies: [...agencies.values()],
    contactPoints: [...points.values()],
    capabilities: [...capabilities.values()],
  };
}
