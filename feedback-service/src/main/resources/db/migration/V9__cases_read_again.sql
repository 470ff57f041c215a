-- Squares are carried in two sums, which do not overflow, and findings know of handovers: cases are read from the journeys
-- again (the name of the consumer group changed, too).
delete from counted_journey;
