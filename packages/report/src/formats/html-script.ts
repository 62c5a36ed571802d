/** The page's only script: it shows a search and filters over the rows, which are all there without it. It asks for nothing and keeps nothing.
 *  What it is given to look for is compared as text; nothing is made into markup. */
export const script = `(()=>{
const $=(id)=>document.getElementById(id),bar=$('filters'),cards=[...document.querySelectorAll('article[data-topic]')];
if(!bar||!cards.length)return;
const fields=['topic','status','classes','authorities'],texts=new Map();
const parts=(card,field)=>(card.dataset[field]||'').split('\\n').filter(Boolean);
for(const field of fields){const names=[...new Set(cards.flatMap((card)=>parts(card,field)))].sort();
for(const name of names){const option=document.createElement('option');option.textContent=name;$('by-'+field).append(option)}
if(names.length<2)$('by-'+field).closest('div').hidden=true}
const text=(card)=>{if(!texts.has(card))texts.set(card,card.textContent.toLowerCase().replace(/\\s+/g,' '));return texts.get(card)};
const heads=[...document.querySelectorAll('main h3,main h4')].map((head)=>{const own=[];
for(let next=head.nextElementSibling;next&&!(/^H[1-6]$/.test(next.tagName)&&next.tagName<=head.tagName);next=next.nextElementSibling)own.push(next);
return{head,own,cards:own.filter((each)=>each.matches('article[data-topic]'))}}).filter(({cards})=>cards.length);
const apply=()=>{const words=$('by-words').value.toLowerCase().split(/\\s+/).filter(Boolean),asked=fields.map((field)=>[field,$('by-'+field).value]).filter(([,value])=>value);
let shown=0;
for(const card of cards){const fits=asked.every(([field,value])=>parts(card,field).includes(value))&&words.every((word)=>text(card).includes(word));card.hidden=!fits;if(fits)shown++}
for(const{head,own,cards:held}of heads){const none=held.every((card)=>card.hidden);head.hidden=none;for(const each of own)if(!each.matches('article[data-topic]'))each.hidden=none}
$('shown').textContent=words.length||asked.length?'Showing '+shown+' of '+cards.length+' rows.':cards.length+' rows.';
$('clear').disabled=!(words.length||asked.length)};
$('by-words').addEventListener('input',apply);
for(const field of fields)$('by-'+field).addEventListener('change',apply);
const clear=()=>{$('by-words').value='';for(const field of fields)$('by-'+field).value='';apply()};
$('clear').addEventListener('click',()=>{clear();$('by-words').focus()});
$('go').addEventListener('click',()=>{const first=cards.find((card)=>!card.hidden);if(first){first.tabIndex=-1;first.focus();first.scrollIntoView()}});
const target=()=>{const found=location.hash&&$(decodeURIComponent(location.hash.slice(1)));if(found&&(found.hidden||found.closest('[hidden]'))){clear();found.scrollIntoView()}};
addEventListener('hashchange',target);
addEventListener('keydown',(event)=>{if(event.key==='Escape'&&!event.defaultPrevented&&!bar.contains(document.activeElement)){$('by-words').focus();bar.scrollIntoView()}});
apply();bar.hidden=false})()`

/** The script's SHA-256 in base64, by which the page's policy lets it run and nothing else. A test holds the two together. */
export const scriptHash = 'p1z15HFkUdHcm+yNEoziEkKvTAsF0f4/5S3EfySj9KI='
