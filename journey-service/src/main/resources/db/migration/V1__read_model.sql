-- What people ask journey-service over HTTP: contact.journeys and customer.identities as tables. A row belongs to one
-- record key, and only records of that key change it, so the order in which partitions are read does not matter.
-- Arrays are varchar[], which is what Hibernate compares them with.

create table journey (
    key         text primary key,     -- record key: tenant and journey id
    tenant      text not null,
    journey_id  text not null,
    customer_id text not null,
    revision    bigint not null,
    status      text not null,        -- as published: as of the customer's last event
    lapses_at   timestamptz,          -- from when an OPEN journey counts as LAPSED
    started_at  timestamptz not null,
    intent      text,
    channels    varchar[] not null,    -- of the customer's own contacts
    switches    varchar[] not null,    -- of each switch its verdict, its cause, and both joined by a colon
    contacts    varchar[] not null,    -- keys of its contacts
    named_after text not null,        -- key of its first contact, from which the journey id is made
    json        jsonb not null        -- the journey as published
);
create index journey_by_start on journey (tenant, started_at desc, journey_id desc);
create index journey_by_customer on journey (tenant, customer_id, started_at desc, journey_id desc);
create index journey_by_contact on journey using gin (contacts);

create table customer (
    key         text primary key,     -- record key: tenant and customer id
    tenant      text not null,
    customer_id text not null,
    revision    bigint not null,
    identifiers varchar[] not null,    -- keys of the identifiers
    named_after text,                 -- key of an identifier of the strongest kind; null when it has no identifier
    json        jsonb not null        -- the identity as published
);
create index customer_by_identifier on customer using gin (identifiers);

-- Where an id that is gone leads: to whoever has the contact or identifier now that it was named after.
create table alias (
    key         text primary key,     -- record key that got a tombstone
    named_after text not null
);
