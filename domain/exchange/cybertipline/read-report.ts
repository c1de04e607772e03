/** Converts a CyberTipline document to a submission and a loss report. */

import { shareOf, type TextCosts } from '../../guard/budget.ts';
import { defaultGuardPolicy } from '../../guard/policy.ts';
import type { Submission } from '../../submission.ts';
import type { LossEntry, LossReason } from '../loss-report.ts';
import { InvalidReport } from '../report-faults.ts';
import { readXml } from '../xml.ts';
import { fitReferral, type Room, WHOLE_ROOM } from './fit-referral.ts';
import { type Ledger, openLedger } from './leaf-ledger.ts';
import { mapFileAnnotations, mapIncident } from './map/incident.ts';
import { mapIndicators } from './map/indicators.ts';
import { mapMaterials } from './map/materials.ts';
import { mapPreservation, mapSubjects } from './map/subjects.ts';
import { child, everyNode, type Node, toNode, withShownNames } from './node.ts';
import { lackedNodes, type ReportSchema, refusingFaults, type SchemaFault } from './own-schema.ts';
import { SCHEMA_NAME } from './schema/newer.ts';
import { rootType, validate } from './validate.ts';

/** The submission that a file contains, and its loss report. */
export interface CyberTiplineReading {
  /** The root element. */
  form: 'report' | 'fileDetails';
  submission: Submission;
  /** The CyberTipline number that the details of a file name, also if the referral has no room for it. */
  reportId?: string;
  /** In document order. */
  loss: LossEntry[];
  /** The name of the schema that it was validated against. */
  schema: string;
  /** What its texts count towards the budget of the referral. */
  costs: TextCosts;
}

export interface ReadOptions {
  /** What the texts may cost. What exceeds it is left out. Default: the share of an agency that submits a referral. */
  limits?: TextCosts;
  /** What the referral can still hold. Default: as much as a new one. */
  room?: Room;
  /** The latest instant of something that has happened, in milliseconds since 1970. Default: no limit. */
  latest?: number;
  /** Refuses a report with elements or attributes that the schema lacks. Otherwise they are kept as particulars. */
  isStrict?: boolean;
  /** A schema of the operator. The built-in tables then accept elements that they lack, also if `isStrict`. */
  schema?: ReportSchema | undefined;
}

/**
 * Reads a `report`, or the `fileDetails` of one file. Every leaf is in the submission, in the loss report, or in both. What
 * the material guard would refuse is left out, with the reason in the loss report.
 *
 * @throws InvalidReport with every fault of the XML or against the schema.
 */
export function readCyberTipline(xml: string, options: ReadOptions = {}): CyberTiplineReading {
  const {
    limits = shareOf(defaultGuardPolicy, 'sender'),
    room = WHOLE_ROOM,
    latest = Number.POSITIVE_INFINITY,
  } = options;
  const { isStrict = false, schema } = options;
  const root = readXml(xml);
  const type = rootType(root);
  const found = schema?.faults(xml) ?? [];
  const faults = [
    ...validate(root, isStrict && !schema ? 'strict' : 'lenient'),
    ...(schema ? refusingFaults(schema, found, isStrict) : []),
  ];
  if (!type || faults.length > 0) throw new InvalidReport(faults);
  const document = withShownNames(toNode(root, type, root.name));
  const ledger = openLedger(latest);
  const form = root.name === 'report' ? 'report' : 'fileDetails';
  const facts = form === 'report' ? fieldsOfReport(document, ledger, limits) : fieldsOfFile(document, ledger, limits);
  const settlement = ledger.settle(document, room.characters);
  const read = { ...facts, particulars: settlement.particulars };
  const { submission, costs } = fitReferral(read, settlement, limits, room);
  const loss = lossOf(document, schema ? inOwnSchema(document, settlement.lost, schema, found) : settlement.lost);
  const [{ id: reportId } = { id: undefined }] = facts.originReferences;
  return {
    form,
    submission,
    ...(reportId !== undefined && { reportId }),
    loss,
    schema: schema?.name ?? SCHEMA_NAME,
    costs,
  };
}

/** An element that only the built-in tables lack is not missing in the operator's schema. */
function inOwnSchema(
  document: Node,
  lost: ReadonlyMap<Node, LossReason>,
  schema: ReportSchema,
  faults: readonly SchemaFault[],
): ReadonlyMap<Node, LossReason> {
  const lacked = lackedNodes(document, schema, faults);
  const isIn = (node: Node, reason: LossReason) => reason === 'not-in-schema' && !lacked.has(node);
  return new Map(
    Array.from(lost, ([node, reason]) => [node, isIn(node, reason) ? 'kept-as-particulars-only' : reason]),
  );
}

function lossOf(document: Node, lost: ReadonlyMap<Node, LossReason>): LossEntry[] {
  return everyNode(document)
    .flatMap((node) => [node, ...node.attributes])
    .flatMap((node) => {
      const reason = lost.get(node);
      return reason ? [{ path: node.path, line: node.line, reason }] : [];
    });
}

type MappedFields = Omit<Submission, 'particulars'>;

/** Values of fields that a report does not have. */
const DEFAULTS: Pick<
  Submission,
  'kind' | 'capability' | 'handling' | 'evaluation' | 'tlp' | 'legalInstrument' | 'languages'
> = {
  kind: 'case-referral',
  capability: 'investigation',
  handling: { code: 'H0' },
  evaluation: { source: 'X', information: '4' },
  tlp: 'amber',
  legalInstrument: 'none',
  languages: ['en'],
};

function fieldsOfReport(report: Node, ledger: Ledger, { identifiers }: TextCosts): MappedFields {
  ledger.lost('no-place-in-model', ...knownAttributes(report), child(child(report, 'reporter'), 'termsOfService'));
  return {
    ...DEFAULTS,
    ...mapIncident(report, ledger),
    originReferences: [],
    indicators: mapIndicators(report, ledger, identifiers),
    materials: [],
    subjects: mapSubjects(report, ledger),
    preservation: mapPreservation(report, ledger),
  };
}

/** Of a root element: references to a schema. */
function knownAttributes({ attributes }: Node): Node[] {
  return attributes.filter(({ isUnknown }) => !isUnknown);
}

/** The details of a file are sent separately from their report and refer to it by number. */
function fieldsOfFile(file: Node, ledger: Ledger, { identifiers }: TextCosts): MappedFields {
  const reportId = child(file, 'reportId');
  const materials = mapMaterials(file, ledger);
  ledger.lost('no-place-in-model', ...knownAttributes(file));
  ledger.mapped(reportId);
  return {
    ...DEFAULTS,
    ...mapFileAnnotations(file, ledger),
    originReferences: reportId ? [ledger.from(reportId, { system: 'cybertipline', id: reportId.value })] : [],
    indicators: mapIndicators(file, ledger, identifiers),
    materials,
    subjects: [],
    preservation: [],
    summary: `Details of one file of a CyberTipline report. Hash values: ${materials.length}.`,
  };
}
