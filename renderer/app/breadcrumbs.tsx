import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { isOn, screens } from '#renderer/app/screens.tsx'

export type Crumb = { name: string; path: string }
type Leaf = { path: string; name: string } | null
const LeafContext = createContext<{ leaf: Leaf; setLeaf: (leaf: Leaf) => void }>({ leaf: null, setLeaf: () => undefined })

export function BreadcrumbProvider({ children }: { children: ReactNode }) {
  const [leaf, setLeaf] = useState<Leaf>(null)
  const state = useMemo(() => ({ leaf, setLeaf }), [leaf])
  return <LeafContext value={state}>{children}</LeafContext>
}

/** A screen about one thing gives its name to the last crumb and to the window's title. */
export function useBreadcrumb(name: string | undefined): void {
  const [location] = useLocation()
  const { setLeaf } = use(LeafContext)
  useEffect(() => {
    setLeaf(name === undefined ? null : { path: location, name })
  }, [location, name, setLeaf])
}

export function useCrumbs(): Crumb[] {
  const [location] = useLocation()
  const { leaf } = use(LeafContext)
  const screen = screens.find((each) => isOn(each, location))
  const crumbs: Crumb[] = screen === undefined ? [] : [{ name: screen.name(), path: screen.path }]
  if (leaf !== null && leaf.path === location) crumbs.push(leaf)
  return crumbs
}
