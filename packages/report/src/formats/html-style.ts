/** The shades of a heat map from little to much, one hue, each darker than the last (after ColorBrewer's Blues). */
const shades = [
  '#f7fbff',
  '#e8f1fa',
  '#d6e6f4',
  '#c1d9ed',
  '#a3cce3',
  '#7fb8da',
  '#2f74a8',
  '#246399',
  '#175490',
  '#08306b',
]

const shadeRules = shades.map((colour, at) => `.s${at}{fill:${colour};background:${colour}}`).join('')

/** The page's whole style. Plain public-sector manner: Arial, ruled tables, a yellow focus. Marks are underlined, so
 *  they show in greyscale; contrast is at least 4.5 to 1 in both schemes (WCAG 2.2 AA). No font, picture or script
 *  from anywhere. */
export const style = `
:root{color-scheme:light dark;--ink:#0b0c0c;--paper:#fff;--faint:#505a5f;--rule:#b1b4b6;--link:#1a65a6;--mark:#fff2b3;--band:#f3f2f1;--edge:#1a65a6;--bad:#a2240f}
@media (prefers-color-scheme:dark){:root{--ink:#f3f2f1;--paper:#151719;--faint:#b8bec2;--rule:#5c6468;--link:#8ec5ff;--mark:#5a4a00;--band:#22262a;--edge:#8ec5ff;--bad:#ffb3a3}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.5 Arial,Helvetica,sans-serif;overflow-wrap:break-word}
header,main{max-width:76rem;margin:0 auto;padding:0 1rem}
header{padding-top:2rem}
[hidden]{display:none!important}
h1{font-size:2.25rem;line-height:1.15;margin:0 0 .5rem}
h2{font-size:1.75rem;line-height:1.2;margin:3.5rem 0 1rem;padding-top:1rem;border-top:3px solid var(--ink)}
h3{font-size:1.375rem;line-height:1.25;margin:2.5rem 0 1rem}
h4{font-size:1.1875rem;margin:2rem 0 .75rem}
h5{font-size:1.1875rem;margin:0 0 .5rem}
article h3{font-size:1.25rem;margin-bottom:.75rem}
article h3,article h4{margin-top:0}
p,ul{margin:0 0 1rem;max-width:46rem}
li{margin-bottom:.35rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus,.scroll:focus{outline:3px solid #fd0;outline-offset:0;background:#fd0;color:#0b0c0c}
.scroll:focus{background:none;color:inherit;outline-color:var(--ink)}
.skip{position:absolute;left:-99rem;padding:.5rem 1rem}
.skip:focus{position:static;display:block}
.sub{color:var(--faint)}
nav{border-top:3px solid var(--ink);margin-top:2.5rem}nav ol{padding-left:1.75rem;margin:1.5rem 0;columns:18rem 2;max-width:46rem}
#summary+p{font-size:1.375rem;line-height:1.4}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
.scroll th:first-child{min-width:7rem}
.scroll table{margin:0}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem;font-size:1rem;line-height:1.4}
caption{text-align:left;font-weight:700;padding:0 0 .5rem}
.scroll caption span{display:block;position:sticky;left:0;max-width:calc(100vw - 4rem)}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--rule);overflow-wrap:normal}
thead th{border-bottom:2px solid var(--ink)}
tbody th{font-weight:400}
.readings{table-layout:fixed}
.readings caption,.place,.lead{color:var(--faint)}
.readings caption{font-weight:400}
.readings th{font-weight:700}
.readings th:first-child{width:15rem}
.readings td{font-size:1.125rem;overflow-wrap:anywhere}
.place{display:block;font-weight:400;font-size:.875rem;overflow-wrap:anywhere}
blockquote{margin:0 0 .5rem;white-space:pre-line}
mark{background:var(--mark);color:inherit;font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
code{font:.9em Consolas,Menlo,monospace;overflow-wrap:anywhere}
p,li,h3,h4,h5{overflow-wrap:anywhere}
article{margin:0 0 1.5rem;padding:1rem 1.25rem .25rem;border-left:5px solid var(--edge);background:var(--band)}
article:target{outline:3px solid var(--ink)}
.below,.differs{font-weight:700}
.below{color:var(--bad)}
.nothing{color:var(--faint)}
article{content-visibility:auto;contain-intrinsic-size:auto 30rem}
details{margin:0 0 1.5rem}
summary{font-weight:700;font-size:1rem;padding:.5rem 0;cursor:pointer}
.whole table{margin-bottom:1.5rem}
.here{text-decoration:none;color:var(--faint);font-weight:400;display:inline-block;min-width:1.5rem;text-align:center}
search{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.75rem 1rem;padding:1rem 0;border-top:3px solid var(--ink);border-bottom:1px solid var(--rule)}
search p{grid-column:1/-1;margin:0;max-width:none;display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
label{display:block;font-weight:700;font-size:1rem}
input,select,button{font:inherit;font-size:1rem;color:var(--ink);background:var(--paper);border:2px solid var(--ink);padding:.4rem .5rem;min-height:2.75rem}
input,select{width:100%}
button{background:var(--band);padding:.4rem 1rem}
button:disabled{color:var(--faint);border-color:var(--faint)}
input:focus,select:focus,button:focus,summary:focus,article:focus{outline:3px solid #fd0;outline-offset:0;box-shadow:inset 0 0 0 2px var(--ink)}
figure{margin:0 0 1.5rem}
figcaption{font-weight:700;margin-bottom:.5rem}
figure .scroll{background:#fff;color:#0b0c0c;padding:.5rem}
svg{display:block;font:14px Arial,Helvetica,sans-serif;fill:#0b0c0c}
svg .light{fill:#fff}
.stem{fill:none;stroke:#0b0c0c;stroke-width:1.5}
.grid{fill:none;stroke:#b1b4b6;stroke-width:1}
.none{fill:#fff;stroke:#505a5f}
.key{max-width:none;font-size:.875rem;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem}
.step{padding:.1rem .4rem;border:1px solid #505a5f;color:#0b0c0c}
.step.light{color:#fff}
${shadeRules}
@media (max-width:40rem){body{font-size:1.0625rem}h1{font-size:1.75rem}h2{font-size:1.5rem}article{padding:.75rem .75rem .1rem}.readings th:first-child{width:7.5rem}
.scroll th:first-child{position:sticky;left:0;background:var(--paper);box-shadow:inset 0 -1px 0 var(--rule)}article .scroll th:first-child{background:var(--band)}}
@page{size:A4;margin:15mm}
@page turned{size:A4 landscape;margin:12mm}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--faint:#333;--rule:#777;--link:#000;--mark:#fff;--band:#fff;--edge:#777;--bad:#000}
nav,search,.skip,.here{display:none}article{content-visibility:visible;contain-intrinsic-size:none}svg{max-width:100%;height:auto;print-color-adjust:exact;-webkit-print-color-adjust:exact}.step{print-color-adjust:exact;-webkit-print-color-adjust:exact}figure{break-inside:avoid}html{font-size:9pt}body{font-size:1.1rem;line-height:1.4}h2{margin-top:2rem}h3{margin-top:1.5rem}li{margin-bottom:.55rem}th,td{padding-top:.33rem;padding-bottom:.33rem}.readings td{font-size:1.05rem}header,main{max-width:none;padding:0}
h2,h3,h4,h5,caption,figcaption,.key{break-after:avoid}tr,blockquote{break-inside:avoid}tbody tr:first-child,tbody tr:last-child{break-before:avoid}thead{display:table-header-group}.scroll{overflow:visible}.scroll caption span{max-width:none}.wide{page:turned}.wide table{table-layout:fixed;font-size:.85rem}.wide th,.wide td{overflow-wrap:anywhere;padding-right:.4rem}article{border-left-width:2px}}
`
