/** The directory of a zip; the package's own entry drags in a client for a store in the cloud. */
declare module 'unzipper/lib/Open/directory.js' {
  type Source = { size(): Promise<number>; stream(offset: number, length?: number): NodeJS.ReadableStream }
  type Entry = { path: string; pathBuffer: Buffer; flags: number; compressionMethod: number; crc32: number; compressedSize: number; uncompressedSize: number; offsetToLocalFileHeader: number }
  const readDirectory: (source: Source) => Promise<{ files: Entry[] }>
  export = readDirectory
}
