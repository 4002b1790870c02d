import css from '#renderer/features/templates/templates.module.css'

type ChoicesProps<T extends string> = { label: string; all: readonly T[]; chosen: readonly T[]; nameOf: (value: T) => string; onChange: (chosen: T[]) => void }

/** Some of several, in their usual order. */
export function Choices<T extends string>({ label, all, chosen, nameOf, onChange }: ChoicesProps<T>) {
  return (
    <div role="group" aria-label={label} className={css.choices}>
      {all.map((value) => (
        <button key={value} type="button" aria-pressed={chosen.includes(value)} onClick={() => onChange(all.filter((each) => (each === value ? !chosen.includes(value) : chosen.includes(each))))}>{nameOf(value)}</button>
      ))}
    </div>
  )
}
