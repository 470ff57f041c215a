-- What counts is of first contacts now (fcr.first:w7d), no longer of all (fcr.gross:w7d): the topic is read again (the name
-- of the consumer group changed, too).
delete from measured;
