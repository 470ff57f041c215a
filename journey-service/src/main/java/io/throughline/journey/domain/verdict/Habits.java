package io.throughline.journey.domain.verdict;

import io.throughline.contracts.journey.Verdict;
import io.throughline.journey.domain.contact.EventRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The moves that a customer made in earlier journeys of their own accord (V3). Journeys are added in order. */
public final class Habits {

    private final Map<Move, List<EventRef>> moves = new HashMap<>();

    private record Move(String person, String from, String to) {}

    /** Where the customer made the move of a switch before, latest journeys last; at most as many as make a habit. */
    List<EventRef> before(Candidate candidate) {
        var move = move(candidate.from().personId(), candidate.fromChannel(), candidate.toChannel());
        List<EventRef> earlier = moves.getOrDefault(move, List.of()).stream()
                .filter(event -> event.at().isBefore(candidate.moment()))
                .toList();
        int kept = candidate.rules().judging().habitJourneys();
        return earlier.subList(Math.max(0, earlier.size() - kept), earlier.size());
    }

    /** Remembers the switches of a journey that nothing forced, each move once. */
    void remember(List<JudgedSwitch> switches) {
        var seen = new HashSet<Move>();
        for (JudgedSwitch judged : switches) {
            var move = move(judged.from().personId(), judged.fromChannel(), judged.toChannel());
            boolean free = judged.verdict() == Verdict.VOLUNTARY || judged.verdict() == Verdict.UNDETERMINED;
            if (free && seen.add(move)) {
                moves.computeIfAbsent(move, unused -> new ArrayList<>())
                        .add(judged.to().whole().life().start());
            }
        }
    }

    private static Move move(String person, String from, String to) {
        return new Move(person, channel(from), channel(to));
    }

    private static String channel(String code) {
        return code.equals("callback") ? "phone" : code;
    }
}
