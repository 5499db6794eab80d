// What the demo's help centre has beside the starter articles: a fee table, and what is announced.
import type { SaveFee } from '../../contract/knowledge.ts'
import type { Language } from '../languages.ts'

/** Asset, network, deposit, withdrawal, least deposit, least withdrawal; a dash where it isn't possible. */
const lines = `
BTC   Bitcoin          0 0.00012  0.0001   0.001
BTC   Lightning        0 0.000001 0.00001  0.0001
ETH   Ethereum_(ERC20) 0 0.0016   0.002    0.01
ETH   Arbitrum_One     0 0.0002   0.001    0.002
USDT  Ethereum_(ERC20) 0 4.2      5        20
USDT  Tron_(TRC20)     0 1.5      1        5
USDT  BNB_Chain_(BEP20) 0 0.3     1        5
USDT  Solana           0 0.8      1        5
USDC  Ethereum_(ERC20) 0 4.2      5        20
USDC  Arbitrum_One     0 0.35     1        5
SOL   Solana           0 0.008    0.01     0.1
XRP   XRP_Ledger       0 0.2      1        22
TRX   Tron_(TRC20)     0 1        10       20
DOGE  Dogecoin         0 4        20       40
EUR   SEPA             0 0.9      10       10
`

const amount = (text: string) => (text === '-' ? null : text)

export const fees: readonly SaveFee[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [asset, network, deposit, withdrawal, leastDeposit, leastWithdrawal] = line.split(/\s+/) as string[]
    return {
      asset: asset!,
      network: network!.replaceAll('_', ' '),
      deposit: amount(deposit!),
      withdrawal: amount(withdrawal!),
      leastDeposit: amount(leastDeposit!),
      leastWithdrawal: amount(leastWithdrawal!),
      note: {},
    }
  })

export interface DemoAnnouncement {
  slug: string
  topic: string
  type: 'maintenance' | 'listing' | 'feature' | 'event' | 'market'
  /** Hours from the demo's first start. */
  from: number
  until: number | null
  pinned: boolean
  texts: Record<Language, { title: string; summary: string; body: string }>
}

export const announcements: readonly DemoAnnouncement[] = [
  {
    slug: 'tron-maintenance',
    topic: 'status',
    type: 'maintenance',
    from: 20,
    until: 22,
    pinned: true,
    texts: {
      en: {
        title: 'Tron deposits and withdrawals pause for two hours',
        summary:
          'We upgrade our Tron node. Trading goes on; what you deposit meanwhile is credited afterwards.',
        body: `## What pauses

- Deposits and withdrawals of all coins on Tron (TRC20).
- Nothing else: trading, other networks and signing in work as usual.

## What you can do

- Use another network for urgent withdrawals; the [fee table](withdrawal-fees) shows what each costs.
- Deposits that you send meanwhile are credited when the node is back. You need not write to us.`,
      },
      zh: {
        title: 'Tron 网络充提暂停两小时',
        summary: '我们将升级 Tron 节点。交易照常进行，期间的充值会在恢复后入账。',
        body: `## 暂停的服务

- Tron（TRC20）网络上所有币种的充值与提现。
- 其他一切照常：交易、其他网络与登录均不受影响。

## 您可以怎么做

- 急需提现时请改用其他网络，费用见[提现手续费](withdrawal-fees)。
- 期间转入的充值会在节点恢复后自动入账，无需联系我们。`,
      },
    },
  },
  {
    slug: 'passkeys-are-here',
    topic: 'sign-in',
    type: 'feature',
    from: -60,
    until: null,
    pinned: false,
    texts: {
      en: {
        title: 'Sign in with a passkey',
        summary: 'Passkeys are here: no password to type, and nothing that a phishing page could steal.',
        body: `## How to set it up

1. Open **Account**, then **Security**.
2. Choose **Passkeys** and **Add**.
3. Confirm with your fingerprint, your face or the code of your device.
4. Add a second passkey on another device, so that a lost phone locks nobody out.
5. Keep your authenticator app as a second way in.`,
      },
      zh: {
        title: '支持通行密钥登录',
        summary: '通行密钥已上线：无需输入密码，钓鱼网站也无从窃取。',
        body: `## 如何设置

1. 打开**账户**，进入**安全**。
2. 选择**通行密钥**，点击**添加**。
3. 用指纹、面容或设备密码确认。
4. 在另一台设备上再添加一个，手机丢失时也能登录。
5. 保留身份验证器作为备用方式。`,
      },
    },
  },
  {
    slug: 'weekly-market-note',
    topic: 'spot',
    type: 'market',
    from: -20,
    until: 100,
    pinned: false,
    texts: {
      en: {
        title: 'This week: high volatility ahead of the rate decision',
        summary:
          'Expect wider spreads and faster funding changes. How to check your margin before it counts.',
        body: `- Spreads may widen for minutes around the announcement.
- Funding rates can change sign; see [what funding costs](funding-rate).
- Check your [margin level](margin-call) before, not during, the move.
- Limit orders fill at your price or not at all; market orders fill at what is there.
- Support is fully staffed through the night.`,
      },
      zh: {
        title: '本周提示：利率决议前波动加大',
        summary: '点差可能扩大，资金费率变化加快。请提前检查保证金。',
        body: `- 公布前后数分钟内点差可能扩大。
- 资金费率可能变号，见[资金费率](funding-rate)。
- 请在行情之前而不是之中检查[保证金率](margin-call)。
- 限价单按您的价格成交或不成交，市价单按现有深度成交。
- 客服整夜满员值守。`,
      },
    },
  },
]
