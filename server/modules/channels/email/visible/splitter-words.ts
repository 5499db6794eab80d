// What mail programs, and desks, write above an earlier mail.
import { words } from './words.ts'

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
