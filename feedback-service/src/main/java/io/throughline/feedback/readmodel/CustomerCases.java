package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.cell.Window;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.statistics.ClusteredRatio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sums the cases behind the numbers by customer, so that intervals can take customers as independent. */
@ApplicationScoped
@Transactional
class CustomerCases {

    /**
     * A case adds a whole number of four bytes (seconds, tenths of them, scores in 0.0001), whose sum PostgreSQL keeps
     * without allocating anything for each customer. Customers who add the same are counted together before anything is
     * squared, as few differ; and the squares of what one adds may not fit into eight bytes.
     */
    private static final String SUMS =
            """
            select window_number%1$s, sum(customers) as customers, sum(y * customers) as y, sum(m * customers) as m,
                sum(y::numeric * y * customers) as yy, sum(y::numeric * m * customers) as ym,
                sum(m::numeric * m * customers) as mm
            from (select window_number%1$s, y, m, count(*) as customers
                from (select window_number%1$s, sum((adds ->> 0)::int) as y, sum((adds ->> 1)::int) as m
                    from %2$s where adds is not null group by window_number%1$s, customer) as customer
                group by window_number%1$s, y, m) as alike
            group by window_number%1$s order by window_number%1$s""";

    /** For this transaction alone: a year's customers fit into it, with less they go by way of the disk. */
    private static final String MEMORY = "select set_config('work_mem', '64MB', true)";

    private final DataSource database;

    CustomerCases(DataSource database) {
        this.database = database;
    }

    /** Customers with cases that fall into one window and have these values of the dimensions asked for. */
    record Group(int window, SortedMap<String, String> dimensions, ClusteredRatio customers) {}

    /**
     * Sums by window and dimensions, in this order; nothing for a window without cases.
     *
     * @param windows one after another without gap, at least one
     */
    List<Group> sums(CaseQuestion question, List<Window> windows, List<Dimension> by) {
        var columns = by.stream().map(dimension -> ", " + dimension.key()).reduce("", String::concat);
        var parameters = new ArrayList<@Nullable Object>();
        var sql = SUMS.formatted(columns, question.table(windows, parameters));
        Queries.find(database, MEMORY, List.of(), row -> row.getString(1));
        return Queries.find(database, sql, parameters, row -> {
            var dimensions = new TreeMap<String, String>();
            for (Dimension dimension : by) {
                dimensions.put(dimension.key(), row.getString(dimension.key()));
            }
            return new Group(row.getInt("window_number") - 1, dimensions, Measures.ratio(row));
        });
    }
}
