/** The part of the WebAssembly API that we call; TypeScript declares it only together with all browser APIs. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  interface Global {
    value: number
  }
  interface Instance {
    readonly exports: object
  }
  function validate(bytes: Uint8Array): boolean
  function instantiate(bytes: Uint8Array): Promise<{ readonly instance: Instance }>
}
