/** The part of Trusted Types (W3C) that starting a Web Worker needs; TypeScript 6.0 doesn't know it. */
type ScriptUrlPolicy = {
  /** In truth a `TrustedScriptURL`, which the DOM types of TypeScript take for a string as well. */
  createScriptURL: (url: string) => string;
};

declare var trustedTypes:
  | { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptUrlPolicy }
  | undefined;
