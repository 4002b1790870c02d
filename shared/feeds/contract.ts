import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Feed, FeedAddress, FeedSettings } from '#shared/feeds/feed.ts'

const id = z.object({ id: z.string() })
const missing = { NOT_FOUND: {} }

export const feedsContract = {
  list: oc.output(z.array(Feed)),
  addWeb: oc.input(FeedSettings.extend({ address: FeedAddress })).output(Feed),
  /** `token` stands for a folder the person chose; paths never cross from the window. */
  addFolder: oc.errors({ FILE_UNKNOWN: {} }).input(FeedSettings.pick({ name: true, everyMinutes: true }).extend({ token: z.string() })).output(Feed),
  change: oc.errors(missing).input(id.extend({ settings: FeedSettings.partial(), isOn: z.boolean().optional() })).output(Feed),
  remove: oc.errors(missing).input(id).output(z.void()),
  /** Runs it at once and answers when it is done. */
  run: oc.errors(missing).input(id).output(Feed),
}

/** Names under which the shell keeps a feed's secrets in the key store of the system. */
export const feedSecret = { key: (id: string) => `feed:${id}:key`, proxyPassword: (id: string) => `feed:${id}:proxy` } as const
