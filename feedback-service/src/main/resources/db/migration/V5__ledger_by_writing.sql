-- What changed since a moment: by when the read model took the entry, which is when anybody could see it.
alter table ledger_entry add column written_at timestamptz not null default now();
create index ledger_entry_by_writing on ledger_entry (tenant, window_size, grouping, written_at);
