import {type Clause, type HedgerowNode, isClause, type Procedure} from '@hedgerow/ast'

/** A procedure as indented lines, one a node: type, number, kind, what it binds to, text. Made to be read by people and compared by line. */
export const outline = (procedure: Procedure): string => `${nodeLines(procedure, 0).join('\n')}\n`

const nodeLines = (node: HedgerowNode, depth: number): readonly string[] => {
  const own = `${'  '.repeat(depth)}${isClause(node) ? clauseLine(node) : parentLine(node)}`
  return isClause(node) ? [own] : [own, ...node.children.flatMap((child) => nodeLines(child, depth + 1))]
}

const parts = (all: readonly (string | null | false)[]): string =>
  all.filter((each) => each !== null && each !== false && each !== '').join(' ')

const quoted = (text: string): string => JSON.stringify(text)

const parentLine = (node: Exclude<HedgerowNode, Clause>): string => {
  switch (node.type) {
    case 'procedure': {
      const {version, date, review, owner} = node.edition
      const edition = Object.entries({version, date, review, owner}).map(
        ([name, value]) => value && `${name}=${quoted(value)}`,
      )
      return parts(['procedure', quoted(node.title), ...edition])
    }
    case 'section':
      return parts(['section', node.number, node.kind && `(${node.kind})`, quoted(node.title)])
    case 'list':
      return parts(['list', node.ordered && 'ordered', node.leadIn !== null && quoted(node.leadIn)])
    case 'table':
      return parts([
        'table',
        node.use,
        node.caption !== null && quoted(node.caption),
        node.head.length > 0 && `[${node.head.join(' | ')}]`,
      ])
    case 'form':
      return parts(['form', node.title !== null && quoted(node.title)])
    case 'notice':
      return parts(['notice', node.kind, quoted(node.title), quoted(node.text)])
  }
}

const clauseLine = (clause: Clause): string => {
  const force = clause.modality ?? ''
  const deadlines = clause.deadlines.map(({iso}) => iso).join(',')
  const shared = [clause.number, force, clause.actors.join(','), deadlines]
  switch (clause.type) {
    case 'provision':
      return parts(['provision', ...shared, clause.leadIn !== null && `<${clause.leadIn}>`, quoted(clause.text)])
    case 'definition':
      return parts([
        'definition',
        clause.number,
        `{${clause.term}}`,
        clause.leadIn !== null && `<${clause.leadIn}>`,
        quoted(clause.text),
      ])
    case 'field':
      return parts([
        'field',
        clause.number,
        clause.control,
        clause.required && 'required',
        clause.item && `=${clause.item}`,
        quoted(clause.text),
        clause.options.length > 0 && `[${clause.options.join(' / ')}]`,
      ])
    case 'contact':
      return parts(['contact', clause.number, `{${clause.who}}`, quoted(clause.text)])
  }
}
