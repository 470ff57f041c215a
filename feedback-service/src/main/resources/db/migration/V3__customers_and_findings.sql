-- What reports and live pages need: whose each journey is, what reports look at beyond KPIs, and how far a published value
-- had come. What was read so far is read again from the topics (the names of the consumer groups changed, too).
delete from counted_journey;
delete from kpi_value;
delete from ledger_entry;

alter table counted_journey add column customer text not null;
alter table kpi_value add column as_of timestamptz not null;

-- Cases that reports look at, one row each, with what it says to each finding.
create table finding (
    journey     text not null references counted_journey (key) on delete cascade,
    ordinal     int not null,           -- its place among the journey's
    tenant      text not null,
    respondent  text not null,          -- the independent unit: the customer, of a staff's answer who gave it
    at          timestamptz not null,   -- into which span it falls
    channel     text not null,          -- 'unknown' where the events do not say, as the next four
    intent      text not null,
    market      text not null,
    queue       text not null,
    segment     text not null,
    contacts    text[] not null,        -- source and id; empty: the journey with all its contacts
    says        jsonb not null,         -- by finding: [part, numerator, denominator]
    primary key (journey, ordinal)
);
create index finding_by_time on finding (tenant, at, journey, ordinal);
