// npm run build: out/, from a clean clone on.
import { prepare, requireBuild } from './lib/prepare.mjs'

await prepare()
await requireBuild()
