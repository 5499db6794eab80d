-- Lists are filtered by the customer's tier. Customers without one, and messages, pay nothing for it.
create index customer_profiles_tier on customer_profiles (tier, customer_id) where tier is not null;
