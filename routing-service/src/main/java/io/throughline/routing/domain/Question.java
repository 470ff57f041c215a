package io.throughline.routing.domain;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the router.
 *
 * @param intent what the customer wants
 * @param currentChannel where the customer is; null not known
 * @param candidates channels to choose from
 * @param failed channels that already failed the customer in this issue
 */
public record Question(
        String intent, @Nullable String currentChannel, SortedSet<String> candidates, SortedSet<String> failed) {

    public Question {
        candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
    }
}
