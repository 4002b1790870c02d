import { conditionName } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Condition, ConditionName } from '#shared/documents/template.ts'

/** When a form or block is printed. */
export function ConditionSelect({ value, onChange }: { value: Condition | undefined; onChange: (condition: Condition | undefined) => void }) {
  return (
    <select aria-label={m.tpl_when()} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? undefined : Condition.parse(event.target.value))}>
      <option value="">{m.tpl_when_always()}</option>
      {ConditionName.options.map((name) => <option key={name} value={name}>{conditionName(name)}</option>)}
      {ConditionName.options.map((name) => <option key={`!${name}`} value={`!${name}`}>{m.tpl_when_not({ condition: conditionName(name) })}</option>)}
    </select>
  )
}
