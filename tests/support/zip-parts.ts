import { crc32, inflateRawSync } from 'node:zlib'

/** The parts of a zip file by name, from its central directory. */
export const partsOf = (file: Buffer): Map<string, string> => {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const parts = new Map<string, string>()
  for (let at = file.readUInt32LE(end + 16), count = file.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size, nameLength, extra, comment, offset] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const body = file.subarray(start, start + size)
    parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), (method === 8 ? inflateRawSync(body) : body).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** A zip of stored entries, in their order: enough for a Word document or a workbook. `isStreamed`: the sizes stand behind the bytes, as programs write that zip into a stream. */
export const zipOf = (files: Iterable<[string, string]>, { isStreamed = false } = {}): Uint8Array => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const [path, data] = [Buffer.from(name), Buffer.from(content)]
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(isStreamed ? 0x08 : 0, 2)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const ahead = isStreamed ? Buffer.concat([fields.subarray(0, 10), Buffer.alloc(12), fields.subarray(22)]) : fields
    const behind = isStreamed ? Buffer.concat([Buffer.from('PK\u0007\u0008'), fields.subarray(10, 22)]) : Buffer.alloc(0)
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), ahead, path, data, behind])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, tail, path]))
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end])
}
