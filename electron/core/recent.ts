/** What was used last, up to a limit in all; what lay unused longest goes first. */
export type Recent<Value> = { get(key: string): Value | undefined; set(key: string, value: Value): void; clear(): void }

/** `sizeOf` in the unit of the limit; without it every value counts for one. A value larger than the limit is not kept. */
export function createRecent<Value>(limit: number, sizeOf: (value: Value) => number = () => 1): Recent<Value> {
  const kept = new Map<string, Value>()
  let total = 0
  const forget = (key: string) => {
    const value = kept.get(key)
    if (value === undefined) return
    kept.delete(key)
    total -= sizeOf(value)
  }
  return {
    get(key) {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key, value) {
      forget(key)
      kept.set(key, value)
      total += sizeOf(value)
      for (const oldest of kept.keys()) {
        if (total <= limit) break
        forget(oldest)
      }
    },
    clear() {
      kept.clear()
      total = 0
    },
  }
}
