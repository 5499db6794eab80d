// The shapes of the API for its clients; written by “npm run gen”.
export interface paths {
    "/api/article-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture, a film or captions for articles (multipart/form-data)
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticleFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What many ask and no article answers, the most asked first
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticleGaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps/{id}/article": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft of an article for a gap
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticleGapsByIdArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a gap off the list until twice as many have asked
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticleGapsByIdDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an article for a gap could say
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticleGapsByIdProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-gaps/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a dismissed gap back on the list
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticleGapsByIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles taken over from files, the newest first
         * @description Needs the permission `articles.review`.
         */
        get: operations["getArticleImports"];
        put?: never;
        /**
         * Upload an export (multipart/form-data): Markdown, HTML, Zendesk Guide or Chatwoot, also as a ZIP
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticleImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget an import; what was taken over stays
         * @description Needs the permission `articles.review`.
         */
        delete: operations["deleteArticleImportsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-imports/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of an export was not understood, line by line
         * @description Needs the permission `articles.review`.
         */
        get: operations["getArticleImportsByIdReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-imports/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over what was understood of an export
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticleImportsByIdTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that were made from replies, the newest first
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticleSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of topics, siblings in their order
         * @description For staff who are signed in.
         */
        get: operations["getArticleTopics"];
        put?: never;
        /**
         * Make a topic
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticleTopics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/article-topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change or move a topic
         * @description Needs the permission `articles.write`.
         */
        put: operations["putArticleTopicsById"];
        post?: never;
        /**
         * Delete a topic that has nothing under it
         * @description Needs the permission `articles.write`.
         */
        delete: operations["deleteArticleTopicsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles, the newest first
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticles"];
        put?: never;
        /**
         * Make an article, with its first text as a draft
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All articles as a ZIP of Markdown files, or of HTML pages
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article with the newest revision of each text
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what holds for an article in every language
         * @description Needs the permission `articles.write`.
         */
        patch: operations["patchArticlesById"];
        trace?: never;
    };
    "/api/articles/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an article away from the public and out of the list
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticlesByIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an article still holds
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an archived article back
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The steps of an article on its way to the public, the newest first
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesByIdSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save a text; what others saved meanwhile is merged, or told as edit_conflict
         * @description Needs the permission `articles.write`.
         */
        put: operations["putArticlesByIdTextsByLocale"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the newest revision, as somebody else than its authors
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdTextsByLocaleApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/ask-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a text back to its authors
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdTextsByLocaleAskChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two revisions
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesByIdTextsByLocaleChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the approved revision, now or later
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdTextsByLocalePublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revisions of a text, the newest first
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesByIdTextsByLocaleRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a revision says
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesByIdTextsByLocaleRevisionsByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/revisions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an old revision the newest one, as a draft
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticlesByIdTextsByLocaleRevisionsByNumberRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a review of the newest revision
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticlesByIdTextsByLocaleSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an approved revision wait again
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdTextsByLocaleUnschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{id}/texts/{locale}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a text away from the public
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesByIdTextsByLocaleWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark articles that a change makes doubtful
         * @description Needs the permission `articles.write`.
         */
        post: operations["postArticlesAffected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is looked for in vain, leaves people unhappy, still leads to contacts, and is sent by hand
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/reports/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations began about the topics of the help centre
         * @description Needs the permission `articles.write`.
         */
        get: operations["getArticlesReportsTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/starter-set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the articles over that come with Ballast; published, whoever does so answers for them
         * @description Needs the permission `articles.review`.
         */
        post: operations["postArticlesStarterSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads one file (multipart/form-data), to be sent with a message by the desk.
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to a file, good for minutes
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getAttachmentsByIdLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, the latest first
         * @description Needs the permission `audit.read`.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer many conversations; it can be taken back for some seconds
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postBulkReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bulk-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a bulk reply of your own has got, and what it left alone
         * @description Needs the permission `conversations.write`.
         */
        get: operations["getBulkRepliesById"];
        put?: never;
        post?: never;
        /**
         * Take a bulk reply back before it starts
         * @description Needs the permission `conversations.write`.
         */
        delete: operations["deleteBulkRepliesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Canned replies, by shortcut
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getCannedReplies"];
        put?: never;
        /**
         * Make a canned reply
         * @description Needs the permission `canned_replies.write`.
         */
        post: operations["postCannedReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/canned-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a canned reply
         * @description Needs the permission `canned_replies.write`.
         */
        delete: operations["deleteCannedRepliesById"];
        options?: never;
        head?: never;
        /**
         * Change a canned reply
         * @description Needs the permission `canned_replies.write`.
         */
        patch: operations["patchCannedRepliesById"];
        trace?: never;
    };
    "/api/concepts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Words that mean the same to a search, by name
         * @description Needs the permission `articles.write`.
         */
        get: operations["getConcepts"];
        put?: never;
        /**
         * Make a concept
         * @description Needs the permission `articles.write`.
         */
        post: operations["postConcepts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concepts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a concept
         * @description Needs the permission `articles.write`.
         */
        put: operations["putConceptsById"];
        post?: never;
        /**
         * Delete a concept
         * @description Needs the permission `articles.write`.
         */
        delete: operations["deleteConceptsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concepts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a concept again as it came with the desk
         * @description Needs the permission `articles.write`.
         */
        post: operations["postConceptsByIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of the inbox
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change status, assignee, team, priority, complexity, topic, subject, tags or snooze
         * @description Needs the permission `conversations.write`.
         */
        patch: operations["patchConversationsById"];
        trace?: never;
    };
    "/api/conversations/{id}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that fit what the customer wrote last, in the language of the conversation
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The clocks of a conversation that have been started, and how long it will probably take
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customer of a conversation, and their other conversations
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your drafts in a conversation
         * @description Needs the permission `conversations.write`.
         */
        get: operations["getConversationsByIdDraft"];
        /**
         * Keep a draft
         * @description Needs the permission `conversations.write`.
         */
        put: operations["putConversationsByIdDraft"];
        post?: never;
        /**
         * Drop a draft
         * @description Needs the permission `conversations.write`.
         */
        delete: operations["deleteConversationsByIdDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries after or before a seq, in order
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdEntries"];
        put?: never;
        /**
         * Answer, or leave a note
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/entries/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Wipe a message or note
         * @description Needs the permission `conversations.write`.
         */
        delete: operations["deleteConversationsByIdEntriesBySeq"];
        options?: never;
        head?: never;
        /**
         * Give a message or note of your own a new text
         * @description Needs the permission `conversations.write`.
         */
        patch: operations["patchConversationsByIdEntriesBySeq"];
        trace?: never;
    };
    "/api/conversations/{id}/entries/{seq}/article": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an article made of an agent’s message could say, without what belongs to one person
         * @description Needs the permission `conversations.write`.
         */
        get: operations["getConversationsByIdEntriesBySeqArticle"];
        put?: never;
        /**
         * Make a draft of an article from an agent’s message
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdEntriesBySeqArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/forwards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message or the whole thread on to somebody outside; what they answer is noted for agents
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdForwards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link it to another conversation, both ways
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/links/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a link away, from both sides
         * @description Needs the permission `conversations.write`.
         */
        delete: operations["deleteConversationsByIdLinksByNumber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mails of a conversation as they came, oldest first, and whether answers reach its customer by mail
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdMails"];
        put?: never;
        /**
         * Answer by mail with further recipients, or under another name
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdMails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/mails/{seq}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The HTML of the mail behind an entry, sanitised, as a page for a sandboxed frame
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdMailsBySeqHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/mails/{seq}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole mail behind an entry as it came, secrets included, as a file; written to the audit log
         * @description Needs the permission `mails.read_raw`.
         */
        get: operations["getConversationsByIdMailsBySeqRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/mails/{seq}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an answer that did not arrive by mail again, to the same or to another address
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdMailsBySeqResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge it into another conversation of the same customer
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark entries up to a seq as read; counts when you are in charge
         * @description Needs the permission `conversations.read`.
         */
        post: operations["postConversationsByIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a conversation has to do with others
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/same/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Say that it is not the same request as another one
         * @description Needs the permission `conversations.write`.
         */
        delete: operations["deleteConversationsByIdSameByNumber"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/sides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What others were asked about a conversation
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdSides"];
        put?: never;
        /**
         * Ask another team, or a colleague; the customer sees only that another team looks into it
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdSides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/sides/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said about a question to others, for those who see where it was asked
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdSidesByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/sides/{number}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to a question to others
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdSidesByNumberNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new conversation of copies of some of the customer’s messages
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tasks of a conversation
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdTasks"];
        put?: never;
        /**
         * Add a task to a conversation
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole conversation as a text file, notes included
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsByIdTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merged conversation apart from the other again
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsByIdUnmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many conversations; each succeeds or fails by itself
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postConversationsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations stand where
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getConversationsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads one file (multipart/form-data), to be sent with a message by the customer.
         * @description For customers.
         */
        post: operations["postCustomerAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/attachments/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link to a file of yours, good for minutes
         * @description For customers.
         */
        get: operations["getCustomerAttachmentsByIdLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your conversations, newest first
         * @description For customers.
         */
        get: operations["getCustomerConversations"];
        put?: never;
        /**
         * Start a conversation with its first message
         * @description For customers.
         */
        post: operations["postCustomerConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of your conversations
         * @description For customers.
         */
        get: operations["getCustomerConversationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say where an answer can be sent
         * @description For customers.
         */
        post: operations["postCustomerConversationsByIdContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries after a seq, in order
         * @description For customers.
         */
        get: operations["getCustomerConversationsByIdEntries"];
        put?: never;
        /**
         * Write a message
         * @description For customers.
         */
        post: operations["postCustomerConversationsByIdEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop waiting; the conversation goes on asynchronously
         * @description For customers.
         */
        post: operations["postCustomerConversationsByIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark entries up to a seq as read
         * @description For customers.
         */
        post: operations["postCustomerConversationsByIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/solve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it is solved
         * @description For customers.
         */
        post: operations["postCustomerConversationsByIdSolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When an answer and a solution are to be expected
         * @description For customers.
         */
        get: operations["getCustomerConversationsByIdTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole conversation as a text file
         * @description For customers.
         */
        get: operations["getCustomerConversationsByIdTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/conversations/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait for an agent again
         * @description For customers.
         */
        post: operations["postCustomerConversationsByIdWait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who the desk takes the caller for.
         * @description For customers.
         */
        get: operations["getCustomerMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the own language and, of anonymous customers, name and address.
         * @description For customers.
         */
        patch: operations["patchCustomerMe"];
        trace?: never;
    };
    "/api/customer/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a session: anonymous, continued, or verified by a token of the exchange.
         * @description Open to everybody.
         */
        post: operations["postCustomerSession"];
        /**
         * Signs out: the token is worth nothing afterwards.
         * @description For customers.
         */
        delete: operations["deleteCustomerSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What everybody may know of this desk.
         * @description Open to everybody.
         */
        get: operations["getDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settings of this desk, and their version.
         * @description Needs the permission `settings.read`.
         */
        get: operations["getDeskSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes some settings; `version` is the one that was read.
         * @description Needs the permission `settings.write`.
         */
        patch: operations["patchDeskSettings"];
        trace?: never;
    };
    "/api/dkim-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys with which mail is signed, by domain
         * @description Needs the permission `settings.read`.
         */
        get: operations["getDkimKeys"];
        put?: never;
        /**
         * Make a key for a domain; its public half is then to be published
         * @description Needs the permission `settings.write`.
         */
        post: operations["postDkimKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dkim-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a key
         * @description Needs the permission `settings.write`.
         */
        delete: operations["deleteDkimKeysById"];
        options?: never;
        head?: never;
        /**
         * Sign the mail of its domain with this key, and with no other; or no more
         * @description Needs the permission `settings.write`.
         */
        patch: operations["patchDkimKeysById"];
        trace?: never;
    };
    "/api/dkim-keys/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look whether the name system has the key
         * @description Needs the permission `settings.write`.
         */
        post: operations["postDkimKeysByIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The fee table, by asset and network
         * @description For staff who are signed in.
         */
        get: operations["getFees"];
        /**
         * Add lines to the fee table, and replace the amounts of those it has: all or none
         * @description Needs the permission `articles.write`.
         */
        put: operations["putFees"];
        /**
         * Add a line to the fee table
         * @description Needs the permission `articles.write`.
         */
        post: operations["postFees"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fees/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a line of the fee table
         * @description Needs the permission `articles.write`.
         */
        put: operations["putFeesById"];
        post?: never;
        /**
         * Delete a line of the fee table
         * @description Needs the permission `articles.write`.
         */
        delete: operations["deleteFeesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An article for reading; with `searchId` it counts as opened from that search
         * @description Open to everybody.
         */
        get: operations["getHelpArticlesBySlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help/articles/{slug}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether an article helped; the second vote of a day takes the place of the first
         * @description Open to everybody.
         */
        post: operations["postHelpArticlesBySlugVotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is read most, and pinned announcements that hold now
         * @description Open to everybody.
         */
        get: operations["getHelpHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/help/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Articles that fit what somebody types, the best first; none where nothing fits well
         * @description Open to everybody.
         */
        get: operations["getHelpSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys with which the exchange may sign.
         * @description Needs the permission `settings.read`.
         */
        get: operations["getIdentityKeys"];
        put?: never;
        /**
         * Adds a key; a secret is shown this once.
         * @description Needs the permission `settings.write`.
         */
        post: operations["postIdentityKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-keys/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a key: what it signs is refused from now on.
         * @description Needs the permission `settings.write`.
         */
        post: operations["postIdentityKeysByIdRetire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open invitations
         * @description Needs the permission `staff.write`.
         */
        get: operations["getInvitations"];
        put?: never;
        /**
         * Invite a colleague
         * @description Needs the permission `staff.write`.
         */
        post: operations["postInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation
         * @description Needs the permission `staff.write`.
         */
        delete: operations["deleteInvitationsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation and sign in
         * @description Open to everybody.
         */
        post: operations["postInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All API keys, without the keys themselves
         * @description Needs the permission `api_keys.write`.
         */
        get: operations["getKeys"];
        put?: never;
        /**
         * Create an API key; it is shown this once
         * @description Needs the permission `api_keys.write`.
         */
        post: operations["postKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Needs the permission `api_keys.write`.
         */
        delete: operations["deleteKeysById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/links/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a one-time link is still good, and for whom
         * @description Open to everybody.
         */
        post: operations["postLinksLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Macros, by name
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getMacros"];
        put?: never;
        /**
         * Make a macro
         * @description Needs the permission `macros.write`.
         */
        post: operations["postMacros"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/macros/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a macro
         * @description Needs the permission `macros.write`.
         */
        put: operations["putMacrosById"];
        post?: never;
        /**
         * Delete a macro
         * @description Needs the permission `macros.write`.
         */
        delete: operations["deleteMacrosById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/macros/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a macro on conversations; each succeeds or fails by itself
         * @description Needs the permission `conversations.write`.
         */
        post: operations["postMacrosByIdRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports of old mail and how far they are, the newest first
         * @description Needs the permission `settings.read`.
         */
        get: operations["getMailImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-imports/{id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with an import that was stopped
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailImportsByIdContinue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-imports/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an import where it is; does nothing to one that is done
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailImportsByIdStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-imports/{id}/unreadable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mails of an import that could not be read, oldest first; at most 500
         * @description Needs the permission `settings.read`.
         */
        get: operations["getMailImportsByIdUnreadable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-imports/unreadable/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A mail that could not be read, as it came, as a file; written to the audit log
         * @description Needs the permission `mails.read_raw`.
         */
        get: operations["getMailImportsUnreadableByIdRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mailboxes, by address
         * @description Needs the permission `settings.read`.
         */
        get: operations["getMailboxes"];
        put?: never;
        /**
         * Make a mailbox
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailboxes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a mailbox
         * @description Needs the permission `settings.write`.
         */
        put: operations["putMailboxesById"];
        post?: never;
        /**
         * Take a mailbox out of use
         * @description Needs the permission `settings.write`.
         */
        delete: operations["deleteMailboxesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a name under which a mailbox also answers
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailboxesByIdIdentities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/imap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Fetch a mailbox by IMAP; without a password, with the one that is known
         * @description Needs the permission `settings.write`.
         */
        put: operations["putMailboxesByIdImap"];
        post?: never;
        /**
         * Fetch a mailbox no more, and forget its password
         * @description Needs the permission `settings.write`.
         */
        delete: operations["deleteMailboxesByIdImap"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/imap/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect, sign in and open the folder, without changing anything; gives how many mails are in it
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailboxesByIdImapTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import old mail into solved conversations; nobody is told, answered or promised anything
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailboxesByIdImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/import/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The folders of a server from which old mail may be imported, and how many mails are in each
         * @description Needs the permission `settings.write`.
         */
        post: operations["postMailboxesByIdImportFolders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over a whole mail as message/rfc822, signed; `again` when it was there already
         * @description Open to everybody.
         */
        post: operations["postMailboxesByIdMails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailboxes/{id}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a provider sends whole mails for a mailbox, and the secret to sign them with
         * @description Needs the permission `settings.write`.
         */
        get: operations["getMailboxesByIdWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password; the answer is the same for every address
         * @description Open to everybody.
         */
        post: operations["postPasswordResets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by a link
         * @description Open to everybody.
         */
        post: operations["postPasswordResetsConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is on duty, and how many live conversations each has
         * @description Needs the permission `workforce.read`.
         */
        get: operations["getPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presence/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether you take live conversations, and how many
         * @description Needs the permission `workforce.write_own`.
         */
        get: operations["getPresenceMe"];
        /**
         * Go on or off duty
         * @description Needs the permission `workforce.write_own`.
         */
        put: operations["putPresenceMe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/response-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long answers and solutions take by channel and topic, and how well such ranges held
         * @description Open to everybody.
         */
        get: operations["getResponseTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules, in the order in which they run
         * @description Needs the permission `rules.write`.
         */
        get: operations["getRules"];
        put?: never;
        /**
         * Make a rule
         * @description Needs the permission `rules.write`.
         */
        post: operations["postRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a rule
         * @description Needs the permission `rules.write`.
         */
        put: operations["putRulesById"];
        post?: never;
        /**
         * Take a rule out of use
         * @description Needs the permission `rules.write`.
         */
        delete: operations["deleteRulesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a rule would do to the newest conversations; nothing is done
         * @description Needs the permission `rules.write`.
         */
        post: operations["postRulesDryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What rules did and why, the newest first
         * @description Needs the permission `rules.write`.
         */
        get: operations["getRulesRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find conversations by what was said, by number, and by what they are
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find published articles, with the address under which everybody reads them
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getSearchArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find customers by name, mail address or the id that the exchange gave them
         * @description Needs the permission `customers.read`.
         */
        get: operations["getSearchCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sender-identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a name under which a mailbox also answers
         * @description Needs the permission `settings.write`.
         */
        put: operations["putSenderIdentitiesById"];
        post?: never;
        /**
         * Answer no more under a name
         * @description Needs the permission `settings.write`.
         */
        delete: operations["deleteSenderIdentitiesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description For staff who are signed in.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Open to everybody.
         */
        post: operations["postSession"];
        /**
         * Sign out
         * @description For staff who are signed in.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        /**
         * Change my name or language
         * @description For staff who are signed in.
         */
        patch: operations["patchSession"];
        trace?: never;
    };
    "/api/session/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of my sessions
         * @description For staff who are signed in.
         */
        delete: operations["deleteSessionById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/end-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere
         * @description For staff who are signed in.
         */
        post: operations["postSessionEndAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where I am signed in
         * @description For staff who are signed in.
         */
        get: operations["getSessionList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description For staff who are signed in.
         */
        post: operations["postSessionPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace my recovery codes
         * @description For staff who are signed in.
         */
        post: operations["postSessionRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a secret for an authenticator app
         * @description For staff who are signed in.
         */
        post: operations["postSessionSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor off
         * @description For staff who are signed in.
         */
        post: operations["postSessionSecondFactorDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on
         * @description For staff who are signed in.
         */
        post: operations["postSessionSecondFactorEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the sign-in page has to offer
         * @description Open to everybody.
         */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sla/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendars, by name
         * @description Needs the permission `settings.read`.
         */
        get: operations["getSlaCalendars"];
        put?: never;
        /**
         * Make a calendar
         * @description Needs the permission `sla.write`.
         */
        post: operations["postSlaCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sla/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a calendar
         * @description Needs the permission `sla.write`.
         */
        put: operations["putSlaCalendarsById"];
        post?: never;
        /**
         * Take a calendar out of use
         * @description Needs the permission `sla.write`.
         */
        delete: operations["deleteSlaCalendarsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sla/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policies, in the order in which they are tried
         * @description Needs the permission `settings.read`.
         */
        get: operations["getSlaPolicies"];
        put?: never;
        /**
         * Make a policy
         * @description Needs the permission `sla.write`.
         */
        post: operations["postSlaPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sla/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a policy
         * @description Needs the permission `sla.write`.
         */
        put: operations["putSlaPoliciesById"];
        post?: never;
        /**
         * Take a policy out of use
         * @description Needs the permission `sla.write`.
         */
        delete: operations["deleteSlaPoliciesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sla/recalculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the last change of policies and calendars has got in open conversations
         * @description Needs the permission `settings.read`.
         */
        get: operations["getSlaRecalculation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who works here
         * @description Needs the permission `staff.read`.
         */
        get: operations["getStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a colleague
         * @description Needs the permission `staff.write`.
         */
        patch: operations["patchStaffById"];
        trace?: never;
    };
    "/api/staff/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a colleague out everywhere
         * @description Needs the permission `staff.write`.
         */
        post: operations["postStaffByIdEndSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link for a new password, to hand over
         * @description Needs the permission `staff.write`.
         */
        post: operations["postStaffByIdResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a colleague's second factor
         * @description Needs the permission `staff.write`.
         */
        delete: operations["deleteStaffByIdSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you have left to do, what is due first
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a task away
         * @description Needs the permission `conversations.write`.
         */
        delete: operations["deleteTasksById"];
        options?: never;
        head?: never;
        /**
         * Change a task, or say that it is done
         * @description Needs the permission `conversations.write`.
         */
        patch: operations["patchTasksById"];
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All teams with their members
         * @description Needs the permission `staff.read`.
         */
        get: operations["getTeams"];
        put?: never;
        /**
         * Create a team
         * @description Needs the permission `teams.write`.
         */
        post: operations["postTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a team
         * @description Needs the permission `teams.write`.
         */
        delete: operations["deleteTeamsById"];
        options?: never;
        head?: never;
        /**
         * Rename a team
         * @description Needs the permission `teams.write`.
         */
        patch: operations["patchTeamsById"];
        trace?: never;
    };
    "/api/teams/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say who is in a team
         * @description Needs the permission `teams.write`.
         */
        put: operations["putTeamsByIdMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the exchange calls its customers: the tiers that there are.
         * @description Needs the permission `conversations.read`.
         */
        get: operations["getTiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create the first administrator by the link of the terminal
         * @description Open to everybody.
         */
        post: operations["postWelcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the widget presents itself, and whether an agent is there for a chat.
         * @description Open to everybody.
         */
        get: operations["getWidgetConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitation: {
            name: string;
            password: string;
            token: string;
        };
        AddTask: {
            /** @default null */
            assigneeId: string | null;
            /** @default null */
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            title: string;
        };
        Affected: {
            /** Format: date-time */
            at: string;
            note: string;
        };
        Announcement: {
            endsAt: string | null;
            pinned: boolean;
            /** Format: date-time */
            startsAt: string;
            type: components["schemas"]["AnnouncementType"];
        };
        AnnouncementInput: {
            endsAt: string | null;
            pinned: boolean;
            /** Format: date-time */
            startsAt: string;
            type: components["schemas"]["AnnouncementType"];
        };
        /** @enum {string} */
        AnnouncementType: "maintenance" | "listing" | "feature" | "event" | "market";
        AnswerByMail: {
            /** @default [] */
            attachments: string[];
            /** @default [] */
            bcc: string[];
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /** @default [] */
            cc: string[];
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
            seen?: number;
            /** @default usual */
            sender: components["schemas"]["AnswerSender"];
            /** @enum {string} */
            then?: "waiting" | "solved" | "on_hold";
        };
        /** @enum {string} */
        AnswersByMail: "go_out" | "no_mail_server" | "no_address";
        AnswerSender: "usual" | "mailbox" | string;
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            permissions: components["schemas"]["Permission"][];
            /** @description The first characters, by which its holder recognises it. */
            prefix: string;
            revokedAt: string | null;
        };
        ApiKeys: {
            keys: components["schemas"]["ApiKey"][];
        };
        AppendByStaff: {
            /** @default [] */
            attachments: string[];
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
            /**
             * @default message
             * @enum {string}
             */
            kind: "message" | "note";
            /** @default [] */
            mentions: string[];
            seen?: number;
            /** @enum {string} */
            then?: "waiting" | "solved" | "on_hold";
        };
        AppendMessage: {
            /** @default [] */
            attachments: string[];
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
        };
        Article: {
            affected: components["schemas"]["Affected"] | null;
            announcement: components["schemas"]["Announcement"] | null;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ArticleKind"];
            level: components["schemas"]["ArticleLevel"];
            originalLocale: string;
            ownerId: string | null;
            redirects: string[];
            related: string[];
            reviewDue: string | null;
            reviewedAt: string | null;
            reviewEveryDays: number | null;
            slug: string;
            texts: components["schemas"]["ArticleText"][];
            topicId: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ArticleContent: {
            body: string;
            questions: string[];
            summary: string;
            title: string;
        };
        ArticleContentInput: {
            body: string;
            questions: string[];
            summary: string;
            title: string;
        };
        ArticleFile: {
            height: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            size: number;
            type: string;
            url: string;
            width: number | null;
        };
        ArticleGap: {
            answer: string;
            articleId: string | null;
            conversations: {
                /** Format: uuid */
                id: string;
                number: number;
            }[];
            /** Format: uuid */
            id: string;
            isDismissed: boolean;
            languages: {
                language: string;
                people: number;
            }[];
            /** Format: date-time */
            latest: string;
            people: number;
            question: string;
            /** Format: date-time */
            since: string;
            topic: components["schemas"]["Topic"] | null;
        };
        ArticleHits: {
            articles: {
                /** Format: uuid */
                id: string;
                kind: components["schemas"]["ArticleKind"];
                locale: string;
                summary: {
                    hit: boolean;
                    text: string;
                }[];
                title: {
                    hit: boolean;
                    text: string;
                }[];
                /** Format: uri */
                url: string;
            }[];
            total: number;
        };
        ArticleImport: {
            articles: number;
            /** Format: date-time */
            at: string;
            by: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            reported: number;
            state: components["schemas"]["ArticleImportState"];
            taken: components["schemas"]["TakenArticles"] | null;
            texts: number;
            topics: number;
        };
        /** @enum {string} */
        ArticleImportState: "reading" | "ready" | "taking" | "done" | "failed";
        /** @enum {string} */
        ArticleKind: "faq" | "guide" | "troubleshooting" | "fees" | "api" | "video" | "policy" | "blog" | "announcement";
        /** @enum {string} */
        ArticleLevel: "beginner" | "intermediate" | "advanced";
        ArticleProposal: {
            content: {
                body: string;
                questions: string[];
                summary: string;
                title: string;
            };
            locale: string;
            locales: string[];
        };
        ArticleReport: {
            contacts: {
                contacted: number;
                /** Format: uuid */
                id: string;
                opened: number;
                slug: string;
                title: string;
            }[];
            days: {
                contacted: number;
                /** Format: date */
                day: string;
                deflected: number;
                opened: number;
                searches: number;
            }[];
            gaps: {
                count: number;
                locales: {
                    [key: string]: number;
                };
                query: string;
            }[];
            sent: {
                count: number;
                /** Format: uuid */
                id: string;
                slug: string;
                title: string;
            }[];
            unhappy: {
                comments: {
                    /** Format: date-time */
                    at: string;
                    locale: string;
                    text: string;
                }[];
                helpful: number;
                /** Format: uuid */
                id: string;
                reasons: {
                    [key: string]: number;
                };
                slug: string;
                title: string;
                unhelpful: number;
                views: number;
            }[];
        };
        ArticleRow: {
            affected: components["schemas"]["Affected"] | null;
            archived: boolean;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ArticleKind"];
            level: components["schemas"]["ArticleLevel"];
            originalLocale: string;
            owner: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            reviewDue: string | null;
            slug: string;
            texts: {
                locale: string;
                outdated: boolean;
                published: boolean;
                state: components["schemas"]["TextState"];
            }[];
            title: string;
            topicId: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        ArticleSource: {
            /** Format: uuid */
            articleId: string;
            /** Format: date-time */
            at: string;
            by: string | null;
            conversation: {
                /** Format: uuid */
                id: string;
                number: number;
                seq: number;
            } | null;
            locale: string;
            state: components["schemas"]["TextState"];
            title: string;
        };
        ArticleText: {
            authors: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            content: components["schemas"]["ArticleContent"];
            locale: string;
            newest: number;
            outdated: boolean;
            publishAt: string | null;
            published: number | null;
            publishedAt: string | null;
            /** Format: date-time */
            savedAt: string;
            state: components["schemas"]["TextState"];
            translatedFrom: number | null;
        };
        ArticleTopic: {
            articles: number;
            contactTopic: components["schemas"]["Topic"] | null;
            descriptions: {
                [key: string]: string;
            };
            /** Format: uuid */
            id: string;
            names: {
                [key: string]: string;
            };
            parentId: string | null;
            place: number;
            slug: string;
        };
        Ask: {
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
            staffId?: string | null;
            subject: string;
            /** @description Whom to ask: a team, or else a colleague. */
            teamId?: string | null;
        };
        AskChanges: {
            note: string;
            revision: number;
        };
        Attachment: {
            /** Format: uuid */
            id: string;
            image: boolean;
            name: string;
            size: number;
            type: string;
        };
        AuditEntry: {
            action: string;
            actor: {
                id: string | null;
                kind: string;
                name: string | null;
            };
            /** Format: date-time */
            at: string;
            data: {
                [key: string]: unknown;
            };
            id: number;
            ip: string | null;
            subject: {
                id: string | null;
                kind: string;
            };
        };
        AuditPage: {
            before: number | null;
            entries: components["schemas"]["AuditEntry"][];
        };
        Author: {
            id: string | null;
            /** @enum {string} */
            kind: "customer" | "participant" | "staff" | "assistant" | "system";
            name: string | null;
        };
        BeginSecondFactor: {
            password: string;
        };
        BulkReply: {
            /** Format: uuid */
            id: string;
            sent: number;
            skipped: {
                code: components["schemas"]["ErrorCode"];
                /** Format: uuid */
                conversationId: string;
                number: number | null;
            }[];
            /** Format: date-time */
            startsAt: string;
            /** @enum {string} */
            state: "waiting" | "sending" | "done" | "undone";
            total: number;
        };
        Calendar: {
            always: boolean;
            holidays: {
                /** Format: date */
                date: string;
                name: string;
                /** @default [] */
                spans: {
                    from: string;
                    to: string | "24:00";
                }[];
            }[];
            name: string;
            timeZone: string;
            week: {
                [key: string]: {
                    from: string;
                    to: string | "24:00";
                }[];
            };
        };
        CalendarInput: {
            always: boolean;
            holidays: {
                /** Format: date */
                date: string;
                name: string;
                /** @default [] */
                spans: {
                    from: string;
                    to: string | "24:00";
                }[];
            }[];
            name: string;
            timeZone: string;
            week: {
                [key: string]: {
                    from: string;
                    to: string | "24:00";
                }[];
            };
        };
        CannedReply: {
            body: string;
            /** Format: uuid */
            id: string;
            /** @default null */
            locale: string | null;
            shortcut: string;
            /** @default null */
            teamId: string | null;
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ChangeArticle: {
            settings: {
                announcement?: components["schemas"]["AnnouncementInput"] | null;
                kind?: components["schemas"]["ArticleKind"];
                level?: components["schemas"]["ArticleLevel"];
                ownerId?: string | null;
                related?: string[];
                reviewEveryDays?: number | null;
                slug?: string;
                topicId?: string | null;
            };
            version: number;
        };
        ChangeCalendar: {
            calendar: components["schemas"]["CalendarInput"];
            version: number;
        };
        ChangeConversation: {
            /** @description Added to those that are there, or to `tags`. */
            addTags?: string[];
            assigneeId?: string | null;
            complexity?: components["schemas"]["Complexity"];
            priority?: components["schemas"]["Priority"];
            /** @description Taken away, also where another field adds them. */
            removeTags?: string[];
            /** Format: date-time */
            snoozedUntil?: string;
            /** @enum {string} */
            status?: "open" | "waiting" | "on_hold" | "snoozed" | "solved" | "closed";
            subject?: string | null;
            tags?: string[];
            teamId?: string | null;
            topic?: components["schemas"]["Topic"] | null;
            version?: number;
        };
        ChangeDeskSettings: {
            settings: {
                attachments?: {
                    enabled?: boolean;
                };
                channels?: {
                    chat?: boolean;
                    email?: boolean;
                    form?: boolean;
                };
                colours?: {
                    dark: {
                        [key: string]: string;
                    };
                    light: {
                        [key: string]: string;
                    };
                };
                defaultLocale?: string;
                identity?: {
                    audience?: string;
                };
                languages?: string[];
                logo?: string;
                name?: string;
                timeZone?: string;
                widget?: {
                    allowedDomains?: string[];
                    askEmail?: boolean;
                    askName?: boolean;
                    enabled?: boolean;
                    greeting?: {
                        [key: string]: string;
                    };
                    /** @enum {string} */
                    position?: "left" | "right";
                    topics?: components["schemas"]["Topic"][];
                };
            };
            version: number;
        };
        ChangePassword: {
            newPassword: string;
            password: string;
        };
        ChangePolicy: {
            policy: components["schemas"]["PolicyInput"];
            version: number;
        };
        ChangeProfile: {
            email?: string | null;
            locale?: string;
            name?: string | null;
        };
        ChangeRule: {
            rule: components["schemas"]["RuleInput"];
            version: number;
        };
        ChangeTask: {
            assigneeId?: string | null;
            done?: boolean;
            dueAt?: string | null;
            title?: string;
        };
        /** @enum {string} */
        ChannelName: "chat" | "form" | "email" | "api" | "internal";
        /** @enum {string} */
        Complexity: "simple" | "normal" | "complex";
        Concept: {
            changed: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            shipped: boolean;
            /** @default 1 */
            weight: number;
            words: {
                [key: string]: string[];
            };
        };
        ConfirmReset: {
            password: string;
            token: string;
        };
        ConfirmWithCode: {
            code: string;
            password: string;
        };
        Conversation: {
            assignee: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            channel: components["schemas"]["ChannelName"];
            clock?: components["schemas"]["DueClock"] | null;
            complexity: components["schemas"]["Complexity"];
            /** Format: date-time */
            createdAt: string;
            customer: components["schemas"]["CustomerSummary"];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            lastAuthor: "customer" | "participant" | "staff" | "assistant" | "system";
            /** Format: date-time */
            lastEntryAt: string;
            live: boolean;
            locale: string;
            mergedInto: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            number: number;
            preview: string;
            priority: components["schemas"]["Priority"];
            queuedAt: string | null;
            readByCustomer: number;
            seq: number;
            sideOf: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            snoozedUntil: string | null;
            status: components["schemas"]["Status"];
            subject: string | null;
            tags: string[];
            team: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            topic: components["schemas"]["Topic"] | null;
            unread: number;
            version: number;
            waitingSince: string | null;
        };
        ConversationClock: {
            breachedAt: string | null;
            dueAt: string | null;
            endedAt: string | null;
            /** @enum {string} */
            kind: "firstReply" | "nextReply" | "resolution";
            startedAt: string | null;
            /** @enum {string} */
            state: "none" | "running" | "paused" | "met" | "breached";
            target: number | null;
            used: number;
            warnAt: string | null;
            warnedAt: string | null;
        };
        ConversationCounts: {
            all: number;
            mine: number;
            queued: number;
            teams: {
                count: number;
                /** Format: uuid */
                id: string;
            }[];
            unassigned: number;
        };
        ConversationHits: {
            back: string | null;
            hits: {
                conversation: components["schemas"]["Conversation"];
                seq: number;
                snippet: {
                    hit: boolean;
                    text: string;
                }[];
            }[];
            next: string | null;
        };
        ConversationPage: {
            conversations: components["schemas"]["Conversation"][];
            next: string | null;
        };
        CreateApiKey: {
            /** @default null */
            expiresAt: string | null;
            name: string;
            permissions: components["schemas"]["Permission"][];
        };
        CreatedApiKey: {
            key: components["schemas"]["ApiKey"];
            /** @description Shown this once. */
            secret: string;
        };
        CreatedIdentityKey: {
            algorithm: components["schemas"]["KeyAlgorithm"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            kid: string;
            retiredAt: string | null;
            secret?: string;
        };
        CreateIdentityKey: {
            algorithm: components["schemas"]["KeyAlgorithm"];
            kid?: string;
            publicKey?: string;
        };
        Customer: {
            email: string | null;
            /** Format: uuid */
            id: string;
            locale: string;
            name: string | null;
            verified: boolean;
        };
        CustomerConversation: {
            agent: {
                name: string;
            } | null;
            channel: components["schemas"]["ChannelName"];
            continuedIn: {
                /** Format: uuid */
                id: string;
                number: number;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastEntryAt: string;
            live: boolean;
            locale: string;
            number: number;
            position: number | null;
            preview: string;
            reachable: boolean;
            readByDesk: number;
            seq: number;
            status: components["schemas"]["Status"];
            subject: string | null;
            topic: components["schemas"]["Topic"] | null;
            unread: number;
            version: number;
        };
        CustomerEntry: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["Attachment"][];
            author: components["schemas"]["Author"];
            body: string;
            clientId: string | null;
            /** Format: uuid */
            conversationId: string;
            deletedAt: string | null;
            editedAt: string | null;
            /** @constant */
            kind: "message";
            seq: number;
        } | {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            /** @enum {string} */
            code: "opened" | "queued" | "joined" | "handed_over" | "no_agent" | "customer_left" | "contact_given" | "secret_removed" | "solved" | "reopened" | "closed" | "merged_into" | "merged_from" | "unmerged" | "unmerged_from" | "same_as" | "split_into" | "split_from" | "with_team";
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "line";
            seq: number;
            values: {
                [key: string]: string | number | boolean | null;
            };
        } | {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            body: string;
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "edit";
            seq: number;
            target: number;
        } | {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "deletion";
            seq: number;
            target: number;
        } | {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "hidden";
            seq: number;
        };
        CustomerHits: {
            customers: components["schemas"]["CustomerSummary"][];
        };
        CustomerSession: {
            customer: components["schemas"]["Customer"];
            /** Format: date-time */
            expiresAt: string;
            token: string;
        };
        CustomerSummary: {
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string | null;
            tier: string | null;
            verified: boolean;
        };
        DeskSettings: {
            attachments: {
                enabled: boolean;
            };
            channels: {
                chat: boolean;
                email: boolean;
                form: boolean;
            };
            colours: {
                dark: {
                    [key: string]: string;
                };
                light: {
                    [key: string]: string;
                };
            };
            defaultLocale: string;
            identity: {
                audience: string;
            };
            languages: string[];
            logo: string;
            name: string;
            timeZone: string;
            widget: {
                allowedDomains: string[];
                askEmail: boolean;
                askName: boolean;
                enabled: boolean;
                greeting: {
                    [key: string]: string;
                };
                /** @enum {string} */
                position: "left" | "right";
                topics: components["schemas"]["Topic"][];
            };
        };
        DiffPart: {
            /** @enum {string} */
            change: "same" | "added" | "removed";
            text: string;
        };
        /** @enum {string} */
        DkimFound: "key" | "other" | "nothing";
        DkimKey: {
            active: boolean;
            checkedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            domain: string;
            found: components["schemas"]["DkimFound"] | null;
            /** Format: uuid */
            id: string;
            record: {
                name: string;
                value: string;
            };
            selector: string;
        };
        Done: {
            /** @constant */
            done: true;
        };
        DueClock: {
            dueAt: string | null;
            /** @enum {string} */
            kind: "firstReply" | "nextReply" | "resolution";
            left: number | null;
            /** @enum {string} */
            state: "running" | "paused" | "breached";
            warnAt: string | null;
        };
        EditEntry: {
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
        };
        ErrorBody: {
            error: {
                /** @enum {string} */
                code: "invalid_input" | "empty_message" | "second_factor_required" | "not_signed_in" | "wrong_credentials" | "wrong_code" | "token_expired" | "token_invalid" | "token_reused" | "signature_invalid" | "forbidden" | "origin_not_allowed" | "own_work" | "not_found" | "method_not_allowed" | "stale_version" | "edit_conflict" | "wrong_step" | "answered_meanwhile" | "customer_wrote_meanwhile" | "machine_not_answered" | "already_started" | "already_exists" | "conversation_closed" | "conversation_merged" | "different_customers" | "last_administrator" | "topic_in_use" | "calendar_in_use" | "link_used" | "message_too_long" | "file_too_large" | "image_too_large" | "body_too_large" | "too_many_files" | "file_type_refused" | "unsupported_media_type" | "placeholder_unfilled" | "weak_password" | "own_address" | "topic_loop" | "announcement_needed" | "no_mailbox" | "name_system_silent" | "imap_address" | "imap_unreachable" | "imap_no_tls" | "imap_certificate" | "imap_plain_refused" | "imap_wrong_password" | "imap_no_folder" | "imap_failed" | "imap_password_needed" | "no_old_mail" | "too_many_old_mails" | "too_many_requests" | "internal" | "unavailable" | "storage_full";
                details?: {
                    [key: string]: unknown;
                };
                fields?: {
                    message: string;
                    path: string;
                }[];
                message: string;
                requestId: string;
            };
        };
        /** @enum {string} */
        ErrorCode: "invalid_input" | "empty_message" | "second_factor_required" | "not_signed_in" | "wrong_credentials" | "wrong_code" | "token_expired" | "token_invalid" | "token_reused" | "signature_invalid" | "forbidden" | "origin_not_allowed" | "own_work" | "not_found" | "method_not_allowed" | "stale_version" | "edit_conflict" | "wrong_step" | "answered_meanwhile" | "customer_wrote_meanwhile" | "machine_not_answered" | "already_started" | "already_exists" | "conversation_closed" | "conversation_merged" | "different_customers" | "last_administrator" | "topic_in_use" | "calendar_in_use" | "link_used" | "message_too_long" | "file_too_large" | "image_too_large" | "body_too_large" | "too_many_files" | "file_type_refused" | "unsupported_media_type" | "placeholder_unfilled" | "weak_password" | "own_address" | "topic_loop" | "announcement_needed" | "no_mailbox" | "name_system_silent" | "imap_address" | "imap_unreachable" | "imap_no_tls" | "imap_certificate" | "imap_plain_refused" | "imap_wrong_password" | "imap_no_folder" | "imap_failed" | "imap_password_needed" | "no_old_mail" | "too_many_old_mails" | "too_many_requests" | "internal" | "unavailable" | "storage_full";
        FailedMail: {
            address: string;
            seq: number;
            status: string | null;
        };
        Fee: {
            asset: string;
            deposit: string | null;
            /** Format: uuid */
            id: string;
            leastDeposit: string | null;
            leastWithdrawal: string | null;
            network: string;
            /** @default {} */
            note: {
                [key: string]: string;
            };
            /** Format: date-time */
            updatedAt: string;
            withdrawal: string | null;
        };
        FeeLine: {
            asset: string;
            deposit: string | null;
            leastDeposit: string | null;
            leastWithdrawal: string | null;
            network: string;
            withdrawal: string | null;
        };
        FileLink: {
            /** Format: date-time */
            expiresAt: string;
            url: string;
        };
        ForwardMail: {
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
            /** @default  */
            comment: string;
            /** @default null */
            seq: number | null;
            /** Format: email */
            to: string;
        };
        HandOverLink: {
            /** Format: date-time */
            expiresAt: string;
            link: string;
        };
        HelpArticle: {
            html: string;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ArticleKind"];
            locale: string;
            reviewedAt: string | null;
            slug: string;
            summary: string;
            title: string;
            url: string;
        };
        HelpArticleRow: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ArticleKind"];
            locale: string;
            slug: string;
            summary: string;
            title: string;
            url: string;
        };
        HelpHit: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["ArticleKind"];
            locale: string;
            slug: string;
            summary: string;
            summaryPieces: {
                hit: boolean;
                text: string;
            }[];
            title: string;
            titlePieces: {
                hit: boolean;
                text: string;
            }[];
            url: string;
        };
        HelpHome: {
            announcements: {
                endsAt: string | null;
                /** Format: uuid */
                id: string;
                kind: components["schemas"]["ArticleKind"];
                locale: string;
                slug: string;
                /** Format: date-time */
                startsAt: string;
                summary: string;
                title: string;
                url: string;
            }[];
            popular: components["schemas"]["HelpArticleRow"][];
        };
        HelpSearch: {
            hits: components["schemas"]["HelpHit"][];
            /** Format: uuid */
            searchId: string;
        };
        HelpVote: {
            comment?: string;
            helpful: boolean;
            locale: string;
            reason?: ("unclear" | "wrong" | "outdated" | "not_solved" | "too_long" | "other") | null;
        };
        IdentityKey: {
            algorithm: components["schemas"]["KeyAlgorithm"];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            kid: string;
            retiredAt: string | null;
        };
        ImapAccount: {
            /** @default INBOX */
            folder: string;
            host: string;
            /** @default null */
            moveTo: string | null;
            port: number;
            security: components["schemas"]["ImapSecurity"];
            /** @default new */
            start: components["schemas"]["ImapStart"];
            state: components["schemas"]["ImapState"];
            user: string;
        };
        /** @enum {string} */
        ImapFault: "imap_address" | "imap_unreachable" | "imap_no_tls" | "imap_certificate" | "imap_plain_refused" | "imap_wrong_password" | "imap_no_folder" | "imap_failed" | "internal";
        /** @enum {string} */
        ImapSecurity: "tls" | "starttls" | "plain";
        /** @enum {string} */
        ImapStart: "new" | "all";
        ImapState: {
            connectedSince: string | null;
            fault: components["schemas"]["ImapFault"] | null;
            faultAt: string | null;
            lastMailAt: string | null;
            passedOver: number;
            retryAt: string | null;
        };
        /** @enum {string} */
        ImportFault: "malformed" | "time" | "memory" | "size" | "too_large" | "not_fetched";
        ImportFolder: {
            mails: number;
            path: string;
        };
        ImportLogin: {
            host: string;
            /** @default null */
            password: string | null;
            port: number;
            security: components["schemas"]["ImapSecurity"];
            user: string;
        };
        ImportReportLine: {
            code: string;
            detail: string;
            file: string;
            item: string | null;
            line: number | null;
        };
        /** @enum {string} */
        ImportState: "running" | "stopped" | "dropped" | "done";
        Invitation: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            role: components["schemas"]["Role"];
            teamIds: string[];
        };
        Invitations: {
            invitations: components["schemas"]["Invitation"][];
        };
        Invite: {
            /** Format: email */
            email: string;
            role: components["schemas"]["Role"];
            /** @default [] */
            teamIds: string[];
        };
        Invited: {
            invitation: components["schemas"]["Invitation"];
            /** @description To hand over; null when it was sent by mail. */
            link: string | null;
        };
        KeptCalendar: {
            calendar: components["schemas"]["Calendar"];
            /** Format: date-time */
            changedAt: string;
            /** Format: uuid */
            id: string;
            version: number;
        };
        KeptPolicy: {
            /** Format: date-time */
            changedAt: string;
            /** Format: uuid */
            id: string;
            policy: components["schemas"]["Policy"];
            version: number;
        };
        KeptRule: {
            /** Format: date-time */
            changedAt: string;
            /** Format: uuid */
            id: string;
            rule: components["schemas"]["Rule"];
            version: number;
        };
        /** @enum {string} */
        KeyAlgorithm: "HS256" | "ES256" | "EdDSA" | "RS256";
        /** @enum {string} */
        LineCode: "opened" | "queued" | "joined" | "handed_over" | "no_agent" | "customer_left" | "contact_given" | "secret_removed" | "solved" | "reopened" | "closed" | "merged_into" | "merged_from" | "unmerged" | "unmerged_from" | "same_as" | "split_into" | "split_from" | "with_team" | "assigned" | "team_changed" | "status_changed" | "priority_changed" | "complexity_changed" | "topic_changed" | "subject_changed" | "tags_changed" | "snoozed" | "woken" | "rule_ran" | "task_added" | "task_changed" | "task_done" | "task_reopened" | "task_deleted" | "task_due" | "mail_from_other" | "mail_bounced" | "mail_failed" | "mail_resent" | "mail_unreadable" | "mail_too_large" | "mail_forwarded" | "mail_forward_answered" | "mail_forwarded_in" | "first_reply_soon" | "first_reply_late" | "next_reply_soon" | "next_reply_late" | "resolution_soon" | "resolution_late" | "linked" | "unlinked" | "not_same" | "side_asked" | "side_answered" | "side_settled";
        LinkDetails: {
            email: string | null;
            /** Format: date-time */
            expiresAt: string;
        };
        LinkTo: {
            /** @description The number by which people call a conversation. */
            number: number;
        };
        LookAtLink: {
            /** @enum {string} */
            kind: "welcome" | "invitation" | "reset";
            token: string;
        };
        Macro: {
            actions: components["schemas"]["MacroAction"][];
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @default composer
             * @enum {string}
             */
            send: "composer" | "at_once";
            shortcut: string;
            /** @default null */
            teamId: string | null;
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        MacroAction: {
            /** @constant */
            do: "reply";
            text: string;
        } | {
            /** @constant */
            do: "note";
            text: string;
        } | {
            /** @constant */
            do: "set_status";
            /** @enum {string} */
            status: "open" | "waiting" | "on_hold" | "solved" | "closed";
        } | {
            /** @constant */
            do: "snooze";
            hours: number;
        } | {
            /** @constant */
            do: "set_priority";
            priority: components["schemas"]["Priority"];
        } | {
            complexity: components["schemas"]["Complexity"];
            /** @constant */
            do: "set_complexity";
        } | {
            assigneeId: string | null;
            /** @constant */
            do: "assign";
        } | {
            /** @constant */
            do: "assign_team";
            teamId: string | null;
        } | {
            /** @constant */
            do: "add_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "remove_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "add_task";
            hours: number | null;
            title: string;
        } | {
            /** @constant */
            do: "assign_me";
        };
        MacroActionInput: {
            /** @constant */
            do: "reply";
            text: string;
        } | {
            /** @constant */
            do: "note";
            text: string;
        } | {
            /** @constant */
            do: "set_status";
            /** @enum {string} */
            status: "open" | "waiting" | "on_hold" | "solved" | "closed";
        } | {
            /** @constant */
            do: "snooze";
            hours: number;
        } | {
            /** @constant */
            do: "set_priority";
            priority: components["schemas"]["Priority"];
        } | {
            complexity: components["schemas"]["Complexity"];
            /** @constant */
            do: "set_complexity";
        } | {
            assigneeId: string | null;
            /** @constant */
            do: "assign";
        } | {
            /** @constant */
            do: "assign_team";
            teamId: string | null;
        } | {
            /** @constant */
            do: "add_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "remove_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "add_task";
            hours: number | null;
            title: string;
        } | {
            /** @constant */
            do: "assign_me";
        };
        MacroRan: {
            done: string[];
            refused: {
                code: components["schemas"]["ErrorCode"];
                /** Format: uuid */
                id: string;
            }[];
        };
        Mailbox: {
            /** Format: email */
            address: string;
            /** Format: date-time */
            createdAt: string;
            /** @default false */
            forwardsIn: boolean;
            /** Format: uuid */
            id: string;
            identities: components["schemas"]["SenderIdentity"][];
            imap: components["schemas"]["ImapAccount"] | null;
            name: string;
            /** @default  */
            signature: string;
            /** @default null */
            teamId: string | null;
        };
        /** @enum {string} */
        MailHtml: "none" | "whole" | "remote";
        MailImport: {
            address: string;
            automatic: number;
            conversations: number;
            /** Format: date-time */
            createdAt: string;
            done: number;
            endedAt: string | null;
            fault: components["schemas"]["ImapFault"] | null;
            filed: number;
            folders: string[];
            host: string | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            mailboxId: string;
            perSecond: number | null;
            retryAt: string | null;
            secondsLeft: number | null;
            since: string | null;
            skipped: number;
            /** @enum {string} */
            source: "server" | "files";
            state: components["schemas"]["ImportState"];
            total: number | null;
            unreadable: number;
            /** Format: date-time */
            until: string;
            user: string | null;
        };
        MailOfConversation: {
            cc: {
                address: string;
                name: string;
            }[];
            cut: string[];
            from: {
                address: string;
                name: string;
            } | null;
            html: components["schemas"]["MailHtml"];
            /** Format: uuid */
            id: string;
            quoted: string;
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            seq: number | null;
            signature: string;
            size: number;
            state: components["schemas"]["MailState"];
            subject: string;
            to: {
                address: string;
                name: string;
            }[];
            verdict: components["schemas"]["MailVerdict"];
        };
        MailsOfConversation: {
            answers: components["schemas"]["AnswersByMail"];
            failed: components["schemas"]["FailedMail"][];
            mails: components["schemas"]["MailOfConversation"][];
            own: string[];
            senders: components["schemas"]["PossibleSender"][];
            sent: components["schemas"]["SentAnswer"][];
        };
        /** @enum {string} */
        MailState: "received" | "filed" | "ignored" | "unreadable";
        MailVerdict: {
            /** @enum {string} */
            arc: "pass" | "fail" | "none";
            /** @enum {string} */
            dkim: "pass" | "fail" | "none";
            /** @enum {string} */
            dmarc: "pass" | "fail" | "none";
            /** @enum {string} */
            sender: "pass" | "fail" | "none";
            /** @enum {string} */
            spf: "pass" | "fail" | "none";
        };
        MakeArticle: {
            content: components["schemas"]["ArticleContentInput"];
            locale: string;
        };
        MakeDkimKey: {
            domain: string;
            /** @default ballast */
            selector: string;
        };
        MarkAffected: {
            articleIds: string[];
            note: string;
        };
        Me: {
            email: string;
            /** Format: uuid */
            id: string;
            locale: string;
            name: string;
            permissions: components["schemas"]["Permission"][];
            role: components["schemas"]["Role"];
            /** Format: uuid */
            sessionId: string;
            teams: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            twoFactor: boolean;
        };
        MergeInto: {
            /** @description The number by which people call a conversation. */
            into: number;
        };
        NewArticle: {
            announcement?: components["schemas"]["AnnouncementInput"] | null;
            content: components["schemas"]["ArticleContentInput"];
            kind: components["schemas"]["ArticleKind"];
            level?: components["schemas"]["ArticleLevel"];
            locale: string;
            ownerId?: string | null;
            related?: string[];
            reviewEveryDays?: number | null;
            slug?: string;
            topicId?: string | null;
        };
        OpenConversation: {
            /** @default [] */
            attachments: string[];
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
            email?: string | null;
            /** @default true */
            live: boolean;
            /** @default en */
            locale: string;
            name?: string | null;
            page?: string | null;
            searchId?: string | null;
            subject?: string | null;
            topic?: components["schemas"]["Topic"] | null;
        };
        OpenSession: {
            identity?: string;
            locale?: string;
            visitorToken?: string;
        };
        Other: {
            conversation: components["schemas"]["Conversation"] | null;
            number: number;
        };
        /** @enum {string} */
        Permission: "conversations.read" | "conversations.read_all" | "conversations.write" | "conversations.assign" | "conversations.delete_entry" | "mails.read_raw" | "canned_replies.write" | "macros.write" | "rules.write" | "tags.write" | "sla.write" | "workforce.read" | "workforce.write_own" | "workforce.write" | "articles.write" | "articles.review" | "customers.read" | "staff.read" | "staff.write" | "teams.write" | "api_keys.write" | "settings.read" | "settings.write" | "audit.read";
        Policy: {
            calendarId: string | null;
            enabled: boolean;
            escalation: ({
                at: ("warning" | "breach") | number;
                /** @enum {string} */
                do: "notify_assignee" | "notify_leads" | "raise_priority";
            } | {
                at: ("warning" | "breach") | number;
                /** @constant */
                do: "assign_team";
                /** Format: uuid */
                teamId: string;
            })[];
            match: {
                channels?: components["schemas"]["ChannelName"][];
                languages?: string[];
                priorities?: components["schemas"]["Priority"][];
                teamIds?: string[];
                tiers?: string[];
                topics?: components["schemas"]["Topic"][];
            };
            name: string;
            /**
             * @default {
             *       "firstReply": [],
             *       "nextReply": [],
             *       "resolution": [
             *         "waiting",
             *         "on_hold",
             *         "snoozed"
             *       ]
             *     }
             */
            pauses: {
                /** @default [] */
                firstReply: ("assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed")[];
                /** @default [] */
                nextReply: ("assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed")[];
                /**
                 * @default [
                 *       "waiting",
                 *       "on_hold",
                 *       "snoozed"
                 *     ]
                 */
                resolution: ("assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed")[];
            };
            position: number;
            targets: {
                firstReply?: {
                    minutes: number;
                    warning?: number;
                };
                nextReply?: {
                    minutes: number;
                    warning?: number;
                };
                resolution?: {
                    minutes: number;
                    warning?: number;
                };
            };
        };
        PolicyInput: {
            calendarId: string | null;
            enabled: boolean;
            escalation: ({
                at: ("warning" | "breach") | number;
                /** @enum {string} */
                do: "notify_assignee" | "notify_leads" | "raise_priority";
            } | {
                at: ("warning" | "breach") | number;
                /** @constant */
                do: "assign_team";
                /** Format: uuid */
                teamId: string;
            })[];
            match: {
                channels?: components["schemas"]["ChannelName"][];
                languages?: string[];
                priorities?: components["schemas"]["Priority"][];
                teamIds?: string[];
                tiers?: string[];
                topics?: components["schemas"]["Topic"][];
            };
            name: string;
            /**
             * @default {
             *       "firstReply": [],
             *       "nextReply": [],
             *       "resolution": [
             *         "waiting",
             *         "on_hold",
             *         "snoozed"
             *       ]
             *     }
             */
            pauses: {
                /** @default [] */
                firstReply: ("assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed")[];
                /** @default [] */
                nextReply: ("assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed")[];
                /**
                 * @default [
                 *       "waiting",
                 *       "on_hold",
                 *       "snoozed"
                 *     ]
                 */
                resolution: ("assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed")[];
            };
            position: number;
            targets: {
                firstReply?: {
                    minutes: number;
                    warning?: number;
                };
                nextReply?: {
                    minutes: number;
                    warning?: number;
                };
                resolution?: {
                    minutes: number;
                    warning?: number;
                };
            };
        };
        PossibleSender: {
            address: string;
            name: string;
            sender: components["schemas"]["AnswerSender"];
            usual: boolean;
        };
        PredictedTime: {
            /** Format: date-time */
            high: string;
            /** Format: date-time */
            low: string;
            movedAt: string | null;
        };
        PredictedTimes: {
            firstReply: components["schemas"]["PredictedTime"] | null;
            resolution: components["schemas"]["PredictedTime"] | null;
        };
        Presence: {
            available: boolean;
            /** @default 5 */
            capacity: number;
            load: number;
            name: string;
            /** Format: uuid */
            staffId: string;
        };
        Presences: {
            presences: components["schemas"]["Presence"][];
        };
        /** @enum {string} */
        Priority: "low" | "normal" | "high" | "urgent";
        PublicDesk: {
            attachments: {
                enabled: boolean;
            };
            channels: {
                chat: boolean;
                email: boolean;
                form: boolean;
            };
            colours: {
                dark: {
                    [key: string]: string;
                };
                light: {
                    [key: string]: string;
                };
            };
            defaultLocale: string;
            languages: string[];
            logo: string;
            name: string;
            widget: {
                askEmail: boolean;
                askName: boolean;
                enabled: boolean;
                greeting: {
                    [key: string]: string;
                };
                /** @enum {string} */
                position: "left" | "right";
                topics: components["schemas"]["Topic"][];
            };
        };
        Publish: {
            /** Format: date-time */
            at?: string;
            /** @default false */
            minor: boolean;
            revision: number;
        };
        Reason: {
            by: string;
            value: string;
        };
        Recalculation: {
            done: number;
            finishedAt: string | null;
            /** Format: date-time */
            startedAt: string;
            total: number;
        };
        RecoveryCodes: {
            /** @description Shown this once. */
            recoveryCodes: string[];
        };
        Related: {
            links: components["schemas"]["Other"][];
            merged: components["schemas"]["Other"][];
            mergedInto: components["schemas"]["Other"] | null;
            same: components["schemas"]["Conversation"][];
            sideOf: components["schemas"]["Other"] | null;
            splitFrom: components["schemas"]["Other"] | null;
            splitInto: components["schemas"]["Other"][];
        };
        RequestReset: {
            email: string;
        };
        ResendMail: {
            /** Format: email */
            address?: string;
            /** Format: email */
            to?: string;
        };
        ResponseTime: {
            accuracy: {
                days7: {
                    basis: number;
                    belowHigh: number | null;
                    medianError: number | null;
                };
                days30: {
                    basis: number;
                    belowHigh: number | null;
                    medianError: number | null;
                };
            };
            basis: number;
            channel: components["schemas"]["ChannelName"];
            /** @enum {string} */
            kind: "firstReply" | "resolution";
            range: {
                high: number;
                low: number;
            } | null;
            topic: components["schemas"]["Topic"] | null;
        };
        ResponseTimes: {
            /** Format: date-time */
            at: string;
            times: components["schemas"]["ResponseTime"][];
        };
        Review: {
            note?: string;
            revision: number;
        };
        ReviewStep: {
            /** Format: date-time */
            at: string;
            by: string | null;
            locale: string | null;
            note: string | null;
            revision: number | null;
            /** @enum {string} */
            step: "submitted" | "changes_asked" | "approved" | "scheduled" | "published" | "withdrawn" | "confirmed" | "affected";
        };
        Revision: {
            /** Format: date-time */
            at: string;
            by: string | null;
            note: string | null;
            number: number;
            published: boolean;
        };
        /** @enum {string} */
        Role: "agent" | "lead" | "editor" | "compliance" | "administrator";
        Rule: {
            enabled: boolean;
            if: {
                channels?: components["schemas"]["ChannelName"][];
                complexities?: components["schemas"]["Complexity"][];
                hours?: {
                    /** Format: uuid */
                    calendarId: string;
                    open: boolean;
                };
                languages?: string[];
                priorities?: components["schemas"]["Priority"][];
                statuses?: components["schemas"]["Status"][];
                tags?: string[];
                teamIds?: string[];
                tiers?: string[];
                topics?: components["schemas"]["Topic"][];
                withoutTags?: string[];
                words?: string[];
            };
            name: string;
            position: number;
            then: components["schemas"]["RuleAction"][];
            when: {
                /** @constant */
                event: "opened";
            } | {
                /** @constant */
                event: "customer_wrote";
            } | {
                /** @constant */
                event: "staff_wrote";
            } | {
                /** @constant */
                event: "status_changed";
                to?: components["schemas"]["Status"][];
            } | {
                /** @constant */
                event: "tag_added";
                tags?: string[];
            } | {
                /** @constant */
                event: "unanswered";
                hours: number;
            } | {
                /** @constant */
                event: "idle";
                hours: number;
            };
        };
        RuleAction: {
            /** @constant */
            do: "reply";
            text: string;
        } | {
            /** @constant */
            do: "note";
            text: string;
        } | {
            /** @constant */
            do: "set_status";
            /** @enum {string} */
            status: "open" | "waiting" | "on_hold" | "solved" | "closed";
        } | {
            /** @constant */
            do: "snooze";
            hours: number;
        } | {
            /** @constant */
            do: "set_priority";
            priority: components["schemas"]["Priority"];
        } | {
            complexity: components["schemas"]["Complexity"];
            /** @constant */
            do: "set_complexity";
        } | {
            assigneeId: string | null;
            /** @constant */
            do: "assign";
        } | {
            /** @constant */
            do: "assign_team";
            teamId: string | null;
        } | {
            /** @constant */
            do: "add_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "remove_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "add_task";
            hours: number | null;
            title: string;
        } | {
            /** @constant */
            do: "notify_assignee";
        } | {
            /** @constant */
            do: "notify_leads";
        } | {
            /** @constant */
            do: "notify_team";
            /** Format: uuid */
            teamId: string;
        } | {
            /** @constant */
            do: "notify_staff";
            /** Format: uuid */
            staffId: string;
        };
        RuleActionInput: {
            /** @constant */
            do: "reply";
            text: string;
        } | {
            /** @constant */
            do: "note";
            text: string;
        } | {
            /** @constant */
            do: "set_status";
            /** @enum {string} */
            status: "open" | "waiting" | "on_hold" | "solved" | "closed";
        } | {
            /** @constant */
            do: "snooze";
            hours: number;
        } | {
            /** @constant */
            do: "set_priority";
            priority: components["schemas"]["Priority"];
        } | {
            complexity: components["schemas"]["Complexity"];
            /** @constant */
            do: "set_complexity";
        } | {
            assigneeId: string | null;
            /** @constant */
            do: "assign";
        } | {
            /** @constant */
            do: "assign_team";
            teamId: string | null;
        } | {
            /** @constant */
            do: "add_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "remove_tags";
            tags: string[];
        } | {
            /** @constant */
            do: "add_task";
            hours: number | null;
            title: string;
        } | {
            /** @constant */
            do: "notify_assignee";
        } | {
            /** @constant */
            do: "notify_leads";
        } | {
            /** @constant */
            do: "notify_team";
            /** Format: uuid */
            teamId: string;
        } | {
            /** @constant */
            do: "notify_staff";
            /** Format: uuid */
            staffId: string;
        };
        RuleInput: {
            enabled: boolean;
            if: {
                channels?: components["schemas"]["ChannelName"][];
                complexities?: components["schemas"]["Complexity"][];
                hours?: {
                    /** Format: uuid */
                    calendarId: string;
                    open: boolean;
                };
                languages?: string[];
                priorities?: components["schemas"]["Priority"][];
                statuses?: components["schemas"]["Status"][];
                tags?: string[];
                teamIds?: string[];
                tiers?: string[];
                topics?: components["schemas"]["Topic"][];
                withoutTags?: string[];
                words?: string[];
            };
            name: string;
            position: number;
            then: components["schemas"]["RuleActionInput"][];
            when: {
                /** @constant */
                event: "opened";
            } | {
                /** @constant */
                event: "customer_wrote";
            } | {
                /** @constant */
                event: "staff_wrote";
            } | {
                /** @constant */
                event: "status_changed";
                to?: components["schemas"]["Status"][];
            } | {
                /** @constant */
                event: "tag_added";
                tags?: string[];
            } | {
                /** @constant */
                event: "unanswered";
                hours: number;
            } | {
                /** @constant */
                event: "idle";
                hours: number;
            };
        };
        RuleRun: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversationId: string;
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            outcome: "done" | "failed" | "limited";
            reasons: components["schemas"]["Reason"][];
            /** Format: uuid */
            ruleId: string;
            ruleName: string;
            ruleVersion: number;
            steps: {
                code: components["schemas"]["ErrorCode"] | null;
                do: string;
            }[];
        };
        RuleTrial: {
            looked: number;
            matches: {
                /** Format: uuid */
                conversationId: string;
                number: number;
                reasons: components["schemas"]["Reason"][];
                subject: string | null;
                would: components["schemas"]["RuleAction"][];
            }[];
        };
        RunMacro: {
            conversations: {
                /** Format: uuid */
                clientId: string;
                /** Format: uuid */
                id: string;
                seen?: number;
                version?: number;
            }[];
            reply?: string;
            version: number;
        };
        SaveArticleTopic: {
            contactTopic: components["schemas"]["Topic"] | null;
            descriptions: {
                [key: string]: string;
            };
            names: {
                [key: string]: string;
            };
            parentId: string | null;
            place: number;
            slug: string;
        };
        SaveCannedReply: {
            body: string;
            /** @default null */
            locale: string | null;
            shortcut: string;
            /** @default null */
            teamId: string | null;
            title: string;
        };
        SaveConcept: {
            name: string;
            /** @default 1 */
            weight: number;
            words: {
                [key: string]: string[];
            };
        };
        SaveDraft: {
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /** @enum {string} */
            kind: "message" | "note";
        };
        SavedText: {
            content: components["schemas"]["ArticleContent"];
            merged: boolean;
            revision: number;
        };
        SaveFee: {
            asset: string;
            deposit: string | null;
            leastDeposit: string | null;
            leastWithdrawal: string | null;
            network: string;
            /** @default {} */
            note: {
                [key: string]: string;
            };
            withdrawal: string | null;
        };
        SaveFees: {
            fees: components["schemas"]["FeeLine"][];
        };
        SaveIdentity: {
            /** Format: email */
            address: string;
            name: string;
            /** @default {} */
            signatures: {
                [key: string]: string;
            };
            /** @default null */
            teamId: string | null;
        };
        SaveImap: {
            /** @default INBOX */
            folder: string;
            host: string;
            /** @default null */
            moveTo: string | null;
            /** @default null */
            password: string | null;
            port: number;
            security: components["schemas"]["ImapSecurity"];
            /** @default new */
            start: components["schemas"]["ImapStart"];
            user: string;
        };
        SaveMacro: {
            actions: components["schemas"]["MacroActionInput"][];
            name: string;
            /**
             * @default composer
             * @enum {string}
             */
            send: "composer" | "at_once";
            shortcut: string;
            /** @default null */
            teamId: string | null;
        };
        SaveMailbox: {
            /** Format: email */
            address: string;
            /** @default false */
            forwardsIn: boolean;
            name: string;
            /** @default  */
            signature: string;
            /** @default null */
            teamId: string | null;
        };
        SaveText: {
            base: number;
            content: components["schemas"]["ArticleContentInput"];
            note?: string;
            /** @default null */
            translatedFrom: number | null;
        };
        SecondFactorSecret: {
            secret: string;
            /** @description otpauth:// for a QR code */
            url: string;
        };
        SendBulkReply: {
            body: string;
            conversations: {
                /** Format: uuid */
                id: string;
                seen: number;
            }[];
            /** Format: uuid */
            id: string;
            /** @default null */
            then: ("waiting" | "solved") | null;
        };
        SenderIdentity: {
            /** Format: email */
            address: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @default {} */
            signatures: {
                [key: string]: string;
            };
            /** @default null */
            teamId: string | null;
        };
        SentAnswer: {
            bcc: string[];
            cc: string[];
            /** Format: uuid */
            clientId: string;
            sender: string | null;
        };
        Session: {
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: uuid */
            id: string;
            ip: string;
            /** Format: date-time */
            seenAt: string;
            userAgent: string;
        };
        Sessions: {
            sessions: components["schemas"]["Session"][];
        };
        SetPresence: {
            available: boolean;
            /** @default 5 */
            capacity: number;
        };
        SetPresenceInput: {
            available: boolean;
            /** @default 5 */
            capacity: number;
        };
        SetTeamMembers: {
            memberIds: string[];
        };
        Sides: {
            sides: components["schemas"]["Conversation"][];
        };
        SideThread: {
            conversation: components["schemas"]["Conversation"];
            entries: components["schemas"]["StaffEntry"][];
        };
        SignIn: {
            code?: string;
            email: string;
            password: string;
        };
        SignInOptions: {
            /** @description Whether the desk waits for its first administrator. */
            needsAdministrator: boolean;
            /** @description Whether the desk can send mail, so that a new password can be asked for. */
            passwordReset: boolean;
        };
        SplitOff: {
            /**
             * Format: uuid
             * @description Made by the client; sending the same one again is harmless.
             */
            clientId: string;
            seqs: number[];
            subject?: string | null;
        };
        StaffEntry: {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["Attachment"][];
            author: components["schemas"]["Author"];
            body: string;
            clientId: string | null;
            /** Format: uuid */
            conversationId: string;
            deletedAt: string | null;
            editedAt: string | null;
            /** @constant */
            kind: "message";
            seq: number;
        } | {
            /** Format: date-time */
            at: string;
            attachments: components["schemas"]["Attachment"][];
            author: components["schemas"]["Author"];
            body: string;
            clientId: string | null;
            /** Format: uuid */
            conversationId: string;
            deletedAt: string | null;
            editedAt: string | null;
            /** @constant */
            kind: "note";
            mentions: string[];
            seq: number;
        } | {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            code: components["schemas"]["LineCode"];
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "line";
            seq: number;
            values: {
                [key: string]: string | number | boolean | null;
            };
        } | {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            body: string;
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "edit";
            seq: number;
            target: number;
        } | {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            /** Format: uuid */
            conversationId: string;
            /** @constant */
            kind: "deletion";
            seq: number;
            target: number;
        };
        StaffList: {
            staff: components["schemas"]["StaffMember"][];
        };
        StaffMember: {
            /** Format: date-time */
            createdAt: string;
            disabled: boolean;
            /** @description Only for those who administer staff. */
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            teamIds: string[];
            twoFactor: boolean;
        };
        StartImport: {
            folders: string[];
            host: string;
            /** @default null */
            password: string | null;
            port: number;
            security: components["schemas"]["ImapSecurity"];
            /** @default null */
            since: string | null;
            user: string;
        };
        /** @enum {string} */
        Status: "assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed" | "solved" | "closed" | "merged";
        TakeImport: {
            publish: boolean;
        };
        TakenArticles: {
            created: number;
            left: number;
            unchanged: number;
            updated: number;
        };
        Task: {
            assignee: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: uuid */
            conversationId: string;
            /** Format: date-time */
            createdAt: string;
            doneAt: string | null;
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            title: string;
        };
        TaskElsewhere: {
            assignee: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            conversation: {
                number: number;
                preview: string;
                subject: string | null;
            };
            /** Format: uuid */
            conversationId: string;
            /** Format: date-time */
            createdAt: string;
            doneAt: string | null;
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            title: string;
        };
        Team: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            memberIds: string[];
            name: string;
            publicNames: {
                [key: string]: string;
            };
        };
        Teams: {
            teams: components["schemas"]["Team"][];
        };
        /** @enum {string} */
        TextState: "draft" | "in_review" | "approved" | "published";
        /** @enum {string} */
        Topic: "account" | "deposit" | "withdrawal" | "trading" | "security" | "api" | "listing" | "other";
        TopicContacts: {
            topics: {
                contacts: number;
                contactTopic: components["schemas"]["Topic"];
                /** Format: uuid */
                id: string;
                names: {
                    [key: string]: string;
                };
            }[];
        };
        TryRule: {
            /** @default 100 */
            last: number;
            rule: components["schemas"]["RuleInput"];
        };
        UnreadableMail: {
            /** Format: date-time */
            arrivedAt: string;
            folder: string;
            mailId: string | null;
            reason: components["schemas"]["ImportFault"];
            size: number;
            uid: number;
        };
        UpdateMe: {
            locale?: string;
            name?: string;
        };
        UpdateStaff: {
            disabled?: boolean;
            name?: string;
            role?: components["schemas"]["Role"];
            teamIds?: string[];
        };
        VersionedDeskSettings: {
            settings: components["schemas"]["DeskSettings"];
            version: number;
        };
        Welcome: {
            /** Format: email */
            email: string;
            name: string;
            password: string;
            token: string;
        };
        WidgetConfig: {
            agentsAvailable: boolean;
            attachments: {
                enabled: boolean;
            };
            channels: {
                chat: boolean;
                email: boolean;
                form: boolean;
            };
            colours: {
                dark: {
                    [key: string]: string;
                };
                light: {
                    [key: string]: string;
                };
            };
            defaultLocale: string;
            languages: string[];
            logo: string;
            name: string;
            widget: {
                askEmail: boolean;
                askName: boolean;
                enabled: boolean;
                greeting: {
                    [key: string]: string;
                };
                /** @enum {string} */
                position: "left" | "right";
                topics: components["schemas"]["Topic"][];
            };
        };
        WriteTeam: {
            name: string;
            publicNames?: {
                [key: string]: string;
            };
        };
        WriteToSide: {
            /** @description At most 20000 characters; refused as message_too_long beyond. */
            body: string;
            /** Format: uuid */
            clientId: string;
        };
    };
    responses: {
        /** @description Not done; `code` says why and stays the same, `message` is for people. Status: 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 507. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postArticleFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleFile"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticleGaps: {
        parameters: {
            query?: {
                dismissed?: string;
                topic?: "account" | "deposit" | "withdrawal" | "trading" | "security" | "api" | "listing" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gaps: components["schemas"]["ArticleGap"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticleGapsByIdArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeArticle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticleGapsByIdDismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticleGapsByIdProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleProposal"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticleGapsByIdRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticleImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: components["schemas"]["ArticleImport"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticleImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteArticleImportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticleImportsByIdReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        report: components["schemas"]["ImportReportLine"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticleImportsByIdTake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeImport"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticleSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sources: components["schemas"]["ArticleSource"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticleTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        topics: components["schemas"]["ArticleTopic"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticleTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveArticleTopic"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putArticleTopicsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveArticleTopic"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteArticleTopicsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticles: {
        parameters: {
            query?: {
                after?: string;
                archived?: string;
                attention?: string;
                ids?: string;
                kind?: "faq" | "guide" | "troubleshooting" | "fees" | "api" | "video" | "policy" | "blog" | "announcement";
                missing?: string;
                ownerId?: string;
                q?: string;
                state?: "draft" | "in_review" | "approved" | "published";
                topicId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        articles: components["schemas"]["ArticleRow"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesExport: {
        parameters: {
            query: {
                format: "markdown" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchArticlesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeArticle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesByIdSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        steps: components["schemas"]["ReviewStep"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putArticlesByIdTextsByLocale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveText"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedText"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocaleApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocaleAskChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskChanges"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesByIdTextsByLocaleChanges: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            /** @enum {string} */
                            field: "title" | "summary" | "body" | "questions";
                            parts: components["schemas"]["DiffPart"][];
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocalePublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Publish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesByIdTextsByLocaleRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revisions: components["schemas"]["Revision"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesByIdTextsByLocaleRevisionsByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleContent"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocaleRevisionsByNumberRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    base: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedText"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocaleSubmit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocaleUnschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesByIdTextsByLocaleWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                locale: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesAffected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkAffected"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marked: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesReports: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleReport"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getArticlesReportsTopics: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicContacts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postArticlesStarterSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    publish: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenArticles"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAttachmentsByIdLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getAudit: {
        parameters: {
            query?: {
                action?: string;
                actorId?: string;
                before?: number;
                limit?: number;
                subjectId?: string;
                subjectKind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postBulkReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBulkReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bulkReply: components["schemas"]["BulkReply"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getBulkRepliesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bulkReply: components["schemas"]["BulkReply"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteBulkRepliesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bulkReply: components["schemas"]["BulkReply"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCannedReplies: {
        parameters: {
            query?: {
                locale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cannedReplies: components["schemas"]["CannedReply"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCannedReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCannedReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteCannedRepliesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchCannedRepliesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCannedReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConcepts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        concepts: components["schemas"]["Concept"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConcepts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveConcept"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putConceptsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveConcept"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteConceptsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConceptsByIdRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversations: {
        parameters: {
            query?: {
                complexity?: "simple" | "normal" | "complex";
                cursor?: string;
                limit?: number;
                sort?: "newest" | "oldest" | "waiting_longest" | "priority" | "due_next";
                status?: "active" | "assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed" | "solved" | "closed" | "merged";
                tag?: string;
                teamId?: string;
                /** @description Of customers whom the exchange calls this. */
                tier?: string;
                view?: "mine" | "unassigned" | "all" | "mentions";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchConversationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeConversation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdArticles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        articles: components["schemas"]["HelpHit"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        clocks: components["schemas"]["ConversationClock"][];
                        predicted: components["schemas"]["PredictedTimes"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: components["schemas"]["Conversation"][];
                        customer: components["schemas"]["CustomerSummary"];
                        page: string | null;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** Format: date-time */
                            at: string;
                            /** @description At most 20000 characters; refused as message_too_long beyond. */
                            body: string;
                            /** @enum {string} */
                            kind: "message" | "note";
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putConversationsByIdDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraft"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteConversationsByIdDraft: {
        parameters: {
            query: {
                kind: "message" | "note";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdEntries: {
        parameters: {
            query?: {
                after?: number;
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                        entries: components["schemas"]["StaffEntry"][];
                        more: boolean;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppendByStaff"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["StaffEntry"];
                        seq: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteConversationsByIdEntriesBySeq: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchConversationsByIdEntriesBySeq: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditEntry"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdEntriesBySeqArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleProposal"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdEntriesBySeqArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeArticle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdForwards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardMail"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTo"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteConversationsByIdLinksByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailsOfConversation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerByMail"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdMailsBySeqHtml: {
        parameters: {
            query?: {
                pictures?: "own" | "remote";
            };
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdMailsBySeqRaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdMailsBySeqResend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seq: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendMail"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                        into: components["schemas"]["Conversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdRelated: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Related"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteConversationsByIdSameByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdSides: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sides"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdSides: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ask"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdSidesByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SideThread"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdSidesByNumberNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteToSide"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdSplit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitOff"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: components["schemas"]["Task"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTask"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: components["schemas"]["Task"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsByIdTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsByIdUnmerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postConversationsBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: components["schemas"]["ChangeConversation"];
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: string[];
                        refused: {
                            code: components["schemas"]["ErrorCode"];
                            /** Format: uuid */
                            id: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getConversationsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationCounts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerAttachmentsByIdLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: components["schemas"]["CustomerConversation"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenConversation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                        entries: components["schemas"]["CustomerEntry"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerConversationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversationsByIdContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerConversationsByIdEntries: {
        parameters: {
            query?: {
                after?: number;
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                        entries: components["schemas"]["CustomerEntry"][];
                        more: boolean;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversationsByIdEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppendMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: components["schemas"]["CustomerEntry"];
                        seq: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversationsByIdLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversationsByIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversationsByIdSolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerConversationsByIdTimes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PredictedTimes"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerConversationsByIdTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerConversationsByIdWait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["CustomerConversation"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustomerMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchCustomerMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeProfile"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postCustomerSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSession"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerSession"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteCustomerSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDesk"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDeskSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionedDeskSettings"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchDeskSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDeskSettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionedDeskSettings"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDkimKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["DkimKey"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postDkimKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeDkimKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteDkimKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchDkimKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postDkimKeysByIdCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        found: components["schemas"]["DkimFound"];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fees: components["schemas"]["Fee"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putFees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFees"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postFees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFee"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putFeesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFee"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteFeesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getHelpArticlesBySlug: {
        parameters: {
            query?: {
                locale?: string;
                place?: "widget" | "form" | "site" | "console";
                searchId?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpArticle"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postHelpArticlesBySlugVotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpVote"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getHelpHome: {
        parameters: {
            query?: {
                locale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpHome"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getHelpSearch: {
        parameters: {
            query: {
                limit?: number;
                locale?: string;
                place?: "widget" | "form";
                q: string;
                searchId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpSearch"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getIdentityKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityKey"][];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postIdentityKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateIdentityKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedIdentityKey"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postIdentityKeysByIdRetire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityKey"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitations"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteInvitationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postInvitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postLinksLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookAtLink"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkDetails"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMacros: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        macros: components["schemas"]["Macro"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMacros: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMacro"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putMacrosById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMacro"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteMacrosById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMacrosByIdRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunMacro"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MacroRan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMailImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        imports: components["schemas"]["MailImport"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailImportsByIdContinue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailImportsByIdStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMailImportsByIdUnreadable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: components["schemas"]["UnreadableMail"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMailImportsUnreadableByIdRaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mailboxes: components["schemas"]["Mailbox"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMailbox"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putMailboxesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMailbox"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteMailboxesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailboxesByIdIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveIdentity"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putMailboxesByIdImap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveImap"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteMailboxesByIdImap: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailboxesByIdImapTry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveImap"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailboxesByIdImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartImport"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailboxesByIdImportFolders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportLogin"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        folders: components["schemas"]["ImportFolder"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postMailboxesByIdMails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "message/rfc822": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        again: boolean;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMailboxesByIdWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        url: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postPasswordResets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestReset"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postPasswordResetsConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmReset"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presences"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPresenceMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetPresence"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putPresenceMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPresenceInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getResponseTimes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseTimes"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: components["schemas"]["KeptRule"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putRulesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteRulesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postRulesDryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleTrial"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRulesRuns: {
        parameters: {
            query?: {
                cursor?: string;
                number?: number;
                outcome?: "done" | "failed" | "limited";
                ruleId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        runs: components["schemas"]["RuleRun"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSearch: {
        parameters: {
            query?: {
                assignee?: "me" | ("none" | string);
                channel?: "chat" | "form" | "email" | "api" | "internal";
                cursor?: string;
                customer?: string;
                /** @description Only conversations with files. */
                files?: "true";
                /** @description Said at this instant or later. */
                from?: string;
                /** @description Of the conversation; `zh` stands for `zh-TW` as well. */
                locale?: string;
                q?: string;
                status?: "active" | "assistant" | "queued" | "open" | "waiting" | "on_hold" | "snoozed" | "solved" | "closed" | "merged";
                tag?: string;
                team?: "none" | string;
                /** @description Said before this instant. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationHits"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSearchArticles: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleHits"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSearchCustomers: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerHits"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putSenderIdentitiesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveIdentity"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteSenderIdentitiesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMe"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteSessionById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSessionEndAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSessionList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSessionPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSessionRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmWithCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSessionSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginSecondFactor"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSessionSecondFactorDisable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmWithCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSessionSecondFactorEnable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmWithCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSlaCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendars: components["schemas"]["KeptCalendar"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSlaCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putSlaCalendarsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCalendar"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteSlaCalendarsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSlaPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policies: components["schemas"]["KeptPolicy"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postSlaPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putSlaPoliciesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePolicy"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteSlaPoliciesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSlaRecalculation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recalculation: components["schemas"]["Recalculation"] | null;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchStaffById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateStaff"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postStaffByIdEndSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postStaffByIdResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverLink"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteStaffByIdSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: components["schemas"]["TaskElsewhere"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteTasksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchTasksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTask"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tasks: components["schemas"]["Task"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teams"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTeam"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteTeamsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    patchTeamsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTeam"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    putTeamsByIdMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTeamMembers"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tiers: string[];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    postWelcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Welcome"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getWidgetConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WidgetConfig"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
