-- Findings are read from the journeys again (the name of the consumer group changed, too).
delete from counted_journey;

-- Changes that somebody recorded, to compare before with after.
create table intervention (
    id          text primary key,
    tenant      text not null,
    name        text not null,
    at          timestamptz not null,   -- when it took effect
    treated     jsonb not null,         -- dimension: value; empty: everything
    control     jsonb,                  -- likewise, those that it did not touch; null where there is no such group
    recorded_at timestamptz not null
);
create index intervention_by_time on intervention (tenant, at);

-- How a company rates itself where the stream has no evidence.
create table self_assessment (
    tenant      text not null,
    area        text not null,
    rating      text not null,
    reason      text not null,
    recorded_at timestamptz not null,
    primary key (tenant, area)
);

-- routing.decisions, as far as what became of them is asked.
create table recommendation (
    key         text primary key,       -- record key
    tenant      text not null,
    customer    text,                   -- null where the asker did not say
    at          timestamptz not null,
    intent      text not null,
    market      text not null,          -- 'unknown' where nobody said
    channel     text                    -- recommended; null when no good channel was to be had
);
-- Whose recommendations were deleted and must not come back when routing.decisions is read again.
create table erased_customer (
    tenant      text not null,
    customer    text not null,
    primary key (tenant, customer)
);
create index recommendation_by_time on recommendation (tenant, at);
create index finding_by_respondent on finding (tenant, respondent, at);
