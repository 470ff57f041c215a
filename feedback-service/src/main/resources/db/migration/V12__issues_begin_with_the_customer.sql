-- An issue is dated by the customer's first contact: cases are read from the journeys again (the name of the consumer group
-- changed, too).
delete from counted_journey;
