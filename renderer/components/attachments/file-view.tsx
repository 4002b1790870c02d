import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { BinaryFile } from '#shared/documents/contract.ts'
import type { Attachment } from '#shared/files/stored-file.ts'
import styles from './attachments.module.css'

const PdfPages = lazy(async () => ({ default: (await import('#renderer/components/pdf-pages/pdf-pages.tsx')).PdfPages }))

/** The pages of a stored file as they will be printed. */
export function FileView({ attachment }: { attachment: Attachment }) {
  const core = useCore()
  const scroller = useRef<HTMLElement>(null)
  const { width } = useSize(scroller, { width: 400, height: 500 })
  const { file, name } = attachment
  const loaded = useQuery({ queryKey: ['files', file.id], queryFn: ({ signal }) => core.files.content({ id: file.id }, { signal }), staleTime: Infinity, gcTime: 60_000, structuralSharing: false })
  return (
    <ScrollRegion ref={scroller} className={styles.view ?? ''} label={m.files_view({ name })}>
      {loaded.isError && <p className={styles.failed} role="alert">{m.files_view_failed({ name })}</p>}
      {loaded.data !== undefined && file.mediaType.startsWith('image/') && <ImageView content={loaded.data.content} name={name} />}
      {loaded.data !== undefined && file.mediaType === 'application/pdf' && (
        <Suspense>
          <PdfPages pdf={loaded.data.content} pageWidth={Math.max(200, Math.round(width - 32))} scroller={scroller} onPage={ignorePage} />
        </Suspense>
      )}
      {file.pages === null && file.width === null && <p className={styles.muted}>{m.files_no_view()}</p>}
    </ScrollRegion>
  )
}

const ignorePage = () => undefined

function ImageView({ content, name }: { content: BinaryFile; name: string }) {
  const [url, setUrl] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let made: string | null = null
    let isCurrent = true
    const show = async () => {
      const bytes = await content.arrayBuffer()
      if (!isCurrent) return
      made = URL.createObjectURL(new Blob([bytes], { type: content.type }))
      setUrl(made)
    }
    show().catch(() => setFailed(true))
    return () => {
      isCurrent = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [content])
  if (hasFailed) return <p className={styles.failed} role="alert">{m.files_view_failed({ name })}</p>
  return url === null ? null : <img className={styles.image} src={url} alt={name} onError={() => setFailed(true)} />
}
