/** What went wrong while a document was laid out; every one stops the final file. `name` is the anchor, file or title it is about. */
export type DocumentProblem = {
  code: 'anchor-unknown' | 'anchor-twice' | 'pages-unstable' | 'file-missing' | 'picture-unreadable' | 'picture-too-large' | 'pdf-encrypted' | 'pdf-unreadable' | 'pdf-range' | 'pdf-unpainted'
  name: string
}
