/** A CyberTipline report as a provider sends it: a chat, logins, linked accounts and recipients, in about 30 KB. */

const LINES = [
  'hey, how was school today?',
  'it was ok, the maths test was hard :(',
  'do you still have that game on your phone?',
  'yes but my mum says I have to finish my homework first',
  'nobody has to know that we talk, it is our secret',
  'can you send me a picture of your new room?',
  'I do not want to, please stop asking me',
  'come on, you promised it yesterday evening',
];

/** All persons, accounts and addresses are invented. */
export function sampleReport(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<report>
  <incidentSummary>
    <incidentType>Online Enticement of Children for Sexual Acts</incidentType>
    <platform>Chatter</platform>
    <incidentDateTime>2024-05-17T19:45:30.250+02:00</incidentDateTime>
  </incidentSummary>
  <internetDetails>
    <chatImIncident>
      <chatClient>Chatter for phones</chatClient>
      <chatRoomName>after school</chatRoomName>
      <content>${repeated(110, chatLine)}</content>
    </chatImIncident>
  </internetDetails>
  <reporter>
    <reportingPerson><email>desk@provider.example</email></reportingPerson>
  </reporter>
  <personOrUserReported>
    <espIdentifier>chat-900</espIdentifier>
    <screenName>lantern_900</screenName>
    <displayName>Lantern</displayName>
    <profileUrl>https://chatter.example/u/lantern_900</profileUrl>${repeated(60, login)}
    <deviceId><idType>IMEI</idType><idValue>490154203237518</idValue></deviceId>${repeated(12, linkedAccount)}
    <additionalInfo>The account was closed after two reports of other members of the group.</additionalInfo>
  </personOrUserReported>${repeated(14, recipient)}
  <additionalInfo>The provider reviewed the conversation and kept it. It can be requested by legal process.</additionalInfo>
</report>
`;
}

function repeated(count: number, write: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => write(n)).join('');
}

function chatLine(n: number): string {
  const name = n % 2 === 0 ? 'lantern_900' : 'mia.k';
  return `[2024-05-${10 + Math.floor(n / 20)} 19:${10 + (n % 50)}:${10 + ((n * 7) % 50)}] ${name}: ${LINES[n % LINES.length]}\n`;
}

function login(n: number): string {
  return `
    <ipCaptureEvent>
      <ipAddress>198.51.100.${n * 3}</ipAddress>
      <eventName>Login</eventName>
      <dateTime>2024-05-${10 + (n % 18)}T17:${10 + (n % 50)}:00Z</dateTime>
      <port>${40_000 + n * 17}</port>
    </ipCaptureEvent>`;
}

function linkedAccount(n: number): string {
  return `
    <associatedAccount type="Linked">
      <platform thirdPartyUser="true">Other Chat</platform>
      <email>lantern.${n}@mail.example</email>
      <screenName>lantern_${n}_elsewhere</screenName>
      <ipCaptureEvent><ipAddress>203.0.113.${n + 1}</ipAddress><eventName>Registration</eventName></ipCaptureEvent>
    </associatedAccount>`;
}

function recipient(n: number): string {
  return `
  <intendedRecipient>
    <espIdentifier>chat-${1_000 + n}</espIdentifier>
    <screenName>recipient_${n}</screenName>
    <estimatedLocation><city>Turku</city><countryCode>FI</countryCode></estimatedLocation>
    <additionalInfo>The account answered ${n + 2} of the messages on the same evening.</additionalInfo>
  </intendedRecipient>`;
}
