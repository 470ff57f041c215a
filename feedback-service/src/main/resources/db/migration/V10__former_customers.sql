-- Whose a contact was before it became another's, or nobody's: an id that was merged away is still in recommendations.
-- Whoever has the contact now is the successor.
create table former_customer (
    tenant   text not null,
    contact  text not null,             -- source and id
    customer text not null,
    at       timestamptz not null,      -- when the contact began
    primary key (tenant, contact, customer)
);
create index former_customer_by_customer on former_customer (tenant, customer);
