-- Requests to erase a customer, and their receipts: customer.erasures as a table, from the request on.
create table erasure (
    receipt_id   text primary key,
    tenant       text not null,
    customer_id  text not null,
    requested_at timestamptz not null,
    done_at      timestamptz,          -- null while it is under way, and the columns below are then, too
    contacts     int,
    events       bigint,
    identifiers  int,
    journeys     varchar[],            -- ids
    switches     int
);
create index erasure_by_customer on erasure (tenant, customer_id);
