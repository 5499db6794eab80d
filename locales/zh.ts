// 中文。Everything a person reads, in Chinese.
import type { Strings } from './index.ts'

export const language: Strings['language'] = { name: '中文', direction: 'ltr' }

export const errors: Strings['errors'] = {
  invalid_input: '提交的内容有误，请检查标出的字段。',
  empty_message: '请先输入内容或添加附件。',
  second_factor_required: '请输入身份验证器中的验证码。',
  not_signed_in: '请先登录。',
  wrong_credentials: '邮箱或密码不正确。',
  wrong_code: '验证码不正确或已被使用。',
  token_expired: '登录已过期，请重新登录。',
  token_invalid: '该链接或令牌无效。',
  token_reused: '该令牌已被使用，请重新获取。',
  signature_invalid: '签名无效。',
  forbidden: '您没有执行此操作的权限。',
  origin_not_allowed: '此页面无权使用客服系统。',
  not_found: '内容不存在，或您无权查看。',
  method_not_allowed: '此处不支持该操作。',
  stale_version: '内容刚刚被他人修改，请查看最新状态后重试。',
  answered_meanwhile: '有同事刚刚回复了。请先阅读，如仍合适再发送。',
  already_exists: '该内容已存在。',
  conversation_closed: '该会话已关闭。请发起新会话，我们也会看到这次的记录。',
  last_administrator: '不能移除最后一位管理员。',
  link_used: '该链接已使用或已过期，请重新获取。',
  message_too_long: '消息过长，最多 {limit} 个字符；更长的内容请以文件形式发送。',
  file_too_large: '文件过大，最大支持 25 MB。',
  body_too_large: '内容过大，无法发送。',
  too_many_files: '文件过多，每条消息最多 10 个。',
  file_type_refused: '不支持此类文件。',
  unsupported_media_type: '此处不支持该内容类型。',
  weak_password: '密码过于简单。请使用至少 12 个不易被猜到的字符。',
  too_many_requests: '操作过于频繁，请等待 {retryAfter} 秒；您的内容不会丢失。',
  internal: '我们这边出了问题。您输入的内容没有丢失，请重试。',
  unavailable: '暂时无法连接客服系统，我们会继续尝试。',
  storage_full: '系统暂时无法保存更多内容，请稍后再试。',
}

export const lines: Strings['lines'] = {
  opened: '会话 {number} 已开始',
  queued: '正在等待客服',
  joined: '{name} 已加入',
  handed_over: '会话将在此处和通过邮件继续。编号 {number}。',
  no_agent: '当前没有空闲的客服。您的消息已保存，我们会回复。',
  customer_left: '客户已离开，稍后会收到回复',
  contact_given: '已保存接收回复的邮箱',
  secret_removed: '一段助记词在保存前已被移除，客服人员没有看到。我们绝不会索要助记词。',
  solved: '已标记为解决',
  reopened: '已重新打开',
  closed: '已关闭',
  assigned: '{by} 将会话分配给 {name}',
  team_changed: '{by} 将会话转至 {name}',
  status_changed: '{by} 将状态改为 {status}',
  priority_changed: '{by} 将优先级改为 {priority}',
  topic_changed: '{by} 将主题分类改为 {topic}',
  subject_changed: '{by} 将标题改为“{subject}”',
  tags_changed: '{by} 修改了标签：{tags}',
  snoozed: '{by} 将会话推迟到 {until}',
  woken: '推迟时间已到',
}

export const statuses: Strings['statuses'] = {
  assistant: '助手接待中',
  queued: '排队中',
  open: '处理中',
  waiting: '等待客户',
  on_hold: '搁置',
  snoozed: '已推迟',
  solved: '已解决',
  closed: '已关闭',
}

export const priorities: Strings['priorities'] = { low: '低', normal: '普通', high: '高', urgent: '紧急' }

export const topics: Strings['topics'] = {
  account: '账户与认证',
  deposit: '充值',
  withdrawal: '提现',
  trading: '交易',
  security: '账户安全',
  api: 'API',
  listing: '新币上线',
  other: '其他问题',
}

export const mails: Strings['mails'] = {
  invitation_subject: '{desk} 客服系统邀请',
  invitation_body: '您已受邀加入 {desk} 客服系统。\n\n请在 72 小时内通过以下链接设置密码：\n{url}\n',
  reset_subject: '重置 {desk} 客服系统密码',
  reset_body:
    '有人申请重置您的密码。如果是您本人，请在一小时内通过以下链接设置新密码：\n{url}\n\n如果不是您本人，请忽略此邮件，密码不会改变。\n',
  reply_subject: '回复：您在 {desk} 的会话 {number}',
  reply_body:
    '您在 {desk} 的会话 {number} 有新回复：\n\n{text}\n\n请在 {desk} 的聊天窗口中查看并回复。我们绝不会索要密码、验证码或助记词。\n',
}
