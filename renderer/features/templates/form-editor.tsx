import { ActionIcon, Checkbox, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { BlockEditor } from '#renderer/features/templates/block-editor.tsx'
import { ConditionSelect } from '#renderer/features/templates/condition-select.tsx'
import { blockKinds, inserted, moved, newBlock, replaced, withWhen, without } from '#renderer/features/templates/draft.ts'
import { blockName } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { FormTemplate, TemplateBlock } from '#shared/documents/template.ts'
import css from '#renderer/features/templates/templates.module.css'

/** One form: its title, when it is printed, and its blocks in order. */
export function FormEditor({ form, wrongBlocks, onChange }: { form: FormTemplate; wrongBlocks: ReadonlySet<number>; onChange: (form: FormTemplate) => void }) {
  const blocks = (next: TemplateBlock[]) => onChange({ ...form, blocks: next })
  return (
    <ScrollRegion className={css.formEditor ?? ''} label={form.title}>
      <div className={css.formHead}>
        <input className={css.title} aria-label={m.tpl_form_title()} value={form.title} maxLength={200} onChange={(event) => onChange({ ...form, title: event.target.value })} />
        <div className={css.inline}>
          <ConditionSelect value={form.when} onChange={(when) => onChange(withWhen(form, when))} />
          <Checkbox size="xs" label={m.tpl_landscape()} checked={form.orientation === 'landscape'} onChange={(event) => onChange({ ...form, orientation: event.currentTarget.checked ? 'landscape' : 'portrait' })} />
          <Checkbox size="xs" label={m.tpl_skip_empty()} checked={form.skipEmpty} onChange={(event) => onChange({ ...form, skipEmpty: event.currentTarget.checked })} />
        </div>
      </div>
      <ol className={css.blocks}>
        {form.blocks.map((block, index) => (
          <li key={index} data-wrong={wrongBlocks.has(index + 1) || undefined}>
            <header>
              <strong>{index + 1}　{blockName(block.kind)}</strong>
              <ConditionSelect value={block.when} onChange={(when) => blocks(replaced(form.blocks, index, withWhen(block, when)))} />
              <ActionIcon size="sm" variant="subtle" aria-label={m.tpl_block_up({ no: index + 1 })} disabled={index === 0} onClick={() => blocks(moved(form.blocks, index, -1))}><IconArrowUp size={14} /></ActionIcon>
              <ActionIcon size="sm" variant="subtle" aria-label={m.tpl_block_down({ no: index + 1 })} disabled={index === form.blocks.length - 1} onClick={() => blocks(moved(form.blocks, index, 1))}><IconArrowDown size={14} /></ActionIcon>
              <AddBlock label={m.tpl_block_add_after({ no: index + 1 })} onAdd={(added) => blocks(inserted(form.blocks, index + 1, added))} />
              <ActionIcon size="sm" variant="subtle" aria-label={m.tpl_block_remove({ no: index + 1 })} disabled={form.blocks.length === 1} onClick={() => blocks(without(form.blocks, index))}><IconTrash size={14} /></ActionIcon>
            </header>
            <BlockEditor block={block} onChange={(next) => blocks(replaced(form.blocks, index, next))} />
          </li>
        ))}
      </ol>
    </ScrollRegion>
  )
}

function AddBlock({ label, onAdd }: { label: string; onAdd: (block: TemplateBlock) => void }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon size="sm" variant="subtle" aria-label={label}><IconPlus size={14} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>{blockKinds.map((kind) => <Menu.Item key={kind} onClick={() => onAdd(newBlock(kind))}>{blockName(kind)}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  )
}
