import {readFileSync} from 'node:fs'
import {it} from 'vitest'
import {parse} from 'yaml'
import {assessedTexts, quotations} from './support/region.ts'
const f='/work/main/test/classes/'
const around=readFileSync(f+'around.md','utf8')
const doc=(p:string,s:string)=>around.replace('{provision}',s).replaceAll('{council}',p+' Council').replaceAll('{place}',p)
it('list', async()=>{
 for(const file of ['near-identical','equivalent']) for(const p of parse(readFileSync(f+file+'.yaml','utf8'))){
  const t=await assessedTexts('missing-children',{ashby:doc('Ashby',p.a),brindle:doc('Brindle',p.b)})
  const rows=t.rows.filter(r=>r.status!=='same'&&!(r.status==='local'&&JSON.stringify(r.readings).includes('This procedure is for')))
  console.log(file[0]+' '+p.a+' || '+p.b+'  => '+(rows.map(r=>r.status+' {'+r.facets.join()+'}'+(r.unsure.length?' ?'+r.unsure:'')).join(' & ')||'same')+(rows.some(r=>!r.readings.ashby||!r.readings.brindle)?' UNPAIRED':''))
 }
})
