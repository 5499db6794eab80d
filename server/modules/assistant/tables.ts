// The tables of this module.
declare module '../../platform/db.ts' {
  interface Tables {
    article_gaps: {
      id: string
      conversation_id: string
      question_seq: number
      answer_seq: number
      found_at: Date
      dismissed_at: Date | null
      dismissed_people: number | null
      article_id: string | null
    }
    gap_conversations: {
      conversation_id: string
      gap_id: string
      customer_id: string
      language: string
      topic: string | null
      asked_at: Date
    }
    article_sources: {
      article_id: string
      conversation_id: string
      seq: number
      staff_id: string | null
      at: Date
    }
  }
}

export {}
