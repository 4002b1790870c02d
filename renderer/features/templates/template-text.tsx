import { useRef } from 'react'
import { fieldName } from '#renderer/features/templates/field-names.ts'
import { groupName } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { parseTemplateText } from '#shared/documents/template.ts'
import { FieldName } from '#shared/documents/template-fields.ts'
import css from '#renderer/features/templates/templates.module.css'

const groups = [...new Set(FieldName.options.map((name) => name.split('.')[0] ?? ''))]

type TemplateTextProps = { label: string; value: string; rows?: number; onChange: (text: string) => void }

/** A text of a template: fields are put in where the caret stands; one that does not exist is marked at once. */
export function TemplateText({ label, value, rows = 3, onChange }: TemplateTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const isWrong = parseTemplateText(value) === null
  const insert = (name: string) => {
    const element = area.current
    const [from, to] = element === null ? [value.length, value.length] : [element.selectionStart, element.selectionEnd]
    onChange(`${value.slice(0, from)}{{${name}}}${value.slice(to)}`)
    element?.focus()
  }
  return (
    <div className={css.text} data-invalid={isWrong || undefined}>
      <textarea ref={area} aria-label={label} aria-invalid={isWrong} rows={rows} value={value} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      <select aria-label={m.tpl_insert_field({ label })} value="" onChange={(event) => insert(event.target.value)}>
        <option value="">{m.tpl_insert()}</option>
        {groups.map((group) => {
          const names = FieldName.options.filter((name) => name.startsWith(`${group}.`))
          const [first] = names
          return first === undefined ? null : <optgroup key={group} label={groupName(first)}>{names.map((name) => <option key={name} value={name} title={name}>{fieldName(name)}</option>)}</optgroup>
        })}
      </select>
      {isWrong && <em role="alert">{m.tpl_text_wrong()}</em>}
    </div>
  )
}
