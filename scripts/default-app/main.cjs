// What the official build starts with: `electron <folder> [arguments]` runs the program in that folder.
const { app } = require('electron')
const { createRequire } = require('node:module')
const path = require('node:path')

const position = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'))
if (position === -1) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(process.argv.includes('--version') ? 0 : 1)
}
const folder = path.resolve(process.argv[position])
const load = createRequire(path.join(folder, 'package.json'))
const { name, productName, version, main } = load('./package.json')
process.argv.splice(1, position, folder)
process.defaultApp = true
app.setName(productName ?? name)
app.setVersion(version ?? '0.0.0')
app.setAppPath(folder)
load(path.join(folder, main))
