import {csvCell} from '../formats/csv.ts'
import {markdown} from '../formats/markdown.ts'
import {text, type TextOptions} from '../formats/text.ts'
import {type Outline, paragraph, table} from '../nodes.ts'
import {dated, score} from '../wording.ts'
import {type History, standingAt, topicsOf} from './history.ts'
import {historySvg} from './svg.ts'

export type {History, HistoryPoint, TopicStanding} from './history.ts'

/** A history as a document: for each topic a line for each point. */
function historyOutline(history: History): Outline {
  const {points, region, asAt, version, titles} = history
  const tables = topicsOf(history).map((topic) =>
    table(
      titles[topic] ?? topic,
      ['Point', 'Date', 'Authorities', 'Rule', 'Wording', 'Serious', 'Moderate'],
      points.map((point) => {
        const standing = standingAt(point, topic)
        if (standing === null) return [point.name, point.date, 'not there', '', '', '', '']
        const {authorities, rule, wording, errors, warnings} = standing
        return [point.name, point.date, `${authorities}`, score(rule), score(wording), `${errors}`, `${warnings}`]
      }),
    ),
  )
  return {
    type: 'outline',
    title: `${region ?? 'The region'}: how alignment moved`,
    subtitle: `Every point judged as at ${dated(asAt)} by hedgerow ${version}.`,
    children: [
      {
        type: 'chapter',
        id: 'history',
        title: 'Alignment by topic',
        children: [
          paragraph(
            'Rule is the share of provisions whose stated facts agree, wording how alike they are worded; a figure says nothing without the rows behind it.',
          ),
          ...tables,
        ],
      },
    ],
  }
}

function* historyCsv(history: History): Iterable<string> {
  yield 'point,date,topic,authorities,rule,wording,errors,warnings\r\n'
  for (const point of history.points)
    for (const {topic, authorities, rule, wording, errors, warnings} of point.topics)
      yield `${[point.name, point.date, topic, authorities, rule ?? '', wording ?? '', errors, warnings].map((each) => csvCell(String(each))).join(',')}\r\n`
}

/** The formats a history can be printed in, by name. */
export const historyFormats: Readonly<Record<string, (history: History, options: TextOptions) => Iterable<string>>> = {
  text: (history, options) => text(historyOutline(history), options),
  markdown: (history) => markdown(historyOutline(history)),
  csv: historyCsv,
  json: (history) => [`${JSON.stringify(history, null, 2)}\n`],
  svg: historySvg,
}
