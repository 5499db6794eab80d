// The replies that the demo's agents insert with `/`.
import type { Language } from '../languages.ts'
import type { TeamName } from '../people.ts'

export interface DemoReply {
  shortcut: string
  team: TeamName | null
  title: Record<Language, string>
  body: Record<Language, string>
}

export const cannedReplies: readonly DemoReply[] = [
  {
    shortcut: 'hello',
    team: null,
    title: { en: 'Greeting', zh: '问候' },
    body: {
      en: 'Hello {{customer.name}}, thank you for writing. My name is {{agent.name}}; let me look into this for you.',
      zh: '{{customer.name}} 您好，感谢您的联系，我是 {{agent.name}}，马上为您查看。',
    },
  },
  {
    shortcut: 'txid',
    team: 'money',
    title: { en: 'Ask for the TxID', zh: '索取 TxID' },
    body: {
      en: 'Could you please send me the transaction id (TxID), the amount and the network? You find the TxID in the history of the wallet or platform that you sent from.',
      zh: '麻烦您提供一下交易哈希（TxID）、数量和所用网络。TxID 可以在转出钱包或平台的提现记录里找到。',
    },
  },
  {
    shortcut: 'memo',
    team: 'money',
    title: { en: 'Deposit without memo', zh: '充值未填写 Memo' },
    body: {
      en: 'Your deposit arrived without the memo that belongs to your account. It is held safely and assigned by hand, usually within one working day. We will tell you here as soon as it is credited.',
      zh: '您的充值缺少账户对应的 Memo，资金已安全挂起，将由人工核对入账，一般一个工作日内完成，入账后会在这里通知您。',
    },
  },
  {
    shortcut: 'review',
    team: 'money',
    title: { en: 'Withdrawal under review', zh: '提现审核中' },
    body: {
      en: 'Your withdrawal is in the security review; the amount stays reserved in your account meanwhile. This takes up to two hours. The TxID appears under Wallet, Withdrawals as soon as it is broadcast.',
      zh: '您的提现正在安全审核中，资金仍冻结在您的账户内，审核最长两个小时。广播后 TxID 会显示在“钱包 - 提现记录”。',
    },
  },
  {
    shortcut: 'irreversible',
    team: 'money',
    title: { en: 'Confirmed transfers can’t be reversed', zh: '链上交易不可撤回' },
    body: {
      en: 'A transfer that is confirmed on the blockchain can’t be reversed by us or anybody else. If the address belongs to another platform, its support can help you with the TxID.',
      zh: '区块链上已确认的交易，我们和任何人都无法撤回。如果收款地址属于其他平台，可以凭 TxID 联系对方客服。',
    },
  },
  {
    shortcut: 'reset2fa',
    team: 'security',
    title: { en: 'Lost second factor', zh: '重置两步验证' },
    body: {
      en: 'Please choose “Lost your second factor?” on the sign-in page. You need your identity document and a face check, never a password. It is reviewed within 24 hours; withdrawals stay paused for 48 hours after the reset.',
      zh: '请在登录页选择“无法使用两步验证？”，需要身份证件和人脸识别，不需要密码。24 小时内审核完成，重置后 48 小时内暂停提现。',
    },
  },
  {
    shortcut: 'neverask',
    team: 'security',
    title: { en: 'What we never ask for', zh: '我们绝不会索取的信息' },
    body: {
      en: 'We never ask for a password, a code, a private key or a recovery phrase, and never ask you to move coins anywhere. Whoever does so is not us, whatever name or logo they use.',
      zh: '我们绝不会索要密码、验证码、私钥或助记词，也绝不会让您把币转到任何地方。有人这样要求，不论用什么名字或标志，都不是我们。',
    },
  },
  {
    shortcut: 'api2015',
    team: 'trading',
    title: { en: 'API error −2015', zh: 'API 错误 -2015' },
    body: {
      en: '−2015 means that the key is unknown, the request comes from an address that is not on the key’s list, or the key lacks the permission. Please check these under Account, API keys. Please don’t post the key or its secret here.',
      zh: '-2015 表示密钥不存在、请求 IP 不在白名单、或缺少权限，请在“账户 - API 管理”里检查。请不要在这里发送密钥或 Secret。',
    },
  },
  {
    shortcut: 'fees',
    team: 'trading',
    title: { en: 'Trading fees', zh: '交易手续费' },
    body: {
      en: 'Spot trading costs 0.08 % as maker and 0.10 % as taker. Deposits are free; withdrawals cost the fixed network fee that is shown before you confirm.',
      zh: '现货挂单 0.08%，吃单 0.10%。充值免费；提现收取固定的网络手续费，确认前会显示。',
    },
  },
  {
    shortcut: 'markprice',
    team: 'trading',
    title: { en: 'Liquidation follows the mark price', zh: '强平依据标记价格' },
    body: {
      en: 'Liquidation follows the mark price, which comes from the index of several markets, and not the last price. You can see the mark price of every minute in the chart’s settings.',
      zh: '强平依据标记价格（由多个市场的指数得出），而不是最新成交价。在图表设置里可以查看每分钟的标记价格。',
    },
  },
  {
    shortcut: 'thanks',
    team: null,
    title: { en: 'Goodbye', zh: '结束语' },
    body: {
      en: 'Thank you for writing, {{customer.name}}. I mark this as solved; a message here opens it again at any time.',
      zh: '感谢您的联系。我先标记为已解决，之后在这里发消息即可重新打开。',
    },
  },
]
