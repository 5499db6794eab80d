-- A small mail is committed together with its row; only what is large is a file of the storage.
alter table mails
  alter column storage_key drop not null,
  add column raw bytea,
  add constraint mails_bytes check (num_nonnulls(raw, storage_key) = 1);

-- The node that reads a mail without a job in the queue, until it is read; what a dead one leaves is found by it.
alter table mails add column node_id uuid;
create index mails_of_nodes on mails (node_id) where node_id is not null;
