-- Mails say whether they can be shown as HTML; of those that were read before, nobody looked.
update mails set details = details || '{"html": "none"}'::jsonb where details is not null;

-- An answer that a server took and another one sent back.
alter table outgoing_mails add column bounced_at timestamptz, add column bounce_status text;
