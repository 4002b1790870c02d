/** All of the scripts' own words go to stderr: stdout belongs to the command line's JSON. */
export function say(message) {
  process.stderr.write(`[bidwright] ${message}\n`)
}

/** Ends the script: the person has something to do first. */
export function fail(message) {
  process.stderr.write(`\n${message}\n\n`)
  process.exit(1)
}
