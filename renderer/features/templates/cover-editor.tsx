import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { ConditionSelect } from '#renderer/features/templates/condition-select.tsx'
import { replaced, withWhen, without } from '#renderer/features/templates/draft.ts'
import { TemplateText } from '#renderer/features/templates/template-text.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { standardCover } from '#shared/documents/buyer-volume.ts'
import type { CoverTemplate } from '#shared/documents/template.ts'
import type { VolumeTemplate } from '#shared/templates/bid-template.ts'
import css from '#renderer/features/templates/templates.module.css'

type CoverEditorProps = { volume: VolumeTemplate; onChange: (volume: VolumeTemplate) => void }

/** The words of a volume's cover; a volume that says nothing of its own bears the usual one. */
export function CoverEditor({ volume, onChange }: CoverEditorProps) {
  const { cover: own, ...usual } = volume
  const cover = own ?? standardCover
  const put = (change: Partial<CoverTemplate>) => onChange({ ...volume, cover: { ...cover, ...change } })
  const putLine = (index: number, line: CoverTemplate['lines'][number]) => put({ lines: replaced(cover.lines, index, line) })
  if (volume.isBlind) return <p className={css.blindCover}>{m.tpl_cover_blind()}</p>
  return (
    <ScrollRegion className={css.formEditor ?? ''} label={m.tpl_cover()}>
      <div className={css.formHead}>
        <div className={css.inline}>
          <label className={css.inline}>{m.tpl_cover_copy()}<input value={cover.copy} maxLength={40} onChange={(event) => put({ copy: event.target.value })} /></label>
          <label className={css.inline}>{m.tpl_cover_name()}<input value={cover.name} maxLength={60} onChange={(event) => put({ name: event.target.value })} /></label>
          <Button size="compact-xs" variant="default" disabled={own === undefined} onClick={() => onChange(usual)}>{m.tpl_cover_usual()}</Button>
        </div>
        <TemplateText label={m.tpl_cover_title()} value={cover.title} rows={1} onChange={(title) => put({ title })} />
      </div>
      <ol className={css.blocks}>
        {cover.lines.map((line, index) => (
          <li key={index}>
            <header>
              <input className={css.grow} aria-label={m.tpl_cover_label({ no: index + 1 })} value={line.label} maxLength={40} onChange={(event) => putLine(index, { ...line, label: event.target.value })} />
              <ConditionSelect value={line.when} onChange={(when) => putLine(index, withWhen(line, when))} />
              <ActionIcon size="sm" variant="subtle" aria-label={m.tpl_cover_remove({ no: index + 1 })} onClick={() => put({ lines: without(cover.lines, index) })}><IconX size={14} /></ActionIcon>
            </header>
            <TemplateText label={m.tpl_cover_value({ no: index + 1 })} value={line.value} rows={1} onChange={(value) => putLine(index, { ...line, value })} />
          </li>
        ))}
        <Button size="compact-xs" variant="default" disabled={cover.lines.length >= 12} onClick={() => put({ lines: [...cover.lines, { label: '', value: '' }] })}>{m.tpl_cover_add()}</Button>
      </ol>
    </ScrollRegion>
  )
}
