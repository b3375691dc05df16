import { chromium } from "@playwright/test";
const b = await chromium.launch({executablePath:"/usr/bin/chromium-headless-shell",args:["--no-sandbox","--disable-gpu","--disable-quic"]});
for (const [scheme,w,h] of [["light",1440,1500],["light",820,1200],["light",390,1500],["dark",1440,1500],["dark",390,1500]] as const) {
  const p = await b.newPage({viewport:{width:w,height:h},colorScheme:scheme});
  const errs:string[]=[]; p.on("console",m=>errs.push(m.text())); p.on("dialog",d=>errs.push("DIALOG "+d.message()));
  await p.goto("file://"+process.argv[2]);
  const over = await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth);
  const total = await p.evaluate(()=>document.documentElement.scrollHeight);
  for (let i=0;i<2;i++){ await p.screenshot({path:`/tmp/shot-${scheme}-${w}-${i}.png`,fullPage:true,clip:{x:0,y:i*h,width:w,height:Math.min(h,Math.max(1,total-i*h))}}).catch(()=>{});} console.log(scheme,w,over,total,errs);
  await p.close();
}
await b.close();
