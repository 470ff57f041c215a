-- What changed since a moment is only asked of days of the tenant as a whole: one entry of the ledger in some hundred.
drop index ledger_entry_by_writing;
create index ledger_entry_by_writing on ledger_entry (tenant, kpi, written_at)
    where window_size = 'P1D' and grouping = '';
