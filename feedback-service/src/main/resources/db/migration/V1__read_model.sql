-- What people ask feedback-service over HTTP.

-- The cases behind every number: what each journey of contact.journeys adds to each KPI. A journey's rows are replaced
-- whole, and only by records of its own key, so the order in which partitions are read does not matter.
create table counted_journey (
    key           text primary key,     -- record key: tenant and journey id
    tenant        text not null,
    journey_id    text not null,
    revision      bigint not null,
    as_of         timestamptz not null, -- the latest event time known of its customer
    started_at    timestamptz not null,
    entry_channel text,                 -- null where the customer made no contact
    exit_channel  text,
    channel       text not null,        -- where the issue belongs; 'unknown' where the events do not say
    intent        text not null,
    market        text not null,
    queue         text not null,
    segment       text not null,
    contacts      text[] not null       -- source and id of the customer's contacts, by start
);
create index counted_journey_by_time on counted_journey (tenant, as_of);
create index counted_journey_by_start on counted_journey (tenant, started_at);

create table contribution (
    journey     text not null references counted_journey (key) on delete cascade,
    ordinal     int not null,           -- its place among the journey's
    tenant      text not null,
    kpi         text not null,          -- with its variant
    at          timestamptz not null,   -- into which window it falls
    channel     text not null,          -- 'unknown' where the events do not say, as the next four
    intent      text not null,
    market      text not null,
    queue       text not null,
    segment     text not null,
    numerator   bigint not null,        -- in the units of the KPI's formula
    denominator bigint not null,
    more        bigint[] not null,      -- further sums that the formula needs
    contacts    text[] not null,        -- source and id; empty: the journey with all its contacts
    primary key (journey, ordinal)
);
create index contribution_by_kpi on contribution (tenant, kpi, at, journey, ordinal);

create table counted_switch (
    journey      text not null references counted_journey (key) on delete cascade,
    ordinal      int not null,
    tenant       text not null,
    at           timestamptz not null,  -- start of the second contact
    from_channel text not null,
    to_channel   text not null,
    primary key (journey, ordinal)
);
create index counted_switch_by_time on counted_switch (tenant, at);

-- feedback.kpis.
create table kpi_value (
    key             text primary key,   -- record key
    tenant          text not null,
    kpi             text not null,      -- with its variant
    window_size     text not null,      -- PT1H or P1D
    zone            text not null,
    grouping        text not null,      -- names of its dimensions, sorted, joined by commas
    start_at        timestamptz not null,
    end_at          timestamptz not null,
    channel         text,               -- null where it is none of its dimensions, as the next four
    intent          text,
    market          text,
    queue           text,
    segment         text,
    value           double precision,   -- null where the formula has no answer
    numerator       numeric not null,
    denominator     bigint not null,
    interval_level  double precision,   -- null where there is no interval
    interval_low    double precision,
    interval_high   double precision,
    interval_method text,
    small           boolean not null,
    matures_at      timestamptz,
    revision        bigint not null
);
create index kpi_value_by_window on kpi_value (tenant, kpi, window_size, grouping, start_at);

-- feedback.kpi-revisions.
create table ledger_entry (
    key                text not null,   -- record key
    revision           bigint not null,
    tenant             text not null,
    kpi                text not null,
    window_size        text not null,
    grouping           text not null,
    start_at           timestamptz not null,
    channel            text,
    intent             text,
    market             text,
    queue              text,
    segment            text,
    json               jsonb not null,  -- the entry as published
    primary key (key, revision)
);
create index ledger_entry_by_window on ledger_entry (tenant, kpi, window_size, grouping, start_at, key, revision);
