// What a script that needs no page may still use of a browser.

declare class URLSearchParams {
  set(name: string, value: string): void;
}
declare var crypto: any;
