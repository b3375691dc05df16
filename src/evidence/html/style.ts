// How the page looks: light and dark, from a phone to a wide screen, and on paper. Contrasts are 4.5:1 or more.

import { gatesStyle } from "./gates-style.ts";
import { maskShape } from "./shapes.ts";

export const style = `
:root{color-scheme:light dark;
--page:#f5f6f8;--card:#fff;--line:#d8dde4;--text:#1a2029;--soft:#57616e;--code:#eef1f5;--link:#0b57b0;
--proven:#0f6a37;--proven-tint:#e1f5e8;--refuted:#b3172b;--refuted-tint:#fde8ea;--unproven:#7c4f00;--unproven-tint:#fdf1d3;
--shadow:0 1px 2px rgb(16 24 40/.06),0 2px 8px rgb(16 24 40/.05)}
@media (prefers-color-scheme:dark){:root{
--page:#0f1318;--card:#171c23;--line:#2d3540;--text:#e8ecf1;--soft:#a2adba;--code:#1f2630;--link:#7db4ff;
--proven:#5fd38d;--proven-tint:#12291c;--refuted:#ff9096;--refuted-tint:#33161a;--unproven:#efc062;--unproven-tint:#2e2410;
--shadow:none}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--link)}
h1,h2,h3,h4,p,ul,ol,dl,dd,pre{margin:0}
bdi,code,p,li,dd,td,h1,h2,h3,h4{overflow-wrap:anywhere}
code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
pre{background:var(--code);border-radius:.4rem;padding:.6rem .8rem;overflow:auto;max-height:24rem;white-space:pre-wrap;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:.25rem}
main:focus{outline:none}
.skip{position:absolute;left:-99rem;top:0;background:var(--card);padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.shapes{position:absolute}
.shape{width:1em;height:1em;fill:currentColor;flex:none}
.badge,.mark{display:inline-flex;align-items:center;gap:.35em;white-space:nowrap}
.badge{font-size:.8rem;font-weight:650;line-height:1.4;padding:.1rem .55rem .1rem .4rem;border-radius:1rem}
.badge.proven{color:var(--proven);background:var(--proven-tint)}
.badge.refuted{color:var(--refuted);background:var(--refuted-tint)}
.badge.unproven{color:var(--unproven);background:var(--unproven-tint)}
.mark.proven{color:var(--proven)}.mark.refuted{color:var(--refuted)}.mark.unproven{color:var(--unproven)}.mark.skipped{color:var(--soft)}
.bar{display:flex;gap:2px;height:.375rem;border-radius:.2rem;overflow:hidden;max-width:100%}
.bar i{min-width:.25rem;flex:1 1 0}
.bar .proven{background:var(--proven)}.bar .refuted{background:var(--refuted)}.bar .unproven{background:var(--unproven)}
.inner,.columns,footer{max-width:80rem;margin:0 auto;padding:0 1.25rem}
header.page{background:var(--card);border-bottom:1px solid var(--line);border-top:.375rem solid var(--unproven);padding:1.5rem 0 1.25rem}
header.page.proven{border-top-color:var(--proven)}header.page.refuted{border-top-color:var(--refuted)}
.brand{color:var(--soft);font-size:.8rem;font-weight:600;letter-spacing:.06em;text-transform:uppercase}
h1{font-size:clamp(1.5rem,1.1rem + 2vw,2.25rem);line-height:1.2;letter-spacing:-.015em;margin:.5rem 0 .25rem;display:flex;flex-direction:column;align-items:flex-start;gap:.5rem}
h1 .badge{font-size:.9rem;letter-spacing:0;padding:.2rem .75rem .2rem .5rem}
.counts{color:var(--soft);font-size:1.05rem}
header.page .bar{margin:1rem 0;height:.5rem}
.run{display:flex;flex-wrap:wrap;gap:.6rem 2rem;font-size:.875rem}
.run dt{color:var(--soft);font-size:.75rem}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem;padding-top:1.25rem;padding-bottom:2rem}
.contents{font-size:.9rem}
.contents ol{list-style:none;padding:.4rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem;box-shadow:var(--shadow)}
.contents a{display:flex;gap:.6rem;align-items:baseline;padding:.35rem .5rem;border-radius:.4rem;color:inherit;text-decoration:none}
.contents a:hover{background:var(--code)}.contents a:hover .name{text-decoration:underline}
.contents .badge{font-size:.72rem;min-width:6.4rem;align-items:center;align-self:flex-start;margin-top:.15rem}
main{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr);align-content:start}
.story,.problems{background:var(--card);border:1px solid var(--line);border-radius:.75rem;box-shadow:var(--shadow);padding:1.25rem}
.story>header{display:grid;gap:.5rem;margin-bottom:1rem}
.title{display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:center}
h2{font-size:1.3rem;line-height:1.3;letter-spacing:-.01em}
.intent span{display:inline}.intent b{font-weight:600;color:var(--soft)}
.description{color:var(--soft);white-space:pre-line}
.facts{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;color:var(--soft);font-size:.85rem}
.rule{margin-top:1.25rem}
.rule>h3 .tags{display:inline-flex;margin:0 0 0 .4rem;vertical-align:middle}
.rule>h3{font-size:1rem;line-height:1.4;margin-bottom:.5rem}
.kind{color:var(--soft);font-weight:500}
.scenario{border:1px solid var(--line);border-radius:.55rem;margin-top:.5rem;background:var(--card)}
.scenario.is-refuted{border-color:var(--refuted)}
summary{cursor:pointer}
.scenario>summary,.row>summary{display:grid;grid-template-columns:.8rem auto minmax(0,1fr) auto;gap:.25rem .6rem;align-items:baseline;padding:.55rem .8rem;list-style:none}
.scenario>summary::-webkit-details-marker,.row>summary::-webkit-details-marker{display:none}
.scenario>summary::before,.row>summary::before{content:"";align-self:start;margin-top:.5rem;width:.45rem;height:.45rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(-45deg)}
.scenario[open]>summary::before,.row[open]>summary::before{transform:rotate(45deg)}
.scenario>summary:hover,.row>summary:hover{background:var(--code);border-radius:.5rem}
.scenario>summary .badge,.row>summary .badge{min-width:6.4rem}
.scenario h3,.scenario h4{font-size:1rem;font-weight:550;line-height:1.4}
.notes{display:flex;flex-wrap:wrap;gap:.1rem .75rem;justify-content:flex-end;color:var(--soft);font-size:.8rem;font-variant-numeric:tabular-nums}
.tags{display:flex;flex-wrap:wrap;gap:.25rem .35rem;margin-top:.15rem}
.tag{color:var(--soft);background:var(--code);border-radius:.3rem;padding:0 .35rem;font-size:.78rem}
.note{color:var(--soft);font-size:.85rem}
.scenario>.body{padding:.25rem .8rem .8rem;border-top:1px solid var(--line)}
.row{border-top:1px solid var(--line)}.row:first-child{border-top:0}
.row>summary{padding:.45rem 0}.row>.body{padding:0 0 .6rem}
.values{display:flex;flex-wrap:wrap;gap:.1rem 1rem;font-size:.9rem}.value{color:var(--soft)}.value b{color:var(--text);font-weight:550}
.place{color:var(--soft);font-size:.85rem;margin-top:.35rem}
.reason{font-weight:550;margin:.25rem 0}
.measures{list-style:none;padding:0;margin:.4rem 0;display:grid;gap:.25rem;font-size:.9rem}
.steps{list-style:none;padding:0;margin:.4rem 0}
.step{display:grid;grid-template-columns:1rem minmax(0,1fr) auto;gap:.2rem .6rem;padding:.22rem 0;align-items:baseline}
.step::before{content:"";width:1rem;height:1rem;align-self:start;margin-top:.28rem;background:currentColor;forced-color-adjust:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.step.proven::before{color:var(--proven);mask:${maskShape("proven")}}
.step.refuted::before{color:var(--refuted);mask:${maskShape("refuted")}}
.step.unproven::before{color:var(--unproven);mask:${maskShape("unproven")}}
.step.skipped::before{color:var(--soft);mask:${maskShape("skipped")}}
.step.unrun::before{width:.35rem;height:.35rem;border-radius:50%;margin:.6rem .325rem 0;color:var(--soft)}
.time .mark{font-weight:600}
.step.skipped,.step.unrun{color:var(--soft)}
.step>div>b{font-weight:600;color:var(--soft)}
.time{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:.1rem .6rem;color:var(--soft);font-size:.8rem;font-variant-numeric:tabular-nums}
.step pre,.scroll{margin-top:.35rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem}td{border:1px solid var(--line);padding:.2rem .6rem;color:var(--text)}
.error{margin:.4rem 0}
.error>pre{background:var(--refuted-tint);border-left:.25rem solid var(--refuted);margin:0}
.stack>summary,.attached>summary,.exchanges summary{color:var(--soft);font-size:.85rem;padding:.25rem 0}
.evidence{display:grid;gap:.35rem;margin-top:.6rem;padding-top:.5rem;border-top:1px dashed var(--line);font-size:.9rem}
.evidence ul,.exchanges{padding-left:1.4rem}
.evidence img{display:block;max-width:100%;max-height:40rem;border:1px solid var(--line);border-radius:.4rem;background:#fff}
.problems{border-color:var(--unproven)}.problems>ul{padding-left:1.2rem;display:grid;gap:.75rem;margin-top:.5rem}
.problems p{white-space:pre-line;display:inline}
.problems pre{margin-top:.35rem}
footer{color:var(--soft);font-size:.85rem;padding-bottom:2rem}
${gatesStyle}
@media (min-width:64rem){.columns{grid-template-columns:19rem minmax(0,1fr)}
.contents{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
@media (max-width:40rem){.inner,.columns,footer{padding-left:.8rem;padding-right:.8rem}
.story,.problems{padding:.9rem}
.scenario>summary,.row>summary{grid-template-columns:.8rem minmax(0,1fr) auto}
.scenario>summary .badge,.row>summary .badge{justify-self:start;min-width:0}
.scenario>summary>div,.row>summary>.values{grid-column:2/-1;grid-row:2}
.step{grid-template-columns:1rem minmax(0,1fr)}.step .time{grid-column:2;justify-content:flex-start}}
@media print{:root{--page:#fff;--shadow:none}body{font-size:10pt}.skip,.contents{display:none}
.columns{display:block}.story{break-inside:auto;margin-bottom:1rem}.scenario,.step{break-inside:avoid}
details::details-content{content-visibility:visible;block-size:auto;display:block}pre{max-height:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
