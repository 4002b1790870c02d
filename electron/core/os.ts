import { implement } from '@orpc/server'
import type { CoreContext } from '#core/context.ts'
import { contract } from '#shared/contract.ts'

/** The contract, ready to be implemented: inputs and outputs are validated here, where they are handled. */
export const os = implement(contract).$context<CoreContext>()
