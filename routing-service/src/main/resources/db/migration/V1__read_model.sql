-- What routing-service keeps of other services' topics. A row belongs to one record key.

-- From feedback.kpis: first-contact resolution (fcr.gross:w7d) by channel and day, with and without intent.
create table measured (
    key        text primary key,     -- record key
    tenant     text not null,
    channel    text not null,
    intent     text,                 -- null: contacts about any intent
    day        timestamptz not null, -- when the day began in the tenant's zone
    resolved   bigint not null,
    contacts   bigint not null,
    matures_at timestamptz not null, -- from when no further contact can change it
    revision   bigint not null
);
create index measured_by_day on measured (tenant, day);

-- From contact.journeys: journeys that are neither solved nor lapsed.
create table open_journey (
    key         text primary key,    -- record key
    tenant      text not null,
    journey_id  text not null,
    customer_id text not null,
    intent      text,
    started_at  timestamptz not null,
    lapses_at   timestamptz,         -- from when it is no longer open
    failed      varchar[] not null,  -- channels that failed the customer in it
    revision    bigint not null
);
create index open_journey_by_customer on open_journey (tenant, customer_id);
