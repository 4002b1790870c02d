declare module 'unzipper' {
  export const Open: { file(path: string): Promise<{ files: { path: string; uncompressedSize: number }[] }> }
}
