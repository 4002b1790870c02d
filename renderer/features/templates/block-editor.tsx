import { Button, Checkbox } from '@mantine/core'
import { certificateTypeName, topicName } from '#renderer/components/library/library-words.ts'
import { Choices } from '#renderer/features/templates/choices.tsx'
import { replaced, without } from '#renderer/features/templates/draft.ts'
import { TableEditor } from '#renderer/features/templates/table-editor.tsx'
import { TemplateText } from '#renderer/features/templates/template-text.tsx'
import { alignName, aligns } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TemplateBlock } from '#shared/documents/template.ts'
import { CertificateType, TextTopic } from '#shared/library/kinds.ts'
import css from '#renderer/features/templates/templates.module.css'

type BlockProps = { block: TemplateBlock; onChange: (block: TemplateBlock) => void }

/** What can be said about one block; of the kinds it prints at least one stays chosen. */
export function BlockEditor({ block, onChange }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <>
          <TemplateText label={m.tpl_block_paragraph()} value={block.text} onChange={(text) => onChange({ ...block, text })} />
          <div className={css.inline}>
            <select aria-label={m.tpl_align()} value={block.align} onChange={(event) => { const align = aligns.find((each) => each === event.target.value); if (align !== undefined) onChange({ ...block, align }) }}>
              {aligns.map((align) => <option key={align} value={align}>{alignName(align)}</option>)}
            </select>
            <Checkbox size="xs" label={m.tpl_indent()} checked={block.indentEm > 0} onChange={(event) => onChange({ ...block, indentEm: event.currentTarget.checked ? 2 : 0 })} />
            <Checkbox size="xs" label={m.tpl_numbered()} checked={block.isNumbered} onChange={(event) => onChange({ ...block, isNumbered: event.currentTarget.checked })} />
            <Checkbox size="xs" label={m.tpl_note()} checked={block.isNote} onChange={(event) => onChange({ ...block, isNote: event.currentTarget.checked })} />
          </div>
        </>
      )
    case 'heading':
      return (
        <div className={css.inline}>
          <input className={css.grow} aria-label={m.tpl_block_heading()} value={block.text} onChange={(event) => onChange({ ...block, text: event.target.value })} />
          <select aria-label={m.tpl_level()} value={block.level} onChange={(event) => onChange({ ...block, level: event.target.value === '3' ? 3 : event.target.value === '2' ? 2 : 1 })}>
            {[1, 2, 3].map((level) => <option key={level} value={level}>{m.tpl_level_of({ level })}</option>)}
          </select>
        </div>
      )
    case 'table': return <TableEditor table={block} onChange={onChange} />
    case 'signature': return <SignatureEditor block={block} onChange={onChange} />
    case 'image':
      return (
        <>
          <TemplateText label={m.tpl_block_image()} value={block.label} rows={1} onChange={(label) => onChange({ ...block, label })} />
          <Height value={block.heightMm} onChange={(heightMm) => onChange({ ...block, heightMm })} />
        </>
      )
    case 'spacer': return <Height value={block.heightMm} onChange={(heightMm) => onChange({ ...block, heightMm })} />
    case 'texts': return <Choices label={m.tpl_block_texts()} all={TextTopic.options} chosen={block.topics} nameOf={topicName} onChange={(topics) => { if (topics.length > 0) onChange({ ...block, topics }) }} />
    case 'certificates': return <Choices label={m.tpl_block_certificates()} all={CertificateType.options} chosen={block.types} nameOf={certificateTypeName} onChange={(types) => { if (types.length > 0) onChange({ ...block, types }) }} />
    case 'priceTable':
      return (
        <select aria-label={m.tpl_block_price()} value={block.table} onChange={(event) => onChange({ ...block, table: event.target.value === 'itemised' ? 'itemised' : 'opening' })}>
          <option value="opening">{m.tpl_price_opening()}</option>
          <option value="itemised">{m.tpl_price_itemised()}</option>
        </select>
      )
    case 'people': return <p className={css.muted}>{m.tpl_people_hint()}</p>
    case 'referenceFiles': return <p className={css.muted}>{m.tpl_references_hint()}</p>
    case 'pageBreak': return null
  }
}

function Height({ value, onChange }: { value: number; onChange: (mm: number) => void }) {
  return (
    <label className={css.inline}>
      {m.tpl_height()}
      <input className={css.short} inputMode="numeric" value={value} onChange={(event) => { const height = Number(event.target.value); if (height > 0 && height <= 240) onChange(height) }} />
    </label>
  )
}

type Signature = Extract<TemplateBlock, { kind: 'signature' }>

function SignatureEditor({ block, onChange }: { block: Signature; onChange: (block: Signature) => void }) {
  const put = (index: number, change: Partial<Signature['lines'][number]>) => {
    const line = block.lines[index]
    if (line !== undefined) onChange({ ...block, lines: replaced(block.lines, index, { ...line, ...change }) })
  }
  return (
    <div className={css.tableEditor}>
      {block.lines.map((line, index) => (
        <div key={index} className={css.row}>
          <input aria-label={m.tpl_sign_label({ no: index + 1 })} value={line.label} onChange={(event) => put(index, { label: event.target.value })} />
          <input aria-label={m.tpl_sign_value({ no: index + 1 })} placeholder={m.tpl_sign_by_hand()} value={line.value ?? ''} onChange={(event) => put(index, { value: event.target.value === '' ? null : event.target.value })} />
          <input aria-label={m.tpl_sign_after({ no: index + 1 })} value={line.after ?? ''} onChange={(event) => put(index, { after: event.target.value === '' ? null : event.target.value })} />
          <Button size="compact-xs" variant="subtle" disabled={block.lines.length < 2} onClick={() => onChange({ ...block, lines: without(block.lines, index) })}>{m.tpl_remove()}</Button>
        </div>
      ))}
      <div className={css.inline}>
        <Button size="compact-xs" variant="default" onClick={() => onChange({ ...block, lines: [...block.lines, { label: '', value: null, after: null }] })}>{m.tpl_sign_add()}</Button>
        <label className={css.inline}>{m.tpl_seal()}<input value={block.seal ?? ''} onChange={(event) => onChange({ ...block, seal: event.target.value === '' ? null : event.target.value })} /></label>
      </div>
    </div>
  )
}
