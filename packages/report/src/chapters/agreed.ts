import type {Finding, TopicAssessment} from '@hedgerow/assess'
import {type Context, rowReference} from '../context.ts'
import {foundWords} from '../finding-words.ts'
import {agreementWords} from '../judgement-words.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {heading, list, paragraph, phrases} from '../nodes.ts'
import {agreedLine} from '../summary-text.ts'
import {sentence} from '../wording.ts'

function line(finding: Finding, row: string, topic: TopicAssessment, context: Context): readonly Phrase[] {
  const {agreed} = finding
  if (agreed === undefined) return []
  const found = sentence(foundWords(finding, context.name, context.short))
  return phrases(`${context.classTitle(finding.class)}: ${found} ${agreementWords(agreed)} `, rowReference(topic, row))
}

function topicSection(topic: TopicAssessment, context: Context): readonly Block[] {
  const lines = topic.rows.flatMap(({id, findings}) =>
    findings.filter(({agreed}) => agreed !== undefined).map((finding) => line(finding, id, topic, context)),
  )
  return lines.length === 0 ? [] : [heading(3, topic.title), list(lines)]
}

/** The differences people agreed to keep for a time, and whether that still holds. */
export function agreedChapter(context: Context): Chapter {
  const counted = agreedLine(context.facts)
  return {
    type: 'chapter',
    id: 'agreed',
    title: 'Agreed differences',
    children: [
      paragraph(counted ?? 'No difference is recorded as agreed.'),
      ...context.assessment.topics.flatMap((topic) => topicSection(topic, context)),
    ],
  }
}
