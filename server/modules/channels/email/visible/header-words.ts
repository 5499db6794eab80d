// The names of the header lines that mail programs put above a quoted mail.
import { words } from './words.ts'

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
