import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly headerOffset: number;
}

/** Unpacks a zip file (a VSIX is one) whose entries lie below `prefix`, without that prefix. */
export function unzip(file: string, folder: string, prefix = ''): void {
  const zip = readFileSync(file);
  for (const entry of entries(zip)) {
    if (entry.name.endsWith('/') || !entry.name.startsWith(prefix)) continue;
    const target = path.join(folder, entry.name.slice(prefix.length));
    if (!target.startsWith(folder + path.sep)) throw new Error(`${file} has an entry outside of its folder: ${entry.name}`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, contents(zip, entry));
  }
}

/** The directory at the end of the file lists all entries. */
function entries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from(Uint32Array.of(END_OF_DIRECTORY).buffer));
  if (end < 0) throw new Error('This is not a zip file.');
  const found: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    found.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      compressedSize: zip.readUInt32LE(at + 20),
      headerOffset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}

function contents(zip: Buffer, entry: Entry): Buffer {
  // The header before the data repeats the name, with an extra field of its own length.
  const start = entry.headerOffset + 30 + zip.readUInt16LE(entry.headerOffset + 26) + zip.readUInt16LE(entry.headerOffset + 28);
  const data = zip.subarray(start, start + entry.compressedSize);
  return entry.method === DEFLATED ? inflateRawSync(data) : data;
}
