/** An XML element without namespaces: name, attributes, its own text, children in order. */
export type XmlElement = { name: string; attributes: Readonly<Record<string, string>>; text: string; children: XmlElement[] }

/** All elements at a path of names below an element, in document order. */
export function elementsAt(element: XmlElement | undefined, path: string): XmlElement[] {
  let found = element === undefined ? [] : [element]
  for (const name of path.split('/')) found = found.flatMap((parent) => parent.children.filter((child) => child.name === name))
  return found
}

/** The first element at a path. */
export function elementAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return elementsAt(element, path)[0]
}

/** Its text; null when it is absent, blank or masked as withheld from publication. */
export function textOf(element: XmlElement | undefined): string | null {
  const text = (element?.text ?? '').replace(/\s+/g, ' ').trim()
  return text === '' || text === 'unpublished' ? null : text
}

/** The text at a path. */
export function textAt(element: XmlElement | undefined, path: string): string | null {
  return textOf(elementAt(element, path))
}
