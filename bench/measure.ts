export type Measured = { medianMs: number; bestMs: number; runs: number }

/** Runs `work` a few times after a warm-up of a quarter of a second and keeps the median: the machine is never quiet. */
export const measure = (work: () => unknown, runs = 7): Promise<Measured> => measureBetween(() => ({ work, after: () => {} }), runs)

/** The same for work that needs something made ready before and cleared away after, which is not counted. */
export async function measureBetween(ready: () => { work: () => unknown; after: () => void }, runs: number): Promise<Measured> {
  const once = async () => {
    const { work, after } = ready()
    const from = performance.now()
    await work()
    const took = performance.now() - from
    after()
    return took
  }
  const start = performance.now()
  do await once()
  while (performance.now() - start < 250)
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await once())
  times.sort((a, b) => a - b)
  return { medianMs: times[times.length >> 1] ?? 0, bestMs: times[0] ?? 0, runs }
}

export type Row = { what: string; ours: Measured; baseline: { what: string; measured: Measured } | null; goal: string }

export function report(rows: readonly Row[]): void {
  const ms = ({ medianMs, bestMs }: Measured) => `${medianMs.toFixed(1)} ms (best ${bestMs.toFixed(1)})`
  for (const { what, ours, baseline, goal } of rows) {
    const ratio = baseline === null ? '' : `; ${baseline.what}: ${ms(baseline.measured)}; ratio ${(ours.medianMs / baseline.measured.medianMs).toFixed(2)}`
    process.stdout.write(`${what}: ${ms(ours)}${ratio}; goal: ${goal}\n`)
  }
}
