// What a script that needs no page may still use of a browser.

declare class URLSearchParams {
  set(name: string, value: string): void;
}
declare var crypto: any;
declare class DecompressionStream {
  constructor(format: string);
  readonly readable: any;
  readonly writable: any;
}
declare class TextDecoder {
  constructor(label: string, options?: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
