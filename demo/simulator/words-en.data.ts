// What customers and agents of the demo say in English.
import type { Words } from './cases.ts'

export const words: Words = {
  told: {
    memo_missing: {
      openings: [
        'I sent {amount} {asset} to my deposit address and forgot the {memo}. The transaction is confirmed on chain but my balance is still 0.',
        'My {asset} deposit is missing. I think I left the {memo} field empty, the other wallet never asked for it. Amount {amount} {asset}.',
        'How do I get a deposit back that was sent without a {memo}? {amount} {asset}, TxID {tx}',
        'Wrong {memo} on my {asset} deposit, it was the one from my old exchange. Is the money lost?',
      ],
      turns: [
        'Thank you for writing, and please don’t worry: a deposit without the right {memo} is held, not lost. Could you send me the TxID, the amount, and the address or platform it was sent from?',
        'TxID {tx}, {amount} {asset}, sent from my own wallet about {minutes} minutes ago',
        'I have found it: {amount} {asset} arrived at our shared address without your {memo}. I have asked the deposits team to assign it to UID {uid}. This is checked by hand and usually takes one working day; you will be told here. Next time, please copy the {memo} together with the address.',
      ],
    },
    wrong_network: {
      openings: [
        'I withdrew {amount} {asset} from my wallet over {wrong} but the deposit address here was for {network}. Nothing has arrived. What now?',
        'help, picked the wrong network. sent {asset} via {wrong} instead of {network}. tx {tx}',
        'Does {site} credit {asset} deposits on {wrong}? I sent {amount} {asset} there by mistake and the explorer says success.',
        'My {amount} {asset} went out on {wrong}. The address is the same 0x address as in my wallet page. Can you recover it?',
      ],
      turns: [
        'I understand this is worrying. {wrong} and {network} use the same kind of address, so the {asset} has reached an address that we hold, but deposits on {wrong} are not credited by themselves. Please send me the TxID and I will check whether it can be recovered.',
        'here: {tx}. How long does a recovery take and does it cost something?',
        'Thank you. I can see {amount} {asset} at your address on {wrong}, so it can be recovered. I have opened a recovery request. It takes 5 to 10 working days, and only the network fee of the transfer is deducted. Nobody from our side will ever ask you for a private key or recovery phrase for this.',
      ],
    },
    deposit_confirming: {
      openings: [
        'My {asset} deposit says “confirming” for {minutes} minutes. Is something wrong?',
        '{amount} {asset} sent, the explorer shows it, but I can’t trade with it yet. When?',
        'How many confirmations do you need for {asset}? Mine has 1 so far.',
      ],
      turns: [
        'Thank you for asking. {asset} on {network} is credited after {confirmations} confirmations. Yours is in a block already, so nothing is wrong. May I ask for the TxID, so that I can look at how far it is?',
        '{tx}',
        'Thank you: it lacks only a few confirmations and will be credited automatically, without you doing anything. Blocks come irregularly; when the network is busy this can take up to an hour.',
      ],
    },
    withdrawal_pending: {
      openings: [
        'My withdrawal of {amount} {asset} has been “processing” for {minutes} minutes. No TxID yet. Please check, number {withdrawal}.',
        'Withdrawal {withdrawal} stuck. I need this transfer today.',
        'Why is my {asset} withdrawal pending so long? It never took more than 10 minutes before.',
        'Submitted {amount} {asset} to my hardware wallet {minutes} min ago, still under review. Is the network down or is it my account?',
      ],
      turns: [
        'I am sorry for the wait. I have looked at {withdrawal}: it is in the automatic security review because the address is new on your account. Your {asset} is still safely in your account, reserved for this withdrawal. Did you add this address yourself?',
        'Yes I added it today, it is my own hardware wallet',
        'Thank you for confirming. I have passed this on to the reviewers. Reviews take up to two hours; as soon as the withdrawal is broadcast, the TxID appears under Wallet, Withdrawals, and you can follow it in the explorer. If you change your mind, you can cancel it there until then.',
      ],
    },
    withdrawal_wrong_address: {
      openings: [
        'I pasted the wrong address for a withdrawal of {amount} {asset}. Can you stop {withdrawal}?',
        'PLEASE cancel {withdrawal}!! wrong address!!',
        'Sent {amount} {asset} to an old address I can no longer open. Is there any way to reverse it?',
      ],
      turns: [
        'I am looking at {withdrawal} right now. May I ask: does the status on your page say “processing” or “completed”?',
        'It says completed, with a TxID',
        'Thank you for checking. I have to be honest with you: once a transfer is confirmed on {network}, neither we nor anybody else can reverse it. If the address belongs to another platform, its support can help with this TxID: {tx}. I have added an address whitelist guide to your mailbox, so that a wrong address is refused in future.',
      ],
    },
    withdrawal_limit: {
      openings: [
        'What is my daily withdrawal limit? I want to move {amount} {asset} and get an error.',
        '“Daily limit exceeded”, but I only withdrew once today. How do I raise it?',
        'I need to withdraw more than my limit tomorrow for a house payment. What do I have to send you?',
      ],
      turns: [
        'Happy to explain. Your limit counts the last 24 hours, all assets together by their value in USDT. Your account is at verification level 1, that is 10,000 USDT. Level 2 allows 200,000 USDT. Would you like to know how to get there?',
        'yes please. what documents?',
        'You need a proof of address that is not older than three months, and a short face check in the app, under Account, Verification. It is usually reviewed within a day. Please upload documents only there, never in this chat.',
      ],
    },
    kyc_rejected: {
      openings: [
        'My verification was rejected a second time and the mail only says “document unclear”. What is wrong with it?',
        'Why was my ID refused? It is valid until 2031 and the photo is sharp.',
        'KYC rejected, no reason given. I can’t withdraw because of that.',
      ],
      turns: [
        'I am sorry that the mail was not clearer. The reviewer noted that one corner of the document is cut off and that light is reflected over the date of birth. Could you try again with all four corners visible, without flash, on a dark table?',
        'ok, can I use my passport instead of the ID card?',
        'Yes, a passport works well: only the page with the photo, both lines of letters at the bottom readable. Please upload it under Account, Verification; it is reviewed within 24 hours. Your deposits and trading are not affected meanwhile.',
      ],
    },
    kyc_pending: {
      openings: [
        'How long does identity verification take? I uploaded everything {days} days ago.',
        'Still “in review” after {days} days. Is it stuck?',
        'My level 2 verification does not move. Do you need anything else from me?',
      ],
      turns: [
        'Thank you for your patience. Your documents are complete and you don’t have to send anything again; a second upload would put you at the end of the line. The address document is being checked by hand, as it is in another language.',
        'ok good to know. when will it be done?',
        'I expect it by tomorrow. You will get a mail, and the level changes on your account page by itself. I have left a note for the reviewers that you asked.',
      ],
    },
    email_change: {
      openings: [
        'I lost access to my old mailbox. How can I change the email of my account?',
        'I want to sign in with a new email address, the old provider closes next month.',
        'The confirmation mail never arrives, also not in spam. Can you change my address?',
      ],
      turns: [
        'Of course, I can tell you how. For your safety an address is never changed from within a chat: please go to Account, Security, Change email. If you can’t receive the code at the old address, choose “I can’t use it any more” and prove your identity there.',
        'found it, it asks for a selfie with a note. Is that normal?',
        'Yes, that is right, as long as the page is on our own domain and you reached it from your account. After the change, withdrawals are paused for 24 hours to protect you.',
      ],
    },
    two_factor_lost: {
      openings: [
        'New phone, and my authenticator app is empty. I can’t log in any more.',
        'I lost my phone with the 2FA. How do I get into my account?',
        'My 2FA codes are all refused since this morning. Did something change?',
        'Reset my 2FA please, I don’t have the backup codes any more',
      ],
      turns: [
        'I’m sorry, that is annoying; we will get you back in. First: is the time on your phone set automatically? Codes are refused when the clock is off by more than 30 seconds. If the app itself is gone, a reset is needed.',
        'the app is gone, I don’t have the old phone',
        'Then please choose “Lost your second factor?” on the sign-in page. You will need your identity document and a face check; nothing else, and never a password. It is reviewed within 24 hours, and withdrawals stay paused for 48 hours after the reset, so that nobody else could profit from it.',
      ],
    },
    phishing_mail: {
      openings: [
        'Got a mail that my account will be frozen unless I “synchronise my wallet” on some page. Is that from you?',
        'Is support-{site}-verify.example one of your sites? I got an SMS with this link.',
        'Reporting a phishing mail. It uses your logo and asks for my recovery phrase.',
      ],
      turns: [
        'Thank you for asking before clicking. That message is not from us: we never send links that ask for a password, a code or a recovery phrase. Did you open the link or type anything there?',
        'I opened it but did not enter anything. Should I do something?',
        'Then you are fine. Please delete the message. If you like, set an anti-phishing phrase under Account, Security: every real mail of ours will then show it. I have reported the page, so that it can be taken down.',
      ],
    },
    account_taken: {
      openings: [
        'Someone logged in to my account from another country!! I did not do that. Please freeze it NOW',
        'There is a withdrawal of {amount} {asset} that I did not make. HELP',
        'I got a mail “new device signed in” and it was not me. What do I do?',
      ],
      turns: [
        'I have your case in front of me and it comes first. I have asked for your account to be frozen: nothing can be withdrawn or traded until you lift it. Please also change the password of your mailbox from a device that you trust. When did you last sign in yourself?',
        'yesterday evening. I clicked a link in a telegram group before that…',
        'Thank you for telling me, that helps the investigation and it is not held against you. Our security team takes over in this same conversation and will write within two hours. Please don’t answer anybody who contacts you elsewhere in our name: we will only write here.',
      ],
    },
    impostor: {
      openings: [
        'A “{site} support” account on Telegram offers to recover my deposit for a fee of 200 USDT. Is that you?',
        'Someone called me and said they are from your security department. They knew my name. They want me to move my coins to a “safe wallet”.',
        'Can you check if the X account that wrote me a direct message is official?',
      ],
      turns: [
        'Thank you for checking first. That is not us: we never call, never write first on Telegram or X, never charge for support, and never ask anybody to move coins anywhere. Have you sent them anything?',
        'no, nothing sent. they were very convincing though',
        'You did exactly the right thing. Please block and report them; if you can, attach a screenshot here and I will pass it on. Everything that is really from us you also find in your account, under Messages.',
      ],
    },
    api_2015: {
      openings: [
        'API returns {"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."} since today. Key was working yesterday.',
        'Error -2015 on every signed request. The key has trading enabled.',
        'Getting -2015 when my bot places an order on {pair}, reading balances works. Any idea?',
      ],
      turns: [
        'Thank you for the exact code. −2015 means one of three things: the key is unknown here, the request comes from an address that is not on the key’s list, or the key lacks the permission. Did the public IP of your server change? And does the key allow spot trading? Please don’t post the key or its secret.',
        'You are right, my server got a new ip: {ip}. Where do I add it?',
        'Under Account, API keys, Edit, Allowed addresses; you confirm it with your second factor. It takes effect within a minute. If the address changes often, a fixed one for your server will spare you this.',
      ],
    },
    api_rate_limit: {
      openings: [
        'My bot gets HTTP 429 every few minutes. What are the limits?',
        'Banned by rate limit (418) for 2 minutes although I only send 5 requests per second?',
        'Is there a higher API limit for market makers? I hit 1200 weight per minute all the time.',
      ],
      turns: [
        'Limits count weight, not requests: 1,200 a minute for each IP. Reading the whole order book with 1,000 levels costs 10 for instance. The header x-used-weight-1m in every answer tells you where you are. Which endpoints do you call most?',
        'depth with limit 1000, about twice a second for {pair}',
        'That alone is 1,200 a minute. Please take the depth stream over WebSocket instead: one snapshot, then only the changes, and it costs no weight at all. After a 429, wait for as many seconds as Retry-After says; calls that go on earlier lead to the 418.',
      ],
    },
    api_timestamp: {
      openings: [
        'code -1021 Timestamp for this request is outside of the recvWindow. My clock is right?!',
        'Signed requests fail with -1021, but only sometimes.',
        'What recvWindow do you recommend? I get timestamp errors from my VPS.',
      ],
      turns: [
        '−1021 means that the request reached us too late, or its timestamp is ahead of our clock by more than a second. Please compare your server’s time with GET /api/time. Is NTP running on the machine?',
        'it was 3 seconds ahead, ntp was off 🙈',
        'Then that was it. Turn on time synchronisation, and leave recvWindow at 5,000 milliseconds: a larger one only hides the cause.',
      ],
    },
    order_not_filled: {
      openings: [
        'My limit order to buy {asset} at {price} was not filled although the chart went lower. Order {order}.',
        'Price touched my sell order on {pair} and it is still open. Why?',
        'Only part of my order {order} got filled. The rest has been waiting for {minutes} minutes.',
      ],
      turns: [
        'Let me have a look at {order}. A limit order is filled when somebody trades at your price and all orders that were there before yours at that price are served. The chart may also show the mark price rather than the last trade. Which chart did you look at?',
        'the candle on the {pair} page, lowest point was a bit below my price',
        'Thank you. I have checked the trades of that minute: {qty} {asset} were traded at {price}, and all of it went to orders placed before yours. Your order is valid and keeps its place. You can leave it, or change the price, which gives it a new place in the line.',
      ],
    },
    stop_order: {
      openings: [
        'My stop-limit on {pair} was triggered but never sold. I lost a lot because of that.',
        'Stop loss did not work!! {order}',
        'What is the difference between stop-limit and stop-market? Mine stayed open during the drop.',
      ],
      turns: [
        'I understand how frustrating this is. Your order {order} was triggered on time and became a limit order at {price}. The market was already below that, so nobody bought at your limit. Was the limit equal to the stop price?',
        'yes both the same price',
        'That is the usual reason: in a fast market the price jumps over the limit. A limit somewhat below the stop gives room; a stop-market order sells at whatever the market pays, so it is filled, but at an unknown price. We can’t undo the trade, but I have attached the record of that minute to this conversation.',
      ],
    },
    liquidation: {
      openings: [
        'I was liquidated on {pair} perpetual at {price} but the last price never got there! This is unfair.',
        'How is the liquidation price calculated? I had 20x long {asset} with isolated margin.',
        'My position was closed while I was adding margin. Please check what happened.',
      ],
      turns: [
        'I’m sorry about your position. Liquidation follows the mark price, not the last price: it comes from the index of several markets plus the funding basis, so that one odd trade can’t liquidate anybody. May I ask for your UID and the rough time, so that I can look up the mark price?',
        'UID {uid}, about {minutes} minutes ago',
        'Thank you. The mark price reached your liquidation price of {price}; the maintenance margin was no longer covered, and your additional margin was booked four seconds later. I know this is not what you hoped for: the liquidation was correct and can’t be reversed. If you disagree, I can hand the case to the dispute team, who check it again independently. Shall I?',
      ],
    },
    fees: {
      openings: [
        'What are the trading fees? I paid more than 0.1 % on my last trade.',
        'Fee question: is it cheaper if my order is a maker order?',
        'How much does it cost to withdraw {asset} over {network}?',
      ],
      turns: [
        'Good question. Spot trading costs 0.08 % as maker and 0.10 % as taker. A withdrawal of {asset} over {network} costs a fixed {fee} {asset}, whatever the amount; deposits are free. Which order do you mean?',
        '{order}, market buy of {asset}',
        'That was a taker order at 0.10 %. The fee was taken in {asset}, and the market moved up a little in the same second, so it looks like more. You find the exact fee of every fill under Orders, History, Details.',
      ],
    },
    new_listing: {
      openings: [
        'When can I deposit {asset} after the new listing? The page says trading only.',
        'The announcement says {asset} perpetuals start today. Which time zone is meant?',
        'Can you list my project’s token? Who do I talk to?',
      ],
      turns: [
        'Thank you for asking. All times in our announcements are UTC. Deposits open some hours before trading, withdrawals a day after. Everything about listings is in the announcement itself; nobody from listings writes to anybody in private.',
        'and what is the opening price?',
        'There is none set by us: the first trades of the opening auction make it. Please be careful in the first minutes, prices move a lot. I can’t give advice on whether to buy.',
      ],
    },
    delisting: {
      openings: [
        'I saw that the {asset} margin pair will be removed. What happens to my open orders?',
        'Until when can I withdraw {asset}? I was on holiday and missed the announcement.',
        'Will my {asset} be converted automatically when the pair closes?',
      ],
      turns: [
        'Only the margin pair is removed, {asset} spot trading goes on. Open orders of that pair are cancelled at the announced time and the amount returns to your balance. Do you have a loan open in {asset}?',
        'a small one I think',
        'Then please repay it before the date, otherwise it is repaid from your collateral at the market price. You see it under Wallet, Margin. Deposits and withdrawals of {asset} stay open.',
      ],
    },
    statement: {
      openings: [
        'I need a statement of all trades of last year for my tax return. Where do I find it?',
        'The export only goes back 3 months. How do I get the rest?',
        'Can you send me a signed account statement for my bank?',
      ],
      turns: [
        'You find it under Account, Statements: choose the year and CSV or PDF. It is prepared in the background and the link stays valid for seven days. For which purpose do you need it? A bank often wants the PDF with the balance on a certain day.',
        'for the tax office, trades and fees',
        'Then the yearly CSV is right: it lists each fill with time in UTC, amount, price and fee. I can’t advise on taxes, but a tax adviser will know the format.',
      ],
    },
    app_fault: {
      openings: [
        'The app shows a blank screen when I open {pair}. Android 16, newest version.',
        'My balance shows 0 for everything! Please tell me this is a display error.',
        'Charts don’t load in the app since the update, the website works.',
      ],
      turns: [
        'Thank you for telling us. Your balances are unchanged on our side, so this is only about what is displayed. Could you tell me the version (at the bottom of Settings) and whether pulling down to refresh helps?',
        'version 4.2.1, refresh did nothing',
        'Thank you. That version has a known fault with saved charts; 4.2.2 mends it and is in the stores now. Until then, sign out and in again: that clears what the app has kept, nothing of your account.',
      ],
    },
  },
  greetings: ['Hi', 'Hello', 'Hi there', 'Good morning', 'Hey', 'Hello support', ''],
  urgent: [
    'Please hurry.',
    'This is urgent!',
    'I really need this money today.',
    'Fast please',
    'I’m getting nervous',
  ],
  polite: ['Thanks in advance!', 'Thank you.', 'Would be great if you could help.', 'Cheers'],
  waiting: [
    'Hello?',
    'Anybody there?',
    'how long does it take?',
    'I’m still waiting…',
    'any news?',
    'The market is moving and I’m sitting here waiting',
  ],
  leaving: [
    'I have to go, please answer by email.',
    'ok I come back later',
    'Can’t wait any longer, write me please.',
  ],
  thanks: [
    'Thank you, that helps!',
    'great, thanks',
    'Perfect, thank you for the quick help',
    'ok understood, thx',
    'All clear now. Have a nice day!',
    'not happy about it but thanks for explaining',
  ],
  mixed: { withdrawal: '提现', deposit: '充值', 'wrong network': '选错网络' },
  emoji: { calm: ['🙂', '🙏', '👍'], upset: ['😰', '😡', '🙁', '😭', '🆘'], glad: ['😊', '🙏', '❤️', '🎉'] },
  agent: {
    unknown: [
      'Hello, and thank you for writing. I am reading what you sent and will be right with you. If it is about a transfer, the TxID helps me to find it quickly.',
      'Hello, thanks for getting in touch. Let me look into this. If you have an order or withdrawal number, please add it here.',
    ],
    unknownAgain: [
      'Thank you, I have noted that. I’m checking it with the team and will write here as soon as I know more.',
    ],
    goodbye: [
      'You’re welcome! I’ll mark this as solved; just write here if anything else comes up.',
      'Glad I could help. Have a good day!',
      'You’re very welcome. A message here opens this conversation again at any time.',
    ],
    notes: [
      'TxID checked in the explorer, matches what the customer says.',
      'Second contact about this within a week, please be generous with explanations.',
      'Asked the reviewers, answer expected this afternoon.',
      'Looks like the known fault, see the pinned note of the team.',
      'Customer is calm now. Follow up tomorrow if nothing has moved.',
    ],
  },
}
