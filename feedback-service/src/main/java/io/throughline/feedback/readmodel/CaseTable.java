package io.throughline.feedback.readmodel;

import io.throughline.contracts.journey.ChannelSwitch;
import io.throughline.feedback.domain.finding.Finding;
import io.throughline.feedback.domain.kpi.Contribution;
import io.throughline.feedback.domain.kpi.Dimension;
import io.throughline.feedback.domain.kpi.Dimensions;
import io.throughline.servicekit.sink.Changes;
import io.throughline.servicekit.sink.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes the cases behind the numbers. */
@ApplicationScoped
class CaseTable {

    private static final String INSERT_JOURNEY =
            """
            insert into counted_journey (key, tenant, journey_id, revision, as_of, started_at, entry_channel,
                exit_channel, channel, intent, market, queue, segment, contacts, customer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_CONTRIBUTION =
            """
            insert into contribution (journey, ordinal, tenant, at, channel, intent, market, queue, segment, contacts,
                sums, customer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private static final String INSERT_FINDING =
            """
            insert into finding (journey, ordinal, tenant, respondent, at, channel, intent, market, queue, segment,
                contacts, says)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private static final String INSERT_SWITCH =
            """
            insert into counted_switch (journey, ordinal, tenant, at, from_channel, to_channel)
            values (?, ?, ?, ?, ?, ?)""";

    private final DataSource database;

    CaseTable(DataSource database) {
        this.database = database;
    }

    /** One of a journey's several rows. */
    private record Part<T>(CountedJourneyRow journey, int ordinal, T value) {}

    /**
     * Replaces journeys, whatever their revisions are: the order of the topic decides what is newer. When
     * journey-service rebuilds its state, revisions begin again.
     */
    @Transactional
    void apply(Changes<CountedJourneyRow> changes) {
        var journeys = changes.latest().values();
        var replaced = Stream.concat(
                        changes.deleted().stream(), journeys.stream().map(CountedJourneyRow::key))
                .distinct()
                .toList();
        FormerCustomers.delete(database, replaced, journeys);
        Rows.batch(database, INSERT_JOURNEY, journeys, CaseTable::bindJourney);
        Rows.batch(
                database,
                INSERT_CONTRIBUTION,
                parts(journeys, CountedJourneyRow::contributions),
                CaseTable::bindContribution);
        Rows.batch(database, INSERT_FINDING, parts(journeys, CountedJourneyRow::findings), CaseTable::bindFinding);
        Rows.batch(database, INSERT_SWITCH, parts(journeys, row -> row.journey().switches()), CaseTable::bindSwitch);
    }

    private static <T> List<Part<T>> parts(
            Collection<CountedJourneyRow> journeys, Function<CountedJourneyRow, List<T>> of) {
        return journeys.stream()
                .flatMap(row -> {
                    List<T> values = of.apply(row);
                    return IntStream.range(0, values.size()).mapToObj(i -> new Part<>(row, i, values.get(i)));
                })
                .toList();
    }

    private static void bindJourney(PreparedStatement statement, CountedJourneyRow row) throws SQLException {
        var journey = row.journey();
        statement.setString(1, row.key());
        statement.setString(2, journey.tenant());
        statement.setString(3, journey.journeyId());
        statement.setLong(4, journey.revision());
        statement.setObject(5, Rows.time(journey.asOf()));
        statement.setObject(6, Rows.time(row.startedAt()));
        statement.setString(7, journey.entryChannel());
        statement.setString(8, journey.exitChannel());
        bindDimensions(statement, 9, row.dimensions());
        statement.setArray(14, Rows.texts(statement, row.contacts()));
        statement.setString(15, journey.customerId());
    }

    private static void bindContribution(PreparedStatement statement, Part<Contribution> part) throws SQLException {
        var contribution = part.value();
        statement.setString(1, part.journey().key());
        statement.setInt(2, part.ordinal());
        statement.setString(3, part.journey().journey().tenant());
        statement.setObject(4, Rows.time(contribution.at()));
        bindDimensions(statement, 5, contribution.dimensions());
        statement.setArray(10, Rows.texts(statement, ContactNames.names(contribution.contacts())));
        statement.setString(11, SumsColumn.write(contribution.sums()));
        statement.setString(12, part.journey().journey().customerId());
    }

    private static void bindFinding(PreparedStatement statement, Part<Finding> part) throws SQLException {
        var finding = part.value();
        statement.setString(1, part.journey().key());
        statement.setInt(2, part.ordinal());
        statement.setString(3, part.journey().journey().tenant());
        statement.setString(4, finding.respondent());
        statement.setObject(5, Rows.time(finding.at()));
        bindDimensions(statement, 6, finding.dimensions());
        statement.setArray(11, Rows.texts(statement, ContactNames.names(finding.contacts())));
        statement.setString(12, SaysColumn.write(finding.says()));
    }

    private static void bindSwitch(PreparedStatement statement, Part<ChannelSwitch> part) throws SQLException {
        var change = part.value();
        statement.setString(1, part.journey().key());
        statement.setInt(2, part.ordinal());
        statement.setString(3, part.journey().journey().tenant());
        statement.setObject(4, Rows.time(change.at()));
        statement.setString(5, change.fromChannel());
        statement.setString(6, change.toChannel());
    }

    private static void bindDimensions(PreparedStatement statement, int from, Dimensions dimensions)
            throws SQLException {
        Queries.bindDimensions(statement, from, dimensions.only(List.of(Dimension.values())));
    }
}
