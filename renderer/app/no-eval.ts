import { config } from 'zod'

// zod compiles its checks with `new Function` where it can; the content security policy refuses that and reports the try.
config({ jitless: true })
