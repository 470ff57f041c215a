package io.throughline.local.bench;

import io.throughline.local.Failure;
import io.throughline.local.client.Api;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A year of journeys in feedback-service's read model, made by PostgreSQL itself: their cases, and the values of a KPI
 * that the stream would have published of them, by day and channel.
 */
final class YearOfJourneys {

    private static final int QUERIES = 25;
    /** Until the connections, the service's code and PostgreSQL's pages are warm. */
    private static final int WARM_UP = 5;

    private static final String YEAR = "/v1/kpis?kpi=contacts.count&from=2025-01-01&to=2026-01-01&groupBy=channel";

    private static final String CHANNEL = "(array['phone','chatbot','email','web','messaging','store'])[1 + n % 6]";
    private static final String AT = "timestamptz '2025-01-01 00:00+08' + n * (interval '365 days' / %d)";

    private static final String JOURNEYS =
            """
            insert into counted_journey (key, tenant, journey_id, revision, as_of, started_at, entry_channel, exit_channel,
                channel, intent, market, queue, segment, contacts, customer)
            select 'demo|year-' || n, 'demo', 'year-' || n, 1, AT, AT, CHANNEL, CHANNEL, CHANNEL, 'bill-payment',
                case when n % 7 = 0 then 'SG' else 'HK' end, 'unknown', 'unknown', array['/year ' || n], 'c_year-' || n
            from generate_series(0, ? - 1) n""";

    private static final String CASES =
            """
            insert into contribution (journey, ordinal, tenant, at, channel, intent, market, queue, segment, contacts, sums,
                customer)
            select key, 0, tenant, started_at, channel, intent, market, queue, segment, contacts,
                '{"contacts.count":[1,1,[]],"csat.top2":[1,1,[]],"fcr.gross:w7d":[1,1,[]]}', customer
            from counted_journey where journey_id like 'year-%'""";

    private static final String VALUES =
            """
            insert into kpi_value (key, tenant, kpi, window_size, zone, grouping, start_at, end_at, channel, value, numerator,
                denominator, small, matures_at, revision, as_of)
            select 'demo|contacts.count|P1D|' || day || '|channel=' || channel, 'demo', 'contacts.count', 'P1D',
                'Asia/Hong_Kong', 'channel', day, day + interval '1 day', channel, count(*), count(*), count(*), false,
                day + interval '1 day', 1, day + interval '1 day'
            from (select channel, date_trunc('day', at, 'Asia/Hong_Kong') as day
                from contribution where journey like 'demo|year-%') cases
            group by day, channel""";

    private final Api api;
    private final long journeys;

    /** @param journeys in the read model, once it is {@link #fill filled} */
    YearOfJourneys(Api api, long journeys) {
        this.api = api;
        this.journeys = journeys;
    }

    /** Writes the year. */
    void fill(String url, String user, String password) {
        try (Connection database = DriverManager.getConnection(url, user, password)) {
            var made = JOURNEYS.replace("AT", AT.formatted(journeys)).replace("CHANNEL", CHANNEL);
            try (PreparedStatement insert = database.prepareStatement(made)) {
                insert.setLong(1, journeys);
                insert.executeUpdate();
            }
            for (String sql : new String[] {CASES, VALUES, "analyze"}) {
                try (var statement = database.createStatement()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new Failure("PostgreSQL does not take the year of journeys: " + e.getMessage(), e);
        }
    }

    /** A year by day and channel, as it was published. */
    FeedbackResult.Query published() {
        return ask(YEAR);
    }

    /** The same of one market, which is published nowhere: it is counted from the cases. */
    FeedbackResult.Query counted() {
        return ask(YEAR + "&filter=market:HK");
    }

    private FeedbackResult.Query ask(String question) {
        int points = 0;
        double[] millis = new double[QUERIES];
        for (int i = -WARM_UP; i < QUERIES; i++) {
            long began = System.nanoTime();
            points = api.get(question).path("series").size();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new FeedbackResult.Query(journeys, points, millis[QUERIES / 2], millis[QUERIES - 1]);
    }
}
