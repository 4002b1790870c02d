/** What exceljs' reader of workbooks does with each part; its published types name only the whole. */
declare module 'exceljs/lib/stream/xlsx/workbook-reader.js' {
  import type { Readable } from 'node:stream'

  type Row = { number: number; values: unknown }
  class WorkbookReader {
    constructor(input: null, options: { sharedStrings: 'cache'; styles: 'cache' })
    _parseRels(part: Readable): Promise<void>
    _parseWorkbook(part: Readable): Promise<void>
    _parseSharedStrings(part: Readable): AsyncIterable<unknown>
    _parseStyles(part: Readable): Promise<void>
    _parseWorksheet(part: Readable, sheetNo: string): Iterable<{ value: AsyncIterable<Row> }>
  }
  export = WorkbookReader
}
