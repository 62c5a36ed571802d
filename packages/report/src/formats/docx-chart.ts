import {element, type Markup, xmlPart} from '@hedgerow/office'
import type {Bars} from '../nodes.ts'

const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const main = 'http://schemas.openxmlformats.org/drawingml/2006/main'

const val = (name: string, value: string | number): Markup => element(name, {val: value})

const text = (size: number): Markup =>
  element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element('a:p', {}, element('a:pPr', {}, element('a:defRPr', {sz: size})), element('a:endParaRPr', {lang: 'en-GB'})),
  )

/** Dark and light, so that the series are told apart in greyscale; the lighter one has an edge. */
const colours = ['1A65A6', 'C9D7E4'] as const

function fill(at: number): Markup {
  return element(
    'c:spPr',
    {},
    element('a:solidFill', {}, val('a:srgbClr', colours[at % colours.length] as string)),
    element('a:ln', {w: 9525}, element('a:solidFill', {}, val('a:srgbClr', '0B0C0C'))),
  )
}

function series({title, shares}: Bars['series'][number], at: number, names: readonly string[]): Markup {
  const labels = names.map((name, index) => element('c:pt', {idx: index}, element('c:v', {}, name)))
  const values = shares.map((share, index) => element('c:pt', {idx: index}, element('c:v', {}, String(share))))
  return element(
    'c:ser',
    {},
    val('c:idx', at),
    val('c:order', at),
    element(
      'c:tx',
      {},
      element(
        'c:strRef',
        {},
        element('c:f', {}, `Figures!$${'BCDEF'.charAt(at)}$1`),
        element('c:strCache', {}, val('c:ptCount', 1), element('c:pt', {idx: 0}, element('c:v', {}, title))),
      ),
    ),
    fill(at),
    val('c:invertIfNegative', 0),
    element('c:cat', {}, element('c:strLit', {}, val('c:ptCount', names.length), labels)),
    element(
      'c:val',
      {},
      element('c:numLit', {}, element('c:formatCode', {}, '0%'), val('c:ptCount', shares.length), values),
    ),
  )
}

function axis(name: 'c:catAx' | 'c:valAx', id: number, other: number, own: readonly Markup[]): Markup {
  const isNames = name === 'c:catAx'
  const orientation = isNames ? 'maxMin' : 'minMax'
  return element(
    name,
    {},
    val('c:axId', id),
    element('c:scaling', {}, val('c:orientation', orientation), isNames ? null : [val('c:max', 1), val('c:min', 0)]),
    val('c:delete', 0),
    val('c:axPos', isNames ? 'l' : 't'),
    element('c:numFmt', {formatCode: isNames ? 'General' : '0%', sourceLinked: 0}),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    text(900),
    val('c:crossAx', other),
    val('c:crosses', 'autoZero'),
    own,
  )
}

/** Bars as a chart part of Word's (`word/charts/chartN.xml`): it stays sharp at any size, and its figures stand in the table below it. */
export function docxChart({names, series: all}: Bars): string {
  return xmlPart(
    element(
      'c:chartSpace',
      {'xmlns:c': chart, 'xmlns:a': main},
      val('c:roundedCorners', 0),
      element(
        'c:chart',
        {},
        val('c:autoTitleDeleted', 1),
        element(
          'c:plotArea',
          {},
          element('c:layout'),
          element(
            'c:barChart',
            {},
            val('c:barDir', 'bar'),
            val('c:grouping', 'clustered'),
            val('c:varyColors', 0),
            all.map((each, at) => series(each, at, names)),
            val('c:gapWidth', 60),
            val('c:axId', 111),
            val('c:axId', 222),
          ),
          axis('c:catAx', 111, 222, [
            val('c:auto', 1),
            val('c:lblAlgn', 'ctr'),
            val('c:lblOffset', 100),
            val('c:noMultiLvlLbl', 0),
          ]),
          axis('c:valAx', 222, 111, [val('c:crossBetween', 'between')]),
        ),
        element('c:legend', {}, val('c:legendPos', 'b'), val('c:overlay', 0), text(900)),
        val('c:plotVisOnly', 1),
      ),
    ),
  )
}

/** English metric units in a twentieth of a point. */
const unitsInTwip = 635

/** A chart in a line of text, with what it shows for those who do not see it. `width` in twentieths of a point. */
export function docxChartFrame(
  {names}: Bars,
  about: {readonly number: number; readonly relation: string; readonly caption: string; readonly alternative: string},
  width: number,
): Markup {
  const height = Math.min(12_000, 1_400 + names.length * 420)
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        {distT: 0, distB: 0, distL: 0, distR: 0},
        element('wp:extent', {cx: width * unitsInTwip, cy: height * unitsInTwip}),
        element('wp:docPr', {
          id: about.number,
          name: `Figure ${about.number}`,
          title: about.caption,
          descr: about.alternative,
        }),
        element('wp:cNvGraphicFramePr'),
        element(
          'a:graphic',
          {'xmlns:a': main},
          element('a:graphicData', {uri: chart}, element('c:chart', {'xmlns:c': chart, 'r:id': about.relation})),
        ),
      ),
    ),
  )
}
