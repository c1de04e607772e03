/** Our tables of elements as an XML schema, so that libxml2 judges documents also where the receiver's schema is absent. */

import type { Attribute, ContentPart, ElementType, Value } from '../../../../domain/exchange/cybertipline/grammar.ts';
import { ROOTS } from '../../../../domain/exchange/cybertipline/schema/roots.ts';

/** The schema as text. */
export function tableSchema(): string {
  const types = new Map<unknown, { name: string; text: string }>();
  const define = (key: unknown, write: (name: string) => string): string => {
    const known = types.get(key);
    if (known) return known.name;
    const type = { name: `t${types.size}`, text: '' };
    types.set(key, type);
    type.text = write(type.name);
    return type.name;
  };
  const simple = (value: Value): string =>
    typeof value === 'string'
      ? `xs:${value === 'true' ? 'boolean' : value}`
      : define(value, (name) => simpleType(name, value));
  const attribute = ({ name, required, value }: Attribute) =>
    `<xs:attribute name="${name}" type="${simple(value)}" use="${required ? 'required' : 'optional'}"/>`;
  const element = (name: string, type: ElementType, occurs = '') => {
    const fixed = type.content.kind === 'value' && type.content.value === 'true' ? ' fixed="true"' : '';
    return `<xs:element name="${name}" type="${define(type, (own) => complexType(own, type))}"${fixed}${occurs}/>`;
  };
  const part = ({ choices, least, most }: ContentPart): string => {
    const occurs = ` minOccurs="${least}" maxOccurs="${most === Number.POSITIVE_INFINITY ? 'unbounded' : most}"`;
    const [only, ...others] = choices;
    if (only && others.length === 0) return element(only.name, only.type, occurs);
    return `<xs:choice${occurs}>${choices.map(({ name, type }) => element(name, type)).join('')}</xs:choice>`;
  };
  const complexType = (name: string, { attributes, content }: ElementType): string => {
    const own = attributes.map(attribute).join('');
    switch (content.kind) {
      case 'nothing':
        return `<xs:complexType name="${name}">${own}</xs:complexType>`;
      case 'value':
        return `<xs:complexType name="${name}"><xs:simpleContent><xs:extension base="${simple(content.value)}">${own}</xs:extension></xs:simpleContent></xs:complexType>`;
      case 'sequence':
        return `<xs:complexType name="${name}"><xs:sequence>${content.parts.map(part).join('')}</xs:sequence>${own}</xs:complexType>`;
      case 'any-order':
        return `<xs:complexType name="${name}"><xs:all>${content.parts.map(part).join('')}</xs:all>${own}</xs:complexType>`;
    }
  };
  const roots = Object.entries(ROOTS).map(([name, type]) => element(name, type));
  const texts = Array.from(types.values(), ({ text }) => text);
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${[...roots, ...texts].join('\n')}</xs:schema>`;
}

function simpleType(name: string, value: Exclude<Value, string>): string {
  const facets =
    'pattern' in value
      ? `<xs:pattern value="${value.pattern.source.replace(/^\^|\$$/g, '')}"/>`
      : value.oneOf.map((choice) => `<xs:enumeration value="${choice}"/>`).join('');
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType>`;
}
