-- Fails a transaction that took a row for what it no longer is; the node then looks and writes again.
create function row_is_outdated() returns text language plpgsql as $$
begin
  raise exception 'the row has changed meanwhile' using errcode = 'BA001';
end
$$;
