-- A customer's id is made of the identifier that names them. named_after could be another of theirs; once that was
-- somebody else's, the old id led to that person. Now it is the one of which the id is made, or null while the customer
-- does not have it. A customer's alias that is named after nothing of the kind leads nowhere any more.
create function pg_temp.made_of(identifier text) returns text immutable language sql as $$
    select 'c_' || left(translate(encode(sha256(convert_to(identifier, 'UTF8')), 'base64'), '+/', '-_'), 22)
$$;

update customer set named_after = (select one from unnest(identifiers) as one where pg_temp.made_of(one) = customer_id)
where named_after is not null;

-- An alias's key ends with the id: c_ of a customer, j_ of a journey.
update alias set named_after = identifier
from (select distinct unnest(identifiers) as identifier from customer) as known
where right(key, 24) = pg_temp.made_of(identifier);

delete from alias where left(right(key, 24), 2) = 'c_' and right(key, 24) <> pg_temp.made_of(named_after);

drop function pg_temp.made_of(text);
