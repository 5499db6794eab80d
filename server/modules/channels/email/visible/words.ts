// The words by which mail programs announce quotes and signatures; a language is added by adding its line to each list.

/** One language a line, its code first, then its words between bars; all languages are read alike. */
const words = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .flatMap(line =>
      line
        .trim()
        .replace(/^\S+\s+/, '')
        .split('|'),
    )
    .map(word => word.trim().normalize('NFC'))

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

/** The names of header lines, as Outlook and others put them above a quote. Lower case. */
export const headers = {
  from: words(`
en from
de von
fr de | expéditeur
es de | remitente
pt de | remetente
it da | mittente
nl van | afzender
pl od | nadawca
ru от | от кого
uk від | від кого
cs od | odesílatel
sv från | avsändare
da fra | afsender
fi lähettäjä
et saatja | kellelt
lt nuo
lv no
ro de la
hu feladó
el από
bg от
hr šalje
sr od | од | пошиљалац
tr kimden | gönderen
vi từ | người gửi
id dari
th จาก
zh 发件人 | 寄件者 | 寄件人 | 發件人 | 发信人
ja 差出人 | 送信者 | from
ko 보낸 사람 | 보낸사람 | 발신자 | 발신
ar من
fa از
he מאת
hi प्रेषक
`),
  sent: words(`
en sent | sent on
de gesendet | gesendet am
fr envoyé | envoyé le
es enviado | enviado el
pt enviada em | enviado em | enviado | enviada
it inviato
nl verzonden
pl wysłano
ru отправлено
uk надіслано
cs odesláno
sk odoslané
sv skickat
da sendt
fi lähetetty
et saadetud
ro trimis
hu elküldve
el στάλθηκε
bg изпратено
hr poslano
sr послато
tr gönderildi | gönderilme tarihi | gönderme tarihi
vi đã gửi
id dikirim | terkirim
th ส่ง
zh 发送时间 | 发送日期 | 寄件日期 | 傳送時間 | 已傳送
ja 送信日時 | 送信日
ko 보낸 날짜 | 보낸날짜 | 보낸 시간 | 전송
ar تم الإرسال
he נשלח
`),
  date: words(`
en date
de datum
fr date
es fecha
pt data
it data
nl datum
pl data
ru дата
uk дата
cs datum
sk dátum
sv datum
da dato
fi päivämäärä | päiväys
hu dátum
ro data
el ημερομηνία
tr tarih
vi ngày
id tanggal
th วันที่
zh 日期 | 时间 | 時間
ja 日付 | 日時
ko 날짜
ar التاريخ
he תאריך
`),
  to: words(`
en to
de an
fr à | a
es para
pt para
it a
nl aan
pl do
ru кому
uk кому
cs komu
sv till
da til
fi vastaanottaja
et adressaat | saaja
ro către
hu címzett
el προς
bg до
hr prima
sr за | za
tr kime | kime?
vi đến | tới
id kepada | untuk
th ถึง
zh 收件人 | 收件者 | 收信人
ja 宛先
ko 받는 사람 | 받는사람 | 수신자 | 수신
ar إلى
he אל
`),
  copy: words(`
en cc | bcc | reply-to | importance | attachments | organization | x-mailer
de kopie | antwort an | wichtigkeit | anlagen
fr cc | copie à | répondre à
es cc | responder a
pt cc
it cc
nl cc
pl dw
ru копия
uk копія
cs kopie
sv kopia
fi kopio
tr bilgi
zh 抄送 | 副本 | 密送 | 回复
ja cc
ko 참조
`),
  subject: words(`
en subject
de betreff
fr objet | sujet
es asunto
pt assunto
it oggetto
nl onderwerp
pl temat
ru тема
uk тема
cs předmět
sk predmet
sv ämne
da emne
fi aihe
et teema
lt tema
lv temats
ro subiect
hu tárgy
el θέμα
bg относно
hr predmet
sr naslov | наслов
tr konu
vi chủ đề | tiêu đề
id subjek | perihal
th เรื่อง
zh 主题 | 主旨 | 主題 | 标题
ja 件名
ko 제목
ar الموضوع
he נושא
hi विषय
`),
}

/** Between dashes, above a quoted mail. Lower case. */
export const originals = words(`
en original message | original | replied message | original email | reply message | previous message | original appointment
de ursprüngliche nachricht | originalnachricht | original nachricht | urspruengliche nachricht
fr message d'origine | message original | message d’origine | message initial
es mensaje original
pt mensagem original
it messaggio originale
nl oorspronkelijk bericht | origineel bericht
pl oryginalna wiadomość | wiadomość oryginalna
ru исходное сообщение | оригинальное сообщение | первоначальное сообщение
uk оригінальне повідомлення | вихідне повідомлення
cs původní zpráva | původní e-mail
sk pôvodná správa
sv ursprungligt meddelande | originalmeddelande
da oprindelig meddelelse | oprindelig besked
no opprinnelig melding
fi alkuperäinen viesti
et algne kiri | algsõnum
ro mesaj original | mesajul original
ca missatge original
hu eredeti üzenet
el αρχικό μήνυμα
bg оригинално съобщение
hr izvorna poruka | originalna poruka
sr оригинална порука
sl izvirno sporočilo
tr orijinal mesaj | özgün mesaj | özgün ileti | orijinal ileti
vi tin nhắn gốc | thư gốc | thư ban đầu
id pesan asli
th ข้อความต้นฉบับ | ข้อความเดิม
zh 原始邮件 | 邮件原件 | 原邮件 | 原始郵件 | 原始信件 | 回复的原邮件 | 原件 | 回复的邮件 | 原始訊息
ja 元のメッセージ | 元のメール | オリジナルメッセージ | original message
ko 원본 메시지 | 원본 메일 | 원본메일 | 원래 메시지
ar الرسالة الأصلية
he הודעה מקורית
`)

/** The same above a mail that is passed on. Lower case. */
export const forwards = words(`
en forwarded message | begin forwarded message | forwarded by | forwarded from | forwarded mail | forwarded email | start of forwarded message | forwarded message from
de weitergeleitete nachricht | anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail | weitergeleitet von | weitergeleitete mail
fr message transféré | début du message transféré | début du message réexpédié | message transmis | message forwardé
es mensaje reenviado | inicio del mensaje reenviado | comienzo del mensaje reenviado
pt mensagem encaminhada | início da mensagem encaminhada | início da mensagem reencaminhada | mensagem reencaminhada
it messaggio inoltrato | inizio messaggio inoltrato | inizio del messaggio inoltrato | messaggio reindirizzato
nl doorgestuurd bericht | begin doorgestuurd bericht | doorgestuurd door
pl przekazana wiadomość | początek przekazywanej wiadomości | wiadomość przekazana dalej | treść przekazanej wiadomości
ru пересылаемое сообщение | пересланное сообщение | начало переадресованного сообщения | начало пересылаемого сообщения | перенаправленное сообщение
uk переслане повідомлення | початок листа, що пересилається | переадресоване повідомлення
cs přeposlaná zpráva | začátek přeposílané zprávy | přeposlaná zpráva
sk preposlaná správa
sv vidarebefordrat meddelande | vidarebefordrat brev | börja vidarebefordrat meddelande
da videresendt meddelelse | videresendt besked | start på videresendt besked
no videresendt melding | forrige melding videresendt
fi välitetty viesti | edelleenlähetetty viesti | välitetty viesti alkaa
et edastatud kiri
ro mesaj redirecționat | mesaj transmis | mesaj redirectat
ca missatge reenviat
hu továbbított üzenet | továbbított levél
el προωθημένο μήνυμα
bg препратено съобщение
hr proslijeđena poruka
sr прослеђена порука
sl posredovano sporočilo
tr yönlendirilmiş mesaj | iletilen mesaj | iletilmiş ileti | yönlendirilen ileti
vi thư được chuyển tiếp | tin nhắn được chuyển tiếp | bắt đầu thư được chuyển tiếp
id pesan terusan | pesan diteruskan
th ข้อความที่ส่งต่อ
zh 转发的邮件 | 转发邮件 | 转发的邮件信息 | 轉寄郵件 | 轉寄的郵件 | 已轉寄的訊息 | 开始转发的邮件 | 开始转发邮件 | 转发邮件信息 | 已转发邮件 | 轉寄信件
ja 転送されたメッセージ | 転送メッセージ | 転送されたメール | 転送メール
ko 전달된 메시지 | 전달된 메일 | 전달된 이메일
ar رسالة معاد توجيهها | رسالة محولة
he הודעה שהועברה
`)

/** What a desk puts above the text it sends, so that it can tell the answer from it. Lower case. */
export const replyAbove = words(`
en reply above this line | type your reply above this line | please reply above this line | please type your reply above this line | write your reply above this line | reply above the line | reply to this email above this line | do not write below this line
de antworten sie oberhalb dieser zeile | bitte antworten sie oberhalb dieser zeile | bitte oberhalb dieser zeile antworten | antwort oberhalb dieser zeile | bitte geben sie ihre antwort über dieser zeile ein
fr répondez au-dessus de cette ligne | répondre au-dessus de cette ligne | veuillez répondre au-dessus de cette ligne | merci de répondre au-dessus de cette ligne
es responda por encima de esta línea | responder por encima de esta línea | escriba su respuesta encima de esta línea | por favor, escriba su respuesta por encima de esta línea
pt responda acima desta linha | responder acima desta linha | por favor, responda acima desta linha
it rispondi sopra questa riga | rispondere sopra questa riga | si prega di rispondere sopra questa riga
nl antwoord boven deze regel | typ uw antwoord boven deze regel
pl odpowiedz powyżej tej linii | proszę odpowiedzieć powyżej tej linii
ru ответьте выше этой линии | ответ выше этой линии | пожалуйста, ответьте выше этой строки | введите ответ над этой строкой
uk відповідайте вище цього рядка
cs odpovězte nad tímto řádkem | odpověď pište nad tento řádek
sv svara ovanför denna rad
da svar over denne linje
tr lütfen yanıtınızı bu satırın üzerine yazın | bu satırın üstüne yanıt yazın
vi vui lòng trả lời phía trên dòng này
zh 请在此行上方回复 | 请在此线上方回复 | 请在此行以上回复 | 請在此行上方回覆 | 請在此線上方回覆
ja この行より上に返信してください | この行より上に返信を入力してください | この線より上に返信してください
ko 이 줄 위에 회신해 주세요 | 이 줄 위에 답장을 입력하세요
`)

/** Lines that a device or a program adds; `*` stands for anything. Lower case, without brackets and the last full stop. */
export const deviceLines = words(`
en sent from * | sent via * | sent with * | sent by galaxy* | sent using * | from my iphone* | from my mobile* | * from mobile | get outlook for * | download outlook for * | yahoo mail: * | ᐧ | this message was sent from my *
de von meinem * gesendet | gesendet von * | gesendet mit * | von * gesendet | diese nachricht wurde von meinem * gesendet | holen sie sich outlook für * | outlook für * herunterladen | outlook für * beziehen
fr envoyé depuis * | envoyé de mon * | envoyé à partir de * | envoyé par * | obtenir outlook pour * | obtenez outlook pour * | télécharger outlook pour *
es enviado desde * | enviado con * | obtener outlook para * | obtén outlook para * | descargar outlook para *
pt enviado do meu * | enviado de * | enviado a partir do * | enviado pelo * | enviado via * | obter o outlook para * | obtenha o outlook para * | baixar o outlook para *
it inviato da * | inviato dal mio * | inviato con * | scarica outlook per * | ottieni outlook per *
nl verzonden met * | verzonden vanaf * | verzonden vanuit * | verstuurd vanaf * | verzonden via * | outlook voor * downloaden | download outlook voor *
pl wysłane z * | wysłano z * | pobierz outlook dla * | pobierz program outlook dla * | uzyskaj outlook dla *
ru отправлено с * | отправлено из * | послано с * | отправлено через * | получить outlook для * | скачать outlook для *
uk надіслано з * | відправлено з * | отримати outlook для * | завантажити outlook для *
cs odesláno z * | odesláno ze * | posláno z * | stáhnout outlook pro * | získat outlook pro *
sk odoslané z * | získať outlook pre *
sv skickat från * | skickades från * | hämta outlook för * | skaffa outlook för *
da sendt fra * | hent outlook til * | få outlook til *
no sendt fra * | skaff deg outlook for * | last ned outlook for *
fi lähetetty * | hanki outlook *
et saadetud minu *
lt išsiųsta iš *
ro trimis de pe * | trimis din * | obțineți outlook pentru *
ca enviat des de * | enviat des del *
hu küldve * | * küldve | az outlook beszerzése *
el στάλθηκε από * | λήψη του outlook για *
bg изпратено от *
hr poslano s * | poslano sa * | poslano iz *
sr послато са * | poslato sa *
sl poslano iz *
tr * gönderildi | * için outlook'u edinin
vi được gửi từ * | đã gửi từ * | gửi từ * | tải outlook cho * | nhận outlook cho *
id dikirim dari * | dapatkan outlook untuk *
th ส่งจาก*
zh 发自我的* | 发自*手机 | 来自我的* | 發自我的* | 來自我的* | 從我的*傳送 | 从我的*发送 | 发自* | 寄自我的* | 从*获取 outlook | 获取 outlook for * | 取得 outlook for * | 下载 outlook for * | 下載 outlook for * | 获取*outlook | 从 windows 版邮件发送
ja *から送信 | *から送信されました | *からの送信 | outlook for *を入手
ko *에서 보냄 | *에서 전송됨 | *에서 나의 보냄 | outlook for * 다운로드 | *outlook 다운로드
ar مرسل من * | أرسل من * | تم الإرسال من *
fa ارسال شده از * | فرستاده شده از *
he נשלח מה* | נשלח מ*
`)

/** With one of these a line that reads like a device's was written by hand: "sent from my wallet". Lower case. */
export const notDevices = words(`
en wallet | account | address | exchange | bank | ledger | binance | coinbase | kraken | metamask | trezor | deposit | withdraw
de konto | adresse | börse
fr compte | adresse | portefeuille | banque
es cuenta | dirección | billetera | banco
pt conta | endereço | carteira
it conto | indirizzo | portafoglio | banca
nl rekening | adres | portemonnee
pl konta | adresu | portfela
ru кошел | счет | счёт | адрес | аккаунт | бирж
uk гаманц | рахун | адрес | біржі
tr cüzdan | hesap | hesab | adres | borsa
vi ví | tài khoản | địa chỉ | sàn
id dompet | rekening | akun | alamat
zh 钱包 | 账户 | 账号 | 帐户 | 地址 | 交易所 | 银行 | 錢包 | 帳戶 | 帳號 | 銀行
ja ウォレット | 口座 | アドレス | アカウント | 取引所 | 銀行
ko 지갑 | 계좌 | 주소 | 계정 | 거래소 | 은행
`)

/** With one of these a device's line needs no blank line above it. Lower case. */
export const devices = words(`
en iphone | ipad | ipod | android | samsung | galaxy | huawei | xiaomi | redmi | oppo | vivo | oneplus | pixel | blackberry | nokia | motorola | honor
en outlook | yahoo mail | proton mail | protonmail | gmail | k-9 mail | windows mail | mail for windows | airmail | spark
de smartphone | mobiltelefon | handy
zh 手机 | 手機 | 平板 | 小米 | 华为 | 荣耀
`)
