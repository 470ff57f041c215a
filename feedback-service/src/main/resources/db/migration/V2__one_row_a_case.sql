-- One row for each case, with what it adds to every KPI, instead of one for each KPI: there are four times as many KPIs now.
-- What was read so far is read again from the topics (the names of the consumer groups changed, too).
drop table contribution;
delete from counted_journey;
delete from kpi_value;
delete from ledger_entry;

create table contribution (
    journey     text not null references counted_journey (key) on delete cascade,
    ordinal     int not null,           -- its place among the journey's
    tenant      text not null,
    at          timestamptz not null,   -- into which window it falls
    channel     text not null,          -- 'unknown' where the events do not say, as the next four
    intent      text not null,
    market      text not null,
    queue       text not null,
    segment     text not null,
    contacts    text[] not null,        -- source and id; empty: the journey with all its contacts
    sums        jsonb not null,         -- by KPI: [numerator, denominator, [further sums], bucket], in the formula's units
    primary key (journey, ordinal)
);
create index contribution_by_time on contribution (tenant, at, journey, ordinal);
