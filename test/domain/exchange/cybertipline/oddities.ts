/** Documents at the limits of the schema: empty, mixed, repeated, out of order, in another namespace. */

interface Pieces {
  /** Attributes of the root. */
  attributes?: string;
  start?: string;
  annotations?: string;
  details?: string;
  end?: string;
}

/** A small valid report, with pieces put in. */
export function report({ attributes = '', start = '', annotations = '', details = '', end = '' }: Pieces): string {
  return `<report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${attributes}>${start}
    <incidentSummary><incidentType>Child Sex Tourism</incidentType>${annotations}
    <incidentDateTime>2024-01-01T00:00:00Z</incidentDateTime></incidentSummary>
    ${details && `<internetDetails>${details}</internetDetails>`}
    <reporter><reportingPerson/></reporter>${end}</report>`;
}

const file = (rest: string) => `<fileDetails><reportId>1</reportId><fileId>f</fileId>${rest}</fileDetails>`;
const batched = '<batchedReport reason="VIRAL_POTENTIAL_MEME"';
const annotated = (inside: string) => report({ annotations: `<reportAnnotations>${inside}</reportAnnotations>` });

export const ODDITIES = [
  report({}),
  report({ start: `${batched}/>` }),
  report({ start: `${batched}> </batchedReport>` }),
  report({ start: `${batched}><!-- nothing --></batchedReport>` }),
  report({ start: '<batchedReport/>' }),
  report({ start: '<batchedReport reason=""/>' }),
  report({ start: `${batched}/>${batched}/>` }),
  report({ start: '<!-- nothing -->' }),
  report({ start: '&#160;' }),
  report({ start: '&#32;' }),
  report({ start: '<![CDATA[x]]>' }),
  report({ end: 'x' }),
  report({ end: '<victim/>' }),
  report({ end: '<victim><victimPerson/></victim><intendedRecipient/>' }),
  report({ end: '<additionalInfo/><additionalInfo/>' }),
  report({ end: '<victim><victimPerson/></victim>'.repeat(5) }),
  report({ attributes: 'xsi:noNamespaceSchemaLocation="report.xsd"' }),
  report({ attributes: 'xsi:unknown="x"' }),
  report({ attributes: 'xml:lang="en"' }),
  report({ attributes: 'lang="en"' }),
  report({ attributes: 'xmlns="urn:other"' }),
  annotated(''),
  annotated('<spam/>'),
  annotated('<spam></spam>'),
  annotated('<spam> </spam>'),
  annotated('<spam><!-- nothing --></spam>'),
  annotated('<spam>true<!-- indeed --></spam>'),
  annotated('<spam>false</spam>'),
  annotated('<spam/><sextortion/>'),
  annotated('<sextortion/><spam/>'),
  annotated('<spam/><spam/>'),
  annotated('<spam/><viral/>'),
  report({ details: ' ' }),
  report({ details: '<webPageIncident/>' }),
  report({ details: '<webPageIncident/><webPageIncident/>' }),
  report({ details: '<webPageIncident/><chatImIncident/>' }),
  report({ details: 'x<webPageIncident/>' }),
  report({ details: '<webPageIncident thirdPartyHostedContent=" true "/>' }),
  report({ details: '<webPageIncident thirdPartyHostedContent=""/>' }),
  report({ details: '<webPageIncident><url><b/></url></webPageIncident>' }),
  report({ details: '<cellPhoneIncident><phoneNumber countryCallingCode="+1234"/></cellPhoneIncident>' }),
  report({ details: '<cellPhoneIncident><phoneNumber countryCallingCode="+123" extension="0"/></cellPhoneIncident>' }),
  report({ details: '<cellPhoneIncident><phoneNumber extension="+1"/></cellPhoneIncident>' }),
  report({
    details: '<nonInternetIncident><incidentAddress><state/><country/></incidentAddress></nonInternetIncident>',
  }),
  report({
    details: '<nonInternetIncident><incidentAddress><country>UK</country></incidentAddress></nonInternetIncident>',
  }),
  file(''),
  file('<potentialMeme>true</potentialMeme>'),
  file('<fileAnnotations/>'),
  file('<potentialMeme>true</potentialMeme><fileAnnotations/>'),
  file('<fileAnnotations/><fileAnnotations/>'),
  file('<originalFileHash/>'),
  file('<originalFileHash hashType=""/>'),
  file('<details/>'),
  file('<details type="HASH"><nameValuePair><name/><value/></nameValuePair></details>'),
  file('<details><nameValuePair><value/><name/></nameValuePair></details>'),
  '<report/>',
  '<fileDetails/>',
  '<unheardOf/>',
];
