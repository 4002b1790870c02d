/** The directory of a zip; the package's own entry drags in a client for a store in the cloud. */
declare module 'unzipper/lib/Open/directory.js' {
  type Source = { size(): Promise<number>; stream(offset: number, length?: number): NodeJS.ReadableStream }
  const readDirectory: (source: Source) => Promise<{ files: { path: string; uncompressedSize: number }[] }>
  export = readDirectory
}
