import { certificates, proseOf, shape, tableHead, tableRows, tableShares } from './book.ts'

const escaped = (text: string): string => text.replaceAll(/[\\#$*_`<>@[\]"']/g, (sign) => `\\${sign}`).replaceAll('//', '\\/\\/')

const head = `
#set document(title: "大模型智能客服平台建设项目 投标文件", author: "示例智能科技有限公司")
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 28mm, bottom: 21mm),
  header: [#set text(9pt); 大模型智能客服平台建设项目 投标文件 #h(1fr) BENCH-1 #v(-6pt) #line(length: 100%, stroke: 0.75pt)],
  footer: context align(center)[#set text(9pt); 第 #counter(page).display() 页 共 #counter(page).final().first() 页])
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.75em, spacing: 1em)
#show heading: set text(font: "Noto Sans SC", weight: "bold")
#show heading.where(level: 1): it => { pagebreak(weak: true); align(center, text(18pt, it.body)); v(8pt) }
#show heading.where(level: 2): set heading(numbering: "1.1　")
#align(center)[#v(3cm) #text(26pt, font: "Noto Sans SC", weight: "bold")[大模型智能客服平台建设项目] #v(1cm) #text(36pt, font: "Noto Sans SC", weight: "bold")[投 标 文 件]]
#pagebreak()
#outline(title: [目　录], depth: 2)
`

const chapters = (changed: string): string =>
  Array.from({ length: shape.chapters }, (_, chapter) =>
    [
      `= 第${chapter + 1}章 技术方案 <chapter-${chapter}>`,
      ...Array.from({ length: shape.sectionsPerChapter }, (_unused, section) => [
        '== 建设内容与实施方法',
        ...Array.from({ length: shape.paragraphsPerSection }, (_none, nth) => `${chapter === 5 && section === 0 && nth === 0 ? changed : ''}${escaped(proseOf(chapter, section, nth))}`),
      ]).flat(),
    ].join('\n\n'),
  ).join('\n\n')

const index = (): string => {
  const rows = Array.from({ length: shape.chapters }, (_, chapter) => `[第${chapter + 1}章 技术方案], context counter(page).at(<chapter-${chapter}>).first()`)
  return `= 评分索引表\n#table(columns: (80fr, 20fr), table.header([评分项], [页码]), ${rows.map((row) => row.replace('context ', '[#context ').concat(']')).join(', ')})`
}

const prices = (): string => {
  const cells = tableRows().flat().map((cell) => `[${escaped(cell)}]`)
  return `= 投标分项报价表\n#[#set text(9pt); #set par(first-line-indent: 0em)\n#table(columns: (${tableShares.map((share) => `${share}fr`).join(', ')}), inset: 3pt, stroke: 0.75pt, table.header(${tableHead.map((cell) => `[${cell}]`).join(', ')}), ${cells.join(', ')})]`
}

const scans = (): string => certificates.map((_, index) => `= 附件${index + 1} 资质证书\n#align(center, image("/certificate${index}.jpg", width: 100%))`).join('\n')

/** The same book in Typst's language, set with the same fonts. */
export const typstBook = (changed = ''): string => [head, index(), chapters(changed), prices(), scans()].join('\n\n')
