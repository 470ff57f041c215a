package io.throughline.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Contact events as a platform sends them, about 470 bytes each: the five of a contact one after the other, each naming the
 * customer, of many customers. The same for a seed but for the time.
 */
final class EventBodies {

    private static final int CUSTOMERS = 100_000;
    private static final List<String> COURSE = List.of("started", "queued", "answered", "message", "ended");

    private final Random random;
    private final Instant now;
    private int events;
    private int customer;

    EventBodies(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    /** Bodies of one event each. */
    List<byte[]> single(int count) {
        var bodies = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            bodies.add(event().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    /** Bodies of JSON arrays. */
    List<byte[]> batches(int count, int size) {
        var bodies = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            var events = new ArrayList<String>(size);
            for (int j = 0; j < size; j++) {
                events.add(event());
            }
            bodies.add(("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private String event() {
        int event = events++;
        int step = event % COURSE.size();
        if (step == 0) {
            customer = random.nextInt(CUSTOMERS);
        }
        return """
                {"specversion":"1.0","id":"evt-%012d","source":"/bench/contact-centre-hk",\
                "type":"io.throughline.contact.%s","time":"%s","subject":"contact-%012d",\
                "datacontenttype":"application/json","data":{"channel":"phone","direction":"inbound",\
                "initiation":"customer","intent":"bill-payment","market":"HK","language":"zh-Hant","queue":"billing-hk",\
                "segment":"consumer","identifiers":[{"type":"phone","value":"+852 6%03d %04d"},\
                {"type":"customerId","value":"cust-%06d"}]}}"""
                .formatted(
                        event,
                        COURSE.get(step),
                        now.minusMillis(COURSE.size() - step),
                        event / COURSE.size(),
                        customer / 10_000,
                        customer % 10_000,
                        customer);
    }
}
