package io.throughline.journey.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.journey.domain.contact.EventRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityGraphTest {

    private static final IdentifierToken ANN = new IdentifierToken("customerId", "ann");
    private static final IdentifierToken BEN = new IdentifierToken("customerId", "ben");
    private static final IdentifierToken ACCOUNT = new IdentifierToken("account", "a");
    private static final IdentifierToken ACCOUNT_2 = new IdentifierToken("account", "a2");
    private static final IdentifierToken PHONE = new IdentifierToken("phone", "p");
    private static final IdentifierToken PHONE_2 = new IdentifierToken("phone", "p2");
    private static final IdentifierToken MAIL = new IdentifierToken("email", "m");
    private static final IdentifierToken MAIL_2 = new IdentifierToken("email", "m2");
    private static final IdentifierToken COOKIE = new IdentifierToken("cookie", "c");
    private static final IdentifierToken COOKIE_2 = new IdentifierToken("cookie", "c2");
    private static final IdentifierToken USER = new IdentifierToken("intercomContact", "u");
    private static final IdentifierToken USER_2 = new IdentifierToken("intercomContact", "u2");
    private static final IdentifierToken DEVICE = new IdentifierToken("device", "d");

    @Test
    void identifiersSeenTogetherAreOnePerson() {
        assertThat(persons(seen(1, ANN, PHONE), seen(2, PHONE, MAIL))).containsExactly(Set.of(ANN, PHONE, MAIL));
    }

    /** E11: father and son are two customers of one number; it stays with whom it was seen first. */
    @Test
    void aSharedPhoneDoesNotMergeTwoCustomers() {
        assertThat(persons(seen(2, BEN, PHONE), seen(1, ANN, PHONE)))
                .containsExactlyInAnyOrder(Set.of(ANN, PHONE), Set.of(BEN));
    }

    @Test
    void anExplicitLinkJoinsTwoCustomers() {
        assertThat(persons(seen(1, ANN, PHONE), seen(2, BEN, MAIL), linked(3, ANN, BEN)))
                .containsExactly(Set.of(ANN, BEN, PHONE, MAIL));
    }

    /** As help desks tell of two profiles: their user ids, the company's number, and their customer ids. */
    @Test
    void explicitLinksToOnePhoneDoNotMergeTwoCustomers() {
        var profiles = new Link[] {
            linked(1, USER, PHONE), linked(1, USER, ANN), linked(2, USER_2, PHONE), linked(2, USER_2, BEN)
        };
        assertThat(persons(profiles)).containsExactlyInAnyOrder(Set.of(ANN, USER, PHONE), Set.of(BEN, USER_2));
        assertThat(persons(linked(1, ANN, PHONE), linked(2, BEN, PHONE)))
                .containsExactlyInAnyOrder(Set.of(ANN, PHONE), Set.of(BEN));
    }

    @Test
    void anExplicitLinkOfTwoUserIdsDoesNotMergeTwoCustomersButOneOfTheCustomersDoes() {
        var links = List.of(linked(1, USER, ANN), linked(2, USER_2, BEN), linked(3, USER, USER_2));
        assertThat(persons(links.toArray(Link[]::new)))
                .containsExactlyInAnyOrder(Set.of(ANN, USER), Set.of(BEN, USER_2));
        assertThat(persons(links.get(0), links.get(1), links.get(2), linked(9, ANN, BEN)))
                .containsExactly(Set.of(ANN, BEN, USER, USER_2));
    }

    @Test
    void explicitLinksOfOneCustomerAtMostJoinAllTheyName() {
        assertThat(persons(linked(1, USER, PHONE), linked(2, USER_2, PHONE), linked(3, USER_2, MAIL)))
                .containsExactly(Set.of(USER, USER_2, PHONE, MAIL));
        assertThat(persons(linked(1, USER, PHONE), linked(2, USER, PHONE_2), linked(3, USER, ANN)))
                .containsExactly(Set.of(ANN, USER, PHONE, PHONE_2));
    }

    @Test
    void twoAccountsMeetByAnExplicitLinkOnlyWhereItIsTheirsOrACustomers() {
        assertThat(persons(linked(1, ACCOUNT, PHONE), linked(2, ACCOUNT_2, PHONE)))
                .containsExactlyInAnyOrder(Set.of(ACCOUNT, PHONE), Set.of(ACCOUNT_2));
        assertThat(persons(seen(1, ACCOUNT, PHONE), linked(2, ACCOUNT, ACCOUNT_2)))
                .containsExactly(Set.of(ACCOUNT, ACCOUNT_2, PHONE));
        assertThat(persons(linked(1, ANN, ACCOUNT), linked(2, ANN, ACCOUNT_2), linked(3, BEN, ACCOUNT)))
                .containsExactlyInAnyOrder(Set.of(ANN, ACCOUNT, ACCOUNT_2), Set.of(BEN));
    }

    /** Intake's key changes: each identifier's new token is linked to its old one. */
    @Test
    void newTokensOfEveryIdentifierAreOnePersonWithTheOldOnes() {
        assertThat(persons(seen(1, ANN, PHONE), seen(9, BEN, PHONE_2), linked(0, ANN, BEN), linked(0, PHONE, PHONE_2)))
                .containsExactly(Set.of(ANN, BEN, PHONE, PHONE_2));
    }

    @Test
    void aJointAccountDoesNotMergeTwoCustomersButOneCustomerMayHaveTwoAccounts() {
        assertThat(persons(seen(1, ANN, ACCOUNT), seen(2, BEN, ACCOUNT), seen(3, ANN, ACCOUNT_2)))
                .containsExactlyInAnyOrder(Set.of(ANN, ACCOUNT, ACCOUNT_2), Set.of(BEN));
    }

    @Test
    void twoCustomersNamedByOneContactStayTwo() {
        assertThat(persons(seen(1, ANN, BEN))).containsExactlyInAnyOrder(Set.of(ANN), Set.of(BEN));
    }

    @Test
    void twoAccountsMeetNeitherThroughAPhoneNorThroughACookie() {
        assertThat(persons(seen(1, ACCOUNT, PHONE), seen(2, ACCOUNT_2, PHONE)))
                .containsExactlyInAnyOrder(Set.of(ACCOUNT, PHONE), Set.of(ACCOUNT_2));
        assertThat(persons(seen(1, ACCOUNT, COOKIE), seen(2, ACCOUNT_2, COOKIE)))
                .containsExactlyInAnyOrder(Set.of(ACCOUNT), Set.of(ACCOUNT_2), Set.of(COOKIE));
    }

    @Test
    void twoPhonesMayMeetThroughAMailButNotThroughACookie() {
        assertThat(persons(seen(1, PHONE, MAIL), seen(2, PHONE_2, MAIL))).containsExactly(Set.of(MAIL, PHONE, PHONE_2));
        assertThat(persons(seen(1, PHONE, COOKIE), seen(2, PHONE_2, COOKIE)))
                .containsExactlyInAnyOrder(Set.of(PHONE), Set.of(PHONE_2), Set.of(COOKIE));
    }

    @Test
    void aMailAndAPhoneMayMeetThroughACookie() {
        assertThat(persons(seen(1, MAIL, COOKIE), seen(2, PHONE, COOKIE))).containsExactly(Set.of(MAIL, PHONE, COOKIE));
    }

    @Test
    void aWeakIdentifierOfTwoPersonsIsNobodys() {
        var resolution = resolve(seen(1, ANN, COOKIE), seen(2, BEN, COOKIE), seen(3, DEVICE, COOKIE));
        assertThat(resolution.members().get(COOKIE)).isEqualTo(Membership.SHARED);
        assertThat(resolution.members().get(DEVICE).customerId()).isNotNull();
        assertThat(resolution.refused()).hasSize(3);
    }

    /** The second cookie turns out to be shared only because the first had joined a mail and a phone. */
    @Test
    void aWeakIdentifierIsSharedAlsoByWhatOthersJoined() {
        assertThat(persons(
                        seen(1, MAIL, COOKIE),
                        seen(2, PHONE, COOKIE),
                        seen(3, PHONE, COOKIE_2),
                        seen(4, MAIL_2, COOKIE_2)))
                .containsExactlyInAnyOrder(Set.of(MAIL, PHONE, COOKIE), Set.of(MAIL_2), Set.of(COOKIE_2));
    }

    @Test
    void anExplicitLinkKeepsAWeakIdentifierThatOthersUseToo() {
        assertThat(persons(linked(1, ANN, COOKIE), seen(2, BEN, COOKIE)))
                .containsExactlyInAnyOrder(Set.of(ANN, COOKIE), Set.of(BEN));
    }

    @Test
    void anUnlinkKeepsTwoApartWhateverTheWayAround() {
        assertThat(persons(unlinked(9, ANN, PHONE), seen(1, ANN, PHONE), seen(2, ANN, MAIL), seen(3, MAIL, PHONE)))
                .containsExactlyInAnyOrder(Set.of(ANN, MAIL), Set.of(PHONE));
        assertThat(persons(unlinked(9, ANN, BEN), linked(1, ANN, PHONE), linked(2, BEN, PHONE)))
                .containsExactlyInAnyOrder(Set.of(ANN, PHONE), Set.of(BEN));
    }

    @ParameterizedTest(name = "linked at {0}, unlinked at {1}: joined {2}")
    @CsvSource({"2,1,true", "1,2,false"})
    void theLatestStatementHolds(int linked, int unlinked, boolean joined) {
        var link = linked(linked, ANN, BEN).merge(unlinked(unlinked, ANN, BEN));
        assertThat(persons(link)).hasSize(joined ? 1 : 2);
    }

    /** E12: a switchboard links nobody, not even those it was seen with before it was found out. */
    @ParameterizedTest(name = "{0} neighbours: one person {1}")
    @CsvSource({"24,true", "25,true", "26,false"})
    void anIdentifierOfTooManyIsBlocked(int neighbours, boolean onePerson) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < neighbours; i++) {
            links.add(seen(i, PHONE, new IdentifierToken("whatsapp", "w" + i)));
        }
        var reach = Map.of(PHONE, Reach.of(neighbours, 0));
        var persons = persons(IdentityGraph.resolve("t", links, reach));
        assertThat(persons).hasSize(onePerson ? 1 : neighbours + 1);
    }

    @ParameterizedTest(name = "{0} cookies: one person {1}")
    @CsvSource({"250,true", "251,false"})
    void tooManyCookiesSayNothingButTheOthersStillDo(int cookies, boolean onePerson) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < cookies; i++) {
            links.add(seen(i, ANN, new IdentifierToken("cookie", "w" + i)));
        }
        links.add(seen(1000, ANN, PHONE));
        var reach = Map.of(ANN, Reach.of(1, cookies));
        var persons = persons(IdentityGraph.resolve("t", links, reach));
        assertThat(persons).hasSize(onePerson ? 1 : cookies + 1).anyMatch(one -> one.containsAll(Set.of(ANN, PHONE)));
    }

    /** A mail of 251 cookies says nothing of any of them, but who was said not to be its person is not by a way around. */
    @ParameterizedTest(name = "{0} cookies")
    @ValueSource(ints = {250, 251})
    void anUnlinkHoldsHoweverManyCookiesAnEndHas(int cookies) {
        var reach = Map.of(MAIL, Reach.of(1, cookies));
        var links = List.of(seen(1, ANN, MAIL), seen(1, ANN, COOKIE), seen(1, MAIL, COOKIE));
        var unlinked = List.of(links.get(0), links.get(1), links.get(2).merge(unlinked(2, MAIL, COOKIE)));
        var linked = List.of(links.get(0), links.get(1), unlinked.get(2).merge(linked(3, MAIL, COOKIE)));

        assertThat(persons(IdentityGraph.resolve("t", links, reach))).containsExactly(Set.of(ANN, MAIL, COOKIE));
        assertThat(persons(IdentityGraph.resolve("t", unlinked, reach)))
                .containsExactlyInAnyOrder(Set.of(ANN, MAIL), Set.of(COOKIE));
        assertThat(persons(IdentityGraph.resolve("t", linked, reach))).containsExactly(Set.of(ANN, MAIL, COOKIE));
    }

    @Test
    void anUnlinkOfTwoWeakOnesHoldsWhenOneHasVeryMany() {
        var links = List.of(seen(1, ANN, COOKIE), seen(2, ANN, DEVICE), unlinked(3, COOKIE, DEVICE));
        assertThat(persons(IdentityGraph.resolve("t", links, Map.of(COOKIE, Reach.of(1, 251)))))
                .containsExactlyInAnyOrder(Set.of(ANN, COOKIE), Set.of(DEVICE));
    }

    /** E29. */
    @Test
    void theSameIdentifierOfTwoTenantsIsTwoCustomers() {
        assertThat(IdentityGraph.alone("t1", MAIL, Reach.ALL).customerId())
                .isNotEqualTo(IdentityGraph.alone("t2", MAIL, Reach.ALL).customerId());
    }

    @Test
    void theCustomerIsNamedAfterTheMostTrustedIdentifier() {
        var alone = IdentityGraph.alone("t", ANN, Reach.ALL).customerId();
        var members = resolve(seen(1, PHONE, ACCOUNT), seen(2, ACCOUNT, ANN)).members();
        assertThat(members.values()).extracting(Membership::customerId).containsOnly(alone);
    }

    @Test
    void eachIdentifierSaysWhyItIsWhoseItIs() {
        var members = resolve(seen(5, ANN, PHONE), linked(7, PHONE, MAIL)).members();
        assertThat(members.get(ANN).because()).isEqualTo("seen with phone by event e5 of /s");
        assertThat(members.get(PHONE).because()).isEqualTo("linked to email by event e7 of /s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theOrderOfLinksDoesNotMatter(long seed) {
        var random = new Random(seed);
        var all = List.of(ANN, BEN, ACCOUNT, ACCOUNT_2, PHONE, PHONE_2, MAIL, MAIL_2, COOKIE, COOKIE_2, DEVICE);
        var links = new ArrayList<Link>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (random.nextInt(3) == 0) {
                    int minute = random.nextInt(5);
                    links.add(
                            switch (random.nextInt(6)) {
                                case 0 -> linked(minute, all.get(i), all.get(j));
                                case 1 -> unlinked(minute, all.get(i), all.get(j));
                                default -> seen(minute, all.get(i), all.get(j));
                            });
                }
            }
        }
        var expected = IdentityGraph.resolve("t", links, Map.of());
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(links, random);
            assertThat(IdentityGraph.resolve("t", links, Map.of())).isEqualTo(expected);
        }
    }

    private static IdentityGraph.Resolution resolve(Link... links) {
        return IdentityGraph.resolve("t", List.of(links), Map.of());
    }

    private static List<Set<IdentifierToken>> persons(Link... links) {
        return persons(resolve(links));
    }

    /** Who is with whom; an identifier that is nobody's stands alone. */
    private static List<Set<IdentifierToken>> persons(IdentityGraph.Resolution resolution) {
        Collection<Set<IdentifierToken>> groups = resolution.members().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().customerId() == null
                                ? entry.getKey().toString()
                                : entry.getValue().customerId(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
                .values();
        return List.copyOf(groups);
    }

    private static Link seen(int minute, IdentifierToken a, IdentifierToken b) {
        return Link.seen(a, b, event(minute));
    }

    private static Link linked(int minute, IdentifierToken a, IdentifierToken b) {
        return Link.stated(a, b, event(minute), true);
    }

    private static Link unlinked(int minute, IdentifierToken a, IdentifierToken b) {
        return Link.stated(a, b, event(minute), false);
    }

    private static EventRef event(int minute) {
        return new EventRef(
                "/s", "e" + minute, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute));
    }
}
