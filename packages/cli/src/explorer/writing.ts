import {existsSync} from 'node:fs'
import {isAbsolute, relative, resolve} from 'node:path'
import {counted, percent, tableText} from '@hedgerow/report'
import {writeFileWhole} from '../output.ts'
import type {Deed} from './deeds.ts'
import {withNeeds} from './lookups.ts'
import {choosing} from './prompts.ts'
import {say, show, type Sitting} from './sitting.ts'
import {contextOf, onTop} from './state.ts'
import {viewOf} from './views/index.ts'

/** Writes to the place asked for: never into the corpus, where it would be taken for a procedure, and over another file only when that is wanted. */
export const writing = async (
  sitting: Sitting,
  deed: Extract<Deed, {do: 'write-view' | 'write-report'}>,
  write: (path: string) => Promise<void>,
): Promise<void> => {
  const {around, library, explorer, source} = sitting
  const path = deed.path.replace(/^~(?=[/\\])/u, source.env.HOME ?? source.env.USERPROFILE ?? '~')
  const place = resolve(around.cwd, path)
  const within = relative(library.corpus.folder, place)
  if (within === '' || !(within.startsWith('..') || isAbsolute(within)))
    return say(
      sitting,
      `${path} lies in the corpus, where it would be taken for a procedure. Choose a place outside it.`,
      true,
    )
  if (deed.replace || !existsSync(place)) return write(path)
  const choices = [
    {value: 'no', label: 'Leave it as it is'},
    {value: 'yes', label: 'Replace it'},
  ]
  const prompt = choosing(`${path} is there already`, choices, (value) =>
    value === 'yes' ? [{...deed, path, replace: true}] : [],
  )
  return show(sitting, {...explorer, prompt})
}

/** Writes the view in sight as a table. */
export const writeView = async (sitting: Sitting, deed: Extract<Deed, {do: 'write-view'}>): Promise<void> => {
  const {explorer, library, around} = sitting
  const open = onTop(explorer)
  const view = viewOf(open)
  const needs = (view.tableNeeds ?? view.needs)(open.state, contextOf(explorer))
  const world = await withNeeds(library, explorer.world, needs, Number.POSITIVE_INFINITY)
  const table = view.table(open.state, {...contextOf(explorer), world})
  const moved = world.threshold === world.ownThreshold ? '' : ` Match threshold moved to ${percent(world.threshold)}.`
  const subtitle = `${world.region ?? 'Procedures compared'}, as at ${world.asAt}. Hedgerow ${world.version}.${moved}`
  await writeFileWhole(around.cwd, deed.path, [tableText(table, subtitle, deed.format)])
  say(sitting, `Wrote ${deed.path}: ${counted(table.rows.length, 'row')}.`)
}

/** Writes a whole report. */
export const writeReport = async (
  sitting: Sitting,
  {format, path}: Extract<Deed, {do: 'write-report'}>,
): Promise<void> => {
  show(sitting, {...sitting.explorer, busy: `Writing ${path}`})
  const fault = await sitting.around.report(format, path)
  const said = {words: fault ?? `Wrote ${path} (${format}).`, isFault: fault !== null}
  show(sitting, {...sitting.explorer, busy: null, said})
}
