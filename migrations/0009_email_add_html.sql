-- Mails say whether they can be shown as HTML; of those that were read before, nobody looked.
update mails set details = details || '{"html": "none"}'::jsonb where details is not null;
