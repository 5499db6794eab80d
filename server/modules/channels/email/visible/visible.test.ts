// What was newly written is told apart in many languages and programs, and nothing that was written is taken for a quote.
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { visibleOfText } from './index.ts'

const attributions = [
  'On Mon, May 6, 2024 at 3:04 PM Desk <help@desk.example> wrote:',
  'On Mon, May 6, 2024 at 3:04 PM The Support Desk of Example <\nhelp@desk.example> wrote:',
  'On 06/05/2024 15:04, Desk wrote:',
  '---- On Mon, 06 May 2024 15:04:00 +0200 Desk <help@desk.example> wrote ----',
  'Am Mo., 6. Mai 2024 um 15:04 Uhr schrieb Desk <help@desk.example>:',
  'Am 06.05.2024 schrieb Ann Weber:',
  'Desk <help@desk.example> schrieb am Mo., 6. Mai\n2024 um 15:04 Uhr:',
  'Le lun. 6 mai 2024 à 15:04, Desk <help@desk.example>\na écrit :',
  'El lun, 6 may 2024 a las 15:04, Desk (<help@desk.example>) escribió:',
  'Em seg., 6 de mai. de 2024 às 15:04, Desk <help@desk.example> escreveu:',
  'Il giorno lun 6 mag 2024 alle ore 15:04 Desk <help@desk.example> ha scritto:',
  'Op ma 6 mei 2024 om 15:04 schreef Desk <help@desk.example>:',
  'pon., 6 maj 2024 o 15:04 Desk <help@desk.example> napisał(a):',
  'пн, 6 мая 2024 г. в 15:04, Desk <help@desk.example>:',
  '6 мая 2024 г., в 15:04, Desk <help@desk.example> написал(а):',
  'пн, 6 трав. 2024 р. о 15:04 Desk <help@desk.example> пише:',
  'Desk <help@desk.example>, 6 May 2024 Pzt, 15:04 tarihinde şunu yazdı:',
  'Vào Th 2, 6 thg 5, 2024 vào lúc 15:04 Desk <help@desk.example> đã viết:',
  '2024年5月6日(月) 15:04 Desk <help@desk.example>:',
  '2024/05/06 15:04、Desk <help@desk.example>のメール:',
  'Deskさんは書きました (2024/05/06 15:04):',
  '2024년 5월 6일 (월) 오후 3:04, Desk <help@desk.example>님이 작성:',
  'Desk <help@desk.example> 于2024年5月6日周一 15:04写道：',
  '在 2024年5月6日，下午3:04，Desk <help@desk.example> 写道：',
  'Desk <help@desk.example> 於 2024年5月6日 週一 下午3:04寫道：',
  'mån 6 maj 2024 kl. 15:04 skrev Desk <help@desk.example>:',
  'ma 6. toukok. 2024 klo 15.04 Desk (help@desk.example) kirjoitti:',
  'Dne 6.5.2024 v 15:04 Desk napsal(a):',
  'בתאריך יום ב׳, 6 במאי 2024 ב-15:04 מאת Desk <help@desk.example>:',
  'Quoting Desk <help@desk.example>:',
  'Desk wrote:',
]

suite('an attribution hides itself and the quote', () => {
  for (const line of attributions) {
    test(line, () => {
      const above = visibleOfText(`It works now.\n\n${line}\n\n> Does it work?\n> Ann\n`)
      assert.deepEqual(above, {
        text: 'It works now.',
        quoted: `${line}\n\n> Does it work?\n> Ann`,
        signature: '',
      })
      const below = visibleOfText(`${line}\r\n> Does it work?\r\n\r\nIt works now.`)
      assert.equal(below.text, 'It works now.')
    })
  }

  test('also where the mail below bears no marks', () => {
    const { text, quoted } = visibleOfText(`Yes.\n\n${attributions[0]}\n\nDoes it work?\n\nAnn`)
    assert.deepEqual([text, quoted], ['Yes.', `${attributions[0]}\n\nDoes it work?\n\nAnn`])
  })

  test('also on the line of the answer', () => {
    const { text, quoted } = visibleOfText('Yes. --- On Mon, May 6, 2024, Ann wrote:\n> Well?')
    assert.deepEqual([text, quoted], ['Yes.', '--- On Mon, May 6, 2024, Ann wrote:\n> Well?'])
  })
})

const headers: Record<string, string> = {
  English: 'From: Desk\nSent: Monday\nTo: Ann\nSubject: Re: 5',
  bold: '*From:* Desk <help@desk.example>\n*Date:* Monday\n*To:* Ann\n*Subject:* Re: 5',
  wrapped: 'From: The Desk\n<help@desk.example>\nSent: Monday\nTo: Ann\nSubject: a long\n one',
  German: 'Von: Desk\nGesendet: Montag\nAn: Ann\nBetreff: AW: 5',
  French: 'De : Desk\nEnvoyé : lundi\nÀ : Ann\nObjet : RE: 5',
  Spanish: 'De: Desk\nEnviado el: lunes\nPara: Ann\nAsunto: RE: 5',
  Russian: 'От: Desk\nОтправлено: 6 мая\nКому: Ann\nТема: Re: 5',
  Chinese: '发件人： Desk\n发送时间： 2024年5月6日\n收件人： Ann\n主题： 回复: 5',
  'traditional Chinese': '寄件者: Desk\n寄件日期: 2024\n收件者: Ann\n主旨: 5',
  Japanese: '差出人: Desk\n送信日時: 2024\n宛先: Ann\n件名: 5',
  Korean: '보낸 사람: Desk\n보낸 날짜: 2024\n받는 사람: Ann\n제목: 5',
  Turkish: 'Kimden: Desk\nGönderildi: 6\nKime: Ann\nKonu: 5',
}

suite('header lines hide themselves and the mail below', () => {
  for (const [name, lines] of Object.entries(headers)) {
    test(name, () => {
      for (const rule of [
        '',
        '________________________________\n',
        ' ---------------\n\n',
        '-----Original Message-----\n',
      ]) {
        const { text, quoted } = visibleOfText(`It works.\n\n${rule}${lines}\n\nDoes it work?`)
        assert.equal(text, 'It works.')
        assert.ok(quoted.endsWith('Does it work?'))
      }
      assert.equal(
        visibleOfText(`-----Original Message-----\n${lines}\n\nDoes it work?`).text,
        'Does it work?',
      )
    })
  }
})

const markers = [
  '-----Original Message-----',
  '*-------- Original Message --------*',
  '-----Ursprüngliche Nachricht-----',
  "-------- Message d'origine --------",
  '-----Mensaje original-----',
  '-------- Исходное сообщение --------',
  '------------------ 原始邮件 ------------------',
  '-----元のメッセージ-----',
  '---------- Forwarded message ---------',
  'Begin forwarded message:',
  'Anfang der weitergeleiteten Nachricht:',
  '---------- 转发的邮件 ----------',
  '##- Please type your reply above this line -##',
]

suite('a marker hides what is below', () => {
  for (const marker of markers) {
    test(marker, () =>
      assert.equal(visibleOfText(`It works.\n\n${marker}\n\nDoes it work?`).text, 'It works.'),
    )
  }
})

suite('a signature is apart', () => {
  const signatures = [
    '-- \nAnn Smith\n\nExample Ltd, Some Street 5',
    '---\nAnn',
    '_______________\nAnn Smith\n+1 555 0100',
    '-Ann',
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Отправлено с iPhone',
    '发自我的 iPhone',
    'iPhoneから送信',
    'Get [Outlook for Android](https://aka.ms/x)',
    'Sent from my HTC\n\n-- \nAnn',
  ]
  for (const signature of signatures) {
    test(signature, () => {
      const visible = visibleOfText(`It works.\n\n${signature}\n\nOn 06/05/2024 15:04, Desk wrote:\n> Well?`)
      assert.deepEqual([visible.text, visible.signature], ['It works.', signature])
    })
  }
})

suite('all that was written stays', () => {
  const whole = [
    'On Monday I wrote a mail:\nnobody answered me.\nWhy?',
    'On 5 May 2024 I sent 3 BTC, and your colleague wrote me:\nwait three days\nNothing came.',
    'Am 5. Mai 2024 schrieb ich euch folgendes:\nBitte helft mir.',
    "Le 6 mai 2024 à 15:04 j'ai fait un dépôt :\n3 BTC",
    'El 5/5/2024 a las 10:00 hice un depósito:\n3 BTC',
    '6 мая 2024 в 15:04 я отправил:\n3 BTC',
    '在 2024年5月6日 我充值了 3 BTC：\n没有到账。',
    '2024年5月6日 15:04 に入金しました：\n3 BTC',
    '5 May 2024 10:00 I got this from support@desk.example:\nis it real?',
    'I sent it.\nFrom: 0xabc\nTo: 0xdef\nDate: 2024-05-06\nAmount: 5\nPlease help',
    'Hello\n\nSent from my wallet to your address on Monday',
    'The original message was lost, please resend it.',
    'Coins\n--------\nBTC 5\nETH 6\n\nAll of them are missing.',
    'Because of\n-- the first point\n-- the second point',
    'the balance is\n> 10 as you see\nand not less',
    'Best regards\n\nAnn Smith',
    '—Ann',
  ]
  for (const body of whole) {
    test(body, () => assert.deepEqual(visibleOfText(body), { text: body, quoted: '', signature: '' }))
  }

  test('where everything is quoted or a signature', () => {
    for (const body of [
      '> all of it\n> is quoted',
      '-- \nAnn',
      'Sent from my iPhone',
      'On 06/05/2024, Ann wrote:\n> x',
    ]) {
      assert.deepEqual(visibleOfText(body), { text: body, quoted: '', signature: '' })
    }
  })

  test('between quotes, with the quotes it answers', () => {
    const { text, quoted } = visibleOfText(
      'Hi,\n\nOn 06/05/2024 15:04, Desk wrote:\n> Which coin?\nBTC\n> Which network?\nLightning\n> Bye',
    )
    assert.equal(text, 'Hi,\n\n> Which coin?\nBTC\n> Which network?\nLightning')
    assert.equal(quoted, 'On 06/05/2024 15:04, Desk wrote:\n\n> Bye')
  })

  test('after a quote, even where a quoted line was wrapped', () => {
    const long = '> This line is as long as lines may be before they are broken by a program on'
    assert.equal(
      visibleOfText(`On 06/05/2024, Ann wrote:\n${long}\nits way\n> here\n\nIt works.`).text,
      'It works.',
    )
  })

  test('in a mail that is nothing but a forward', () => {
    const mail = 'Look at this\n\nOn 06/05/2024, Ann wrote:\n> Well?'
    const { text } = visibleOfText(`---------- Forwarded message ---------\n${headers.bold}\n\n${mail}`)
    assert.equal(text, mail)
  })
})
