// Scores what is read of labelled sentences (test/labelled/sentences.yaml) and section headings (test/labelled/headings.yaml).
import {identified, procedure, provision, section} from '../../packages/ast/dist/index.js'
import {annotated} from '../../packages/ingest/dist/annotate/index.js'
import {ingest} from '../../packages/ingest/dist/index.js'

/** Facts that are lists of labels or none; modality is one label of each sentence. */
export const facts = ['deadlines', 'trigger', 'threshold', 'actors', 'recipients', 'citations', 'local']

const cellsOf = (text, heads) => {
  let at = 0
  return text.split(' | ').map((cell, column) => {
    const start = at
    at += cell.length + 3
    return {head: heads[column] ?? '', start, end: start + cell.length}
  })
}

/** A labelled sentence read as the one clause of a document. */
const read = ({text, leadIn = null, heads, names = []}, lexicon) => {
  const clause = provision(text, {leadIn, ...(heads && {cells: cellsOf(text, heads)})})
  const root = identified(procedure('ashby', 'labelled', [section('', [clause])]))
  return annotated(root, lexicon, names).children[0].children[0]
}

const plainLocal = (text) => text.replace(/^the /iu, '').toLowerCase()

const amount = ({of, op, value, count, unit, window}) =>
  [of, `${op}${count ?? ''}`, value, unit, window && `${window.value} ${window.unit}`]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(' ')

const said = {
  deadlines: ({deadlines}) => deadlines.map(({iso, bound}) => `${iso} ${bound}`),
  trigger: ({trigger}) => (trigger ? [amount(trigger)] : []),
  threshold: ({threshold}) => (threshold ? [amount(threshold)] : []),
  actors: ({actors}) => actors,
  recipients: ({recipients}) => recipients,
  citations: ({citations}) => citations.map(({id, year}) => `${id} ${year}`),
  local: ({local}) => local.map(plainLocal),
}

const wanted = (labelled, fact) => {
  const label = labelled[fact]
  const list = label === undefined || label === null ? [] : [label].flat()
  return fact === 'local' ? list.map(plainLocal) : list.map(String)
}

const f1 = ({hits, extra, missed}) => (hits + extra + missed === 0 ? 1 : (2 * hits) / (2 * hits + extra + missed))

/** Accuracy of modality, and precision, recall and F1 of every other fact. What is labelled under `skip` is not counted. */
export const extraction = (sentences, lexicon) => {
  const counts = Object.fromEntries(facts.map((fact) => [fact, {hits: 0, extra: 0, missed: 0}]))
  const wrong = []
  let [right, judged] = [0, 0]
  for (const sentence of sentences) {
    const clause = read(sentence, lexicon)
    const isCounted = (fact) => !sentence.skip?.includes(fact)
    if (isCounted('modality')) {
      judged++
      if (clause.modality === sentence.modality) right++
      else wrong.push(`modality ${sentence.id} ${sentence.text}: ${clause.modality}, not ${sentence.modality}`)
    }
    for (const fact of facts) {
      if (!isCounted(fact)) continue
      const [want, got] = [wanted(sentence, fact), said[fact](clause)]
      const hits = want.filter((label) => got.includes(label)).length
      counts[fact].hits += hits
      counts[fact].missed += want.length - hits
      counts[fact].extra += got.length - got.filter((label) => want.includes(label)).length
      if (hits < want.length || hits < got.length)
        wrong.push(`${fact} ${sentence.id} ${sentence.leadIn ?? ''} ${sentence.text}: [${got}], not [${want}]`)
    }
  }
  return {
    sentences: sentences.length,
    modality: right / judged,
    ...Object.fromEntries(facts.map((fact) => [fact, f1(counts[fact])])),
    wrong,
  }
}

const kindOf = ({type, kind}) => (type === 'notice' && kind === 'scope' ? 'scope-box' : kind)

/** Accuracy of the section-kind classifier, and how often a kind it gives is the right one. */
export const headingKinds = async (headings, lexicon) => {
  let [right, given, rightGiven] = [0, 0, 0]
  const wrong = []
  for (const {topic, title, body = 'See below.', kind = null} of headings) {
    const bytes = new TextEncoder().encode(`# A procedure\n\n## ${title}\n\n${body}\n`)
    const {procedure: root} = await ingest({path: 'ashby/labelled.md', bytes, authority: 'ashby', topic}, {lexicon})
    const found = root.children.find(({type}) => type === 'section' || type === 'notice')
    const own = (found && kindOf(found)) ?? null
    if (own !== null) given++
    if (own === kind) right++
    else wrong.push(`kind ${topic}: ${title}: ${own}, not ${kind}`)
    if (own !== null && own === kind) rightGiven++
  }
  return {headings: headings.length, accuracy: right / headings.length, precision: rightGiven / Math.max(1, given), wrong}
}
