/** Maps the hash values of one reported file to material references. */

import { algorithmOf, hashValue, withoutColons } from '../../../guard/hash-value.ts';
import type { MaterialReference } from '../../../submission.ts';
import { INDUSTRY_CLASSIFICATIONS } from '../../../vocabulary.ts';
import type { Ledger } from '../leaf-ledger.ts';
import { isTrue } from '../lexical-forms.ts';
import { attribute, child, children, type Node } from '../node.ts';
import { shortText } from './short-text.ts';

type Hash = Pick<MaterialReference, 'algorithm' | 'value'> & { node: Node };

/** Maps the hashes of a file to material references. */
export function mapMaterials(file: Node, ledger: Ledger): MaterialReference[] {
  const hashes = [...originalHashes(file, ledger), ...metadataHashes(file, ledger)];
  if (hashes.length === 0) return [];
  const id = child(file, 'fileId');
  ledger.mappedAndKept(id);
  const source = shortText(`CyberTipline file ${id?.value}`) ?? 'CyberTipline file';
  const statements = providerStatements(file, ledger);
  return hashes.map(({ node, algorithm, value }) =>
    ledger.from(node, { algorithm, value, source, classification: 'unclassified', ...statements }),
  );
}

function originalHashes(file: Node, ledger: Ledger): Hash[] {
  return children(file, 'originalFileHash').flatMap((node) => {
    const type = attribute(node, 'hashType');
    return hashFrom(type, node, ledger);
  });
}

/** Metadata of the type HASH. A pair is a hash only if its name is an algorithm. */
function metadataHashes(file: Node, ledger: Ledger): Hash[] {
  return children(file, 'details')
    .filter((details) => attribute(details, 'type')?.value === 'HASH')
    .flatMap((details) => {
      const hashes = details.children.flatMap((pair) => {
        const name = child(pair, 'name');
        const value = child(pair, 'value');
        return value && algorithmOf(name?.value ?? '') !== 'other' ? hashFrom(name, value, ledger) : [];
      });
      if (hashes.length > 0) ledger.mappedAndKept(attribute(details, 'type'));
      return hashes;
    });
}

function hashFrom(type: Node | undefined, node: Node, ledger: Ledger): Hash[] {
  const algorithm = algorithmOf(type?.value ?? '');
  const value = hashValue(algorithm, withoutColons(node.value.trim()));
  if (value === null) {
    ledger.lost('value-not-usable', node);
    return [];
  }
  ledger.mapped(node);
  if (algorithm === 'other') ledger.lost('mapped-to-broader-term', type);
  else ledger.mapped(type);
  return [{ node, algorithm, value }];
}

function providerStatements(file: Node, ledger: Ledger): Partial<MaterialReference> {
  const classification = child(file, 'industryClassification');
  const viewed = child(file, 'fileViewedByEsp');
  const available = child(file, 'publiclyAvailable');
  const industryClassification = INDUSTRY_CLASSIFICATIONS.find((each) => each === classification?.value);
  ledger.mapped(classification, viewed, available);
  return {
    ...(industryClassification && { industryClassification }),
    ...(viewed && { viewedByReporter: isTrue(viewed.value) }),
    ...(available && { publiclyAvailable: isTrue(available.value) }),
  };
}
