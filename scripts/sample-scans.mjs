// node scripts/sample-scans.mjs: draws the scans of the sample's library (assets/sample/scans). Invented papers, marked as samples.
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import Pdf from 'pdfkit'

const folder = 'assets/sample/scans'
const fonts = 'node_modules/@expo-google-fonts'
const { certificates, references } = JSON.parse(readFileSync('assets/sample/library.json', 'utf8'))
mkdirSync(folder, { recursive: true })

const begin = async (path, size, draw) => {
  const pdf = new Pdf({ size, margin: 0, autoFirstPage: false, info: { Title: '示例', CreationDate: new Date('2026-01-01T00:00:00Z') } })
  delete pdf.info.Producer
  delete pdf.info.Creator
  pdf.registerFont('serif', `${fonts}/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf`)
  pdf.registerFont('sans', `${fonts}/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf`)
  const out = pdf.pipe(createWriteStream(path))
  draw(pdf)
  pdf.end()
  await finished(out)
}

const centred = (pdf, text, y, size, font, colour) => pdf.font(font).fontSize(size).fillColor(colour).text(text, 70, y, { width: pdf.page.width - 140, align: 'center' })

const watermark = (pdf) => {
  const { width, height } = pdf.page
  pdf.save().rotate(-30, { origin: [width / 2, height / 2] })
  pdf.font('serif').fontSize(96).fillColor('#c0392b', 0.1).text('示例 样本', 0, height / 2 - 70, { width, align: 'center' })
  pdf.restore().fillOpacity(1)
}

const frame = (pdf, colour) => {
  const { width, height } = pdf.page
  pdf.rect(0, 0, width, height).fill('#fffdf8')
  pdf.lineWidth(3).strokeColor(colour).rect(34, 34, width - 68, height - 68).stroke()
  pdf.lineWidth(0.8).rect(42, 42, width - 84, height - 84).stroke()
  for (const [x, y] of [[42, 42], [width - 42, 42], [42, height - 42], [width - 42, height - 42]]) pdf.circle(x, y, 7).fillAndStroke('#fffdf8', colour)
}

const emblem = (pdf, colour) => {
  const [x, y] = [pdf.page.width / 2, 128]
  pdf.lineWidth(1.2).strokeColor(colour).circle(x, y, 36).stroke().circle(x, y, 30).stroke()
  for (let ray = 0; ray < 12; ray++) {
    const angle = (ray * Math.PI) / 6
    pdf.moveTo(x + 12 * Math.cos(angle), y + 12 * Math.sin(angle)).lineTo(x + 26 * Math.cos(angle), y + 26 * Math.sin(angle)).stroke()
  }
  pdf.circle(x, y, 8).fill(colour)
}

const page = (pdf, { name, number, issuer, lines }, colour, foot) => {
  pdf.addPage()
  frame(pdf, colour)
  emblem(pdf, colour)
  watermark(pdf)
  centred(pdf, name, 196, 26, 'serif', '#1d2733')
  centred(pdf, `编号：${number}`, 292, 12, 'sans', '#5a6472')
  let y = 350
  for (const text of lines) {
    centred(pdf, text, y, 14, 'sans', '#1d2733')
    y = pdf.y + 14
  }
  centred(pdf, issuer, pdf.page.height - 190, 14, 'serif', '#1d2733')
  centred(pdf, '（此处盖章）', pdf.page.height - 164, 11, 'sans', '#9aa2ad')
  centred(pdf, foot, pdf.page.height - 84, 10, 'sans', '#9aa2ad')
}

const idCard = (pdf, lines) => {
  pdf.addPage()
  pdf.rect(0, 0, 700, 440).fill('#f2f5f9')
  for (const [y, isFront] of [[24, true], [230, false]]) {
    pdf.roundedRect(170, y, 360, 186, 12).fillAndStroke(isFront ? '#ffffff' : '#f7f3ea', '#c8ced6')
    pdf.font('serif').fontSize(15).fillColor('#1d2733').text(isFront ? `姓名　${lines[0]}` : '居民身份证（国徽面）', 194, y + 26)
    pdf.font('sans').fontSize(11).fillColor('#5a6472').text(isFront ? '性别　—　　民族　—\n出生　示例\n住址　示例市示例区\n公民身份号码　示例 0000 0000' : '签发机关　示例市公安局\n有效期限　见资料库记录', 194, y + 56, { lineGap: 5 })
    if (isFront) pdf.rect(430, y + 30, 76, 96).fillAndStroke('#e4e9f0', '#c8ced6')
  }
  pdf.font('serif').fontSize(54).fillColor('#c0392b', 0.14).text('示例 样本', 0, 180, { width: 700, align: 'center' })
}

const colours = ['#8a6d1f', '#1f5f8a', '#2f7a5b', '#7a2f4b']
for (const [index, certificate] of certificates.entries()) {
  const colour = colours[index % colours.length]
  if (certificate.scan.endsWith('.png')) {
    await begin('/tmp/scan.pdf', [700, 440], (pdf) => idCard(pdf, certificate.lines))
    execFileSync('pdftoppm', ['-png', '-r', '110', '-singlefile', '/tmp/scan.pdf', `${folder}/${certificate.scan.replace('.png', '')}`])
    rmSync('/tmp/scan.pdf')
    continue
  }
  await begin(`${folder}/${certificate.scan}`, 'A4', (pdf) => {
    for (let number = 1; number <= certificate.pages; number++) page(pdf, number === 1 ? certificate : { ...certificate, lines: [`第 ${number} 页（示例内容从略）`] }, colour, '本件为程序自带的示例，不是任何真实证件')
  })
}
for (const { scan, name, buyer, content } of references) {
  if (scan === null) continue
  await begin(`${folder}/${scan}`, 'A4', (pdf) => {
    for (const part of ['合同', '验收报告']) page(pdf, { name: `${name.replace('（示例）', '')}${part}`, number: `SAMPLE-${scan.replaceAll(/\D/g, '')}`, issuer: buyer, lines: [content] }, colours[3], '本件为程序自带的示例，不是任何真实合同')
  })
}
