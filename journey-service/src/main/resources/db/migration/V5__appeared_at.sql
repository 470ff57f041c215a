-- Since when a row stands, by this database's clock: what appears after an erasure was done is somebody's new life under
-- the same id, and leaves an alias again. Rows of before this migration count as of now: an erasure that was done took its
-- own away.
alter table customer add column appeared_at timestamptz not null default now();
alter table journey add column appeared_at timestamptz not null default now();
