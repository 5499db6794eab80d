// The words of a line above a quote: how it begins, what stands in its middle, and what ends it.
import { words } from './words.ts'

/** How a line above a quote begins when no date or name comes first. Case counts. */
export const openings = words(`
en On | At
de Am
fr Le
es El
pt Em
it Il | In data | Il giorno
nl Op
pl Dnia | W dniu | Dnia
ru В
uk У
cs Dne
sk Dňa
sv Den
da Den
no Den | På
ro Pe | În
ca El
hu Ekkor
el Στις | Την
bg На
sr Dana | Дана
hr Dana
sl Dne
vi Vào | Vào lúc
id Pada
th ในวันที่ | เมื่อ
zh 在 | 於 | 于
ar في
fa در
he בתאריך
hi को
`)

/** What ends a line above a quote. Lower case. */
export const closings = words(`
en wrote | writes
de schrieb | hat geschrieben | schrieb folgendes | geschrieben | schreibt
fr a écrit | a ecrit | écrit
es escribió | escribio | ha escrito
pt escreveu
it ha scritto | scrive
nl schreef | geschreven | schreef het volgende
pl napisał | napisał(a) | napisała | pisze
ru написал | написал(а) | написала | пишет
uk написав | написав(ла) | написала | пише
cs napsal | napsal(a) | napsala
sk napísal | napísal(a) | napísala
sv skrev
fi kirjoitti
et kirjutas
lt rašė | parašė
lv rakstīja
ro a scris
ca va escriure | ha escrit
hu írta | ezt írta
el έγραψε
bg написа
hr napisao je | je napisao | je napisao/la | napisao/la je | napisala
sr је написао | је написао/ла | написао
sl je napisal | je napisal/a | je oseba
tr yazdı | şunu yazdı | şunları yazdı
vi đã viết
id menulis
th เขียนว่า | เขียน
zh 写道 | 寫道 | 编写 | 来信
ja 書きました | のメール | からのメール | メッセージ
ko 작성 | 썼습니다 | 님이 씀 | 썼음
ar كتب
fa نوشت
he כתב | כתבה | כתב/ה
hi लिखा
`)

/** What stands in the middle of such a line, before the name or the date. Lower case. */
export const middles = words(`
de schrieb
nl schreef
sv skrev
da skrev
no skrev
hu ezt írta
zh 于 | 於
`)
