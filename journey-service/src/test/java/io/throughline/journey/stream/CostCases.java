package io.throughline.journey.stream;

import static io.throughline.journey.stream.Happenings.id;

import io.throughline.contracts.event.ContactEvent;
import io.throughline.contracts.event.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What events may look like whose cost is measured. */
enum CostCases {
    /** An ordinary month; the number is of customers. */
    MONTH {
        @Override
        List<ContactEvent> events(int number) {
            return TakenIn.month(1, number);
        }
    },
    /** One customer with so many contacts, three events each, one a minute. */
    ROBOT {
        @Override
        List<ContactEvent> events(int number) {
            var events = new ArrayList<ContactEvent>();
            for (int i = 0; i < number; i++) {
                events.add(Happenings.started("c" + i, "chatbot", i, id("customerId", "robot")));
                events.add(Happenings.redirected("c" + i, "phone", i));
                events.add(Happenings.ended("c" + i, i % 2 == 0 ? Outcome.RESOLVED : Outcome.UNRESOLVED, i));
            }
            return events;
        }
    },
    /** One person, known by two identifiers, with so many issues over a year: two contacts, four events each. */
    PERSON {
        @Override
        List<ContactEvent> events(int number) {
            var events = new ArrayList<ContactEvent>();
            var email = id("email", "person");
            var phone = id("phone", "person");
            events.add(Happenings.linked(0, email, phone));
            for (int i = 0; i < number; i++) {
                int minute = i * (390 * 24 * 60 / number);
                events.add(Happenings.started("chat" + i, "chat", minute, email));
                events.add(Happenings.redirected("chat" + i, "phone", minute));
                events.add(Happenings.ended("chat" + i, Outcome.UNRESOLVED, minute));
                events.add(Happenings.started("call" + i, "phone", minute + 1, phone));
                events.add(Happenings.ended("call" + i, Outcome.RESOLVED, minute + 2));
            }
            return events;
        }
    },
    /** One contact with so many events. */
    LONG {
        @Override
        List<ContactEvent> events(int number) {
            var events = new ArrayList<ContactEvent>();
            events.add(Happenings.started("long", "chatbot", 0, id("customerId", "ann")));
            for (int i = 1; i < number; i++) {
                events.add(Happenings.redirected("long", "phone", i));
            }
            return events;
        }
    },
    /** So many customers who share a phone, one contact each. */
    SHARED {
        @Override
        List<ContactEvent> events(int number) {
            var events = new ArrayList<ContactEvent>();
            for (int i = 0; i < number; i++) {
                var phone = id("phone", "switchboard");
                events.add(Happenings.started("c" + i, "phone", i, phone, id("email", "m" + i)));
                events.add(Happenings.redirected("c" + i, "store", i));
                events.add(Happenings.ended("c" + i, Outcome.RESOLVED, i));
            }
            return events;
        }
    };

    abstract List<ContactEvent> events(int number);
}
