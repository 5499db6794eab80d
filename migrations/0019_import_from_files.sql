-- Old mail may also come out of files: then there is no server, and the desk keeps a copy until all of it is read.
alter table mail_imports
  alter column host drop not null,
  alter column port drop not null,
  alter column security drop not null,
  alter column username drop not null,
  -- In the storage, in the order of the folders, which are then the files' names; gone when all is read.
  add column file_keys text[];

-- Asked by whoever looks for files that belong to nothing.
create index mails_storage_key on mails using hash (storage_key);
