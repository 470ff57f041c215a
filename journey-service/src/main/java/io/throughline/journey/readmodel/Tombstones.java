package io.throughline.journey.readmodel;

import io.throughline.servicekit.sink.Rows;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Deletes rows, and keeps what they were named after; nothing of what is erased, only of who lives again since. A journey
 * that the receipt names does not, though its row may be written after that.
 */
final class Tombstones {

    private static final String DELETE =
            """
            with gone as (delete from %1$s where key = any (?) returning *)
            insert into alias (key, named_after)
            select key, named_after from gone
            where named_after is not null and not exists (
                select 1 from erasure
                where erasure.tenant = gone.tenant and erasure.customer_id = gone.customer_id
                    and (done_at is null and put_back is null or done_at >= appeared_at
                        or gone.%1$s_id = any (erasure.journeys)))
            on conflict (key) do update set named_after = excluded.named_after""";

    private Tombstones() {}

    /** Deletes from {@code journey} or {@code customer} by record key, within the caller's transaction. */
    static void delete(DataSource database, String table, Set<String> keys) {
        Rows.forKeys(database, DELETE.formatted(table), keys);
    }
}
