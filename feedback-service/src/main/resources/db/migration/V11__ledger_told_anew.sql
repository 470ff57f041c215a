-- What a rebuilt feedback-service told of a value replaced the first entries only: the rest of what it had told before
-- stayed, and the ledger did not sum to the value. The topic is read again (the name of the consumer group changed,
-- too); entries stay meanwhile, with when they were written, for the topic does not give back the oldest.
alter table ledger_entry add column position bigint not null default -1; -- offset of its record; -1: not read again yet
