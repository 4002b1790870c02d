// node scripts/working-days.mjs FOLDER DAY: writes assets/calendar/cn-working-days.json from a folder of YYYY.json files
// ({year, papers, days: [{name, date, isOffDay}]}), as read on DAY. Only facts are taken; a year without days is not announced.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, lastChecked] = process.argv.slice(2)
if (folder === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(lastChecked ?? '')) {
  process.stderr.write('node scripts/working-days.mjs FOLDER YYYY-MM-DD (the day the folder was fetched)\n')
  process.exit(2)
}

const nextDay = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Neighbouring days off of one name are one span. */
function spans(days) {
  const found = []
  for (const { name, date } of days) {
    const last = found.at(-1)
    if (last !== undefined && last.name === name && nextDay(last.to) === date) last.to = date
    else found.push({ name, from: date, to: date })
  }
  return found
}

const years = readdirSync(folder)
  .filter((name) => /^\d{4}\.json$/.test(name))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  .filter(({ days }) => days.length > 0)
  .map(({ year, papers, days }) => {
    const sorted = days.toSorted((a, b) => a.date.localeCompare(b.date))
    return { year, notice: papers[0], holidays: spans(sorted.filter(({ isOffDay }) => isOffDay)), workingWeekends: sorted.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date) }
  })

const line = (value) => JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "')
const yearText = ({ year, notice, holidays, workingWeekends }) => `    {
      "year": ${year},
      "notice": "${notice}",
      "holidays": [
${holidays.map((span) => `        ${line(span)}`).join(',\n')}
      ],
      "workingWeekends": [${workingWeekends.map((day) => `"${day}"`).join(', ')}]
    }`
writeFileSync('assets/calendar/cn-working-days.json', `{\n  "lastChecked": "${lastChecked}",\n  "years": [\n${years.map(yearText).join(',\n')}\n  ]\n}\n`)
process.stdout.write(`${years.map(({ year }) => year).join(', ')}\n`)
