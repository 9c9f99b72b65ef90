/** The globals that both hosts have, Node and the web worker; nothing else may be used here. */
declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare const performance: { now(): number };

/** In Node and in workers alike. */
declare function atob(base64: string): string;
