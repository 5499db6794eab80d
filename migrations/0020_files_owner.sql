-- The folder of files names the same id: nothing is wiped from a folder that another database's files may be in. One row.
create table files_owner (
  only_row boolean primary key default true check (only_row),
  id uuid not null default gen_random_uuid()
);
insert into files_owner default values;
