import { runEngine } from './engines.ts'

// A process of its own for one engine: nothing of the other benches is in its memory.
void runEngine(process.argv[2])
