import { remembered } from '../../text/remembered.ts';
import { readQuantity } from './quantity.ts';

/** What makes a target one that can be missed: a figure, a standard, a word that stands for a figure, or an answer of yes or no. */

const LONGEST_TEXT = 1000;

/** Digits that count nothing: a percentile, a quarter, a version, a phase. */
const NAMES_WITH_DIGITS = /(?<![\p{L}\p{N}])(?:p\d{2,4}(?:\.\d+)?|\d{2}(?:\.\d+)?(?:st|nd|rd|th) percentile|q[1-4]|v\d[\d.]*|(?:http|phase|version|wave|sprint|milestone)[ /]?\d[\d.]*)(?![\p{L}\p{N}])/giu;
const COMPARED_DIGITS = /[<>≤≥=±~≈]\s?[\p{L}\p{N}.]{0,10}\d|\d\s?[x×%‰]|\d\s?[/:-]\s?\d|\d:\d/u;
const WORDS_FOR_FIGURES = /(?<![\p{L}\p{N}-])(?:zero|no|none|nil|never|always|once|twice|half|hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual(?:ly)?|(?:two|three|four|five|six) nines|every (?:second|minute|hour|day|night|week|month|quarter|year))(?![\p{L}\p{N}-])/iu;
const WORDS_FOR_ALL = /(?<![\p{L}\p{N}-])(?:all|every|each|any|entire|full|both|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a (?:second|minute|hour|day|night|week|month))(?![\p{L}\p{N}-])/iu;
const ANSWERS = /^[\s*_`✅✔❌]*(?:yes|no|true|false|on|off|enabled|disabled|required|mandatory|enforced|supported|complete|n\/?a|not (?:applicable|needed|required))(?![\p{L}\p{N}])|(?<!\p{L})(?:pass(?:es|ed)?|signed off|green)(?!\p{L})/iu;
/** It says elsewhere how much. */
const REFERENCE = /\]\(|\]\[|(?<!\p{L})(?:see|as in|as per|according to|defined in)\s/iu;

const STANDARDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'WCAG|GDPR|DSGVO|CCPA|CPRA|LGPD|COPPA|FERPA|HIPAA|HITECH|HITRUST|PCI(?:[- ]?DSS)?|PSD2|SOX|GLBA|eIDAS|NIS ?2|DORA|FedRAMP|StateRAMP|FISMA|ITAR|CJIS|KYC|AML|BAIT|MaRisk|TISAX|Cyber Essentials|Section 508|EAA|EN ?\\d{3}|BSI',
    'ISO(?:/IEC)?|IEC|IEEE|ANSI|DIN|NIST|FIPS|CIS|ASVS|OWASP|SAMM|SLSA|SOC ?[123]|COBIT|ITIL|CSA|MITRE|CVE|CVSS|SBOM|RFC|W3C|ECMA|OGC|ITU|BCP',
    'TLS|mTLS|SSL|SSH|HTTPS|HSTS|CSP|CORS|IPsec|WireGuard|AES|RSA|ECDSA|Ed25519|SHA|HMAC|ChaCha20|bcrypt|scrypt|Argon2(?:id)?|PBKDF2|PGP|GPG|KMS|HSM|E2EE',
    'OAuth|OIDC|OpenID|SAML|SCIM|JWT|LDAP|Kerberos|FIDO2?|WebAuthn|passkeys?|MFA|2FA|TOTP|SSO|single sign-on|RBAC|ABAC|ACLs?|DKIM|DMARC|SPF|DNSSEC',
    'HL7|FHIR|DICOM|EDIFACT|X\\.?12|OpenAPI|AsyncAPI|OpenTelemetry|W3C Trace Context|Core Web Vitals|12[- ]factor|twelve[- ]factor|SemVer',
    'ACID|(?:strong|eventual|causal|sequential|read[- ]your[- ]writes|session) consistency|(?:strongly|eventually) consistent|serializab(?:le|ility)|lineari[sz]ab(?:le|ility)|snapshot isolation|(?:exactly|at[- ]least|at[- ]most)[- ]once|idempotent|N[+-]\\d',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);

const VAGUE_WORDS =
  'fast(?:er|est)?|quick(?:ly|er)?|rapid(?:ly)?|snappy|responsive|scal(?:able|es well)|secur(?:e|ed|ely)|safe(?:ly)?|robust|resilient|reliabl[ey]|stable|performant|efficient(?:ly)?|optimal|optimi[sz]ed|minimal(?:ly)?|minimi[sz]ed?|maximal|maximi[sz]ed?|low(?:er|est)?|high(?:er|est|ly)?|good|great|better|best|excellent|acceptable|reasonable|sufficient|adequate|appropriate|suitable|improv(?:e|ed|es|ement|ing)|increas(?:e|ed|es|ing)|reduc(?:e|ed|es|tion|ing)|decreas(?:e|ed|es|ing)|enhanc(?:e|ed|es|ing)|seamless(?:ly)?|smooth(?:ly)?|eas(?:y|ily)|simple|intuitive|user[- ]friendly|modern|state[- ]of[- ]the[- ]art|(?:near[- ])?real[- ]?time|instant(?:ly|aneous)?|immediate(?:ly)?|asap|as needed|best[- ]effort|best[- ]practices?|industry[- ]standards?|world[- ]class|enterprise[- ]grade|production[- ](?:ready|grade)|small|large|big|(?<!how )(?:many|few|often)|several|some|frequent(?:ly)?|regular(?:ly)?|normal|typical|flexible|maintainable|unlimited|infinite|elastic|comprehensive|strong|proper(?:ly)?|medium|moderate|top[- ]notch|ok|fine';
/** "High-traffic" tells of something else than how much. */
const VAGUE = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${VAGUE_WORDS})(?![\\p{L}\\p{N}]|-\\p{L})`, 'iu');
/** Words beside vague ones that make them no clearer. */
const FILLERS =
  'the|a|an|and|or|but|is|are|be|being|must|should|shall|will|to|as|of|in|on|for|by|with|at|all|very|extremely|really|more|most|much|possible|always|enough|quite|our|its|it|we|system|systems|service|services|application|app|platform|access|data|performance|performing|speed|latency|response|responses|time|times|load|users?|user|experience|security|scalability|availability|reliability|quality|standards?|level|levels|encryption|authentication|available|overall|under|footprint|usage|costs?|downtime|errors?|loss|design|architecture';
const ALL_VAGUE = new RegExp(`^(?:(?:${VAGUE_WORDS}|${FILLERS})(?![\\p{L}\\p{N}])[^\\p{L}\\p{N}]*){1,25}$`, 'iu');

/** Whether anyone can tell whether it is reached. */
export const isMeasurable = remembered((text: string): boolean => {
  const said = text.slice(0, LONGEST_TEXT);
  // What is written in other letters cannot be judged by these words.
  if (!/\p{Script=Latin}/u.test(said)) return true;
  const counted = said.replace(NAMES_WITH_DIGITS, ' ');
  if (readQuantity(counted) !== undefined || COMPARED_DIGITS.test(counted) || WORDS_FOR_FIGURES.test(said)) return true;
  if (STANDARDS.test(said) || ANSWERS.test(said) || REFERENCE.test(said)) return true;
  return vagueWordIn(said) === undefined && (/\d/.test(counted) || WORDS_FOR_ALL.test(said));
});

/** The first word that everyone understands differently. */
export const vagueWordIn = remembered((text: string): string | undefined => VAGUE.exec(text.slice(0, LONGEST_TEXT))?.[0]);

/** Whether a text says nothing else. */
export const isVagueAlone = remembered((text: string): boolean => {
  const words = text.slice(0, LONGEST_TEXT).replace(/^[^\p{L}\p{N}]+/u, '');
  return ALL_VAGUE.test(words) && VAGUE.test(words);
});
