package io.throughline.feedback.readmodel;

import io.throughline.feedback.domain.statistics.ClusteredRatio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sums what cases say, by customer and over customers, so that intervals can rest on customers. */
@ApplicationScoped
@Transactional
public class Measures {

    /** Numerator and denominator of each part. */
    private static final String RATIOS =
            """
            select whole, part, count(*) as customers, sum(y) as y, sum(m) as m,
                sum(y * y) as yy, sum(y * m) as ym, sum(m * m) as mm
            from (select respondent, whole, part, sum(y) as y, sum(m) as m from %s group by respondent, whole, part)
                as customer
            group by whole, part order by whole, part""";

    /** How many cases fall into each part, of all cases of the whole. A customer who is not in a part adds 0 to it. */
    private static final String SHARES =
            """
            with customer as (select respondent, whole, part, sum(m) as y from %s group by respondent, whole, part),
                all_of as (select respondent, whole, sum(y) as m from customer group by respondent, whole),
                total as (select whole, count(*) as customers, sum(m) as m, sum(m * m) as mm from all_of group by whole)
            select whole, part, customers, sum(customer.y) as y, total.m as m,
                sum(customer.y * customer.y) as yy, sum(customer.y * all_of.m) as ym, total.mm as mm
            from customer join all_of using (respondent, whole) join total using (whole)
            group by whole, part, customers, total.m, total.mm order by whole, y desc, part""";

    private static final String BY_CUSTOMER =
            "select respondent, sum(y) as y, sum(m) as m from %s group by respondent order by respondent";

    private final DataSource database;

    Measures(DataSource database) {
        this.database = database;
    }

    /** What is measured in one part. */
    public record Part(String whole, String part, ClusteredRatio ratio) {}

    /** Numerator / denominator of each part, in order of their names. */
    public List<Part> ratios(MeasureQuestion question) {
        return read(RATIOS, question);
    }

    /** The share of each part in its whole, the largest first. */
    public List<Part> shares(MeasureQuestion question) {
        return read(SHARES, question);
    }

    /** What each customer adds, over all parts. */
    public Map<String, ClusteredRatio.Customer> byCustomer(MeasureQuestion question) {
        var parameters = new ArrayList<@Nullable Object>();
        var sql = BY_CUSTOMER.formatted(question.table(parameters));
        var customers = new HashMap<String, ClusteredRatio.Customer>();
        Queries.find(
                database,
                sql,
                parameters,
                row -> customers.put(
                        row.getString("respondent"),
                        new ClusteredRatio.Customer(
                                exact(row, "y").longValueExact(),
                                exact(row, "m").longValueExact())));
        return customers;
    }

    private List<Part> read(String select, MeasureQuestion question) {
        var parameters = new ArrayList<@Nullable Object>();
        var sql = select.formatted(question.table(parameters));
        return Queries.find(
                database, sql, parameters, row -> new Part(row.getString("whole"), row.getString("part"), ratio(row)));
    }

    /** From columns of the names of its fields. */
    static ClusteredRatio ratio(ResultSet row) throws SQLException {
        return new ClusteredRatio(
                row.getLong("customers"),
                exact(row, "y"),
                exact(row, "m"),
                exact(row, "yy"),
                exact(row, "ym"),
                exact(row, "mm"));
    }

    private static BigInteger exact(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
