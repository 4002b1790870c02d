import { sql } from 'kysely'
import type { Workspace } from '#core/db/workspace.ts'
import { indexGrams } from '#shared/search/bigrams.ts'

/** Milliseconds of work at a time, and of rest between: calls of the window come through in between. */
const slice = 20
const pause = 10
const fetched = 20

export type TextIndex = {
  /** Lets the index rest while an import has the disk; call what it returns, and it catches up by itself. */
  rest(): () => void
  /** Takes in everything that waits. */
  catchUp(onProgress?: (waiting: number) => void): Promise<void>
  waiting(): Promise<number>
  close(): void
}

/** Takes the tenders of large imports into the text index, a little at a time. What still waits is found all the same (`searchTenders`). */
export function createTextIndex(workspace: Workspace): TextIndex {
  let isClosed = false
  let resting = 0
  let timer: NodeJS.Timeout | null = null

  /** True when more waits. */
  async function indexSome(): Promise<boolean> {
    return workspace.db.transaction().execute(async (db) => {
      const end = performance.now() + slice
      for (;;) {
        const rows = await db.selectFrom('searchBacklog').innerJoin('tender', 'tender.seq', 'searchBacklog.seq').innerJoin('tenderText', 'tenderText.tenderId', 'tender.id').select(['searchBacklog.seq', 'searchText']).orderBy('searchBacklog.seq').limit(fetched).execute()
        for (const { seq, searchText } of rows) {
          await sql`INSERT INTO tenderSearch (rowid, grams) VALUES (${seq}, ${indexGrams(searchText)})`.execute(db)
          await db.deleteFrom('searchBacklog').where('seq', '=', seq).execute()
          if (performance.now() > end) return true
        }
        if (rows.length < fetched) return false
      }
    })
  }

  function plan(delay: number): void {
    if (isClosed || resting > 0 || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      if (isClosed || resting > 0) return
      void indexSome().then(
        (hasMore) => hasMore && plan(pause),
        // The workspace was closed, or is busy with something long: later is early enough.
        () => plan(60_000),
      )
    }, delay)
    timer.unref()
  }

  const waiting = async (): Promise<number> => {
    const { count } = await workspace.db.selectFrom('searchBacklog').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return count
  }

  plan(pause)
  return {
    rest() {
      resting += 1
      let isResting = true
      return () => {
        if (!isResting) return
        isResting = false
        resting -= 1
        plan(pause)
      }
    },
    async catchUp(onProgress) {
      for (;;) {
        if (isClosed || !(await indexSome())) return
        onProgress?.(await waiting())
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    waiting,
    close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
