package io.throughline.testkit.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;

/** Harbour, the invented company: which platform serves which channel, and when people are there. */
final class Company {

    static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");
    /** Where cases and customer records are kept. */
    static final String CRM = "/crm/harbour-hk";

    private static final Set<String> STAFFED =
            Set.of("phone", "callback", "chat", "store", "whatsapp", "messenger", "wechat");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(21, 0);

    /** Contacts by hour of the day in Hong Kong, 0 to 23 o'clock. */
    private static final int[] HOURS = {
        2, 1, 1, 0, 0, 1, 2, 5, 10, 22, 30, 29, 26, 24, 28, 28, 26, 24, 24, 22, 22, 16, 9, 4
    };

    private Company() {}

    /** The platform instance that reports a channel. */
    static String source(String channel) {
        return switch (channel) {
            case "phone", "callback", "ivr", "chat", "sms", "video" -> "/amazon-connect/harbour-hk";
            case "email" -> "/zendesk/harbour-hk";
            case "chatbot" -> "/bot/harbour-hk";
            case "store" -> "/pos/harbour-stores";
            case "web" -> "/web/harbour-hk";
            case "app" -> "/app/harbour-hk";
            default -> "/messaging/harbour-hk";
        };
    }

    static String queue(String intent) {
        return switch (intent) {
            case "bill-payment", "refund" -> "billing";
            case "technical-support", "problem-solving", "account-access" -> "support";
            case "complaint", "cancellation" -> "care";
            default -> "sales";
        };
    }

    /** Whether the channel has opening hours: 9 to 21 o'clock, every day. */
    static boolean staffed(String channel) {
        return STAFFED.contains(channel);
    }

    /** When a customer comes who could come at this time: at once, or soon after a staffed channel opens. */
    static Instant whenOpen(String channel, Instant at, Chance chance) {
        var local = at.atZone(ZONE);
        if (!staffed(channel) || isOpen(local.toLocalTime())) {
            return at;
        }
        var day = local.toLocalTime().isBefore(OPENS)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(OPENS)
                .atZone(ZONE)
                .toInstant()
                .plus(chance.between(Duration.ofMinutes(1), Duration.ofMinutes(90)));
    }

    /** A time of the month at which customers come, by day of the week and hour. */
    static Instant anyTime(YearMonth month, Chance chance) {
        var days = new ArrayList<Weighted<LocalDate>>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            var date = month.atDay(day);
            double weight =
                    switch (date.getDayOfWeek()) {
                        case SATURDAY -> 0.75;
                        case SUNDAY -> 0.5;
                        case MONDAY -> 1.2;
                        case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 1;
                    };
            days.add(new Weighted<>(date, weight));
        }
        var hours = new ArrayList<Weighted<Integer>>();
        for (int hour = 0; hour < HOURS.length; hour++) {
            hours.add(new Weighted<>(hour, HOURS[hour]));
        }
        return at(chance.weighted(days), chance.weighted(hours), chance);
    }

    /** An evening hour after closing on the day of the given time. */
    static Instant thatEvening(Instant day, Chance chance) {
        return at(day.atZone(ZONE).toLocalDate(), chance.between(CLOSES.getHour(), 23), chance);
    }

    private static boolean isOpen(LocalTime time) {
        return !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    private static Instant at(LocalDate date, int hour, Chance chance) {
        return date.atTime(hour, chance.between(0, 59), chance.between(0, 59))
                .atZone(ZONE)
                .toInstant()
                .plusMillis(chance.between(0, 999));
    }
}
