-- What the exchange says of how much a customer matters to it; policies may go by it.
alter table customer_profiles add column tier text;
