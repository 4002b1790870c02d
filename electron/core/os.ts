import { implement, type Implementer } from '@orpc/server'
import type { CoreContext } from '#core/context.ts'
import { contract } from '#shared/contract.ts'

/** The contract, ready to be implemented: inputs and outputs are validated here, where they are handled. Its type is written out, too long for the compiler to. */
export const os: Implementer<typeof contract, CoreContext, CoreContext> = implement(contract).$context<CoreContext>()
