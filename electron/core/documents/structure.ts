import type { Role } from '#core/documents/page.ts'

/**
 * The file's structure tree. Elements are made when their first content is drawn, in reading order; content is marked run by
 * run, so an element may go on over any number of pages (pdfkit's own closures leave marks open across a page).
 */
export type Structure = {
  /** Draws content of an element, or decoration. */
  mark(role: Role | undefined, draw: () => void): void
  end(): void
}

export const createStructure = (pdf: PDFKit.PDFDocument): Structure => {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const elements = new Map<Role, ReturnType<typeof pdf.struct>>()
  const elementOf = (role: Role): ReturnType<typeof pdf.struct> => {
    const known = elements.get(role)
    if (known) return known
    const element = pdf.struct(role.tag, { ...(role.alt === undefined ? {} : { alt: role.alt }), ...(role.scope === undefined ? {} : { scope: role.scope }) })
    elements.set(role, element)
    const parent = role.parent === null ? root : elementOf(role.parent)
    parent.add(element)
    return element
  }
  return {
    mark: (role, draw) => {
      if (role === undefined) pdf.markContent('Artifact', { type: 'Layout' })
      else elementOf(role).add(pdf.markStructureContent(role.tag))
      draw()
      pdf.endMarkedContent()
    },
    end: () => {
      root.end()
    },
  }
}
