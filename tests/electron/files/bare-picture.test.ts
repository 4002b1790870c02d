import fc from 'fast-check'
import { expect, it } from 'vitest'
import { barePicture } from '#core/files/bare-picture.ts'
import { imageFacts } from '#core/files/image-facts.ts'
import { jpeg, png } from '../../support/pictures.ts'

const segment = (code: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
const note = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.from('NOTE'), bytes]))
const ownSegment = fc.tuple(fc.constantFrom(0xe1, 0xe2, 0xe3, 0xed, 0xef, 0xfe), note).map(([code, body]) => segment(code, body))

it('whatever a JPEG carries beside its pixels goes, wherever it stands, and the pixels stay byte for byte', () => {
  const plain = jpeg()
  const bare = Buffer.from(barePicture(plain))
  expect(imageFacts(bare)).toMatchObject({ ok: true, width: 60, height: 40 })
  fc.assert(
    fc.property(fc.array(ownSegment, { maxLength: 5 }), note, (segments, behind) => {
      const noted = Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2), behind])
      expect(Buffer.from(barePicture(noted)).equals(bare)).toBe(true)
    }),
  )
})

it('a colour profile and the channels of Adobe stay: without them the colours would change', () => {
  const plain = jpeg()
  const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\u0001\u0001profile'))
  const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\u0001'))
  const kept = Buffer.from(barePicture(Buffer.concat([plain.subarray(0, 2), profile, adobe, plain.subarray(2)])))
  expect([kept.includes(profile), kept.includes(adobe)]).toEqual([true, true])
})

it('a PNG keeps the chunks of its pixels only', () => {
  const plain = png(3, 2)
  const text = Buffer.from('Comment\0NOTE')
  const head = Buffer.alloc(8)
  head.writeUInt32BE(text.length)
  head.write('tEXt', 4, 'latin1')
  const noted = Buffer.concat([plain.subarray(0, 33), head, text, Buffer.alloc(4), plain.subarray(33), Buffer.from('NOTE')])
  expect(Buffer.from(barePicture(noted)).equals(plain)).toBe(true)
})

it('a picture that breaks off is kept as far as it goes', () => {
  for (const whole of [jpeg(), png(9, 9)]) for (let length = 12; length < whole.length; length += 7) expect(barePicture(whole.subarray(0, length)).length).toBeLessThanOrEqual(length + 2)
})
