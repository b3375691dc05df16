// How gates and their charts look. Charts stretch; what is written beside them keeps its size.

export const gatesStyle = `
.measures .note,.implied .note{margin:.1rem 0 .2rem;white-space:pre-line}
.numbers{font-variant-numeric:tabular-nums}
.measurement{border:1px solid var(--line);border-radius:.55rem;margin:.4rem 0;font-size:.9rem}
.measurement>summary{padding:.4rem .7rem;color:var(--soft)}
.measurement[open]>summary{border-bottom:1px solid var(--line)}
.measurement>:not(summary){margin:.6rem .7rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 1.5rem}
.charts:empty{display:none}
.chart{margin:0;min-width:0}
.chart-title,.times caption{font-weight:600;text-align:start}
.plot{--top:calc(.2rem + 1.1rem*var(--rows));position:relative;height:calc(11.5rem + var(--top));padding:var(--top) 0 1.3rem 3.6rem}
.plot svg{display:block;width:100%;height:100%;overflow:visible;border:solid var(--line);border-width:0 0 1px 1px}
.plot path{fill:none;stroke:currentColor;vector-effect:non-scaling-stroke}
.plot .bars{fill:var(--link);stroke:none}
.plot .warm-up{fill:var(--code)}
.plot .range{stroke:var(--link);stroke-width:1.5;opacity:.65}
.plot .half{stroke:var(--link);stroke-width:5;stroke-linecap:round}
.plot .bound{stroke:var(--refuted);stroke-width:1.5;stroke-dasharray:5 4}
.labels{position:absolute;inset:var(--top) 0 1.3rem 3.6rem;font-size:.75rem;line-height:1rem;color:var(--soft);font-variant-numeric:tabular-nums}
.labels span{position:absolute;white-space:nowrap}
.labels .x{top:calc(100% + .2rem);transform:translateX(-50%)}.labels .x.at-end{transform:translateX(-70%)}
.labels .y{right:calc(100% + .4rem);transform:translateY(50%)}
.labels .sign{bottom:calc(100% - .1rem);transform:translateX(-50%);color:var(--refuted);font-weight:700}
.labels .bound-x,.labels .bound-y{color:var(--refuted);font-weight:600;text-shadow:0 0 2px var(--card),0 0 3px var(--card),0 0 4px var(--card),0 0 5px var(--card)}
.labels .bound-x{bottom:calc(100% + 1.1rem*var(--row));transform:translateX(-50%)}
.labels .bound-x.at-end{transform:translateX(-90%)}.labels .bound-x.at-start{transform:none}
.labels .bound-y{right:calc(7.5rem*var(--row))}
.chart figcaption{color:var(--soft);font-size:.82rem}
.failures ul{list-style:none;padding:0}.failures .way-out{font-weight:550}
.times{font-variant-numeric:tabular-nums}.times caption{margin-bottom:.25rem}
.times th{font-weight:400;text-align:start;border:1px solid var(--line);padding:.2rem .6rem;overflow-wrap:anywhere;min-width:8rem}
.times thead th{color:var(--soft);min-width:0;white-space:nowrap}
.times td{text-align:end;white-space:nowrap}
@media (max-width:40rem){.plot{padding-left:3rem}.labels{left:3rem}.times{font-size:.8rem}.times th,.times td{padding:.2rem .35rem;min-width:0}.times tbody th{min-width:8rem}}
@media (forced-colors:active){.plot path,.plot .bars{forced-color-adjust:none}}
`;
