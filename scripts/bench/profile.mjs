// Where the time of one topic goes, from read to printed: a sampling profile of the work in this process, each sample counted for the innermost stage that
// was running. Stages are told by the names of their functions; a stage that no sample falls into is told of, as its function may have another name by now.
import {Session} from 'node:inspector/promises'
import {assess} from '../../packages/assess/dist/index.js'
import {collate} from '../../packages/collate/dist/index.js'
import {ingest} from '../../packages/ingest/dist/index.js'
import {lexicon} from '../../packages/lexicon/dist/index.js'
import {report} from '../../packages/report/dist/index.js'
import {syntheticDocument} from './synthetic.mjs'

const stages = [
  {name: 'read', of: ['readingOf@ingest.js']},
  {name: 'structure', of: ['structured@index.js']},
  {name: 'annotate', of: ['annotated@index.js']},
  {name: 'identify', of: ['identified@identify.js']},
  {name: 'profile words', of: ['profiles@profile.js']},
  {name: 'candidates', of: ['partners@partners.js', 'candidates@candidates.js', 'widened@widening.js']},
  {name: 'align: score pairs', of: ['scoredPairs@likeness.js', 'advanced@likeness.js', 'proposedPairs@likeness.js']},
  {name: 'align: score links', of: ['linkedPairs@links.js']},
  {name: 'group', of: ['sectionGroups@sections.js', 'clauseGroups@alignment.js', 'identicalSets@identical.js']},
  {name: 'rows and their order', of: ['splitParts@parts.js', 'placed@collate.js']},
  {name: 'classify', of: ['@judge.js']},
  {name: 'hold against standards', of: ['heldAgainst@standards.js']},
  {name: 'score authorities', of: ['scores@score.js']},
  {name: 'rank', of: ['opportunities@rank.js']},
  {name: 'show readings', of: ['assessedRow@assess.js']},
  {name: 'print', of: ['printed@profile.mjs']},
]

const stageOf = new Map(stages.flatMap(({name, of}) => of.map((place) => [place, name])))

const placeOf = ({functionName, url}) => `${functionName}@${url.split('/').at(-1)}`

/** The stage each node of a profile belongs to: its own, or that of what called it. What collects garbage is a stage of its own. */
const stagesByNode = (nodes) => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found = new Map()
  const visit = (id, above) => {
    const {callFrame, children = []} = byId.get(id)
    const own =
      callFrame.functionName === '(garbage collector)' ? 'collect garbage' : (stageOf.get(placeOf(callFrame)) ?? above)
    // What scores links calls what scores pairs: the outer one is meant.
    const stage = above === 'align: score links' ? above : own
    found.set(id, stage)
    for (const child of children) visit(child, stage)
  }
  visit(nodes[0].id, 'else')
  return found
}

const sampled = async (work) => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', {interval: 500})
  await session.post('Profiler.start')
  await work()
  const {profile} = await session.post('Profiler.stop')
  session.disconnect()
  return profile
}

const whole = async (documents, input) => {
  const procedures = []
  for (const {authority, text} of documents) {
    const bytes = Buffer.from(text)
    const path = `${authority}/missing-children.md`
    procedures.push((await ingest({path, bytes, authority, topic: 'missing-children'}, {lexicon})).procedure)
  }
  const assessment = assess(input(collate(procedures, lexicon), documents))
  return printed(assessment)
}

const printed = (assessment) => {
  let length = 0
  for (const piece of report(assessment, 'json', {lexicon})) length += piece.length
  return length
}

/** Prints how the time of so many authorities' documents of so many words divides among the stages. `input` makes what `assess` takes. */
export const profile = async (authorities, words, input) => {
  const documents = Array.from({length: authorities}, (_, at) => ({
    authority: `authority-${String(at).padStart(3, '0')}`,
    text: syntheticDocument(at, words),
  }))
  const begun = performance.now()
  const {nodes, samples, timeDeltas} = await sampled(() => whole(documents, input))
  const total = performance.now() - begun
  const stage = stagesByNode(nodes)
  const spent = new Map()
  samples.forEach((id, at) => spent.set(stage.get(id), (spent.get(stage.get(id)) ?? 0) + timeDeltas[at]))
  const all = timeDeltas.reduce((sum, each) => sum + each, 0)
  console.log(`Where the time goes, ${authorities} authorities × 1 topic of ${words} words, one thread:`)
  for (const name of [...stages.map((each) => each.name), 'collect garbage', 'else']) {
    const share = (spent.get(name) ?? 0) / all
    console.log(
      `  ${name.padEnd(24)} ${`${Math.round(share * total)} ms`.padStart(9)} ${`${(100 * share).toFixed(1)} %`.padStart(7)}`,
    )
  }
  console.log(`  ${'together'.padEnd(24)} ${`${Math.round(total)} ms`.padStart(9)}`)
  const unseen = stages.filter(({name}) => !spent.has(name)).map(({name}) => name)
  if (unseen.length > 0) console.log(`  no sample fell into: ${unseen.join(', ')}`)
}
