/** The names PDFium's own types take from its compiler; those we use. */
type EmscriptenModule = { wasmBinary: ArrayBuffer; HEAPU8: Uint8Array<ArrayBuffer> }
declare function addFunction(work: (...values: number[]) => number, signature: string): number
declare function UTF8ToString(pointer: number): string
