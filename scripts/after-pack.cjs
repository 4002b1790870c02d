const { rm } = require('node:fs/promises')
const path = require('node:path')

/** The stock start file would run any folder it is given. */
exports.default = ({ appOutDir }) => rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true })
