-- Entries are found by their terms within a slice of time, the newest slice first: a word that everybody uses stands in so
-- many entries that reading all of them takes seconds. Each entry has its day, and spans of 8, 64 and 512 days, as keys.
create function search_slices(at timestamptz) returns int[] language sql immutable parallel safe return
  array[
    floor(extract(epoch from at at time zone 'UTC') / 86400)::int * 4,
    floor(extract(epoch from at at time zone 'UTC') / 691200)::int * 4 + 1,
    floor(extract(epoch from at at time zone 'UTC') / 5529600)::int * 4 + 2,
    floor(extract(epoch from at at time zone 'UTC') / 44236800)::int * 4 + 3
  ];
-- What was said last waits in a list that each search reads whole: a short one.
create index entry_search_found on entry_search using gin (terms, search_slices(at)) with (gin_pending_list_limit = 256);

-- Customers are found by how their name, a later word of it, their address or the exchange's id for them begins.
create index customer_profiles_name on customer_profiles (lower(name) text_pattern_ops);
create index customer_profiles_surname on customer_profiles (lower(substring(name from ' (.*)$')) text_pattern_ops);
create index customer_profiles_email on customer_profiles (lower(email) text_pattern_ops);
create index customer_addresses_beginning on customer_addresses (address text_pattern_ops);
create index customer_identities_subject on customer_identities (subject text_pattern_ops);

-- Last of all: searches go on by it while the others are made.
drop index entry_search_terms;
