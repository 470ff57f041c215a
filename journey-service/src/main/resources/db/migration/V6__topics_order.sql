-- Which of two records of a key is the newer is told by their order on the topic. Revisions begin again when the state
-- is rebuilt, and the rows of before it stayed as they were. What was read so far is read again (the names of the
-- consumer groups changed, too); where ids that are gone lead (alias) is kept.
delete from journey;
delete from customer;
alter table journey add column position bigint not null;  -- offset of its record; a key is always on one partition
alter table customer add column position bigint not null; -- likewise

-- What is read again did not appear now: a row is as old as its record, else an erased customer's, read again before
-- its tombstone, would count as a new life and leave an alias.
alter table journey alter column appeared_at drop default;
alter table customer alter column appeared_at drop default;
