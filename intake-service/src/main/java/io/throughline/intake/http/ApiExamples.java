package io.throughline.intake.http;

/** Requests that work when pasted; {@link ExampleTimes} puts the present time into them. */
final class ApiExamples {

    static final String STRUCTURED =
            """
            {
              "specversion": "1.0",
              "id": "8c1f0c2e-1",
              "source": "/acme/contact-centre",
              "type": "io.throughline.contact.started",
              "time": "2000-01-01T00:00:00Z",
              "subject": "contact-1001",
              "data": {
                "channel": "chatbot",
                "direction": "inbound",
                "intent": "bill-payment",
                "market": "HK",
                "identifiers": [{"type": "phone", "value": "2345 6789"}]
              }
            }""";

    static final String BATCH =
            """
            [
              {"specversion": "1.0", "id": "8c1f0c2e-2", "source": "/acme/contact-centre", "subject": "contact-1001",
               "type": "io.throughline.contact.self_service_failed", "time": "2000-01-01T00:00:00Z",
               "data": {"reason": "fallback", "step": "pay"}},
              {"specversion": "1.0", "id": "8c1f0c2e-3", "source": "/acme/contact-centre", "subject": "contact-1002",
               "type": "io.throughline.contact.started", "time": "2000-01-01T00:00:00Z",
               "data": {"channel": "phone", "identifiers": [{"type": "phone", "value": "+852 2345 6789"}]}}
            ]""";

    static final String LINES =
            """
            {"specversion":"1.0","id":"8c1f0c2e-4","source":"/acme/contact-centre","subject":"contact-1002",\
            "type":"io.throughline.contact.answered","time":"2000-01-01T00:00:00Z","data":{"by":"human"}}
            {"specversion":"1.0","id":"8c1f0c2e-5","source":"/acme/contact-centre","subject":"contact-1002",\
            "type":"io.throughline.contact.ended","time":"2000-01-01T00:00:00Z","data":{"endedBy":"customer",\
            "outcome":"resolved","durations":{"queue":12,"talk":180}}}
            """;

    static final String ANSWER =
            """
            {"accepted": 1, "duplicates": 0, "rejected": [{"index": 1, "id": "8c1f0c2e-3", "field": "data.channel",
             "reason": "is missing", "remedy": "send the channel's code, e.g. phone"}]}""";

    private ApiExamples() {}
}
