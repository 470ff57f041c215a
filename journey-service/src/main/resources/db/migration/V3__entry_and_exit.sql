-- Journeys are asked for by where they began and ended.
alter table journey
    add column entry_channel text generated always as (json ->> 'entryChannel') stored,
    add column exit_channel  text generated always as (json ->> 'exitChannel') stored;
