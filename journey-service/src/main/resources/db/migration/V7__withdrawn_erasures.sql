-- Of a request that was withdrawn, the keys of the aliases that were put back; null while it counts. The broker may have
-- had it all the same: when it is done they go, and it counts again.
alter table erasure add column put_back varchar[];
