import fc from 'fast-check';

const CLUSTERS = ['e\u0301', '👩‍🔬', '1️⃣', '🇳🇴', 'שָׁ', '\r\n'];
/** Of ASCII as much as of all other planes: most signs that mean something are among it. */
const CHARACTER = fc.oneof(
  { weight: 3, arbitrary: fc.nat(0x7f).map((code) => String.fromCodePoint(code)) },
  fc.nat(0xffff).map((code) => String.fromCodePoint(code)),
  fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...CLUSTERS),
);

/** Any text at all, with parts of broken characters. The strings of fast-check with a unit of "binary" take a second to set up. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  return fc.array(CHARACTER, { maxLength }).map((characters) => characters.join(''));
}
