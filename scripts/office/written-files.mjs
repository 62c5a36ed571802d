import {execFileSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const program = fileURLToPath(new URL('../../packages/cli/bin/hedgerow.js', import.meta.url))
const running =
  (env) =>
  (...words) =>
    execFileSync(process.execPath, [program, ...words, '--as-at', '2026-11-23'], {
      stdio: 'ignore',
      env: {...process.env, ...env},
    })

const foldersIn = (corpus) =>
  readdirSync(corpus, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .sort()

/** Writes the board report, the workbooks, a draft of each topic and every authority's proposals; the paths written to, proposals last. */
export const writtenFiles = (corpus, folder, env = {}) => {
  const hedgerow = running(env)
  const reports = ['docx', 'xlsx', 'ods', 'html'].map((format) => [format, join(folder, `board.${format}`)])
  hedgerow('report', corpus, ...reports.flatMap(([format, path]) => ['--output', `${format}=${path}`]))
  const topics = ['missing-children', 'child-exploitation', 'referral-form']
  const drafts = topics.map((topic) => join(folder, `draft-${topic}.docx`))
  for (const [at, topic] of topics.entries()) hedgerow('draft', topic, corpus, '--output', drafts[at])
  const proposals = join(folder, 'proposals')
  for (const authority of foldersIn(corpus)) hedgerow('propose', authority, corpus, '--output', proposals)
  return [
    ...reports.map(([, path]) => path),
    ...drafts,
    ...readdirSync(proposals)
      .filter((name) => name.endsWith('.docx'))
      .sort()
      .map((name) => join(proposals, name)),
  ]
}
