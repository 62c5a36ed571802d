import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Unreadable} from '@hedgerow/office'
import {busySeconds} from './support/hostile.ts'
import {
  abstract,
  lvl,
  num,
  numbered,
  outlineOf,
  p,
  readWord,
  run,
  shown,
  styled,
  tbl,
  tc,
  tr,
  word,
  wordLines,
  zipped,
} from './support/office.ts'

const steps =
  abstract(1, lvl(0, 'decimal', '%1.') + lvl(1, 'lowerLetter', '(%2)') + lvl(2, 'lowerRoman', '%3.')) + num(1, 1)
const bullets = abstract(3, lvl(0, 'bullet', '&#xF0B7;') + lvl(1, 'bullet', 'o')) + num(3, 3)
const heading = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const headings = heading('H1', 'heading 1') + heading('H2', 'heading 2') + heading('T', 'Title')
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const entry = (kind: string, data: string, result = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${kind} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const sdt = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const told = async (body: string, parts = {}): Promise<readonly string[]> =>
  (await readWord(word(body, parts))).messages.map(({ruleId, severity, reason}) => `${severity} ${ruleId}: ${reason}`)

describe('numbers as Word prints them', () => {
  test('steps nest by level and go on after other paragraphs', async () => {
    const body =
      numbered(1, 0, 'Ring the police.') +
      numbered(1, 1, 'say who you are') +
      numbered(1, 1, 'say where') +
      numbered(1, 2, 'street') +
      numbered(1, 0, 'Ring the parent.') +
      p('A word between.') +
      numbered(1, 0, 'Write it down.')
    expect(await wordLines(body, {numbering: steps})).toEqual([
      '1. Ring the police.',
      '  (a) say who you are',
      '  (b) say where',
      '    i. street',
      '2. Ring the parent.',
      'A word between.',
      '3. Write it down.',
    ])
  })
  test('numbers of several parts are typed before the words, steps below them stay lists', async () => {
    const list =
      abstract(2, lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2') + lvl(2, 'lowerLetter', '(%3)')) + num(2, 2)
    const body =
      styled('H1', 'Return interviews') +
      numbered(2, 1, 'Offer one.') +
      numbered(2, 2, 'in person') +
      numbered(2, 2, 'by phone') +
      numbered(2, 1, 'Record it.')
    const styles = heading('H1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    expect(await wordLines(body, {numbering: list, styles})).toEqual([
      '# 1 Return interviews',
      '1.1 Offer one.',
      '(a) in person',
      '(b) by phone',
      '1.2 Record it.',
    ])
  })
  test('a heading takes its level of the list from the style it is tied to', async () => {
    const tied =
      abstract(
        2,
        lvl(0, 'decimal', '%1', '<w:start w:val="4"/><w:pStyle w:val="H1"/>') +
          lvl(1, 'decimal', '%1.%2', '<w:start w:val="1"/><w:pStyle w:val="H2"/>'),
      ) + num(2, 2)
    const styles =
      heading('H1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') +
      heading('H2', 'heading 2', '<w:basedOn w:val="H1"/>')
    const body =
      styled('H1', 'Missing') +
      styled('H2', 'Return') +
      styled('H2', 'Review') +
      styled('H2', 'Unnumbered', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await wordLines(body, {numbering: tied, styles})).toEqual([
      '# 4 Missing',
      '## 4.1 Return',
      '## 4.2 Review',
      '## Unnumbered',
    ])
  })
  test.each([
    ['decimalZero', '%1', '05'],
    ['upperLetter', '%1)', 'E)'],
    ['upperRoman', '%1.', 'V.'],
    ['lowerRoman', '(%1)', '(v)'],
    ['ordinal', '%1', '5th'],
    ['cardinalText', 'Step %1:', 'Step Five:'],
    ['decimal', 'Stage %1', 'Stage 5'],
    ['japaneseCounting', '%1.', '5.'],
    ['none', 'Note', 'Note'],
  ])('%s in "%s" is %s', async (format, text, marker) => {
    const numbering = abstract(1, lvl(0, format, text, '<w:start w:val="5"/>')) + num(1, 1)
    expect(await wordLines(numbered(1, 0, 'words'), {numbering})).toEqual([`${marker} words`])
  })
  test('letters past z repeat', async () => {
    const numbering = abstract(1, lvl(0, 'lowerLetter', '%1)', '<w:start w:val="26"/>')) + num(1, 1)
    expect(await wordLines(numbered(1, 0, 'x') + numbered(1, 0, 'y'), {numbering})).toEqual(['z) x', 'aa) y'])
  })
  test('lists over one abstract list share its counters; a start of its own begins anew, once', async () => {
    const over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    const numbering = abstract(1, lvl(0, 'decimal', '%1.')) + num(1, 1) + num(2, 1) + num(3, 1, over)
    const body = numbered(1, 0, 'a') + numbered(2, 0, 'b') + p('between') + numbered(3, 0, 'c') + numbered(3, 0, 'd')
    expect(await wordLines(body, {numbering})).toEqual(['1. a', '2. b', 'between', '7. c', '8. d'])
  })
  test('a level of its own in the list replaces the shared one', async () => {
    const numbering =
      abstract(1, lvl(0, 'decimal', '%1.')) +
      num(1, 1, `<w:lvlOverride w:ilvl="0">${lvl(0, 'upperLetter', '%1:')}</w:lvlOverride>`)
    expect(await wordLines(numbered(1, 0, 'a'), {numbering})).toEqual(['A: a'])
  })
  test('levels restart when and only when the list says so', async () => {
    const numbering =
      abstract(
        1,
        lvl(0, 'decimal', '%1.') + lvl(1, 'lowerLetter', '%2)', '<w:start w:val="1"/><w:lvlRestart w:val="0"/>'),
      ) + num(1, 1)
    const body = numbered(1, 0, 'x') + numbered(1, 1, 'y') + numbered(1, 0, 'x') + numbered(1, 1, 'y')
    expect(await wordLines(body, {numbering})).toEqual(['1. x', '  a) y', '2. x', '  b) y'])
  })
  test('legal numbering prints digits for Roman levels', async () => {
    const numbering =
      abstract(1, lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%1.%2', '<w:start w:val="1"/><w:isLgl/>')) +
      num(1, 1)
    expect(await wordLines(numbered(1, 0, 'x') + numbered(1, 1, 'y'), {numbering})).toEqual(['I. x', '  1.1 y'])
  })
  test('a list may stand for a numbering style, even in a circle', async () => {
    const styles = `<w:style w:type="numbering" w:styleId="NS"><w:name w:val="Steps"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const linked =
      abstract(1, `<w:styleLink w:val="NS"/>${lvl(0, 'decimal', '%1.')}`) +
      abstract(2, '<w:numStyleLink w:val="NS"/>') +
      num(1, 1) +
      num(2, 2)
    expect(await wordLines(numbered(1, 0, 'a') + numbered(2, 0, 'b'), {numbering: linked, styles})).toEqual([
      '1. a',
      '2. b',
    ])
    const circle = abstract(1, '<w:numStyleLink w:val="NS"/>') + num(1, 1)
    expect(await wordLines(numbered(1, 0, 'a'), {numbering: circle, styles})).toEqual(['a'])
  })
  test('typed numbers stay typed, and a list that is not there numbers nothing', async () => {
    expect(await wordLines(p('3.1 Typed by hand.') + numbered(99, 0, 'No such list.'))).toEqual([
      '3.1 Typed by hand.',
      'No such list.',
    ])
  })
  test('absurd levels, starts and spans do no harm', async () => {
    const numbering = abstract(1, lvl(0, 'lowerRoman', '%1.', '<w:start w:val="-3"/>')) + num(1, 1)
    const body =
      numbered(1, 0, 'a') +
      numbered(1, 99999, 'b') +
      tbl(tr(tc('x', '<w:gridSpan w:val="900000000"/>'), 'y'), tr('z', 'q'))
    expect(await wordLines(body, {numbering})).toEqual(['-3. a', 'b', '| x | y', '| z | q'])
  })
  test('bullets have no marker, and a bullet drawn as a box is a box to tick', async () => {
    const boxes =
      abstract(
        4,
        `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0A8;"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>`,
      ) + num(4, 4)
    expect(
      await wordLines(numbered(3, 0, 'dot') + numbered(3, 1, 'ring') + p('x') + numbered(4, 0, 'Neglect'), {
        numbering: bullets + boxes,
      }),
    ).toEqual(['- dot', '  - ring', 'x', '- [ ] Neglect'])
  })
  test('bullets of another list nest under a step when they stand further in', async () => {
    const deep = '<w:ind w:left="1440"/>'
    const body =
      numbered(1, 0, 'Ask:') + numbered(3, 0, 'who', deep) + numbered(3, 0, 'where', deep) + numbered(1, 0, 'Tell.')
    expect(await wordLines(body, {numbering: steps + bullets})).toEqual(['1. Ask:', '  - who', '  - where', '2. Tell.'])
  })
  test('a paragraph set under a step goes on with it; one at the margin ends the list', async () => {
    const body =
      numbered(1, 0, 'Ring.') +
      p('Leave a message.', '<w:ind w:left="720"/>') +
      numbered(1, 0, 'Wait.') +
      p('After that, stop.')
    expect(await wordLines(body, {numbering: steps})).toEqual([
      '1. Ring.',
      '  Leave a message.',
      '2. Wait.',
      'After that, stop.',
    ])
  })
  test('an empty line between steps ends no list, and an empty numbered paragraph counts', async () => {
    const body = numbered(1, 0, 'a') + '<w:p/>' + numbered(1, 0, '<w:r/>') + numbered(1, 0, 'b')
    expect(await wordLines(body, {numbering: steps})).toEqual(['1. a', '3. b'])
  })
})

describe('headings', () => {
  test('by name in any language, by outline level, by the style above; circles do no harm', async () => {
    const styles =
      heading('berschrift1', 'heading 1') +
      heading('Own', 'Council heading', '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      heading('A', 'a', '<w:basedOn w:val="B"/>') +
      heading('B', 'b', '<w:basedOn w:val="A"/>')
    const body =
      styled('berschrift1', 'Children who go missing') +
      styled('Own', 'Police') +
      p('Aside', '<w:outlineLvl w:val="2"/>') +
      styled('A', 'Text.')
    expect(await wordLines(body, {styles})).toEqual(['# Children who go missing', '## Police', '### Aside', 'Text.'])
  })
  test('under a title, headings of the first rank are sections', async () => {
    const body =
      styled('T', 'Ashby Council') + styled('T', 'Missing children') + styled('H1', 'Scope') + styled('H2', 'Age')
    expect(await wordLines(body, {styles: headings})).toEqual([
      '# Ashby Council / Missing children',
      '## Scope',
      '### Age',
    ])
  })
  test('several headings of the first rank without a title are sections too', async () => {
    const body = p('A cover.') + styled('H1', 'Introduction') + p('x') + styled('H1', 'Police')
    expect(await wordLines(body, {styles: headings})).toEqual(['A cover.', '## Introduction', 'x', '## Police'])
  })
  test('the first of them is the title where it stands before everything and names no usual section', async () => {
    const body = styled('H1', 'Children who go missing') + p('x') + styled('H1', 'Police')
    expect(await wordLines(body, {styles: headings})).toEqual(['# Children who go missing', 'x', '## Police'])
  })
  test('a sentence in the style of a heading is text with its number', async () => {
    const styles =
      headings + heading('N2', 'heading 3', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>')
    const numbering = abstract(2, lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2')) + num(2, 2)
    const body =
      styled('H1', 'Missing') +
      styled('N2', 'The social worker must visit the child within five days.') +
      styled('N2', 'Visits')
    expect(await wordLines(body, {styles, numbering})).toEqual([
      '# Missing',
      '1.1 The social worker must visit the child within five days.',
      '### 1.2 Visits',
    ])
  })
  test('are known by their ids without a part for styles', async () => {
    expect(await wordLines(styled('Heading1', 'Title') + styled('Heading2', 'Part'))).toEqual(['# Title', '## Part'])
  })
})

describe('text', () => {
  test('joins words cut into runs, keeps breaks, tabs and hyphens', async () => {
    const body = p(
      run('ret') +
        run('urn inter') +
        '<w:r><w:noBreakHyphen/></w:r>' +
        run('view') +
        '<w:r><w:softHyphen/><w:tab/></w:r>' +
        run('now') +
        '<w:r><w:br/></w:r>' +
        run('then'),
    )
    expect(await wordLines(body)).toEqual(['return inter-view now / then'])
  })
  test('bold is one span whatever the runs', async () => {
    const {blocks} = await readWord(
      word(p(run('Look', '<w:b/>') + run(' ') + run('first.', '<w:b/>') + run(' The carer looks.'))),
    )
    expect(blocks[0]).toMatchObject({words: {strong: [[0, 11]]}})
  })
  test('links, smart tags, custom XML and marked-up wrappers are seen through', async () => {
    const body = p(
      `<w:hyperlink>${run('the ')}</w:hyperlink><w:smartTag>${run('duty ')}</w:smartTag><w:customXml><w:customXmlPr/>${run('team')}</w:customXml>`,
    )
    expect(await wordLines(`<w:customXml>${body}</w:customXml>`)).toEqual(['the duty team'])
  })
  test('symbols of picture fonts are the characters they show', async () => {
    const body =
      p('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run(' Neglect')) +
      p(run('&#xF0FE;', '<w:rFonts w:ascii="Wingdings"/>') + run(' Seen'))
    expect(await wordLines(body)).toEqual(['☐ Neglect', '☑ Seen'])
  })
  test('of fields only the result is read', async () => {
    const body = p(
      run('See ') + field(' REF a ', run('4.2')) + `<w:fldSimple w:instr=" PAGE ">${run('9')}</w:fldSimple>`,
    )
    expect(await wordLines(body)).toEqual(['See 4.29'])
  })
  test('a field that never ends hides nothing', async () => {
    expect(
      await wordLines(
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>' + run('Kept.')) +
          p('Also kept.'),
      ),
    ).toEqual(['Kept.', 'Also kept.'])
  })
  test('tables of contents are left out, by field, style and gallery', async () => {
    const body =
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('Police 2'),
      ) +
      p(run('Carers 3') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
      styled('TOC1', 'Again 4') +
      sdt('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', p('Contents') + p('More 5')) +
      p('Text.')
    expect(await wordLines(body, {styles: heading('TOC1', 'toc 1')})).toEqual(['Text.'])
  })
  test('hidden text is left out and told', async () => {
    const body = p(run('Seen.') + run('not seen here', '<w:vanish/>')) + styled('Hid', 'Nor this')
    const styles = heading('Hid', 'Hidden', '<w:rPr><w:vanish/></w:rPr>')
    expect(await wordLines(body, {styles})).toEqual(['Seen.'])
    expect(await told(body, {styles})).toEqual([
      'warning hidden-text: Unexpected 5 words of hidden text, left out: show or delete them in Word',
    ])
  })
  test('words know their paragraph, in tables too', async () => {
    const {blocks, place} = await readWord(word(p('one') + tbl(tr('two', 'three')) + p('four')))
    const last = blocks.at(-1)
    expect(last?.type === 'paragraph' && place(last.words.pieces[0]?.offset ?? -1)).toEqual({line: null, paragraph: 4})
  })
  test('definitions and quotations are known by their styles', async () => {
    const styles = heading('DT', 'Definition Term') + heading('DD', 'Definition') + heading('Q', 'Quote')
    const body = styled('DT', 'Missing') + styled('DD', 'Not where expected.') + styled('Q', 'Note this.') + p('x')
    expect(await wordLines(body, {styles})).toEqual(['Missing := Not where expected.', 'box', '  Note this.', 'x'])
  })
})

describe('changes, notes and boxes', () => {
  const by = (author: string): string => `w:id="1" w:author="${author}" w:date="2026-01-05T09:00:00Z"`
  test('tracked changes are read as accepted and told once', async () => {
    const body =
      p(
        run('within ') +
          `<w:del ${by('B Lead')}><w:r><w:delText>72</w:delText></w:r></w:del><w:ins ${by('A Officer')}>${run('24')}</w:ins>` +
          run(' hours'),
      ) +
      p(
        `<w:moveFrom ${by('A Officer')}>${run('Moved.')}</w:moveFrom>`,
        `<w:rPr><w:moveFrom ${by('A Officer')}/></w:rPr>`,
      ) +
      p(`<w:moveTo ${by('A Officer')}>${run('Moved.')}</w:moveTo>`)
    expect(await wordLines(body)).toEqual(['within 24 hours', 'Moved.'])
    expect(await told(body)).toEqual([
      'warning tracked-changes: Unexpected 3 tracked changes by A Officer and B Lead, read as accepted: accept or reject them in Word',
    ])
  })
  test('a deleted paragraph mark joins two paragraphs and takes no number', async () => {
    const body =
      numbered(1, 0, 'one ', `<w:rPr><w:del ${by('A')}/></w:rPr>`) + numbered(1, 0, 'two') + numbered(1, 0, 'three')
    expect(await wordLines(body, {numbering: steps})).toEqual(['1. one two', '2. three'])
  })
  test('deleted rows go, added rows stay', async () => {
    const body = tbl(
      tr('a', 'b'),
      `<w:tr><w:trPr><w:del ${by('A')}/></w:trPr>${tc('c')}${tc('d')}</w:tr>`,
      `<w:tr><w:trPr><w:ins ${by('A')}/></w:trPr>${tc('e')}${tc('f')}</w:tr>`,
    )
    expect(await wordLines(body)).toEqual(['| a | b', '| e | f'])
  })
  test('notes stand after their block, and after the list under it', async () => {
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const parts = {
      numbering: steps,
      footnotes: `<w:footnote w:id="2">${p('<w:r><w:footnoteRef/></w:r>' + run(' Or a deputy.'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p('Made up.')}</w:endnote>`,
    }
    const body =
      p(run('The manager') + mark + run(' will:')) +
      numbered(1, 0, 'ring') +
      p(run('Then stop.') + '<w:r><w:endnoteReference w:id="2"/></w:r>') +
      p('End.')
    expect(await wordLines(body, parts)).toEqual([
      'The manager will:',
      '1. ring',
      'note 1: Or a deputy.',
      'Then stop.',
      'note i: Made up.',
      'End.',
    ])
  })
  test('a mark of its own is the mark of the note', async () => {
    const parts = {footnotes: `<w:footnote w:id="2">${p('Aside.')}</w:footnote>`}
    expect(
      await wordLines(
        p(run('Text') + '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'),
        parts,
      ),
    ).toEqual(['Text', 'note *: Aside.'])
  })
  test('a text box is read once, whichever way it is written', async () => {
    const content = `<w:txbxContent>${p('Call 999.')}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
    const old = `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`
    expect(await wordLines(p(run('Anchor.') + `<w:r>${both}</w:r>`) + p(`<w:r>${old}</w:r>`))).toEqual([
      'Anchor.',
      'box',
      '  Call 999.',
      'box',
      '  Call 999.',
    ])
  })
  test('comments, pictures and embedded documents are told', async () => {
    const picture = (text: string): string =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"${text}/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>`
    const body = p(run('x') + picture(' descr="A flowchart"') + picture('')) + '<w:altChunk r:id="r1"/>'
    expect(await told(body, {comments: `<w:comment w:id="1">${p('Really?')}</w:comment>`})).toEqual([
      'info comments: Unexpected 1 comment, left out',
      'warning image: Unexpected picture "A flowchart", expected text: what it shows is not compared',
      'info image: Unexpected 1 picture without a description, expected text: what they show is not compared',
      'warning embedded-document: Unexpected 1 embedded document, not read: open the document in Word and save it again',
    ])
  })
})

describe('tables', () => {
  test('a merged cell stands in every row; columns nobody starts in are none', async () => {
    const body = tbl(
      tr(tc('Police', '<w:vMerge w:val="restart"/>'), tc('Phone', '<w:gridSpan w:val="2"/>')),
      tr(tc('', '<w:vMerge/>'), tc('101', '<w:gridSpan w:val="2"/>')),
    )
    expect(await wordLines(body)).toEqual(['| Police | Phone', '| Police | 101'])
  })
  test('a head is marked as one, or bold over rows that are not', async () => {
    const bold = (text: string): string => tc(p(run(text, '<w:b/>')))
    const marked = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('Who')}${tc('When')}</w:tr>`
    expect(await wordLines(tbl(marked, tr('a', 'b')))).toEqual(['|* Who | When', '| a | b'])
    expect(await wordLines(tbl(tr(bold('Who'), bold('When')), tr('a', 'b')))).toEqual(['|* Who | When', '| a | b'])
    expect(await wordLines(tbl(tr(bold('Name'), 'Jo'), tr(bold('Age'), '9')))).toEqual(['| Name | Jo', '| Age | 9'])
  })
  test('a bar with a bold title parts a table, its head over both', async () => {
    const bold = (text: string, more = ''): string => tc(p(run(text, '<w:b/>')), more)
    const wide = '<w:gridSpan w:val="2"/>'
    const body = tbl(
      tr(bold('Ask'), bold('Answer')),
      tr(bold('The child', wide)),
      tr('Name', ''),
      tr(bold('The parent', wide)),
      tr('Name', ''),
    )
    expect(await wordLines(body)).toEqual(
      ['The child', '|* Ask | Answer', '| Name |', 'The parent', '|* Ask | Answer', '| Name |'].map((line) =>
        line.replace('Name |', 'Name | '),
      ),
    )
  })
  test('one cell is a box, or a heading where it only holds a title; one column is no table', async () => {
    expect(
      await wordLines(
        tbl(tr(tc(p(run('Remember', '<w:b/>')) + p('Call 999.')))) +
          tbl(tr(tc(p(run('PART ONE', '<w:b/>'))))) +
          tbl(tr('a'), tr('b')),
      ),
    ).toEqual(['box', '  Remember', '  Call 999.', 'PART ONE', 'a', 'b'])
  })
  test('cells with tables or headings in them only lay out the page', async () => {
    const body = tbl(tr(tc(styled('H2', 'Police') + p('Ring.')), tc(tbl(tr('a', 'b')) + p(''))))
    expect(await wordLines(body, {styles: headings})).toEqual(['## Police', 'Ring.', '| a | b'])
  })
  test('numbers print in cells', async () => {
    expect(
      await wordLines(tbl(tr(tc(numbered(1, 0, '<w:r/>')), 'Ring.'), tr(tc(numbered(1, 0, 'Then')), 'wait.')), {
        numbering: steps,
      }),
    ).toEqual(['| 1. | Ring.', '| 2. Then | wait.'])
  })
})

describe('forms', () => {
  const items = ['Yes', 'No'].map((text) => `<w:listItem w:displayText="${text}" w:value="${text}"/>`).join('')
  const placeholder = run('Click or tap here to enter text.')
  test('content controls are labelled by the words before them', async () => {
    const body =
      p(
        run('Name: ') +
          sdt('<w:alias w:val="child_name"/><w:showingPlcHdr/><w:text/>', placeholder) +
          run(' (required)'),
      ) +
      p(run('Born: ') + sdt('<w:showingPlcHdr/><w:date/>', run('Click to enter a date.'))) +
      p(
        run('Told? ') +
          sdt(
            `<w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/>${items}</w:dropDownList>`,
            run('Choose an item.'),
          ),
      ) +
      p(sdt('<w:alias w:val="Case_number"/><w:showingPlcHdr/><w:text/>', placeholder)) +
      p(sdt('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run('☒')) + run(' Agreed'))
    expect(await wordLines(body)).toEqual([
      '[text!] Name:',
      '[date] Born:',
      '[choice] Told? {Yes, No}',
      '[text] Case number',
      '☑ Agreed',
    ])
  })
  test('a control around text that is there is seen through', async () => {
    expect(
      await wordLines(
        sdt('<w:text/>', p('Version 4')) +
          sdt('<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>', p('Ashby')),
      ),
    ).toEqual(['Version 4', 'Ashby'])
  })
  test('old form fields are the same, without what was typed into them', async () => {
    const body =
      p(run('Name: ') + entry('FORMTEXT', '<w:name w:val="Text1"/><w:textInput/>', run('Jo Example'))) +
      p(
        run('Told? ') +
          entry('FORMDROPDOWN', '<w:ddList><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>'),
      ) +
      p(entry('FORMCHECKBOX', '<w:checkBox><w:default w:val="0"/></w:checkBox>') + run(' Neglect'))
    expect(await wordLines(body)).toEqual(['[text] Name:', '[choice] Told? {Yes, No}', '☐ Neglect'])
    expect(await told(body)).toEqual(['info answers: Unexpected 1 answer filled in the form, left out'])
  })
  test('in a table the cell to the left labels a control, in a paragraph of its own the question above', async () => {
    const control = sdt('<w:alias w:val="X1"/><w:showingPlcHdr/><w:text/>', placeholder)
    expect(
      await wordLines(
        tbl(
          tr('Name', tc(p(control))),
          tr(
            'Age',
            `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${tc('Click here to enter text.')}</w:sdtContent></w:sdt>`,
          ),
        ),
      ),
    ).toEqual(['| Name | [text]', '| Age | [text]'].map((line) => `${line}`))
    expect(await wordLines(p('What happened?') + p(control))).toEqual(['[text] What happened?'])
  })
  test('a form reads as the same form in HTML does', async () => {
    const html =
      '<main><h1>Referral form</h1><p>Name: <input></p><p>Born: <input type="date"></p><p>Told? <select><option>Yes<option>No</select></p></main>'
    const body =
      styled('T', 'Referral form') +
      p(run('Name: ') + sdt('<w:showingPlcHdr/><w:text/>', placeholder)) +
      p(run('Born: ') + sdt('<w:showingPlcHdr/><w:date/>', placeholder)) +
      p(run('Told? ') + sdt(`<w:showingPlcHdr/><w:dropDownList>${items}</w:dropDownList>`, placeholder))
    expect(await outlineOf('x.docx', word(body, {styles: headings}))).toBe(
      await outlineOf('x.html', new TextEncoder().encode(html)),
    )
  })
})

describe('the file', () => {
  test('properties that a person states are read, the title only where the text has none', async () => {
    const core = '<dc:title>Missing children</dc:title><dc:creator>A Officer</dc:creator>'
    const custom =
      '<property name="Version"><vt:lpwstr>3.1</vt:lpwstr></property><property name="ContentTypeId"><vt:lpwstr>0x01</vt:lpwstr></property>'
    expect(await readWord(word(p('x'), {core, custom}))).toMatchObject({
      title: 'Missing children',
      frontMatter: {Version: '3.1'},
    })
    expect((await readWord(word(styled('Heading1', 'Own'), {core}))).title).toBe(null)
    expect((await readWord(word(p('x'), {core: '<dc:title>Microsoft Word - draft.doc</dc:title>'}))).title).toBe(null)
  })
  test('strict OOXML, other prefixes and a part under another path are read', async () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict.</x:t></x:r></x:p></x:body></x:document>'
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/text/main.xml"/></Relationships>'
    expect(shown((await readWord(zipped({'_rels/.rels': rels, 'text/main.xml': strict}))).blocks)).toEqual(['Strict.'])
  })
  test.each([
    [
      'no text',
      {'docProps/core.xml': '<a/>'},
      /word\/document\.xml, which holds the text, is missing: open it in Word/u,
    ],
    ['a workbook', {'xl/workbook.xml': '<a/>'}, /Excel workbook under another name: rename it to \.xlsx/u],
    [
      'an OpenDocument text',
      {mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>'},
      /rename it to \.odt/u,
    ],
    ['broken relationships', {'_rels/.rels': '<broken', 'word/document.xml': '<a/>'}, /_rels\/\.rels is no XML/u],
  ])('%s is refused with a remedy', async (_, parts, reason) => {
    const fault: unknown = await readWord(zipped(parts as Record<string, string>)).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Unreadable)
    expect(String(fault)).toMatch(reason)
  })
  test('nesting beyond the limit is refused', async () => {
    const deep = '<w:customXml>'.repeat(300) + '</w:customXml>'.repeat(300)
    await expect(readWord(word(deep))).rejects.toThrow(/nests more than/u)
  })
  test('paragraphs and documents beyond the limits are refused', async () => {
    await expect(readWord(word(p('x'.repeat(200))), {block: 100})).rejects.toThrow(/a paragraph of more than 100/u)
    await expect(readWord(word(p('x').repeat(200)), {characters: 100})).rejects.toThrow(/200 characters/u)
  })
  test('ten thousand paragraphs take less than two seconds', async () => {
    const bytes = word(
      Array.from({length: 10_000}, (_, n) => numbered(1, n % 3, `Step ${n} of a long procedure.`)).join(''),
      {numbering: steps},
    )
    expect(await busySeconds(() => readWord(bytes))).toBeLessThan(2)
  })
})

describe('nothing is lost', () => {
  let n = 0
  const words = fc.integer({min: 1, max: 4}).map((count) => Array.from({length: count}, () => `w${++n}x`).join(' '))
  const bold = fc.constantFrom('', '', '<w:b/>')
  const text = fc
    .tuple(words, bold, fc.constantFrom('', ':', '.', '?'))
    .map(([said, look, end]) => run(said + end, look))
  const indent = fc.constantFrom('', '', '<w:ind w:left="720"/>', '<w:ind w:left="1440"/>')
  const control = fc.constantFrom(
    '',
    '',
    '',
    sdt('<w:alias w:val="N"/><w:showingPlcHdr/><w:text/>', run('Click here to enter text.')),
  )
  const plain = fc.tuple(text, control, text, indent).map(([a, input, b, ind]) => p(a + input + b, ind))
  const step = fc
    .tuple(fc.integer({min: 1, max: 3}), fc.integer({min: 0, max: 2}), text, indent)
    .map(([list, level, inside, ind]) => numbered(list, level, inside, ind))
  const title = fc
    .tuple(fc.constantFrom('H1', 'H2', 'T', 'DT', 'DD', 'Q'), text)
    .map(([id, inside]) => styled(id, inside))
  const boxed = text.map((inside) =>
    p(
      run(`w${++n}x`) +
        `<w:r><w:pict><v:textbox><w:txbxContent>${p(inside)}</w:txbxContent></v:textbox></w:pict></w:r>`,
    ),
  )
  const simple = fc.oneof(plain, step, title, boxed)
  const cell = fc
    .tuple(fc.array(simple, {minLength: 1, maxLength: 2}), fc.constantFrom('', '', '<w:gridSpan w:val="2"/>'))
    .map(([all, span]) => tc(all.join(''), span))
  const grid = fc
    .array(fc.array(cell, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 4})
    .map((rows) => tbl(...rows.map((cells) => tr(...cells))))
  const body = fc.array(fc.oneof({weight: 4, arbitrary: simple}, {weight: 1, arbitrary: grid}), {
    minLength: 1,
    maxLength: 10,
  })
  const styles = headings + heading('DT', 'Definition Term') + heading('DD', 'Definition') + heading('Q', 'Quote')
  const outlines =
    abstract(2, lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2') + lvl(2, 'decimal', '%1.%2.%3')) + num(2, 2)
  test('every word of a document lands in its blocks', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (parts) => {
        const all = parts.join('')
        const lines = await wordLines(all, {styles, numbering: steps + outlines + bullets})
        const found = lines.join('\n').match(/w\d+x/gu) ?? []
        // The head of a table that is cut stands over each piece.
        expect([...new Set(found)].sort()).toEqual([...new Set(all.match(/w\d+x/gu))].sort())
      }),
      {numRuns: 500, seed: 7},
    )
  }, 60_000)
})
