import type { Random } from './random.ts';

/** What plans are written of. The world is that of the examples: a harbour that rents its berths. */
const PARTS = [
  'berth queue', 'booking service', 'price list', 'receipt store', 'tide clock', 'harbour map', 'guest register', 'payment page', 'mail sender', 'season calendar', 'refund desk',
  'event log', 'search index', 'report builder', 'line watch', 'fuel counter', 'crane schedule', 'pilot roster', 'customs link', 'weather feed', 'invoice printer', 'gate camera',
  'power meter', 'waste ledger', 'visitor pass', 'audit trail', 'message bus', 'session cache', 'rate limiter', 'archive reader',
];
const DOES = [
  'keeps', 'reads', 'confirms', 'collects', 'hands over', 'holds back', 'checks', 'counts', 'writes down', 'asks for', 'answers with', 'repeats', 'compares', 'drops', 'sorts', 'signs',
  'waits for', 'rejects', 'splits', 'joins', 'delays', 'publishes', 'measures', 'copies',
];
const THINGS = [
  'every booking of the day', 'the oldest open request', 'one row per berth', 'what the guest has paid', 'the length of the boat', 'two prices for one night', 'the order of arrivals',
  'the last known depth', 'a signed receipt', 'all changes since midnight', 'the name of the skipper', 'a list of free berths', 'the state of the lock', 'a batch of ten events',
  'the number of open lines', 'what the office wrote by hand', 'the reference of a payment', 'a copy of the register', 'the time of the last tide', 'each refused card',
  'the version of the contract', 'a token that lasts an hour', 'the figures of the month', 'what the sensor sent', 'the way back to the old schema', 'one answer for each caller',
];
const CONDITIONS = [
  'before the next wave begins', 'while the office is closed', 'as long as the line is up', 'once the tide has turned', 'when two guests ask at once', 'after a restart', 'without asking the provider',
  'even if the network is slow', 'within one transaction', 'on the first day of the season', 'unless the guest cancels', 'until the queue is empty', 'for at most ten minutes',
  'in the order in which it came', 'so that no card is charged twice', 'because the old system cannot', 'where the law asks for it', 'at the cost of one more table',
];
const ROLES = ['Harbour master', 'Tech lead', 'Security officer', 'Product owner', 'Data engineer', 'Office manager', 'Platform team', 'On-call engineer'];
const TECHNOLOGIES = ['PostgreSQL', 'Redis', 'Kafka', 'Go', 'TypeScript', 'Kubernetes', 'Envoy', 'Prometheus', 'S3', 'RabbitMQ', 'Terraform', 'Grafana', 'Python', 'SQLite', 'NATS'];
const STANDARDS = ['OAuth 2.1', 'TLS 1.3', 'AES-256', 'OpenID Connect', 'ISO 27001', 'PCI DSS 4.0', 'SAML 2.0', 'FIPS 140-3'];
const FOLDERS = ['services', 'libraries', 'api', 'schemas', 'deploy', 'docs', 'tests'];

export function part(random: Random): string {
  return random.pick(PARTS);
}

export function technology(random: Random): string {
  return random.pick(TECHNOLOGIES);
}

export function role(random: Random): string {
  return random.pick(ROLES);
}

export function standard(random: Random): string {
  return random.pick(STANDARDS);
}

export function date(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `2026-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

export function version(random: Random): string {
  return `${random.between(1, 4)}.${random.between(0, 20)}.${random.between(0, 9)}`;
}

export function filePath(random: Random): string {
  return `${random.pick(FOLDERS)}/${part(random).replaceAll(' ', '-')}`;
}

/** The name of something: two or three words, the first in a capital. */
export function name(random: Random): string {
  return capital(random.chance(0.7) ? part(random) : `second ${part(random)}`);
}

/** A few words that could end a sentence. */
export function clause(random: Random): string {
  const condition = random.chance(0.6) ? ` ${random.pick(CONDITIONS)}` : '';
  return `the ${part(random)} ${random.pick(DOES)} ${random.pick(THINGS)}${condition}`;
}

/** Stands where a link to a section of the same document goes, once its headings are known. */
export const ANCHOR = '(#)';

/** Some have the emphasis, the code and the links that prose has. */
export function sentence(random: Random): string {
  const plain = `${capital(clause(random))}.`;
  if (random.chance(0.85)) return plain;
  if (random.chance(0.4)) return `${plain.slice(0, -1)}, see \`${filePath(random)}\`.`;
  if (random.chance(0.5)) return `${plain.slice(0, -1)}, and **${clause(random)}**.`;
  return `${plain.slice(0, -1)} ([${part(random)}]${ANCHOR}).`;
}

export function paragraph(random: Random): string {
  return Array.from({ length: random.between(2, 5) }, () => sentence(random)).join(' ');
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
