-- Which of two records of a key is the newer is told by their order on the topic. Revisions begin again when the
-- writer's state is rebuilt, and the rows of before it stayed as they were. What was read so far is read again (the
-- names of the consumer groups changed, too).
delete from measured;
delete from open_journey;
alter table measured drop column revision;
alter table measured add column position bigint not null;     -- offset of its record; a key is always on one partition
alter table open_journey drop column revision;
alter table open_journey add column position bigint not null; -- likewise
