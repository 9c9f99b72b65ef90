import type { Quantity } from './quantity.ts';

/** An amount in the unit in which others of its kind can be compared with it. */
export interface BaseAmount {
  readonly amount: number;
  /** `ms`, `b`, `bit/s`, `request/s`; the unit as it is written where nothing is known of it; empty where there is none. */
  readonly unit: string;
}

const PLAIN: Readonly<Record<string, readonly [factor: number, unit: string]>> = {
  ns: [1e-6, 'ms'],
  us: [1e-3, 'ms'],
  ms: [1, 'ms'],
  s: [1e3, 'ms'],
  min: [6e4, 'ms'],
  h: [36e5, 'ms'],
  d: [864e5, 'ms'],
  week: [6048e5, 'ms'],
  '%': [1, '%'],
  kb: [1e3, 'b'],
  mb: [1e6, 'b'],
  gb: [1e9, 'b'],
  tb: [1e12, 'b'],
  pb: [1e15, 'b'],
  kib: [1024, 'b'],
  mib: [1024 ** 2, 'b'],
  gib: [1024 ** 3, 'b'],
  tib: [1024 ** 4, 'b'],
  kbps: [1e3, 'bit/s'],
  mbps: [1e6, 'bit/s'],
  gbps: [1e9, 'bit/s'],
  rps: [1, 'request/s'],
  rpm: [1 / 60, 'request/s'],
  qps: [1, 'query/s'],
  tps: [1, 'transaction/s'],
};
const SAME: Readonly<Record<string, string>> = {
  ...same('ms', 'msec', 'msecs', 'millisecond', 'milliseconds'),
  ...same('us', 'µs', 'μs', 'microsecond', 'microseconds'),
  ...same('ns', 'nanosecond', 'nanoseconds'),
  ...same('s', 'sec', 'secs', 'second', 'seconds'),
  ...same('min', 'mins', 'minute', 'minutes'),
  ...same('h', 'hr', 'hrs', 'hour', 'hours'),
  ...same('d', 'day', 'days'),
  ...same('week', 'weeks'),
  ...same('%', 'percent'),
  ...same('request', 'requests', 'req', 'reqs'),
  ...same('query', 'queries'),
  ...same('transaction', 'transactions', 'tx', 'txs', 'txn'),
  ...same('user', 'users'),
  ...same('event', 'events'),
  ...same('message', 'messages', 'msg', 'msgs'),
};

export function inBaseUnit({ amount, unit }: Quantity): BaseAmount {
  const [counted = '', per] = unit.split('/');
  const [factor, base] = plain(counted);
  if (per === undefined) return { amount: rounded(amount * factor), unit: base };
  const [time, isTime] = plain(per);
  if (isTime !== 'ms') return { amount: rounded(amount * factor), unit: `${base}/${per}` };
  return { amount: rounded((amount * factor * 1e3) / time), unit: `${base}/s` };
}

function plain(unit: string): readonly [number, string] {
  const name = Object.hasOwn(SAME, unit) ? (SAME[unit] ?? unit) : unit;
  return Object.hasOwn(PLAIN, name) ? (PLAIN[name] ?? [1, name]) : [1, name];
}

function same(name: string, ...others: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(others.map((other) => [other, name]));
}

/** What is alike in fact may differ in the last digits once it is converted. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(10));
}
