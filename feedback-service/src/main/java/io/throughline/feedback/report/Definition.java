package io.throughline.feedback.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a report is about, and how it is made.
 *
 * @param question in one sentence
 * @param published what surveys found
 * @param made the report's content now
 */
record Definition(String name, String question, List<Reference> published, Function<ReportSpan, Content> made) {

    /**
     * What a report says.
     *
     * @param live further series and tables; mostly none
     */
    record Content(List<Section> sections, Map<String, Object> live) {

        static Content of(Section... sections) {
            return new Content(List.of(sections), Map.of());
        }
    }
}
