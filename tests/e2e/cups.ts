import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const printerDescription = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd'

/** Why no printer can be set up here; null when one can. */
export const cupsMissing = (): string | null => {
  const missing = ['cupsd', 'lpadmin', 'lp'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined && !existsSync(`/usr/sbin/${tool}`))
  if (missing.length > 0) return `needs ${missing.join(', ')}`
  if (!existsSync(printerDescription)) return 'needs printer-driver-cups-pdf'
  return process.getuid?.() === 0 ? null : 'needs root to run a print service of its own'
}

export type PrintService = {
  /** For CUPS_SERVER. */
  address: string
  /** The files sent so far, just as they arrived. */
  jobs(): string[]
  stop(): Promise<void>
}

const configuration = (port: number): string => `LogLevel warn
Listen 127.0.0.1:${port}
PreserveJobFiles Yes
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`

/** A print service of its own with one printer, PDF; nothing of the system's is touched. */
export const startCups = async (port: number): Promise<PrintService> => {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-cups-'))
  for (const name of ['spool/tmp', 'cache', 'state', 'log', 'root']) mkdirSync(join(folder, name), { recursive: true })
  const files = ['ServerRoot root', 'RequestRoot spool', 'TempDir spool/tmp', 'CacheDir cache', 'StateDir state'].map((line) => line.replace(' ', ` ${folder}/`))
  writeFileSync(join(folder, 'cups-files.conf'), [...files, 'SystemGroup root', `ErrorLog ${folder}/log/error`, `AccessLog ${folder}/log/access`, `PageLog ${folder}/log/page`, ''].join('\n'))
  writeFileSync(join(folder, 'cupsd.conf'), configuration(port))
  const service = spawn('/usr/sbin/cupsd', ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')], { stdio: 'ignore' })
  const address = `127.0.0.1:${port}`
  const addPrinter = () => spawnSync('/usr/sbin/lpadmin', ['-p', 'PDF', '-E', '-v', 'cups-pdf:/', '-P', printerDescription], { env: { ...process.env, CUPS_SERVER: address } }).status === 0
  for (let attempt = 0; attempt < 100 && !addPrinter(); attempt++) await new Promise((resolve) => setTimeout(resolve, 200))
  execFileSync('lpstat', ['-p', 'PDF'], { env: { ...process.env, CUPS_SERVER: address } })
  return {
    address,
    jobs: () => readdirSync(join(folder, 'spool')).filter((name) => /^d\d+-\d+$/.test(name)).map((name) => join(folder, 'spool', name)),
    stop: async () => {
      const ended = once(service, 'exit')
      service.kill()
      // It writes into its folder until then.
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
