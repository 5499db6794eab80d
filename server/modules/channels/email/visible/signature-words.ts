// What devices and programs add below what somebody wrote, and what tells such a line from a sentence.
import { words } from './words.ts'

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
