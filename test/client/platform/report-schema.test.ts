/** Reports are validated against the operator's schema, in this thread and in guard threads. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guardInProcess } from '../../../client/platform/guard/guard.ts';
import { openGuardPool } from '../../../client/platform/guard/guard-pool.ts';
import { openReportSchema } from '../../../client/platform/report-schema.ts';
import { defaultGuardPolicy } from '../../../domain/guard/policy.ts';
import { SCHEMAS } from '../../domain/exchange/cybertipline/schema-file.ts';
import { atEnd } from '../../support/at-end.ts';

/** A later edition: file details may have a `mood`, and `fileName` has at most five characters. */
const XSD = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="fileDetails"><xs:complexType><xs:sequence>
    <xs:element name="reportId" type="xs:long"/>
    <xs:element name="fileId" type="xs:token"/>
    <xs:element name="fileName" minOccurs="0">
      <xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
    </xs:element>
    <xs:element name="mood" minOccurs="0" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const schemaFile = fileOf('edition-2030.xsd', XSD);
const guard = guardInProcess(defaultGuardPolicy, schemaFile);

describe('with a schema of the operator', () => {
  test('an element that only the built-in tables lack is accepted by strict reading and kept as particulars', async () => {
    const { submission, loss, schema } = await guard.reports(fileDetails('<mood>dark</mood>'), { isStrict: true });
    expect(schema).toBe('edition-2030.xsd');
    expect(submission.particulars).toContainEqual({ label: 'fileDetails/mood', value: 'dark' });
    expect(loss).toContainEqual({ path: 'fileDetails/mood', line: 4, reason: 'kept-as-particulars-only' });
  });

  test('an element that it lacks is kept and listed, and refused by strict reading', async () => {
    const files = fileDetails('<weather>grey</weather>');
    const { loss } = await guard.reports(files);
    expect(loss).toContainEqual({ path: 'fileDetails/weather', line: 4, reason: 'not-in-schema' });
    await expect(guard.reports(files, { isStrict: true })).rejects.toMatchObject({
      code: 'INVALID_REPORT',
      faults: [expect.objectContaining({ line: 4, path: '', reason: expect.stringContaining('edition-2030.xsd') })],
    });
  });

  test.each([
    ['on the line of one that it has', '<mood>dark</mood><weather>grey</weather>', { mood: 4 }, { weather: 4 }],
    ['with what is in it', '<weather>\n<sky>grey</sky>\n</weather>', {}, { 'weather/sky': 5 }],
    ['with an attribute', '<weather\nsky="grey"/>', {}, { 'weather/@sky': 5 }],
    ['after another', '<weather>grey</weather>\n<wind>north</wind>', {}, { weather: 4, wind: 5 }],
    ['where it has it elsewhere', '<mood>dark</mood>\n<mood>light</mood>', { 'mood[1]': 4 }, { 'mood[2]': 5 }],
  ])('an element that it lacks is listed, %s', async (_, elements, has, lacks) => {
    const { loss } = await guard.reports(fileDetails(elements));
    const listed = (reason: string) =>
      Object.fromEntries(
        loss.flatMap((entry) =>
          entry.reason === reason ? [[entry.path.replace('fileDetails/', ''), entry.line]] : [],
        ),
      );
    const { reportId: _number, fileId: _id, ...others } = listed('kept-as-particulars-only');
    expect([others, listed('not-in-schema')]).toEqual([has, lacks]);
  });

  test('an element is listed as in the schema if it permits any', async () => {
    const open = XSD.replace(
      /<xs:element name="fileName".*name="mood".*?>/s,
      '<xs:any processContents="lax" minOccurs="0"/>',
    );
    const { loss } = await guardInProcess(defaultGuardPolicy, fileOf('open.xsd', open)).reports(
      fileDetails('<weather>grey</weather>'),
    );
    expect(loss).toContainEqual({ path: 'fileDetails/weather', line: 4, reason: 'kept-as-particulars-only' });
  });

  test('a value that it does not allow is refused, and the refusal does not repeat it', async () => {
    const refused = await guard.reports(fileDetails('<fileName>secret-name</fileName>')).catch((error) => error);
    expect(refused).toMatchObject({ code: 'INVALID_REPORT', faults: [{ line: 4, path: 'fileName' }] });
    expect(JSON.stringify([refused, refused.message, refused.faults])).not.toContain('secret-name');
  });

  test('guard threads use it too', async () => {
    // On a busy machine, a thread takes seconds to start.
    const pool = openGuardPool({ threads: 1, timeoutMs: 60_000, schemaFile });
    atEnd(pool.close);
    const files = fileDetails('<mood>dark</mood>');
    expect(await pool.reports(files, { isStrict: true })).toEqual(await guard.reports(files, { isStrict: true }));
    await expect(pool.reports(fileDetails('<fileName>secret-name</fileName>'))).rejects.toMatchObject({
      code: 'INVALID_REPORT',
    });
  });
});

test('without one, strict reading refuses elements that the built-in tables lack', async () => {
  const builtIn = guardInProcess(defaultGuardPolicy);
  await expect(builtIn.reports(fileDetails('<mood>dark</mood>'), { isStrict: true })).rejects.toMatchObject({
    code: 'INVALID_REPORT',
  });
});

test.each([
  ['is missing', () => '/nowhere/report.xsd', /^LIAISE_CYBERTIPLINE_XSD: there is no readable file/],
  ['is not XML', () => fileOf('text.xsd', 'text'), /^LIAISE_CYBERTIPLINE_XSD: .* is not an XML schema/],
  ['is not a schema', () => fileOf('other.xsd', '<report/>'), /^LIAISE_CYBERTIPLINE_XSD: .* is not an XML schema/],
])('a file that %s is a fault of the configuration', async (_, path, message) => {
  await expect(openReportSchema(path())).rejects.toMatchObject({
    name: 'ConfigFault',
    message: expect.stringMatching(message),
  });
});

test.each(SCHEMAS)('the whole schema of %s can be used', async (_, text) => {
  const whole = guardInProcess(defaultGuardPolicy, fileOf('whole.xsd', text));
  const { schema } = await whole.reports(fileDetails('<fileName>a.txt</fileName>'), { isStrict: true });
  expect(schema).toBe('whole.xsd');
});

function fileDetails(more: string) {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<fileDetails>\n<reportId>1</reportId><fileId>1</fileId>\n${more}</fileDetails>`;
  return [{ name: 'details.xml', content: Buffer.from(xml) }];
}

function fileOf(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'schema-')), name);
  writeFileSync(file, text);
  return file;
}
